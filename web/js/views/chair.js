/** @import { Context, View } from './types.d.ts' */
import { ask } from '../ui/dialog.js';
import { h, say, set, write } from '../ui/dom.js';
import { createActs } from './acts.js';
import { createCopying } from './copying.js';
import { createDownloads } from './downloads.js';
import { createRules } from './rules.js';

const BEGIN = 'round.begin';
const END = 'round.end';
const STOP = 'round.stop';
const BEFORE = ['planned', 'lobby'];

/**
 * What a moderator does with the round as a whole.
 *
 * @param {Context} context
 * @param {() => { meeting: string | null, key: string | null }} record where the record is
 * @returns {View & { saved(): void, undo(): void }}
 */
export function createChair(context, record) {
  const { words, dispatch, redraw, announcer } = context;
  const { t, refusal } = words;
  let isSaved = false;

  const begin = h('button', {
    type: 'button',
    class: 'primary',
    onclick: () => dispatch({ does: 'setPhase', phase: 'live' }, BEGIN),
  }, t('round.begin'));
  const end = h('button', { type: 'button', onclick: finish }, t('round.end'));
  const lead = h('p', { class: 'lead' }, t('round.moderating'));
  const state = h('p', { class: 'saved', hidden: true });
  const sentence = h('p', { class: 'refusal', hidden: true });
  const downloads = createDownloads(context, record, true);
  const invite = createCopying(context, {
    label: t('round.copy'),
    text: () => location.origin + location.pathname,
  });
  let stopped = false;
  const stop = h('button', {
    type: 'button',
    class: 'grave',
    onclick: () => dispatch({ does: 'emergencyStop', stopped: !stopped }, STOP),
  });
  const rules = createRules(context);
  const acts = createActs(context);
  const element = h(
    'chair-bar',
    { role: 'region', 'aria-label': t('round.label'), hidden: true },
    lead,
    h('div', { class: 'actions' }, acts.undo, invite, begin, end, stop),
    h('div', { class: 'tools' }, rules.element, acts.element),
    state,
    downloads.element,
    sentence,
  );

  async function finish() {
    const answer = await ask(words, {
      title: t('round.end.title'),
      text: t('round.end.text'),
      confirm: t('round.end'),
      grave: true,
    });
    if (answer) dispatch({ does: 'endMeeting' }, END);
  }

  return {
    element,
    /** The record is on disk: the server said so. */
    saved() {
      isSaved = true;
      announcer.polite('saved', t('round.saved'));
      redraw();
    },
    undo: acts.undoLast,
    update(model) {
      const { shown: { role, meeting }, busy, refusal: refusalOf } = model;
      rules.update(model);
      acts.update(model);
      element.hidden = role !== 'moderator' || !meeting;
      const ended = isSaved || meeting?.phase === 'ended';
      const before = BEFORE.includes(meeting?.phase ?? '');
      begin.hidden = ended || !before;
      end.hidden = ended || before || busy(END);
      lead.hidden = invite.hidden = ended;
      stopped = Boolean(meeting?.stopped);
      stop.hidden = ended;
      write(stop, t(stopped ? 'round.goOn' : 'round.stop'));
      set(element, 'data-stopped', stopped);
      say(state, ended ? t('round.saved') : busy(END) ? t('round.saving') : null);
      downloads.element.hidden = !ended;
      const refused = refusalOf(BEGIN) ?? refusalOf(END) ?? refusalOf(STOP);
      say(sentence, refused && refusal(refused));
    },
  };
}

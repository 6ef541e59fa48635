/** @import { Context, View } from './types.d.ts' */
import { ask } from '../ui/dialog.js';
import { h, say } from '../ui/dom.js';
import { createCopying } from './copying.js';
import { createDownloads } from './downloads.js';

const BEGIN = 'round.begin';
const END = 'round.end';
const BEFORE = ['planned', 'lobby'];

/**
 * What a moderator does with the round as a whole.
 *
 * @param {Context} context
 * @param {() => { meeting: string | null, key: string | null }} record where the record is
 * @returns {View & { saved(): void }}
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
  const downloads = createDownloads(context, record);
  const invite = createCopying(context, { label: t('round.copy'), text: () => location.href });
  const element = h(
    'chair-bar',
    { role: 'region', 'aria-label': t('round.label'), hidden: true },
    lead,
    h('div', { class: 'actions' }, invite, begin, end),
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
    update({ shown: { role, meeting }, busy, refusal: refusalOf }) {
      element.hidden = role !== 'moderator' || !meeting;
      const ended = isSaved || meeting?.phase === 'ended';
      const before = BEFORE.includes(meeting?.phase ?? '');
      begin.hidden = ended || !before;
      end.hidden = ended || before || busy(END);
      lead.hidden = invite.hidden = ended;
      say(state, ended ? t('round.saved') : busy(END) ? t('round.saving') : null);
      downloads.element.hidden = !ended;
      const refused = refusalOf(BEGIN) ?? refusalOf(END);
      say(sentence, refused && refusal(refused));
    },
  };
}

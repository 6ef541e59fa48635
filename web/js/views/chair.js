/** @import { Context, View } from './types.d.ts' */
import { ask } from '../ui/dialog.js';
import { h, say, set, write } from '../ui/dom.js';
import { createActs } from './acts.js';
import { createAnnouncing } from './announcing.js';
import { createCopying } from './copying.js';
import { createDownloads } from './downloads.js';
import { askToEnd } from './ending.js';
import { createPeople } from './people.js';
import { createRules } from './rules.js';
import { createStageControl } from './stage-control.js';
import { createToolbox } from './toolbox.js';

const BEGIN = 'round.begin';
const END = 'round.end';
const STOP = 'round.stop';
const BEFORE = ['planned', 'lobby'];

/**
 * What a moderator does with the round as a whole.
 *
 * @param {Context} context
 * @param {() => { meeting: string | null, key: string | null }} record where the record is
 * @returns {View & { saved(): void, undo(): void, stop(): void, code(): void }}
 */
export function createChair(context, record) {
  const { words, dispatch, redraw, announcer } = context;
  const { t, refusal } = words;
  let isSaved = false;
  /** @type {import('../core/types.d.ts').Shown | null} */
  let shown = null;
  /** How many questions this moderator has handed to the next round. */
  let goOn = 0;

  const begin = h('button', {
    type: 'button',
    class: 'primary',
    onclick: () => dispatch({ does: 'setPhase', phase: 'live' }, BEGIN),
  }, t('round.begin'));
  const end = h('button', { type: 'button', class: 'end', onclick: finish }, t('round.end'));
  const lead = h('p', { class: 'lead' }, t('round.moderating'));
  const state = h('p', { class: 'saved', hidden: true });
  const sentence = h('p', { class: 'refusal', hidden: true });
  const downloads = createDownloads(context, record, true);
  const invite = createCopying(context, {
    label: t('round.copy'),
    text: () => location.origin + location.pathname,
  });
  let stopped = false;
  let showsCode = true;
  const stop = h('button', {
    type: 'button',
    class: 'grave',
    onclick: () => dispatch({ does: 'emergencyStop', stopped: !stopped }, STOP),
  });
  const stopWords = h('span', {});
  const stopRest = h('span', { class: 'rest' }, t('round.stop.rest'));
  stop.append(h('span', {}, stopWords, stopRest));
  // On a phone what is needed seldom is folded away.
  const more = h('button', { type: 'button', class: 'more', onclick: unfold }, t('moderate.more'));
  const rules = createRules(context);
  const stage = createStageControl(context);
  const announcing = createAnnouncing(context);
  const people = createPeople(context);
  const acts = createActs(context);
  const tools = createToolbox(t('tool.label'), [
    { name: 'rules', label: t('rules.title'), element: rules.element },
    { name: 'stage', label: t('rules.scene'), element: stage.element },
    { name: 'announce', label: t('tool.announce'), element: announcing.element },
    { name: 'people', label: t('tool.people'), element: people.element },
    { name: 'acts', label: t('acts.title'), element: acts.element },
  ]);
  const practice = h('p', { class: 'practice', hidden: true }, t('rehearse.marked'));
  const element = h(
    'chair-bar',
    { role: 'region', 'aria-label': t('round.label'), hidden: true },
    lead,
    h('div', { class: 'actions' }, acts.undo, invite, begin, end, stop, more),
    practice,
    acts.told,
    tools.element,
    state,
    downloads.element,
    sentence,
  );

  function unfold() {
    const isOpen = element.dataset.open === undefined;
    set(element, 'data-open', isOpen);
    set(more, 'aria-expanded', String(isOpen));
  }

  function savedWords() {
    const next = goOn ? t('round.handedOn', { n: goOn }) : '';
    return `${t('round.saved')} ${next}`.trim();
  }

  async function finish() {
    const answer = shown && await askToEnd(words, shown);
    if (!answer) return;
    ({ goOn } = answer);
    if (answer.except.length) dispatch({ does: 'handOn', except: answer.except }, END);
    dispatch({ does: 'endMeeting' }, END);
  }

  return {
    element,
    /** The record is on disk: the server said so. */
    saved() {
      isSaved = true;
      announcer.polite('saved', savedWords());
      redraw();
    },
    undo: acts.undoLast,
    /** By key: a second one, Enter, makes it so. */
    async stop() {
      if (stopped || stop.hidden) return;
      const sure = await ask(words, {
        title: t('round.stop.title'),
        text: t('round.stop.text'),
        confirm: t('round.stop.go'),
        grave: true,
      });
      if (sure) dispatch({ does: 'emergencyStop', stopped: true }, STOP);
    },
    code: () => dispatch({ does: 'setStage', showsCode: !showsCode }, STOP),
    update(model) {
      ({ shown } = model);
      const { role, meeting } = shown;
      const { busy, refusal: refusalOf } = model;
      for (const view of [rules, stage, announcing, people, acts]) view.update(model);
      element.hidden = role !== 'moderator' || !meeting;
      const ended = isSaved || meeting?.phase === 'ended';
      const before = BEFORE.includes(meeting?.phase ?? '');
      begin.hidden = ended || !before;
      end.hidden = ended || before || busy(END);
      lead.hidden = invite.hidden = tools.element.hidden = ended;
      const scene = model.shown.stage?.scene;
      tools.tell('stage', scene ? t(`rules.scene.${scene}`) : null);
      tools.tell('people', model.shown.moderation?.muted.length ? t('tool.muted') : null);
      practice.hidden = !model.shown.agenda?.rehearsal;
      stopped = Boolean(meeting?.stopped);
      showsCode = model.shown.stage?.showsCode !== false;
      stop.hidden = ended;
      write(stopWords, t(stopped ? 'round.goOn' : 'round.stop'));
      stopRest.hidden = stopped;
      more.hidden = ended;
      set(element, 'data-stopped', stopped);
      say(state, ended ? savedWords() : busy(END) ? t('round.saving') : null);
      downloads.element.hidden = !ended;
      const refused = refusalOf(BEGIN) ?? refusalOf(END) ?? refusalOf(STOP);
      say(sentence, refused && refusal(refused));
    },
  };
}

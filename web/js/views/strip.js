/** @import { Shown } from '../core/types.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { clockOf, minutes, standing } from '../core/queue.js';
import { h, say, set } from '../ui/dom.js';
import { callOf } from './calls.js';

/** Where the one action leads. */
const LEADS = { question: '#fragen', poll: '#umfrage', result: '#umfrage', speaker: '#redeliste' };

/**
 * What is on now, for whoever looks up for a moment: the same as on the shared screen.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createStrip({ words: { t } }) {
  const what = h('p', { class: 'what' });
  const about = h('p', { class: 'about', dir: 'auto' });
  const clock = h('p', { class: 'clock', hidden: true });
  const lead = h('a', { class: 'button' });
  const element = h(
    'now-strip',
    { role: 'region', 'aria-label': t('strip.label'), hidden: true },
    h('div', {}, what, about),
    clock,
    lead,
  );

  /** @param {Shown} shown */
  function subject({ stage, questions, queue, agenda, nowOn }) {
    switch (stage?.scene) {
      case 'question':
        return questions.find(({ id }) => id === stage.subject)?.text.replace(/\s+/g, ' ') ?? '';
      case 'poll':
      case 'result':
        return nowOn;
      case 'speaker':
        return queue?.turn ? callOf(queue.turn.who, t) : '';
      case 'agenda':
        return agenda?.items.find(({ id }) => id === agenda.current?.item)?.title ?? '';
      default:
        return '';
    }
  }

  return {
    element,
    /** @param {Model} model */
    update({ shown, now }) {
      const { stage, queue, meeting } = shown;
      const scene = stage?.scene ?? 'welcome';
      const ended = meeting?.phase === 'ended';
      const words = subject(shown);
      const isEmpty = scene in LEADS && !words;
      // Whoever speaks is told so by a notice of their own.
      const isOwn = scene === 'speaker' && standing(queue, shown.me).is === 'speaking';
      element.hidden = !stage || ended || scene === 'welcome' || isEmpty || isOwn;
      set(element, 'data-scene', scene);
      say(what, t(`strip.${scene}`));
      say(about, words);
      const turn = scene === 'speaker' ? queue?.turn : null;
      say(clock, turn ? minutes(clockOf(turn, now).spoken) : null);
      set(clock, 'data-state', turn ? clockOf(turn, now).state : null);
      const href = LEADS[/** @type {keyof typeof LEADS} */ (scene)];
      lead.hidden = !href;
      if (!href) return;
      set(lead, 'href', href);
      say(lead, t(`strip.${scene}.lead`));
    },
  };
}

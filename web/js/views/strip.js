/** @import { ShownPoll } from '../core/poll.d.ts' */
/** @import { Shown } from '../core/types.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { pollToVote, titleOf } from '../core/polls.js';
import { clockOf, minutes, standing } from '../core/queue.js';
import { h, say, set } from '../ui/dom.js';
import { callOf } from './calls.js';

/** Where the one action leads. */
const LEADS = { question: '#fragen', poll: '#umfrage', result: '#umfrage', speaker: '#redeliste' };

/**
 * What is on now, for whoever looks up for a moment: a poll that waits for their vote, else the
 * same as on the shared screen.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createStrip({ words }) {
  const { t } = words;
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

  /** @param {Shown} shown @param {string} scene @param {ShownPoll | null} waiting */
  function subject({ stage, questions, queue, agenda, polls }, scene, waiting) {
    const poll = waiting ?? polls.find(({ onStage }) => onStage);
    switch (scene) {
      case 'question':
        return questions.find(({ id }) => id === stage?.subject)?.text.replace(/\s+/g, ' ') ?? '';
      case 'poll':
      case 'result':
        return poll ? titleOf(poll.form, words) : '';
      case 'speaker':
        return queue?.turn ? callOf(queue.turn.who, t) : '';
      case 'agenda':
        return agenda?.items.find(({ id }) => id === agenda.current?.item)?.title ?? '';
      default:
        return '';
    }
  }

  /** @param {Shown} shown @param {string} scene @param {ShownPoll | null} waiting */
  function sayings({ polls }, scene, waiting) {
    if (scene !== 'poll' || waiting) return [t(`strip.${scene}`), `strip.${scene}.lead`];
    const isCounted = polls.some(({ onStage, own }) => onStage && own);
    return [t(isCounted ? 'strip.poll.counted' : 'strip.poll'), 'strip.result.lead'];
  }

  return {
    element,
    /** @param {Model} model */
    update({ shown, now }) {
      const { stage, queue, meeting, polls } = shown;
      const ended = meeting?.phase === 'ended';
      // The emergency stop is for all, and nobody can vote now.
      const isStopped = stage?.scene === 'neutral';
      const waiting = isStopped ? null : pollToVote(polls);
      const scene = waiting ? 'poll' : stage?.scene ?? 'welcome';
      const words = subject(shown, scene, waiting);
      const isEmpty = (scene in LEADS || scene === 'agenda') && !words;
      // Whoever speaks is told so by a notice of their own.
      const isOwn = scene === 'speaker' && standing(queue, shown.me).is === 'speaking';
      element.hidden = !stage || ended || scene === 'welcome' || isEmpty || isOwn;
      set(element, 'data-scene', scene);
      const isLive = shown.questions.some(({ id, state }) =>
        id === stage?.subject && state === 'live'
      );
      set(element, 'data-live', isLive);
      const [saying = '', leading = ''] = sayings(shown, scene, waiting);
      say(what, saying);
      say(about, words);
      const turn = scene === 'speaker' ? queue?.turn : null;
      say(clock, turn ? minutes(clockOf(turn, now).spoken) : null);
      set(clock, 'data-state', turn ? clockOf(turn, now).state : null);
      const href = LEADS[/** @type {keyof typeof LEADS} */ (scene)];
      lead.hidden = !href;
      if (!href) return;
      set(lead, 'href', href);
      say(lead, t(leading));
    },
  };
}

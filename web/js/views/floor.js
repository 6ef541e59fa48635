/** @import { Turn } from '../core/queue.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { clockOf, minutes } from '../core/queue.js';
import { h, newId, say, set, write } from '../ui/dom.js';
import { callOf } from './calls.js';

const FLOOR = 'floor';
const MINUTE = 60;
/** How long a turn is thought to be that has no limit, before a minute is added. */
const NO_LIMIT = 120;

/**
 * Who has the floor, for how long, and what a moderator does about it.
 *
 * @param {Context} context
 * @returns {View & { act(name: string): void }}
 */
export function createFloor(context) {
  const { words, dispatch, keys } = context;
  const { t, refusal } = words;
  /** @type {Turn | undefined} */
  let turn;
  let last = '';
  let waiting = 0;
  let busy = false;

  const heading = h('h2', { id: newId('floor'), class: 'unseen' }, t('floor.heading'));
  const who = h('p', { class: 'who', dir: 'auto' });
  const note = h('p', { class: 'note', dir: 'auto', hidden: true });
  const spoken = h('span', { class: 'spoken' });
  const state = h('span', { class: 'state' });
  const clock = h('p', { class: 'clock', role: 'timer', 'aria-live': 'off' }, spoken, ' ', state);
  const next = button('next', t('floor.next'), () => {
    if (!waiting || busy) return;
    dispatch({ does: 'callNext', current: turn?.who.entry }, FLOOR);
  });
  const pause = button('pause', t('floor.pause'), () => onTurn('pauseTurn'));
  const resume = button('resume', t('floor.resume'), () => onTurn('resumeTurn'));
  const more = button('more', t('floor.more'), () => {
    if (!turn) return;
    const to = (turn.limit ?? NO_LIMIT) + MINUTE;
    dispatch({ does: 'extendTurn', turn: turn.who.entry, to }, FLOOR);
  });
  const end = button('end', t('floor.end'), () => onTurn('endTurn'));
  const back = button('back', t('floor.back'), () => {
    if (last) dispatch({ does: 'takeBackTurn', turn: last }, FLOOR);
  });
  next.classList.add('primary');
  const actions = h(
    'div',
    { class: 'actions', role: 'group', 'aria-label': t('floor.acts') },
    next,
    pause,
    resume,
    more,
    end,
    back,
  );
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'the-floor',
    { role: 'group', 'aria-labelledby': heading.id },
    heading,
    h('div', { class: 'now' }, h('div', {}, who, note), clock),
    actions,
    sentence,
  );

  /** @param {string} name @param {string} label @param {() => void} run */
  function button(name, label, run) {
    return h('button', {
      type: 'button',
      'data-act': name,
      'aria-keyshortcuts': keys.shortcut(name) || null,
      onclick: run,
    }, label);
  }

  /** @param {'pauseTurn' | 'resumeTurn' | 'endTurn'} does */
  function onTurn(does) {
    if (turn) dispatch({ does, turn: turn.who.entry }, FLOOR);
  }

  /** @param {number} now */
  function drawClock(now) {
    clock.hidden = !turn;
    if (!turn) return;
    const { spoken: seconds, left, state: is } = clockOf(turn, now);
    write(spoken, minutes(seconds));
    const paused = turn.running === undefined;
    write(
      state,
      paused
        ? t('floor.paused')
        : left === null
        ? ''
        : left < 0
        ? t('floor.over', { time: minutes(-left) })
        : t('floor.left', { time: minutes(left) }),
    );
    set(clock, 'data-state', paused ? 'paused' : is);
  }

  /** @param {Model} model */
  function update({ shown: { queue, role, meeting }, now, refusal: refusalOf, busy: isBusy }) {
    turn = queue?.turn;
    if (turn) last = turn.who.entry;
    waiting = queue?.waiting.length ?? 0;
    busy = isBusy(FLOOR);
    const moderates = role === 'moderator' && meeting?.phase !== 'ended';
    say(who, turn ? callOf(turn.who, t) : moderates ? t('floor.nobody') : null);
    say(note, turn?.who.note);
    drawClock(now);
    actions.hidden = !moderates;
    set(next, 'aria-disabled', !waiting || busy ? 'true' : null);
    pause.hidden = !turn?.running;
    resume.hidden = !turn || turn.running !== undefined;
    more.hidden = end.hidden = !turn;
    back.hidden = !last || Boolean(queue?.waiting.some(({ entry }) => entry === last));
    const refused = refusalOf(FLOOR);
    say(sentence, refused && refusal(refused));
    set(element, 'data-speaking', Boolean(turn));
    element.hidden = !turn && !moderates;
  }

  return {
    element,
    /** @param {string} name what a key asked for */
    act(name) {
      const found = [next, back].find(({ dataset }) => dataset.act === name);
      if (found && !found.hidden && !actions.hidden) found.click();
    },
    update,
  };
}

/** @import { Chat, Message } from './chat.d.ts' */
/** @import { Agenda, Moderation, Stage } from './chairing.d.ts' */
/** @import { Queue } from './queue.d.ts' */
/** @import { Me, Pending, ShownMessage, State, Talk } from './types.d.ts' */
import { isMessage } from './digest.js';

/**
 * Everything beside questions and polls: who speaks, what is written, what is on, who leads.
 *
 * @param {State} state
 * @param {Me | null} me
 * @param {readonly Pending[]} pending
 * @returns {Talk}
 */
export function talk(state, me, pending) {
  const only = (/** @type {string} */ kind) => state.things.get(`${kind}:${kind}`) ?? null;
  return {
    queue: /** @type {Queue | null} */ (only('queue')),
    chat: /** @type {Chat | null} */ (only('chat')),
    stage: /** @type {Stage | null} */ (only('stage')),
    agenda: /** @type {Agenda | null} */ (only('agenda')),
    moderation: /** @type {Moderation | null} */ (only('moderation')),
    messages: messages(state, me, pending),
    raising: pending.some(({ wish }) => wish.does === 'raiseHand' || wish.does === 'restoreHand'),
  };
}

/**
 * Messages by number, and behind them what is still under way.
 *
 * @param {State} state
 * @param {Me | null} me
 * @param {readonly Pending[]} pending
 * @returns {ShownMessage[]}
 */
function messages(state, me, pending) {
  const nameless = new Set(me?.anonymousMessages ?? []);
  /** @type {Map<string, ShownMessage>} */
  const shown = new Map();
  for (const thing of state.things.values()) {
    if (!isMessage(thing)) continue;
    const message = /** @type {Message} */ (thing);
    const own = nameless.has(message.id) ||
      (message.participant !== undefined && message.participant === me?.participant);
    shown.set(message.id, { ...message, own, sending: false });
  }
  // What one wrote to the moderators is known to its author alone.
  for (const message of me?.messages ?? []) {
    if (shown.has(message.id)) continue;
    const rest = { kind: /** @type {const} */ ('message'), number: 0, revision: 0 };
    shown.set(message.id, {
      ...message,
      ...rest,
      channel: 'toModerators',
      own: true,
      sending: false,
    });
  }
  const sorted = [...shown.values()].sort((a, b) => a.number - b.number || a.posted - b.posted);
  return [...sorted.map((message) => changed(message, pending)), ...underWay(shown, pending)];
}

/**
 * @param {ShownMessage} message
 * @param {readonly Pending[]} pending
 */
function changed(message, pending) {
  for (const { wish } of pending) {
    if (wish.does === 'editMessage' && wish.message === message.id) {
      return { ...message, text: wish.text, sending: true };
    }
    if (wish.does === 'deleteMessage' && wish.message === message.id) {
      return { ...message, sending: true };
    }
  }
  return message;
}

/**
 * @param {ReadonlyMap<string, ShownMessage>} shown
 * @param {readonly Pending[]} pending
 * @returns {ShownMessage[]}
 */
function underWay(shown, pending) {
  return pending.flatMap(({ ref, wish, at }) =>
    wish.does !== 'postMessage' || shown.has(ref) ? [] : [{
      kind: /** @type {const} */ ('message'),
      id: ref,
      revision: 0,
      number: Infinity,
      channel: wish.to ?? 'room',
      state: /** @type {const} */ ('shown'),
      posted: at,
      text: wish.text,
      own: true,
      sending: true,
    }]
  );
}

/** @import { Chat } from './chat.d.ts' */
/** @import { Frame, Since, State, Thing } from './types.d.ts' */
import { digest, isMessage } from './digest.js';

/** @type {State} */
export const NOTHING = { epoch: null, revision: 0, role: null, sync: null, things: new Map() };

/**
 * The state after a frame. Pure; a frame that changes nothing returns the same object.
 *
 * @param {State} state
 * @param {Frame} frame
 * @returns {State}
 */
export function reduce(state, frame) {
  switch (frame.type) {
    case 'welcome':
      return {
        epoch: frame.epoch,
        revision: frame.revision,
        role: frame.role,
        sync: null,
        things: replaced(frame.full ? new Map() : state.things, frame.things),
      };
    case 'things': {
      if (state.sync) return state;
      // Things are whole states, so an overlap is harmless; only a gap is not.
      if (frame.from > state.revision) return { ...state, sync: 'changes' };
      const revision = Math.max(state.revision, frame.revision);
      return { ...state, revision, things: replaced(state.things, frame.things) };
    }
    case 'beat': {
      if (state.sync || frame.revision < state.revision) return state;
      const agrees = digest(state.things.values()) === frame.digest;
      if (agrees && frame.revision === state.revision) return state;
      return { ...state, revision: frame.revision, sync: agrees ? null : 'everything' };
    }
    case 'history':
      // Messages are whole states, too, and harmless even while being out of step.
      return { ...state, things: replaced(state.things, frame.messages) };
    case 'rejected': {
      const { thing } = frame;
      if (!thing) return state;
      const held = state.things.get(nameOf(thing));
      if (held && held.revision >= thing.revision) return state;
      return { ...state, things: replaced(state.things, [thing]) };
    }
    default:
      return state;
  }
}

/**
 * From where to go on; nothing where all has to be sent.
 *
 * @param {State} state
 * @returns {Since | null}
 */
export function since(state) {
  if (state.epoch === null || state.sync === 'everything') return null;
  return { epoch: state.epoch, revision: state.revision };
}

/** @param {Thing} thing */
function nameOf(thing) {
  return `${thing.kind}:${thing.id}`;
}

/**
 * @param {ReadonlyMap<string, Thing>} things
 * @param {Thing[]} news
 */
function replaced(things, news) {
  if (!news.length) return things;
  const next = new Map(things);
  for (const thing of news) {
    // An older state of a thing never replaces a newer one (frames may overlap).
    const held = next.get(nameOf(thing));
    if (held && held.revision > thing.revision) continue;
    if (thing.gone) next.delete(nameOf(thing));
    else next.set(nameOf(thing), thing);
    if (isChat(thing)) letGo(next, thing.cleared);
  }
  return next;
}

/**
 * @param {Thing} thing
 * @returns {thing is Chat}
 */
function isChat(thing) {
  return thing.kind === 'chat';
}

/**
 * Messages to the room up to this number are shown to nobody any more.
 *
 * @param {Map<string, Thing>} things
 * @param {number} cleared
 */
function letGo(things, cleared) {
  for (const [name, thing] of things) {
    if (!isMessage(thing) || thing.channel !== 'room') continue;
    if (thing.number <= cleared) things.delete(name);
  }
}

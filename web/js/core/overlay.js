/** @import { Me, Meeting, Pending, People, Question, Shown, ShownQuestion, State } from './types.d.ts' */
import { pollsOf } from './polls.js';
import { talk } from './talk.js';

/** A moderator's wishes about a question after which its state is another one. */
const MOVING = new Set(['moveQuestion', 'mergeQuestion', 'reviseQuestion', 'answerQuestion']);

/**
 * What pages draw: the confirmed state, and over it what this person has wished and is under way.
 *
 * @param {State} state
 * @param {readonly Pending[]} pending
 * @returns {Shown}
 */
export function overlay(state, pending) {
  const meeting = /** @type {Meeting | null} */ (state.things.get('meeting:meeting') ?? null);
  const people = /** @type {People | null} */ (state.things.get('people:people') ?? null);
  const me = named(/** @type {Me | null} */ (state.things.get('me:me') ?? null), pending);
  return {
    role: state.role,
    meeting,
    people,
    me,
    questions: questions(state, me, pending),
    ...talk(state, me, pending),
    polls: pollsOf(state, pending),
  };
}

/**
 * @param {Me | null} me
 * @param {readonly Pending[]} pending
 */
function named(me, pending) {
  if (!me) return null;
  let shown = me;
  for (const { wish } of pending) {
    if (wish.does === 'setName') {
      shown = { ...shown, name: wish.name, organisation: wish.organisation };
    }
  }
  return shown;
}

/**
 * @param {State} state
 * @param {Me | null} me
 * @param {readonly Pending[]} pending
 */
function questions(state, me, pending) {
  const own = new Map((me?.questions ?? []).map((question) => [question.id, question]));
  const asked = new Set(
    pending.filter(({ wish }) => wish.does === 'askQuestion').map(({ ref }) => ref),
  );
  const supports = new Set(me?.supports ?? []);
  /** @type {Map<string, ShownQuestion>} */
  const shown = new Map();

  for (const thing of state.things.values()) {
    if (thing.kind !== 'question') continue;
    const question = /** @type {Question} */ (thing);
    const { id } = question;
    const mine = {
      own: own.has(id) || asked.has(id),
      supported: supports.has(id),
      original: own.get(id)?.original ?? question.forModerators?.original,
    };
    shown.set(id, confirmed(question, mine));
  }
  for (const question of own.values()) {
    if (shown.has(question.id)) continue;
    shown.set(question.id, { ...onlyOwn(question), ...question });
  }
  for (const entry of pending) lay(shown, entry);
  return [...shown.values()];
}

/** @type {WeakMap<Question, ShownQuestion>} */
const known = new WeakMap();

/**
 * A question as this person sees it: the same object as long as nothing about it has changed, so
 * that a list of hundreds need not be drawn anew for the one that has.
 *
 * @param {Question} question
 * @param {Pick<ShownQuestion, 'own' | 'supported' | 'original'>} mine
 */
function confirmed(question, mine) {
  const before = known.get(question);
  const { own, supported, original } = mine;
  if (before?.own === own && before.supported === supported && before.original === original) {
    return before;
  }
  const mergedInto = question.forModerators?.mergedInto;
  const rest = { sending: false, moving: false, shared: true, mergedInto };
  /** @type {ShownQuestion} */
  const shown = { ...question, ...mine, ...rest };
  known.set(question, shown);
  return shown;
}

/**
 * A question that the asker alone knows about: waiting, declined, or still under way.
 *
 * @param {{ id: string, text: string }} question
 * @returns {ShownQuestion}
 */
function onlyOwn({ id, text }) {
  return {
    id,
    text,
    state: 'open',
    support: 0,
    asked: 0,
    revision: 0,
    own: true,
    supported: false,
    sending: false,
    moving: false,
    shared: false,
  };
}

/**
 * @param {Map<string, ShownQuestion>} shown
 * @param {Pending} entry
 */
function lay(shown, { ref, wish, at }) {
  if (wish.does === 'askQuestion') {
    // Confirmed already: the pending row and the confirmed row are one row.
    if (shown.has(ref)) return;
    shown.set(ref, { ...onlyOwn({ id: ref, text: wish.text }), asked: at, sending: true });
  } else if (wish.does === 'support') {
    const question = shown.get(wish.question);
    if (!question || question.supported === wish.support) return;
    const support = Math.max(0, question.support + (wish.support ? 1 : -1));
    shown.set(wish.question, { ...question, supported: wish.support, support });
  } else if (wish.does === 'withdrawQuestion') {
    const question = shown.get(wish.question);
    if (question) shown.set(wish.question, { ...question, sending: true });
  } else if (MOVING.has(wish.does) && 'question' in wish && wish.question) {
    const question = shown.get(wish.question);
    if (question) shown.set(wish.question, { ...question, moving: true });
  }
}

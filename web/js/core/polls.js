/** @import { Form, KindName, Poll, Rules, ShownPoll, Tally } from './poll.d.ts' */
/** @import { Me, Pending, State, Thing } from './types.d.ts' */

/** Kinds in which people answer by their own words. */
export const TEXT_KINDS = new Set(['openText', 'words']);

/**
 * What a form asks for, and within which bounds.
 *
 * @param {Pick<Form, 'kind'>} form
 * @returns {{ kind: KindName, rules: Rules }}
 */
export function askedBy({ kind }) {
  const [name, rules] = Object.entries(kind)[0] ?? ['single', {}];
  return { kind: /** @type {KindName} */ (name), rules };
}

/**
 * What a poll is called: its title, else what it asks for, as far as there are words for that yet.
 *
 * @param {Pick<Form, 'title' | 'kind'>} form
 * @param {{ t(key: string): string, has(key: string): boolean }} words
 */
export function titleOf(form, { t, has }) {
  const usual = `poll.kind.${askedBy(form).kind}`;
  return form.title || t(has(usual) ? usual : 'view.poll');
}

/**
 * How many options somebody has to choose, and how many they may.
 *
 * @param {Form} form
 */
export function bounds(form) {
  const { kind, rules } = askedBy(form);
  const { min = 1, max = 1 } = rules;
  const least = kind === 'multiple' ? min : 1;
  return { min: least, max: Math.min(max, Math.max(1, form.options.length)) };
}

/**
 * Whether one tap is the vote: one option of some, and another tap changes it. What cannot be
 * changed any more takes a second step.
 *
 * @param {Form} form
 */
export function isAtOnce(form) {
  const { kind } = askedBy(form);
  const isOfOne = kind === 'single' || kind === 'yesNoAbstain' || kind === 'quiz' ||
    kind === 'topics';
  return form.changeable && isOfOne && bounds(form).max === 1;
}

/**
 * All polls with what belongs to them, in the order in which they were made.
 *
 * @param {State} state
 * @param {readonly Pending[]} pending
 * @returns {ShownPoll[]}
 */
export function pollsOf(state, pending) {
  const { things } = state;
  const me = /** @type {Me | undefined} */ (things.get('me:me'));
  const stage = /** @type {Thing & { scene?: string, subject?: string } | undefined} */ (
    things.get('stage:stage')
  );
  /** @type {ShownPoll[]} */
  const shown = [];
  for (const thing of things.values()) {
    if (thing.kind !== 'poll') continue;
    const poll = /** @type {Poll} */ (thing);
    const scene = stage?.subject === poll.id ? stage.scene : null;
    shown.push({
      ...poll,
      tally: tallyOf(things, poll),
      own: me?.ballots?.find((own) => own.poll === poll.id && own.round === poll.round) ?? null,
      sending: sendingTo(poll, pending),
      steered: pending.some(({ wish }) =>
        'poll' in wish && wish.poll === poll.id && wish.does !== 'castBallot'
      ),
      eligible: !poll.before || !me || me.participant < poll.before,
      onStage: scene === 'poll' || scene === 'result' ? scene : null,
    });
  }
  return shown.sort((a, b) => a.number - b.number);
}

/**
 * @param {ReadonlyMap<string, Thing>} things
 * @param {Poll} poll
 */
function tallyOf(things, { id, round }) {
  const tally = /** @type {Tally | undefined} */ (things.get(`tally:${id}`));
  return tally && tally.round === round ? tally : null;
}

/** @param {Poll} poll @param {readonly Pending[]} pending */
function sendingTo({ id, round }, pending) {
  for (const { wish } of [...pending].reverse()) {
    if (wish.does === 'castBallot' && wish.poll === id && wish.round === round) return wish.ballot;
  }
  return null;
}

/**
 * In which order they are looked for: what can be done, then what is news, then what was; of each
 * the newest first, so that nobody overlooks a second poll that opens.
 *
 * @param {readonly ShownPoll[]} polls
 */
export function sortedByState(polls) {
  const latest = (/** @type {ShownPoll} */ a, /** @type {ShownPoll} */ b) =>
    (b.closed ?? 0) - (a.closed ?? 0) || b.number - a.number;
  return {
    open: polls.filter(({ state }) => state === 'open').reverse(),
    drafts: polls.filter(({ state }) => state === 'draft'),
    over: polls.filter(({ state }) => state === 'closed' || state === 'published').sort(latest),
  };
}

/**
 * The poll that this person can still vote in, the one on the shared screen first, else the newest.
 *
 * @param {readonly ShownPoll[]} polls
 */
export function pollToVote(polls) {
  const waiting = polls.filter(({ state, eligible, own, sending }) =>
    state === 'open' && eligible && !own && !sending
  );
  return waiting.find(({ onStage }) => onStage) ?? waiting.at(-1) ?? null;
}

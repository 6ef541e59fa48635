/// <reference lib="deno.ns" />
/** @import { Form, KindName, Poll, Rules } from '../../../web/js/core/poll.d.ts' */
/** @import { Pending, State } from '../../../web/js/core/types.d.ts' */
import { readNumber, sameBallot, shortcoming, sum } from '../../../web/js/core/ballots.js';
import { changesOf } from '../../../web/js/core/comparing.js';
import { copyOf, formOf, kindOf, lineOf, readLine } from '../../../web/js/core/poll-line.js';
import {
  askedBy,
  bounds,
  isAtOnce,
  pollsOf,
  pollToVote,
  sortedByState,
} from '../../../web/js/core/polls.js';
import { leaders, lengths, rowsOf, sizes, unscaled } from '../../../web/js/core/results.js';
import { fixture, holds, same } from './support.js';

const things = fixture('things');

/** @param {...Record<string, unknown>} held @returns {State} */
function stateOf(...held) {
  const named = held.map((
    thing,
  ) => /** @type {[string, any]} */ ([`${thing.kind}:${thing.id}`, thing]));
  return { epoch: 'e', revision: 40, role: 'participant', sync: null, things: new Map(named) };
}

/** @param {KindName} kind @param {Rules} [rules] @param {Partial<Form>} [rest] @returns {Form} */
function form(kind, rules = {}, rest = {}) {
  return {
    title: 'Frage?',
    kind: { [kind]: rules },
    options: ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase() })),
    secrecy: 'secret',
    results: 'afterClose',
    changeable: true,
    base: 'cast',
    eligibility: 'everyone',
    ...rest,
  };
}

/** @param {Partial<Poll>} [more] @returns {any} */
function poll(more) {
  return { ...things.pollOpen, ...more };
}

/** @param {unknown} wish @returns {Pending} */
function wished(wish) {
  return /** @type {any} */ ({ ref: 'r', wish, control: 'c', at: 0 });
}

Deno.test('A poll comes with its numbers, the own ballot and what is under way', () => {
  const { id } = things.pollOpen;
  const me = { ...things.meWithBallot, ballots: [{ ...things.meWithBallot.ballots[0], poll: id }] };
  const ballot = { choices: ['b'] };
  const casting = wished({ does: 'castBallot', poll: id, round: 1, ballot, seen: 1 });
  const [shown] = pollsOf(stateOf(things.pollOpen, things.tallyHidden, me), [casting]);
  same([shown?.tally?.cast, shown?.own?.ballot, shown?.sending], [
    2,
    { choices: ['a', 'c'] },
    ballot,
  ]);
  holds(!shown?.steered, 'to vote is not to steer');
  const closing = wished({ does: 'closePoll', poll: id, publish: true, seen: 1 });
  holds(pollsOf(stateOf(things.pollOpen), [closing])[0]?.steered, 'somebody closes it');
});

Deno.test('Numbers and ballots of another round are not those of this one', () => {
  const { id } = things.pollOpen;
  const me = { ...things.meWithBallot, ballots: [{ ...things.meWithBallot.ballots[0], poll: id }] };
  const old = wished({ does: 'castBallot', poll: id, round: 1, ballot: {}, seen: 1 });
  const [shown] = pollsOf(stateOf(poll({ round: 2 }), things.tallyHidden, me), [old]);
  same([shown?.tally, shown?.own, shown?.sending], [null, null, null]);
});

Deno.test('Whoever came later than a poll for those present may not vote in it', () => {
  const me = { kind: 'me', id: 'me', participant: 120 };
  const [shown] = pollsOf(stateOf(things.pollQuizForParticipants, me), []);
  same([shown?.eligible, things.pollQuizForParticipants.before], [false, 119]);
  const before = { ...me, participant: 118 };
  holds(pollsOf(stateOf(things.pollQuizForParticipants, before), [])[0]?.eligible, 'was there');
});

Deno.test('One is asked to vote once, in what is on the shared screen first', () => {
  const two = [poll({ id: 'one', number: 1 }), poll({ id: 'two', number: 2 })];
  const stage = { kind: 'stage', id: 'stage', scene: 'poll', subject: 'one' };
  same(pollToVote(pollsOf(stateOf(...two), []))?.id, 'two');
  same(pollToVote(pollsOf(stateOf(...two, stage), []))?.id, 'one');
  const casting = (/** @type {string} */ poll) =>
    wished({ does: 'castBallot', poll, round: 1, ballot: {}, seen: 1 });
  same(pollToVote(pollsOf(stateOf(...two, stage), [casting('one')]))?.id, 'two');
  same(pollToVote(pollsOf(stateOf(...two), [casting('one'), casting('two')])), null);
  same(pollToVote(pollsOf(stateOf(things.pollClosed), [])), null);
});

Deno.test('What runs comes first, then what was closed last', () => {
  const all = [
    poll({ id: 'early', number: 1, state: 'published', closed: 5 }),
    poll({ id: 'run1', number: 2 }),
    poll({ id: 'late', number: 3, state: 'closed', closed: 9 }),
    poll({ id: 'run2', number: 4 }),
    poll({ id: 'draft', number: 5, state: 'draft' }),
  ];
  const { open, over, drafts } = sortedByState(pollsOf(stateOf(...all), []));
  const ids = (/** @type {{ id: string }[]} */ polls) => polls.map(({ id }) => id);
  same([ids(open), ids(over), ids(drafts)], [['run2', 'run1'], ['late', 'early'], ['draft']]);
});

Deno.test('One tap is a vote where one option is chosen and another tap changes it', () => {
  const at = (/** @type {KindName} */ kind, /** @type {Rules} */ rules = {}) =>
    isAtOnce(form(kind, rules));
  holds(at('single') && at('yesNoAbstain') && at('quiz', { max: 1 }), 'one of some');
  holds(!at('quiz', { max: 2 }) && !at('topics', { max: 3 }), 'some of them');
  holds(!at('multiple', { min: 1, max: 1 }) && !at('scale') && !at('ranking'), 'a form');
  holds(!isAtOnce(form('single', {}, { changeable: false })), 'what is final has a second step');
});

Deno.test('There are never more to choose than there are options', () => {
  same(bounds(form('multiple', { min: 2, max: 9 })), { min: 2, max: 3 });
  same(bounds(form('topics', { max: 2 })), { min: 1, max: 2 });
  same(bounds(form('single')), { min: 1, max: 1 });
  same(askedBy({ kind: {} }), { kind: 'single', rules: {} });
});

Deno.test('A line is a poll: its words, its answers, and a star before what is right', () => {
  same(readLine('  Wo?  | A |  B  ||'), { title: 'Wo?', options: [{ text: 'A' }, { text: 'B' }] });
  same(readLine('Wo? | A | * B').options[1], { text: 'B', correct: true });
  same(readLine('Wie viel? | 2*3 | *').options, [{ text: '2*3' }, { text: '*' }]);
  same([kindOf(readLine('Ja?')), kindOf(readLine('Ja? | A')), kindOf(readLine('? | *A'))], [
    'yesNoAbstain',
    'single',
    'quiz',
  ]);
  same(formOf('Ja?'), { title: 'Ja?', kind: { yesNoAbstain: {} }, options: [] });
  same(formOf('Wo? | *A | B | *C').kind, { quiz: { max: 2 } });
});

Deno.test('A chosen kind takes what it needs of the line, within what is possible', () => {
  const of = (/** @type {KindName} */ kind, /** @type {Rules} */ rules = {}) =>
    formOf('Wo? | *A | B', { kind, rules });
  same(of('words').options, []);
  same(of('multiple').kind, { multiple: { min: 1, max: 2 } });
  same(of('multiple', { min: 5, max: 9 }).kind, { multiple: { min: 2, max: 2 } });
  same(of('single').options, [{ text: 'A' }, { text: 'B' }]);
  same(formOf('Wo?', { rest: { secrecy: 'named' } }).secrecy, 'named');
});

Deno.test('A form is the line that would make it, and its copy has no letters of its own', () => {
  for (const line of ['Wo? | A | B', 'Wo? | *A | B', 'Ja?']) {
    const made = formOf(line);
    const options = (made.options ?? []).map((option, at) => ({ id: 'abc'[at] ?? '', ...option }));
    const whole = { ...form('single'), ...made, options };
    same(lineOf(whole), line);
    same(copyOf(whole).options, made.options);
  }
});

Deno.test('A number is read as people of both languages write it', () => {
  /** @type {[string, number, 'de' | 'en', number | null][]} */
  const cases = [
    ['1.234,5', 1, 'de', 12345],
    ['1.234,5', 1, 'en', 12345],
    ['1234.5', 1, 'de', 12345],
    ['1,234.5', 1, 'de', 12345],
    ['1.234', 0, 'de', 1234],
    ['1.234', 3, 'de', 1234000],
    ['1.234', 3, 'en', 1234],
    ['1,234', 3, 'en', 1234000],
    ['0.125', 3, 'de', 125],
    ['1.000.000', 0, 'de', 1000000],
    ['1 000', 0, 'de', 1000],
    ['1’000', 0, 'de', 1000],
    ['−5', 0, 'de', -5],
    ['+5', 0, 'de', 5],
    ['２５', 0, 'de', 25],
    [',5', 1, 'de', 5],
    ['5,', 1, 'de', 50],
    ['-0', 0, 'de', 0],
    ['12,50', 1, 'de', 125],
    ['12,55', 1, 'de', null],
    ['12.34.5', 1, 'de', null],
    ['1,2,3', 0, 'de', null],
    ['1e3', 0, 'de', null],
    ['0x10', 0, 'de', null],
    ['', 0, 'de', null],
    ['.', 0, 'de', null],
    ['viel', 0, 'de', null],
    ['99999999999999999999', 0, 'de', null],
  ];
  for (const [typed, decimals, language, wanted] of cases) {
    const read = readNumber(typed, decimals, language);
    same([typed, read], [typed, wanted]);
    holds(!Object.is(read, -0), 'nothing has no sign');
  }
});

Deno.test('What a ballot lacks is told, and a whole one lacks nothing', () => {
  const many = form('multiple', { min: 2, max: 2 });
  const key = (/** @type {Form} */ asked, /** @type {any} */ ballot) =>
    shortcoming(asked, ballot)?.key ?? null;
  same(key(form('single'), { choices: [] }), 'poll.missing.choice');
  same(key(form('single'), { choices: ['a'] }), null);
  same(shortcoming(many, { choices: ['a'] }), { key: 'poll.missing.more', n: 2 });
  same(shortcoming(many, { choices: ['a', 'b', 'c'] }), { key: 'poll.missing.fewer', n: 2 });
  same(key(form('words'), { texts: [] }), 'poll.missing.text');
  same(key(form('ranking'), { ranking: [] }), 'poll.missing.choice');
  same(key(form('ranking'), { ranking: ['b'] }), null);
  same(key(form('points', { budget: 5 }), { points: { a: 0 } }), 'poll.missing.points');
  same(key(form('scale'), { scale: [3, null, 2] }), 'poll.missing.scale');
  same(key(form('scale', { noAnswer: true }), { scale: [3, null, 2] }), null);
  same(key(form('scale', { noAnswer: true }), { scale: [] }), 'poll.missing.scale');
  const guess = form('number', { min: 10, max: 100, step: 5 });
  same([null, 5, 105, 12, 15].map((number) => key(guess, number === null ? null : { number })), [
    'poll.missing.number',
    'poll.missing.range',
    'poll.missing.range',
    'poll.missing.step',
    null,
  ]);
});

Deno.test('Two ballots are the same whatever order they were filled in', () => {
  holds(sameBallot({ choices: ['a', 'b'] }, { choices: ['b', 'a'] }), 'ticks have no order');
  holds(!sameBallot({ ranking: ['a', 'b'] }, { ranking: ['b', 'a'] }), 'a ranking is an order');
  holds(sameBallot({ points: { a: 1, b: 0 } }, { points: { a: 1 } }), 'nothing is nothing');
  holds(!sameBallot({ texts: ['a'] }, { texts: ['b'] }), 'words');
  same(sum({ a: 2, b: 3 }), 5);
});

Deno.test('Shares are of those who count, and abstentions stand beside', () => {
  const asked = form('yesNoAbstain', {}, {
    options: ['yes', 'no', 'abstain'].map((id) => ({ id, text: '' })),
    base: 'withoutAbstentions',
  });
  const rows = rowsOf(asked, things.tallyYesNoAbstain.result);
  same(rows.map(({ count, share }) => [count, share]), [[2, 2 / 3], [1, 1 / 3], [1, null]]);
  same(rowsOf(asked, { base: 0, counts: {} }).map(({ share }) => share), [null, null, null]);
});

Deno.test('Rankings and points are told from the best on, choices as they were asked', () => {
  const ids = (/** @type {any[]} */ rows) => rows.map(({ id }) => id).join('');
  same(ids(rowsOf(form('ranking'), things.tallyRanking.result)), 'bac');
  same(ids(rowsOf(form('points'), things.tallyPoints.result)), 'bac');
  const counts = { a: 1, b: 3, c: 2 };
  same(ids(rowsOf(form('single'), { base: 6, counts })), 'abc');
  same(rowsOf(form('ranking'), things.tallyRanking.result)[0]?.beside, 2);
  same(rowsOf(form('words'), things.tallyWords.result), []);
});

Deno.test('Who leads is told with all who are level, and nobody where nobody voted', () => {
  const rows = [{ count: 2 }, { count: 3 }, { count: 3 }];
  same(leaders(rows), [{ count: 3 }, { count: 3 }]);
  same(leaders([{ count: 0 }, { count: 0 }]), []);
  same(leaders([]), []);
});

Deno.test('A bar is as long as its share, or as its part of the longest', () => {
  const rows = [{ count: 1, share: 0.25 }, { count: 3, share: 0.75 }];
  same(lengths(rows, true), [0.25, 0.75]);
  same(lengths(rows, false), [1 / 3, 1]);
  same(lengths([{ count: 0 }], false), [0]);
  same(lengths([{ count: 2, share: null }], true), [1]);
  same(lengths([{ count: 4, share: 1.5 }], true), [1]);
});

Deno.test('The most frequent word is the largest, and words that are level are alike', () => {
  same(sizes([{ count: 9 }, { count: 5 }, { count: 1 }]), [5, 3, 1]);
  same(sizes([{ count: 2 }, { count: 2 }]), [3, 3]);
  same(sizes([]), []);
  same([unscaled(1250, 2), unscaled(7)], [12.5, 7]);
});

Deno.test('A second round is compared with the first, option by option', () => {
  const asked = form('single');
  const earlier = {
    round: 1,
    published: true,
    cast: 10,
    present: 12,
    result: { counts: { a: 6, b: 4, c: 0 }, base: 10 },
  };
  const now = { counts: { a: 2, b: 7, c: 0 }, base: 9 };
  same(changesOf(asked, now, earlier), [
    { id: 'a', before: 6, now: 2, by: -4, length: 0.6 },
    { id: 'b', before: 4, now: 7, by: 3, length: 0.4 },
    { id: 'c', before: 0, now: 0, by: 0, length: 0 },
  ]);
  same(changesOf(asked, undefined, earlier), []);
  same(changesOf(asked, now, undefined), []);
  const other = { ...earlier, form: form('single', {}, { options: [{ id: 'a', text: 'Z' }] }) };
  same(changesOf(asked, now, other), [], 'something else was asked');
});

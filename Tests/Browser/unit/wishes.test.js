/// <reference lib="deno.ns" />
import { currentOf, markOf, nextOf, placeFor } from '../../../web/js/core/agenda.js';
import { createKeymap } from '../../../web/js/core/keymap.js';
import { fixture, holds, memoryStore, ROOT, same } from './support.js';

/** Wishes that no page offers, on purpose. */
const NOT_OFFERED = [
  // A second device needs its own way in first (product row A11 goes beyond what must be there).
  'inviteDevice',
];

/** @param {URL} folder @returns {string} */
function sources(folder) {
  return [...Deno.readDirSync(folder)].map(({ name, isDirectory }) => {
    const path = new URL(isDirectory ? `${name}/` : name, folder);
    if (isDirectory) return sources(path);
    return name.endsWith('.js') ? Deno.readTextFileSync(path) : '';
  }).join('\n');
}

Deno.test('Whatever the rules allow people to wish, some page offers', () => {
  /** @type {Record<string, object>[]} */
  const spelled = Object.values(fixture('commands'));
  const names = new Set(spelled.flatMap((command) => Object.keys(command)));
  holds(names.size > 70, `There are ${names.size} wishes.`);
  const code = sources(new URL('web/js/', ROOT));
  const offered = [...names].filter((name) => says(code, name));
  const missing = [...names].filter((name) => !offered.includes(name));
  same(missing.sort(), NOT_OFFERED);
});

/**
 * Some controls share the code that sends their wish.
 *
 * @param {string} code @param {string} name
 */
function says(code, name) {
  const typed = '(?:/\\*\\*[^*]*\\*/ \\()?';
  return new RegExp(`does: ${typed}'${name}'|(wish|onTurn)\\('${name}'`).test(code);
}

const ITEMS = ['one', 'two', 'three'].map((id) => ({
  id,
  kind: /** @type {const} */ ('talk'),
  title: id,
  minutes: 10,
}));
const AGENDA = { kind: /** @type {const} */ ('agenda'), id: 'agenda', revision: 1, items: ITEMS };

Deno.test('The agenda says what is on, what comes next, and when time runs out', () => {
  const running = { ...AGENDA, current: { item: 'two', since: 1_000 } };
  same(currentOf(running, 61_000)?.left, 540);
  same(currentOf(running, 700_000)?.left, -99);
  same(currentOf(AGENDA, 0), null);
  same(nextOf(running)?.id, 'three');
  same(nextOf(AGENDA)?.id, 'one');
  same(nextOf({ ...AGENDA, current: { item: 'three', since: 0 } }), null);
  same([400, 300, 61, 60, 1, 0, -5].map(markOf), [null, 5, 5, 1, 1, 0, 0]);
  same(markOf(null), null);
});

Deno.test('An item moves by one place, and not beyond the ends', () => {
  same(placeFor(ITEMS, 'two', -1), { before: 'one' });
  same(placeFor(ITEMS, 'two', 1), {});
  same(placeFor(ITEMS, 'one', 1), { before: 'three' });
  same(placeFor(ITEMS, 'one', -1), null);
  same(placeFor(ITEMS, 'three', 1), null);
});

Deno.test('A key can be another one, is never given twice, and lasts', () => {
  const store = memoryStore();
  const keys = createKeymap(store);
  same(keys.actFor('N'), 'next');
  same(keys.set('next', 'b'), 'back');
  same(keys.set('next', 'Tab'), 'next');
  same(keys.set('next', 'w'), null);
  same([keys.actFor('n'), keys.actFor('w')], [null, 'next']);
  const again = createKeymap(store);
  same(again.keyOf('next'), 'w');
  again.turn(false);
  same([again.actFor('w'), again.shortcut('next')], [null, null]);
  same(createKeymap(store).isOn, false);
  again.reset();
  same(again.keyOf('next'), 'n');
});

Deno.test('What somebody else has put in its place is no keymap', () => {
  for (const text of ['', 'null', '[]', '{"own":{"next":"Tab","what":"q","back":7}}', '{']) {
    const keys = createKeymap({ ...memoryStore(), get: () => text });
    same([keys.keyOf('next'), keys.keyOf('back'), keys.isOn], ['n', 'b', true], text);
  }
});

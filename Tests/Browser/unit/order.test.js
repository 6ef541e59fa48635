/// <reference lib="deno.ns" />
import { longestIncreasing, ranked, settled } from '../../../web/js/core/ranking.js';
import { countGraphemes, groupCode, readCode, tidy } from '../../../web/js/core/text.js';
import { arrange, staying } from '../../../web/js/ui/keyed.js';
import { holds, same, seeded } from './support.js';

const random = seeded(7);

/** @template T @param {readonly T[]} items */
function shuffled(items) {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = /** @type {[T, T]} */ ([copy[j], copy[i]]);
  }
  return copy;
}

/** The little of an element that `arrange` needs; counts what loses focus. */
class Row {
  /** @type {Row[]} */
  children = [];
  /** @type {Row | null} */
  parent = null;
  moves = 0;

  /** @param {Row} row @param {Row | null} before */
  insertBefore(row, before) {
    row.remove();
    row.moves++;
    row.parent = this;
    const at = before ? this.children.indexOf(before) : this.children.length;
    if (at < 0) throw new Error('NotFoundError');
    this.children.splice(at, 0, row);
  }
  remove() {
    if (this.parent) this.parent.children.splice(this.parent.children.indexOf(this), 1);
    this.parent = null;
  }
  /** @param {unknown} other */
  contains(other) {
    return this === other;
  }
}

Deno.test('Rows end in the wanted order, and the focused one never moves', () => {
  for (let round = 0; round < 500; round++) {
    const parent = new Row();
    const all = Array.from({ length: 12 }, () => new Row());
    const before = shuffled(all).slice(0, Math.floor(random() * 13));
    for (const row of before) parent.insertBefore(row, null);
    for (const row of all) row.moves = 0;
    const wanted = shuffled(all).slice(0, Math.floor(random() * 13));
    const focused = before[Math.floor(random() * before.length)] ?? null;
    arrange(/** @type {any} */ (parent), /** @type {any} */ (wanted), /** @type {any} */ (focused));
    holds(
      parent.children.length === wanted.length &&
        parent.children.every((row, i) => row === wanted[i]),
      `round ${round}: wrong order`,
    );
    holds(!focused?.moves, `round ${round}: the focused row moved`);
  }
});

Deno.test('As few rows as possible are moved', () => {
  for (let round = 0; round < 300; round++) {
    const values = shuffled([0, 1, 2, 3, 4, 5, 6]);
    let best = 0;
    for (let mask = 0; mask < 128; mask++) {
      const chosen = values.filter((_, i) => mask & (1 << i));
      if (chosen.every((value, i) => i === 0 || Number(chosen[i - 1]) < value)) {
        best = Math.max(best, chosen.length);
      }
    }
    same(longestIncreasing(values).size, best, values.join());
    same(staying(values, -1).size, best, values.join());
  }
});

Deno.test('Most supported first; ties: older first; newest on request', () => {
  const q = (
    /** @type {string} */ id,
    /** @type {number} */ support,
    /** @type {number} */ asked,
  ) => ({
    id,
    support,
    asked,
  });
  const all = [q('a', 1, 3), q('b', 5, 2), q('c', 5, 1), q('d', 0, 9)];
  for (let round = 0; round < 20; round++) {
    same(ranked(shuffled(all), 'support').map(({ id }) => id), ['c', 'b', 'a', 'd']);
    same(ranked(shuffled(all), 'newest').map(({ id }) => id), ['d', 'a', 'b', 'c']);
  }
});

Deno.test('A frozen list keeps its order, news come last, and changes are counted', () => {
  same(settled(['a', 'b', 'c'], ['a', 'b', 'c']), { order: ['a', 'b', 'c'], changes: 0 });
  same(settled(['a', 'b', 'c'], ['c', 'a', 'b']), { order: ['a', 'b', 'c'], changes: 1 });
  same(settled(['a', 'b', 'c'], ['n', 'a', 'c']), { order: ['a', 'c', 'n'], changes: 1 });
  same(settled(['a', 'b'], ['a', 'b', 'n']), { order: ['a', 'b', 'n'], changes: 0 });
});

Deno.test('Characters are counted as people count them', () => {
  same(countGraphemes('Kaffee ☕👩🏽‍💻é'), 10);
});

Deno.test('A code is read as people type it', () => {
  for (const typed of ['7K4M2P', '7k4 m2p', ' 7k4-m2p ', '7K4–M2P', '７Ｋ４Ｍ２Ｐ']) {
    same(readCode(typed), '7K4M2P', typed);
  }
  for (const typed of ['', '7K4M2', '7K4M2PP', '7K4_M2', 'ÄÖÜ123']) {
    same(readCode(typed), null, typed);
  }
  same(groupCode('7K4M2P'), '7K4\u00a0M2P');
});

Deno.test('Text for a list has no walls of empty lines', () => {
  same(tidy('\n a\r\n\n\n\n\nb \n'), 'a\n\nb');
});

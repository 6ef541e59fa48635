/// <reference lib="deno.ns" />
import { fieldOf, momentOf } from '../../../web/js/core/zone.js';
import { holds, same } from './support.js';

Deno.test('A moment stands in a field as on German clocks, in summer and in winter', () => {
  same(fieldOf(Date.UTC(2026, 4, 18, 7, 0)), '2026-05-18T09:00');
  same(fieldOf(Date.UTC(2026, 0, 21, 23, 30)), '2026-01-22T00:30');
  same(fieldOf(undefined), '');
});

Deno.test('A field is read as German clocks show it, wherever the browser is', () => {
  same(momentOf('2026-05-18T09:00'), Date.UTC(2026, 4, 18, 7, 0));
  same(momentOf('2026-01-22T00:30'), Date.UTC(2026, 0, 21, 23, 30));
  for (const text of ['', 'morgen', '2026-13-01T00:00']) {
    holds(momentOf(text) === undefined, text);
  }
});

Deno.test('Where an hour comes twice the first is meant, and one that never comes is later', () => {
  same(momentOf('2026-10-25T02:30'), Date.UTC(2026, 9, 25, 0, 30));
  same(momentOf('2026-03-29T02:30'), Date.UTC(2026, 2, 29, 1, 30));
});

Deno.test('What a field shows is what it was', () => {
  for (let hour = 0; hour < 24 * 366; hour += 7) {
    const ms = Date.UTC(2026, 0, 1, hour);
    const again = momentOf(fieldOf(ms));
    // But for the second of two equal hours.
    if (again !== ms) same(again, ms - 3_600_000);
  }
});

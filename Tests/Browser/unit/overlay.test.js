/// <reference lib="deno.ns" />
import { createOutbox, EXPIRES } from '../../../web/js/core/outbox.js';
import { overlay } from '../../../web/js/core/overlay.js';
import { read } from '../../../web/js/core/protocol.js';
import { NOTHING, reduce } from '../../../web/js/core/reduce.js';
import { safeStorage } from '../../../web/js/core/storage.js';
import { fixture, handTurnedClock, memoryStore, same } from './support.js';

const FIRST = 'Zmlyc3QtcXVlc3Rpb24tMQ';
const SECOND = 'c2Vjb25kLXF1ZXN0aW9uLQ';
const state = reduce(NOTHING, read(JSON.stringify(fixture('server-frames').welcomeNew)));

/** @param {import('../../../web/js/core/types.d.ts').Wish[]} wishes */
function shown(...wishes) {
  const pending = wishes.map((wish, i) => ({ ref: `ref-${i}`, wish, control: 'c', at: 5 }));
  return overlay(state, pending);
}

/** @param {ReturnType<typeof shown>} page @param {string} id */
function question(page, id) {
  return page.questions.find((candidate) => candidate.id === id);
}

Deno.test('A question under way is a row of its own', () => {
  const row = question(shown({ does: 'askQuestion', text: 'Neu' }), 'ref-0');
  same([row?.sending, row?.own, row?.text], [true, true, 'Neu']);
});

Deno.test('The pending row and the confirmed row are one row', () => {
  const pending = { ref: FIRST, wish: /** @type {const} */ ({ does: 'askQuestion', text: 'x' }) };
  const page = overlay(state, [{ ...pending, control: 'ask', at: 5 }]);
  same(page.questions.length, 2);
  same([question(page, FIRST)?.sending, question(page, FIRST)?.own], [false, true]);
});

Deno.test('Support shows at once, and counts nobody twice', () => {
  const up = /** @type {const} */ ({ does: 'support', question: FIRST, support: true });
  const down = /** @type {const} */ ({ ...up, support: false });
  const seen = (/** @type {ReturnType<typeof shown>} */ page) => {
    const row = question(page, FIRST);
    return [row?.supported, row?.support];
  };
  same(seen(shown()), [false, 12]);
  same(seen(shown(up)), [true, 13]);
  same(seen(shown(up, up)), [true, 13]);
  same(seen(shown(up, down)), [false, 12]);
  same(seen(shown(down)), [false, 12]);
});

Deno.test('A question that a moderator has just moved waits for that', () => {
  const seen = /** @type {const} */ ({ question: FIRST, to: 'live', seen: 3 });
  const page = shown({ does: 'moveQuestion', ...seen });
  same(question(page, FIRST)?.moving, true);
  same(question(page, SECOND)?.moving, false);
  same(question(shown(), FIRST)?.moving, false);
});

Deno.test('What only the asker knows is shown to the asker', () => {
  const me = fixture('things').meWithDeclinedQuestion;
  const things = new Map(state.things).set('me:me', me);
  things.delete(`question:${FIRST}`);
  const page = overlay({ ...state, things }, []);
  const row = question(page, FIRST);
  same([row?.state, row?.shared, row?.reason], ['declined', false, me.questions[0].reason]);
  same(row?.asked, me.questions[0].asked);
  same(question(page, SECOND)?.shared, true);
});

Deno.test('A name shows at once', () => {
  same(shown({ does: 'setName', name: 'Ada' }).me?.name, 'Ada');
});

Deno.test('The outbox survives a reload, expires, and keeps its order', () => {
  const store = memoryStore();
  const clock = handTurnedClock();
  const first = createOutbox(store, 'box', clock.now);
  first.add('a', { does: 'endMeeting' }, 'x');
  clock.turn(EXPIRES - 1000);
  first.add('b', { does: 'endMeeting' }, 'x');
  clock.turn(1000);
  const second = createOutbox(store, 'box', clock.now);
  same(second.entries.map(({ ref }) => ref), ['a', 'b']);
  same(second.expire().map(({ ref }) => ref), ['a']);
  same(second.due().map(({ ref }) => ref), ['b']);
  same(second.entries.length, 1);
});

Deno.test('What is acknowledged stays until its revision has arrived, and is not sent again', () => {
  const box = createOutbox(memoryStore(), 'box', () => 0);
  box.add('a', { does: 'endMeeting' }, 'x');
  box.acknowledge('a', 15);
  same(box.due(), []);
  same(box.arrived(14), false);
  same(box.entries.length, 1);
  same(box.arrived(15), true);
  same(box.entries.length, 0);
});

Deno.test('A broken outbox is an empty one', () => {
  for (const kept of ['', '{', '7', '[null,{}]', '[{"ref":"a"}]']) {
    const store = memoryStore();
    store.set('box', kept);
    same(createOutbox(store, 'box', () => 0).entries, [], kept);
  }
});

Deno.test('Storage that throws is remembered in memory, and says so', () => {
  const store = safeStorage(() => {
    throw new Error('SecurityError');
  });
  same(store.get('a'), null);
  same(store.set('a', '1'), false);
  same(store.get('a'), '1');
  store.remove('a');
  same(store.get('a'), null);
});

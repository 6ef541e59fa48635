/// <reference lib="deno.ns" />
/** @import { ShownMessage, State } from '../../../web/js/core/types.d.ts' */
import { goesOn, windowOf } from '../../../web/js/core/chatting.js';
import { linked, safe } from '../../../web/js/core/links.js';
import { overlay } from '../../../web/js/core/overlay.js';
import { clockOf, minutes, restorable, standing, waitAt } from '../../../web/js/core/queue.js';
import { fixture, holds, same } from './support.js';

const things = fixture('things');

/** @param {...string} names @returns {State} */
function stateOf(...names) {
  const held = names.map((name) => things[name]);
  const named = held.map((thing) => /** @type {const} */ ([`${thing.kind}:${thing.id}`, thing]));
  return { epoch: 'e', revision: 40, role: 'participant', sync: null, things: new Map(named) };
}

/** @param {number} number @param {Partial<ShownMessage>} [more] @returns {ShownMessage} */
function message(number, more) {
  return {
    kind: 'message',
    id: `m${number}`,
    revision: number,
    number,
    channel: 'room',
    state: 'shown',
    posted: number * 1000,
    text: `${number}`,
    own: false,
    sending: false,
    ...more,
  };
}

Deno.test('Everybody finds their own place in the list that all see', () => {
  const { queue } = overlay(stateOf('queue'), []);
  same(standing(queue, things.meSpeaking), { is: 'speaking', entry: 'hand-1----------------' });
  same(standing(queue, things.mePutAside), { is: 'aside', entry: 'hand-4----------------' });
  same(standing(queue, things.meNew), { is: 'down' });
  const waiting = things.queue.waiting.findIndex((/** @type {any} */ { entry }) =>
    entry === things.meWaiting.hands[0]
  );
  same(standing(queue, things.meWaiting), {
    is: 'waiting',
    entry: things.meWaiting.hands[0],
    place: waiting + 1,
  });
});

Deno.test('How long one waits is a range, and nothing while nobody has spoken', () => {
  const queue = { ...things.queueEmpty, usual: undefined };
  same(waitAt(queue, 3, 0), null);
  same(waitAt({ ...queue, usual: 180 }, 3, 0), { least: 4, most: 8 });
  same(waitAt({ ...queue, usual: 180 }, 1, 0), { least: 0, most: 1 });
  const turn = { who: things.queue.turn.who, began: 0, spoken: 60_000, running: 1_000 };
  same(waitAt({ ...queue, usual: 180, turn }, 1, 31_000), { least: 1, most: 2 });
});

Deno.test('The clock is the server’s, stands while it is paused, and turns amber at 80 %', () => {
  const turn = { who: things.queue.turn.who, began: 0, spoken: 40_000, running: 100_000 };
  same(clockOf(turn, 110_000), { spoken: 50, left: null, state: 'calm' });
  same(clockOf({ ...turn, limit: 100 }, 139_999), { spoken: 79, left: 21, state: 'calm' });
  same(clockOf({ ...turn, limit: 100 }, 140_000), { spoken: 80, left: 20, state: 'amber' });
  same(clockOf({ ...turn, limit: 100 }, 160_000), { spoken: 100, left: 0, state: 'over' });
  same(clockOf({ ...turn, running: undefined }, 9e9).spoken, 40);
  same(clockOf(turn, 0).spoken, 0);
  same([minutes(0), minutes(65), minutes(-5), minutes(3600)], ['0:00', '1:05', '−0:05', '60:00']);
});

Deno.test('A hand that one lowered by mistake can be raised again for ten seconds', () => {
  const until = things.meWithLoweredHand.lowered.restoreUntil;
  holds(restorable(things.meWithLoweredHand, until - 1), 'still possible');
  same(restorable(things.meWithLoweredHand, until), null);
  same(restorable(things.meTakenOffTheList, 0), null);
});

Deno.test('Only http and https are links, and a sentence’s full stop is not part of one', () => {
  const hrefs = (/** @type {string} */ text) =>
    linked(text).flatMap(({ href, text }) => href ? [text] : []);
  same(hrefs('Siehe https://example.org/a?b=c#d.'), ['https://example.org/a?b=c#d']);
  same(hrefs('(https://example.org/a_(b)) und HTTP://EXAMPLE.org!'), [
    'https://example.org/a_(b)',
    'HTTP://EXAMPLE.org',
  ]);
  for (
    const text of ['javascript:alert(1)', 'data:text/html,x', 'https://', 'x.org', 'ftp://a.b']
  ) {
    same(hrefs(text), [], text);
  }
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'ftp://a.b/c', 'x']) {
    same(safe(url), null, url);
  }
  same(safe('https://example.org'), 'https://example.org/');
  const turned = 'https://example.org/\u202egpj.exe';
  same(hrefs(turned), ['https://example.org/']);
  for (const text of [turned, '<img src="https://a.b/x">', 'a https://b.c d https://e.f']) {
    same(linked(text).map(({ text }) => text).join(''), text);
  }
});

Deno.test('The chat shows the newest 200, and older ones when they are asked for', () => {
  const all = Array.from({ length: 450 }, (_, at) => message(at + 1));
  const { history, live, older } = windowOf(all, { from: null, since: 440 });
  same([history.length, history[0]?.number, live.length, older], [190, 251, 10, true]);
  const more = windowOf(all, { from: 201, since: 440 });
  same([more.history[0]?.number, more.older], [201, true]);
  same(windowOf(all, { from: 1, since: 440 }).older, false);
  same(windowOf([], { from: null, since: 0 }), { history: [], live: [], older: false });
  const own = message(Infinity, { own: true, sending: true });
  same(windowOf([message(1), own], { from: null, since: 1 }).live, [own]);
});

Deno.test('What one person writes within five minutes stands under one name', () => {
  const first = message(1, { participant: 7 });
  holds(goesOn(first, message(2, { participant: 7 })), 'together');
  holds(!goesOn(first, message(2, { participant: 8 })), 'another person');
  holds(!goesOn(first, message(2)), 'nobody known');
  holds(!goesOn(first, message(400, { participant: 7 })), 'later');
  holds(!goesOn({ ...first, state: 'deleted' }, message(2, { participant: 7 })), 'a tombstone');
});

Deno.test('A message shows at once, once, and as one’s own', () => {
  const wish = /** @type {const} */ ({ does: 'postMessage', text: 'Hallo' });
  const pending = [{ ref: 'new', wish, control: 'post', at: 5 }];
  const before = overlay(stateOf('message', 'meNamed'), pending).messages;
  same(before.map(({ id, own, sending }) => [id, own, sending]), [
    [things.message.id, true, false],
    ['new', true, true],
  ]);
  const same1 = [{ ...pending[0], ref: things.message.id }];
  same(overlay(stateOf('message', 'meNamed'), /** @type {any} */ (same1)).messages.length, 1);
  const anonymous = overlay(stateOf('messageAnonymous', 'meWithAnonymousMessage'), []).messages;
  same(anonymous.map(({ own }) => own), [true, true]);
});

Deno.test('What the stage shows is known to every page, and a hand on its way, too', () => {
  const raising = [{ ref: 'r', wish: { does: 'raiseHand' }, control: 'hand', at: 0 }];
  const shown = overlay(stateOf('stageQuestion', 'queue', 'chat'), /** @type {any} */ (raising));
  same([shown.stage?.scene, shown.chat?.mode, shown.raising], ['question', 'open', true]);
  same(overlay(stateOf('stageQuestion'), []).raising, false);
});

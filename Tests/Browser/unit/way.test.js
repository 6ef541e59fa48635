/// <reference lib="deno.ns" />
import { createNet } from '../../../web/js/core/net.js';
import { createStream } from '../../../web/js/core/stream.js';
import { fakeLine, handTurnedClock, holds, same } from './support.js';

const MINUTES = 60_000;

/** Ada's page, on a network that she does not know. */
function page() {
  const clock = handTurnedClock();
  const line = fakeLine();
  const net = createNet({
    open: line.open,
    timers: clock,
    random: () => 0.5,
    greeting: () => '{"hello":{}}',
    ping: '{"ping":{}}',
    received: () => net.welcomed(15_000),
    finalReason: () => null,
    restarting: 1012,
    changed: () => {},
  });
  net.start();
  return { clock, line, net, ways: () => line.sockets.map(({ way }) => way) };
}

/** @param {ReturnType<typeof page>} ada */
function letIn({ line }) {
  line.last.opens();
  line.last.says({ welcome: {} });
}

Deno.test('A WebSocket that fails twice without a word is given up for the way round', () => {
  const ada = page();
  ada.line.last.closes(1006);
  ada.clock.turn(250);
  ada.line.last.closes(1006);
  same(ada.ways(), ['socket', 'socket', 'stream'], 'at once');
  letIn(ada);
  same([ada.net.connection, ada.net.isDetour], ['live', true]);
  same(ada.line.last.sent, [{ hello: {} }]);
});

Deno.test('A WebSocket that hangs is given up within three seconds', () => {
  const ada = page();
  ada.clock.turn(2_400);
  same(ada.ways(), ['socket']);
  ada.clock.turn(500);
  same(ada.ways(), ['socket', 'stream']);
  holds(ada.line.sockets[0]?.closed, 'the WebSocket is let go');
});

Deno.test('A WebSocket that opens in time may take longer to answer', () => {
  const ada = page();
  ada.clock.turn(2_000);
  ada.line.last.opens();
  ada.clock.turn(6_000);
  ada.line.last.says({ welcome: {} });
  same(ada.ways(), ['socket']);
  same([ada.net.connection, ada.net.isDetour], ['live', false]);
});

Deno.test('A WebSocket that opens and lets nothing through is given up, too', () => {
  const ada = page();
  ada.line.last.opens();
  ada.clock.turn(10_500);
  same(ada.ways(), ['socket', 'stream']);
});

Deno.test('Whoever had a WebSocket waits for the server rather than going round', () => {
  const ada = page();
  letIn(ada);
  ada.line.last.closes(1012);
  ada.clock.turn(1_500);
  for (let tries = 0; tries < 3; tries++) {
    same(ada.line.last.way, 'socket');
    ada.line.last.closes(1006);
    ada.clock.turn(5_000);
  }
  letIn(ada);
  same([...new Set(ada.ways())], ['socket']);
});

Deno.test('Whoever carries the machine into such a network goes round in the end', () => {
  const ada = page();
  letIn(ada);
  ada.line.last.closes(1006);
  for (let tries = 0; tries < 4; tries++) {
    ada.clock.turn(5_000);
    ada.line.last.closes(1006);
  }
  same(ada.line.last.way, 'stream');
});

Deno.test('When neither leads anywhere, both take turns', () => {
  const ada = page();
  for (let tries = 0; tries < 6; tries++) {
    ada.line.last.closes(1006);
    ada.clock.turn(10_000);
  }
  const ways = ada.ways().slice(0, 6);
  same(ways, ['socket', 'socket', 'stream', 'socket', 'stream', 'socket']);
});

Deno.test('A lost stream comes back as one, and tries a WebSocket after some minutes', () => {
  const ada = page();
  ada.clock.turn(2_500);
  letIn(ada);
  ada.line.last.closes(1012);
  ada.clock.turn(1_500);
  same(ada.line.last.way, 'stream');
  letIn(ada);
  for (let beats = 0; beats < 25; beats++) {
    ada.clock.turn(15_000);
    ada.line.last.says({ beat: {} });
  }
  ada.line.last.closes(1006);
  ada.clock.turn(5 * MINUTES);
  same(ada.ways().slice(0, 4), ['socket', 'stream', 'stream', 'socket']);
});

/** A browser's EventSource, played by the test. */
class FakeSource extends EventTarget {
  closed = false;
  close() {
    this.closed = true;
  }
  /** @param {string} name @param {string} data */
  tells(name, data) {
    this.dispatchEvent(new MessageEvent(name, { data }));
  }
}

/** @param {(id: string, text: string) => Promise<boolean>} post */
function stream(post) {
  const source = new FakeSource();
  const socket = createStream({ source, post, pong: 'pong' });
  /** @type {unknown[]} */
  const told = [];
  socket.onopen = () => told.push('open');
  socket.onmessage = ({ data }) => told.push(data);
  socket.onclose = ({ code }) => told.push(code);
  return { source, socket, told };
}

Deno.test('A stream looks like a WebSocket to its page', () => {
  const { source, told } = stream(() => Promise.resolve(true));
  source.tells('opened', '5eed');
  source.tells('message', '{"beat":{}}');
  source.tells('closed', '1012');
  source.tells('error', '');
  same(told, ['open', '{"beat":{}}', 1012]);
  holds(source.closed, 'the browser does not come back by itself');
});

Deno.test('What is said beside a stream arrives in order, one after the other', async () => {
  /** @type {string[]} */
  const posted = [];
  /** @type {((arrived: boolean) => void)[]} */
  const answers = [];
  const { source, socket } = stream((id, text) => {
    posted.push(`${id} ${text}`);
    return new Promise((answer) => answers.push(answer));
  });
  source.tells('opened', '5eed');
  socket.send('hello');
  socket.send('ask');
  source.tells('ping', '');
  same(posted, ['5eed hello']);
  for (let number = 0; number < 3; number++) {
    answers[number]?.(true);
    await new Promise((turn) => setTimeout(turn, 0));
  }
  same(posted, ['5eed hello', '5eed ask', '5eed pong']);
});

Deno.test('A word that does not arrive ends the stream', async () => {
  for (const answer of [() => Promise.resolve(false), () => Promise.reject(new TypeError())]) {
    const { source, socket, told } = stream(answer);
    source.tells('opened', '5eed');
    socket.send('hello');
    await new Promise((turn) => setTimeout(turn, 0));
    same(told, ['open', 1006]);
    holds(source.closed, 'it is let go');
    let refused = false;
    try {
      socket.send('more');
    } catch {
      refused = true;
    }
    holds(refused, 'nothing is said to it any more');
  }
});

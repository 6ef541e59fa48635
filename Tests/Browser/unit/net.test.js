/// <reference lib="deno.ns" />
import { backOff } from '../../../web/js/core/net.js';
import { createSession } from '../../../web/js/core/session.js';
import { fakeLine, fixture, handTurnedClock, holds, memoryStore, same, seeded } from './support.js';

const frames = fixture('server-frames');

/**
 * Ada opens the page, and the server takes her in.
 *
 * @param {{ random?: () => number, token?: string | null }} [means]
 */
function joined({ random = () => 0.5, token = null } = {}) {
  const clock = handTurnedClock();
  const line = fakeLine();
  const store = memoryStore();
  /** @type {string[]} */
  const told = [];
  let serial = 0;
  const session = createSession({
    code: '7K4M2P',
    token,
    key: null,
    store,
    open: line.open,
    timers: clock,
    random,
    newRef: () => `ref-${++serial}`,
  }, {
    acknowledged: ({ ref }) => told.push(`acknowledged ${ref}`),
    rejected: ({ ref }, { reason }) => told.push(`rejected ${ref} ${reason}`),
    token: (fresh) => told.push(`token ${fresh}`),
  });
  session.start();
  line.last.opens();
  line.last.says(frames.welcomeNew);
  return { clock, line, session, store, told };
}

Deno.test('Back-off doubles, is fully jittered, and ends at 20 seconds', () => {
  same([0, 1, 2, 5, 6, 50].map((tries) => backOff(tries, () => 1)), [
    500,
    1000,
    2000,
    16000,
    20000,
    20000,
  ]);
  const random = seeded();
  for (let tries = 0; tries < 1000; tries++) {
    const delay = backOff(tries % 10, random);
    holds(delay >= 0 && delay <= Math.min(20_000, 500 * 2 ** (tries % 10)), String(delay));
  }
});

Deno.test('Joining says hello, keeps the token, and is live', () => {
  const { line, session, told } = joined();
  same(line.last.sent, [{ hello: { code: '7K4M2P', v: 1 } }]);
  same(told, ['token dGhpcy1pcy1hZGEtdG9rZQ']);
  same(session.connection, 'live');
  same(session.show().questions.length, 2);
});

Deno.test('A lost line is taken up again where it was', () => {
  const { clock, line, session } = joined();
  line.last.closes(1006);
  same(session.connection, 'offline');
  clock.turn(250);
  same(line.sockets.length, 2);
  line.last.opens();
  same(line.last.sent, [{
    hello: {
      code: '7K4M2P',
      since: { epoch: 'q3J8yw', revision: 12 },
      token: 'dGhpcy1pcy1hZGEtdG9rZQ',
      v: 1,
    },
  }]);
});

Deno.test('After a restart all come back within three seconds, not at once', () => {
  const { clock, line } = joined({ random: () => 0.9 });
  line.last.closes(1012);
  clock.turn(2_690);
  same(line.sockets.length, 1);
  clock.turn(20);
  same(line.sockets.length, 2);
});

Deno.test('A final close is final', () => {
  const { clock, line, session } = joined();
  line.last.closes(4500);
  clock.turn(120_000);
  same(line.sockets.length, 1);
  same([session.connection, session.final], ['closed', 'removed']);
});

Deno.test('An unknown meeting is not asked for again and again', () => {
  const { clock, line, session } = joined();
  line.last.says(frames.errorMeetingUnknown);
  clock.turn(120_000);
  same(line.sockets.length, 1);
  same(session.final, 'meetingUnknown');
});

Deno.test('Why nobody is let in yet is known until somebody is', () => {
  const { clock, line, session } = joined();
  line.last.closes(1013);
  clock.turn(500);
  line.last.opens();
  line.last.says(frames.errorStorageFull);
  line.last.closes(1013);
  same(session.trouble, 'storageFull');
  same(session.final, null);
  clock.turn(1_000);
  line.last.opens();
  line.last.says(frames.welcomeUnchanged);
  same(session.trouble, null);
});

Deno.test('How it stands with the server’s disk is known from each beat and welcome', () => {
  const { clock, line, session } = joined();
  same(session.storage, null);
  line.last.says(frames.beatFull);
  same(session.storage, 'full');
  line.last.says(frames.things);
  same(session.storage, 'full');
  line.last.closes(1012);
  same(session.storage, 'full');
  clock.turn(3_000);
  line.last.opens();
  line.last.says(frames.welcomeUnchanged);
  same(session.storage, null);
});

Deno.test('A silent socket is replaced after heartbeat and patience', () => {
  const { clock, line } = joined();
  clock.turn(24_000);
  same(line.sockets.length, 1);
  clock.turn(7_000);
  same(line.sockets.length, 2);
  holds(line.sockets[0]?.closed, 'the old one is let go');
});

Deno.test('A socket that never opens is given up, and a tap tries at once', () => {
  const { clock, line, session } = joined();
  line.last.closes(1006);
  clock.turn(250);
  clock.turn(10_000);
  same(session.connection, 'offline');
  session.retryNow();
  same(line.sockets.length, 3);
});

Deno.test('Back from sleep: a socket that does not answer within 2 s is replaced', () => {
  const { clock, line } = joined();
  clock.sleep(3_600_000);
  clock.turn(1);
  same(line.last.sent.at(-1), { ping: {} });
  clock.turn(2_000);
  same(line.sockets.length, 2);
});

Deno.test('Back from sleep: a socket that answers stays', () => {
  const { clock, line } = joined();
  clock.sleep(3_600_000);
  clock.turn(1);
  line.last.says({ beat: { revision: 12, digest: 0, now: 1 } });
  clock.turn(3_000);
  same(line.sockets.length, 1);
});

Deno.test('A clock that is set back by an hour does not keep a dead socket alive', () => {
  const { clock, line } = joined();
  clock.set(-3_600_000);
  clock.turn(5_000);
  same(line.last.sent.at(-1), { ping: {} });
  clock.turn(2_000);
  same(line.sockets.length, 2);
});

Deno.test('A clock that is set is measured anew with the next beat', () => {
  const { clock, line, session } = joined();
  const before = clock.now() + session.clockOffset;
  clock.set(3_600_000);
  line.last.says({ beat: { revision: 12, digest: 0, now: before } });
  same(clock.now() + session.clockOffset, before);
});

Deno.test('A gap asks for what is missing; another digest asks for everything', () => {
  const { line, session } = joined();
  line.last.says(frames.thingsWithGone);
  same(line.last.sent.at(-1), { sync: { since: { epoch: 'q3J8yw', revision: 12 } } });
  line.last.says(frames.welcomeNew);
  line.last.says({ beat: { revision: 12, digest: 1, now: 1 } });
  same(Object.keys(line.last.sent.at(-1).sync), ['digests']);
  same(session.mismatches, 1);
});

Deno.test('A wish is sent again after a lost line, with the same ref, until it is answered', () => {
  const { clock, line, session, told } = joined();
  session.dispatch({ does: 'askQuestion', text: 'Wer bezahlt das?' }, 'ask');
  line.last.closes(1006);
  same(session.show().questions.filter(({ sending }) => sending).map(({ id }) => id), ['ref-1']);
  clock.turn(1_000);
  line.last.opens();
  line.last.says(frames.welcomeUnchanged);
  same(line.last.sent.at(-1).command.ref, 'ref-1');
  line.last.says({ ack: { ref: 'ref-1', revision: 13 } });
  line.last.says({ ack: { ref: 'ref-1', revision: 13 } });
  same(told.slice(1), ['acknowledged ref-1']);
  same(session.busy('ask'), false);
  same(session.show().questions.length, 3, 'the row stays until the thing is there');
});

Deno.test('A rejection is told next to the control that asked', () => {
  const { line, session, told } = joined();
  session.dispatch({ does: 'askQuestion', text: 'Noch eine' }, 'ask');
  line.last.says({ rejected: { ref: 'ref-1', reason: 'tooSoon', wait: 4200 } });
  same(told.slice(1), ['rejected ref-1 tooSoon']);
  same(session.refusal('ask'), { reason: 'tooSoon', wait: 4200 });
  same(session.refusal('name'), null);
  same(session.show().questions.length, 2);
});

Deno.test('What is refused goes back to whoever asked, the oldest first, each once', () => {
  const { line, session } = joined();
  for (const text of ['Eine', 'Noch eine']) {
    session.dispatch({ does: 'askQuestion', text }, 'ask');
    line.last.says({ rejected: { ref: text === 'Eine' ? 'ref-1' : 'ref-2', reason: 'tooSoon' } });
  }
  same(session.takeBack('ask', 'postMessage'), null);
  same(session.takeBack('post', 'askQuestion'), null);
  session.forget('ask');
  same(session.takeBack('ask', 'askQuestion')?.text, 'Eine');
  same(session.refusal('ask')?.reason, 'tooSoon', 'the reason comes back with the words');
  same(session.takeBack('ask', 'askQuestion')?.text, 'Noch eine');
  same(session.takeBack('ask', 'askQuestion'), null);
});

Deno.test('What was never sent goes back, too: it was too old, or the line has ended', () => {
  const { clock, line, session, told } = joined();
  line.last.closes(1006);
  session.dispatch({ does: 'askQuestion', text: 'Von gestern' }, 'ask');
  clock.turn(31 * 60_000);
  line.last.opens();
  line.last.says(frames.welcomeUnchanged);
  same(told.at(-1), 'rejected ref-1 notSent');
  same(session.takeBack('ask', 'askQuestion')?.text, 'Von gestern');
  same(session.held.length, 0);
  session.dispatch({ does: 'postMessage', text: 'Hallo' }, 'post');
  line.last.closes(4500);
  same(session.takeBack('post', 'postMessage')?.text, 'Hallo');
  same(session.refusal('post')?.reason, 'notSent');
});

Deno.test('What can be sent after a reload stays under way', () => {
  const { line, session } = joined();
  session.dispatch({ does: 'postMessage', text: 'Hallo' }, 'post');
  line.last.closes(4503);
  same(session.takeBack('post', 'postMessage'), null);
  same(session.busy('post'), true);
});

Deno.test('Old wishes are asked about before they are sent', () => {
  const { clock, line, session } = joined();
  line.last.closes(1006);
  session.dispatch({ does: 'askQuestion', text: 'Von vorhin' }, 'ask');
  clock.turn(130_000);
  line.last.opens();
  line.last.says(frames.welcomeUnchanged);
  same(session.held.length, 1);
  same(line.last.sent.length, 1, 'only hello');
  session.sendHeld();
  same(line.last.sent.length, 2);
  same(session.held.length, 0);
});

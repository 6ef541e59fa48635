/// <reference lib="deno.ns" />
import { digest } from '../../../web/js/core/digest.js';
import * as protocol from '../../../web/js/core/protocol.js';
import { reduce } from '../../../web/js/core/reduce.js';
import { fixture, holds, same } from './support.js';

Deno.test('The digest is the same on both sides', () => {
  for (const [name, { things, digest: expected }] of Object.entries(fixture('digest'))) {
    same(digest(things), expected, name);
  }
});

Deno.test('Frames lead from one state to the next as the fixtures say', () => {
  for (const [name, { start, frames, expected }] of Object.entries(fixture('reduce'))) {
    let state = opened(start);
    for (const frame of frames) state = reduce(state, protocol.read(JSON.stringify(frame)));
    same(closed(state), expected, name);
  }
});

/** @param {any} state */
function opened(state) {
  const named = state.things.map((/** @type {any} */ t) => [`${t.kind}:${t.id}`, t]);
  return { ...state, things: new Map(named) };
}

/** @param {any} state */
function closed(state) {
  const things = [...state.things.values()];
  const name = (/** @type {any} */ t) => t.kind + '\n' + t.id;
  return { ...state, things: things.sort((a, b) => name(a) < name(b) ? -1 : 1) };
}

Deno.test('Reducing never changes what was there', () => {
  const { start, frames } = fixture('reduce').changesArrive;
  const state = opened(start);
  const before = JSON.stringify(closed(state));
  reduce(state, protocol.read(JSON.stringify(frames[0])));
  same(JSON.stringify(closed(state)), before);
});

const entry = 'dGhpcmQtcXVlc3Rpb24tMw';
const turn = 'YS1jb21tYW5kLXJlZmVyZQ';
const question = 'Zmlyc3QtcXVlc3Rpb24tMQ';
const second = 'c2Vjb25kLXF1ZXN0aW9uLQ';

/** @type {Record<string, import('../../../web/js/core/types.d.ts').Wish>} */
const ofTheQueue = {
  raiseHand: { does: 'raiseHand' },
  raiseHandToReply: { does: 'raiseHand', kind: 'reply', note: 'Wir haben das schon.' },
  askAloud: { does: 'askAloud', question },
  changeHand: { does: 'changeHand', entry, kind: 'pointOfOrder', note: 'Bitte eine Pause.' },
  lowerHand: { does: 'lowerHand' },
  lowerOneHand: { does: 'lowerHand', entry },
  restoreHand: { does: 'restoreHand', entry },
  notReady: { does: 'notReady', entry, place: 1 },
  yieldFloor: { does: 'yieldFloor' },
  setQueue: {
    does: 'setQueue',
    rules: {
      closes: 1769000000000,
      isOpen: true,
      kinds: ['clarifying', 'reply', 'topic'],
      limits: { topic: 180 },
      strategy: 'firstTimeFirst',
    },
    seen: 8,
  },
  addToQueue: { does: 'addToQueue', participant: 7 },
  addToQueueByName: {
    does: 'addToQueue',
    again: true,
    kind: 'topic',
    name: 'Frau Kaya',
    note: 'Zur Förderung',
    organisation: 'Stadt Ulm',
    via: 'phone',
  },
  removeFromQueue: { does: 'removeFromQueue', entry },
  moveInQueue: { does: 'moveInQueue', entry, before: turn, seen: 8 },
  moveInQueueToTheEnd: { does: 'moveInQueue', entry, seen: 8 },
  noShow: { does: 'noShow', entry, seen: 8 },
  callNext: { does: 'callNext', current: turn },
  callNextAfterNobody: { does: 'callNext', current: undefined },
  giveFloor: { does: 'giveFloor', entry, current: turn },
  pauseTurn: { does: 'pauseTurn', turn },
  resumeTurn: { does: 'resumeTurn', turn },
  endTurn: { does: 'endTurn', turn },
  takeBackTurn: { does: 'takeBackTurn', turn },
  extendTurn: { does: 'extendTurn', turn, to: 240 },
};

/** @type {Record<string, import('../../../web/js/core/types.d.ts').Wish>} */
const ofChairing = {
  askQuestionAnonymously: {
    does: 'askQuestion',
    text: 'Wer haftet?',
    anonymous: true,
    tag: 'Recht',
  },
  reviseQuestion: { does: 'reviseQuestion', question, text: 'Wann ist Pause?', seen: 8 },
  mergeQuestion: { does: 'mergeQuestion', question, into: second, seen: 8 },
  unmergeQuestion: { does: 'unmergeQuestion', question },
  answerQuestion: { does: 'answerQuestion', question, text: 'Um zwölf.', seen: 8 },
  answerQuestionConfirmed: {
    does: 'answerQuestion',
    question,
    text: 'Um eins.',
    seen: 8,
    confirmed: true,
  },
  moveQuestionToFollowUp: {
    does: 'moveQuestion',
    question,
    to: 'followUp',
    owner: 'Bauamt',
    due: 'bis Ende Oktober',
    seen: 8,
  },
  moveQuestionAnsweringTheLast: {
    does: 'moveQuestion',
    question: second,
    to: 'live',
    answered: true,
    seen: 8,
  },
  tagQuestion: { does: 'tagQuestion', question, tag: 'Kosten' },
  tagQuestionNot: { does: 'tagQuestion', question, tag: undefined },
  setTags: { does: 'setTags', tags: ['Recht', 'Kosten'] },
  handOn: { does: 'handOn', except: [second] },
  setQuestions: {
    does: 'setQuestions',
    rules: { mode: 'open', isModerated: true, closes: 1769000000000 },
    release: true,
  },
  setNamePolicy: { does: 'setNamePolicy', policy: 'required' },
  muteParticipant: { does: 'muteParticipant', participant: 7, muted: true },
  removeParticipant: { does: 'removeParticipant', participant: 7 },
  emergencyStop: { does: 'emergencyStop', stopped: true },
  undo: { does: 'undo', act: turn },
  setStageAuto: { does: 'setStage', scene: 'auto' },
  setStageQuestion: { does: 'setStage', scene: 'question', subject: question },
  setStageWithoutCode: { does: 'setStage', showsCode: false },
  startAgendaItem: { does: 'startAgendaItem', item: 'Zmlyc3QtYWdlbmRhLWl0ZQ' },
  startNoAgendaItem: { does: 'startAgendaItem', item: undefined },
};

Deno.test('Every command is spelled as the fixtures spell it', () => {
  const spelled = fixture('commands');
  const hello = 'aGVsbG8tZnJvbS1hZGEtMQ';
  const [id, name, organisation] = ['Zmlyc3QtcXVlc3Rpb24tMQ', 'Ada', 'Stadt Ulm'];
  /** @param {'open' | 'live' | 'answered' | 'declined'} to @param {number} seen @param {string} [reason] */
  const move = (to, seen, reason) => /** @type {const} */ ({
    does: 'moveQuestion',
    question: id,
    to,
    seen,
    reason,
  });
  /** @type {Record<string, import('../../../web/js/core/types.d.ts').Wish>} */
  const wishes = {
    setNameAndOrganisation: { does: 'setName', name, organisation },
    setNameOnly: { does: 'setName', name },
    setNameToNothing: { does: 'setName', name: undefined },
    askQuestion: { does: 'askQuestion', text: 'Wann gibt es Mittagessen?' },
    askQuestionWithLinesAndEmoji: {
      does: 'askQuestion',
      text: 'Zwei Zeilen\nund ein Kaffee ☕👩🏽‍💻',
    },
    support: { does: 'support', question: id, support: true },
    supportNoLonger: { does: 'support', question: id, support: false },
    withdrawQuestion: { does: 'withdrawQuestion', question: id },
    moveQuestionToOpen: move('open', 7),
    moveQuestionToLive: move('live', 7),
    moveQuestionToAnswered: move('answered', 8),
    moveQuestionToDeclined: move('declined', 8),
    moveQuestionToDeclinedWithReason: move('declined', 8, 'Passt besser in die nächste Runde.'),
    postMessage: { does: 'postMessage', text: 'Guten Morgen aus Ulm ☕' },
    postMessageToModerators: {
      does: 'postMessage',
      text: 'Der Ton ist weg.',
      to: 'toModerators',
    },
    editMessage: { does: 'editMessage', message: hello, text: 'Guten Abend aus Ulm' },
    deleteMessage: { does: 'deleteMessage', message: hello },
    removeMessage: { does: 'removeMessage', message: hello },
    clearChat: { does: 'clearChat' },
    setChat: { does: 'setChat', mode: 'paused' },
    setChatSlowAndKept: { does: 'setChat', mode: 'slow', seconds: 30, kept: true },
    acknowledgeMessage: { does: 'acknowledgeMessage', message: hello },
    questionFromMessage: { does: 'questionFromMessage', message: hello },
    questionFromMessageForLater: {
      does: 'questionFromMessage',
      message: hello,
      owner: 'Bauamt',
      due: 'bis Ende Oktober',
    },
    pinLink: { does: 'pinLink', url: 'https://example.org/folien', title: 'Folien' },
    pinLinkWithoutTitle: { does: 'pinLink', url: 'https://example.org/folien' },
    unpinLink: { does: 'unpinLink', link: 'YS1jb21tYW5kLXJlZmVyZQ' },
    announce: { does: 'announce', text: 'Gleich geht es weiter.' },
    announceUrgently: {
      does: 'announce',
      text: 'Bitte neu einwählen!',
      urgent: true,
      seconds: 120,
    },
    endAnnouncement: { does: 'endAnnouncement' },
    ...ofTheQueue,
    ...ofChairing,
    setPhaseLobby: { does: 'setPhase', phase: 'lobby' },
    setPhaseLive: { does: 'setPhase', phase: 'live' },
    endMeeting: { does: 'endMeeting' },
  };
  for (const [about, wish] of Object.entries(wishes)) {
    same(JSON.parse(JSON.stringify(protocol.spell(wish))), spelled[about], about);
  }
});

Deno.test('Every frame that a browser sends is spelled as the fixtures spell it', () => {
  const frames = fixture('client-frames');
  const [code, token, key] = ['7K4M2P', 'dGhpcy1pcy1hZGEtdG9rZQ', 'Y2hhaXItb3BlbnMtdGhpcw'];
  const since = { epoch: 'q3J8yw', revision: 12 };
  /** @type {Record<string, string>} */
  const sent = {
    helloNew: protocol.hello({ code }),
    helloReturning: protocol.hello({ code, token, since }),
    helloWithTokenOnly: protocol.hello({ code, token, key: null, since: null }),
    helloWithKey: protocol.hello({ code, key }),
    helloWithKeyAndToken: protocol.hello({ code, token, key, since }),
    ping: protocol.ping,
    syncChanges: protocol.sync(since),
    syncEverything: protocol.sync(null),
    syncDiffering: protocol.sync(null, { meeting: 7, question: 4294967295 }),
    history: protocol.history(801),
    historyOfMessagesToModerators: protocol.history(3, 'toModerators'),
    command: protocol.command('Zmlyc3QtcXVlc3Rpb24tMQ', {
      does: 'askQuestion',
      text: 'Wann gibt es Mittagessen?',
    }),
  };
  for (const [name, text] of Object.entries(sent)) same(JSON.parse(text), frames[name], name);
});

Deno.test('Every frame of the server is understood, and what is unknown does no harm', () => {
  for (const [name, frame] of Object.entries(fixture('server-frames'))) {
    const [type, content] = Object.entries(/** @type {Record<string, object>} */ (frame))[0] ?? [];
    same(protocol.read(JSON.stringify(frame)), { type, ...content }, name);
  }
  for (const text of ['', '{', '[]', 'null', '{}', '{"new":{}}', '{"ack":{},"beat":{}}']) {
    same(protocol.read(text), { type: 'unknown' }, text);
  }
});

Deno.test('A ref has 22 characters that are safe everywhere, and is never the same', () => {
  const refs = new Set(Array.from({ length: 500 }, () => protocol.newRef()));
  same(refs.size, 500);
  for (const ref of refs) holds(/^[A-Za-z0-9_-]{22}$/.test(ref), ref);
});

Deno.test('From close code 4500 on, the browser does not come back by itself', () => {
  for (const code of [1000, 1001, 1006, 1009, 1012, 1013, 4000, 4001, 4499]) {
    same(protocol.finalReason(code), null, String(code));
  }
  for (const code of [4500, 4501, 4502, 4503, 4999]) {
    holds(protocol.finalReason(code), String(code));
  }
});

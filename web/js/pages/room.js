/** @import { Shown } from '../core/types.d.ts' */
/** @import { Context, Model } from '../views/types.d.ts' */
/** @import { Language, Words } from '../ui/i18n.js' */
import { createIdentity, keyIn } from '../core/identity.js';
import { createSession } from '../core/session.js';
import { h, must } from '../ui/dom.js';
import { createSchedule } from '../ui/schedule.js';
import { createChair } from '../views/chair.js';
import { createComposer } from '../views/composer.js';
import { createHead } from '../views/head.js';
import { createLanguage } from '../views/language.js';
import { createNaming } from '../views/naming.js';
import { createNotices } from '../views/notices.js';
import { createQuestions } from '../views/questions.js';
import * as common from './common.js';
import { openSocket } from './line.js';
import { tellNews } from './news.js';

const BANNER_AFTER = 2_000;
const { lasting, passing, timers } = common;

const code = common.codeInPath();
const identity = createIdentity(code, lasting, passing);
const key = keyIn(location.hash);
if (key) {
  identity.keepKey(key);
  common.cleanAddress();
}
const announcer = common.pageAnnouncer();
const draftAt = `kaffeerunde.draft.${code}`;
let lasts = true;
let offlineSince = 0;
let toldOffline = false;
let toldFinal = false;
/** @type {import('../core/types.d.ts').Storage | null} */
let toldDisk = null;
/** @type {Words} */
let words;
/** @type {{ draw(model: Model): void, giveBack(text: string): void, arrived(id: string): void,
 *   saved(): void } | null} */
let page = null;

const schedule = createSchedule(draw);
const session = createSession({
  code,
  token: identity.token,
  key: identity.key,
  store: passing,
  open: openSocket,
  timers,
  random: Math.random,
}, {
  changed: (urgent) => schedule.request(urgent),
  news: (before, after) => tellNews(announcer, words, before, after),
  token: (token) => lasts = identity.keepToken(token),
  acknowledged: ({ ref, wish }, { result }) => {
    if (wish.does === 'askQuestion') page?.arrived(ref);
    if (wish.does === 'endMeeting' && result?.saved) page?.saved();
  },
  rejected: ({ wish }, rejection) => {
    if (wish.does === 'askQuestion') page?.giveBack(wish.text);
    announcer.assertive(words.refusal(rejection));
  },
});

/** @returns {Model} */
function model() {
  return {
    shown: session.show(),
    connection: session.connection,
    isDetour: session.isDetour,
    now: Date.now() + session.clockOffset,
    refusal: session.refusal,
    busy: session.busy,
  };
}

/** Says aloud what is wrong with the server's disk, and that it is right again. */
function watchDisk() {
  const { storage } = session;
  if (storage === toldDisk || !words) return;
  announcer.polite('disk', words.t(`disk.${storage ?? 'ok'}`));
  toldDisk = storage;
}

function draw() {
  watchConnection();
  watchDisk();
  page?.draw(model());
  document.documentElement.dataset.live = String(session.connection === 'live');
}

/** Says that the connection is lost only after a while, so that it does not flap. */
function watchConnection() {
  if (session.final) {
    const key = `final.${session.final}`;
    if (!toldFinal) announcer.assertive(words.t(words.has(key) ? key : 'final.removed'));
    toldFinal = true;
  } else if (session.connection === 'live') {
    if (toldOffline) announcer.polite('net', words.t('net.back'));
    offlineSince = 0;
    toldOffline = false;
  } else if (!offlineSince) {
    offlineSince = Date.now();
    setTimeout(() => schedule.request(true), BANNER_AFTER + 50);
  } else if (!toldOffline && isOffline()) {
    toldOffline = true;
    announcer.polite('net', words.t('net.banner'));
  }
}

function isOffline() {
  return offlineSince > 0 && Date.now() - offlineSince >= BANNER_AFTER;
}

/** Goes on as a participant. */
function withoutKey() {
  identity.dropKey();
  location.reload();
}

/**
 * @param {Words} spoken
 * @param {(language: Language) => void} change
 */
function build(spoken, change) {
  words = spoken;
  /** @type {Context} */
  const context = {
    words,
    announcer,
    drafts: passing,
    dispatch: session.dispatch,
    forget: session.forget,
    redraw: () => schedule.request(true),
  };
  const head = createHead(context, {
    code,
    language: createLanguage(words.language, change),
    retry: session.retryNow,
  });
  const chair = createChair(context, () => ({ meeting: identity.meeting, key: identity.key }));
  const notices = createNotices(context, {
    reload: () => location.reload(),
    withoutKey,
    sendHeld: session.sendHeld,
    discardHeld: session.discardHeld,
  });
  const questions = createQuestions(context);
  const naming = createNaming(context, `kaffeerunde.named.${code}`);
  const composer = createComposer(context, draftAt, {
    asked: naming.offer,
    show: questions.show,
  });
  const dock = h('ask-dock', {}, composer.element, naming.element);
  const loading = h('p', { class: 'loading' }, words.t('room.loading'));
  const views = [head, chair, questions, naming, composer];

  must('#skip').textContent = words.t('room.skip');
  must('header').replaceChildren(head.element);
  must('main').replaceChildren(
    chair.element,
    notices.element,
    loading,
    h('div', { class: 'panels' }, questions.element, dock),
  );
  page = {
    giveBack: composer.giveBack,
    arrived: composer.arrived,
    saved: chair.saved,
    draw(drawn) {
      const { meeting } = drawn.shown;
      if (meeting) {
        identity.keepMeeting(meeting.meeting);
        document.title = `${meeting.title} – ${words.t('app.name')}`;
      }
      const ended = meeting?.phase === 'ended';
      const known = drawn.shown.role !== null;
      for (const view of views) view.update(drawn);
      const held = session.held.length;
      const { final, trouble, storage: disk } = session;
      // Who moderates is told by their own bar, along with where the record is.
      const told = ended && drawn.shown.role !== 'moderator';
      notices.update({ final, ended: told, held, offline: isOffline(), trouble, disk, lasts });
      loading.hidden = known || session.final !== null;
      questions.element.hidden = !known;
      // Text that somebody was typing when the round ended stays in sight.
      dock.hidden = (ended || session.final !== null) && !passing.get(draftAt);
    },
  };
  draw();
}

await common.inLanguage(build);
common.wakeful(session);
session.start();

/** @import { Shown } from '../core/types.d.ts' */
/** @import { Context, Model } from '../views/types.d.ts' */
/** @import { Language, Words } from '../ui/i18n.js' */
/** @import { ViewName } from '../views/frame.js' */
import { createIdentity, keyIn } from '../core/identity.js';
import { createKeymap } from '../core/keymap.js';
import { standing } from '../core/queue.js';
import { createSession } from '../core/session.js';
import { within } from '../core/storage.js';
import { createAwake } from '../ui/awake.js';
import { h, must } from '../ui/dom.js';
import { createSchedule } from '../ui/schedule.js';
import { keepTicking } from '../ui/ticking.js';
import { createComposer } from '../views/composer.js';
import { createFooter } from '../views/footer.js';
import { createFrame } from '../views/frame.js';
import { createCalling, createHand } from '../views/hand.js';
import { createHead } from '../views/head.js';
import { createLanguage } from '../views/language.js';
import { createNaming } from '../views/naming.js';
import { createNotices } from '../views/notices.js';
import { createQuestions } from '../views/questions.js';
import { createStrip } from '../views/strip.js';
import * as common from './common.js';
import { openSocket } from './line.js';
import { tellNews } from './news.js';
import { chooseLoudness, loadSheet, showMine } from './parts.js';
import { createTalk } from './talk.js';
import { createWatch } from './watching.js';

const { lasting, passing, timers } = common;

const code = common.codeInPath();
const identity = createIdentity(code, lasting, passing);
const key = keyIn(location.hash);
if (key) {
  identity.keepKey(key);
  common.cleanAddress();
}
const announcer = common.pageAnnouncer();
const awake = createAwake(navigator.wakeLock);
const keys = createKeymap(lasting);
const draftAt = 'kaffeerunde.draft';
let lasts = true;
let { token } = identity;
// Only those with a key moderate; the others need not wait for what they cannot use.
const chairing = identity.key
  ? (await Promise.all([import('../views/chairing.js'), loadSheet('chair')]))[0]
  : null;
/** @type {Words} */
let words;
/** @type {{ draw(model: Model): void, arrived(id: string): void, saved(): void,
 *   sees(view: ViewName): boolean } | null} */
let page = null;

const schedule = createSchedule(draw);
const session = createSession({
  code,
  token,
  key: identity.key,
  store: passing,
  open: openSocket,
  timers,
  random: Math.random,
}, {
  changed: (urgent) => schedule.request(urgent),
  news: (before, after) => tellNews(announcer, words, before, after, page?.sees('chat') ?? true),
  token: (fresh) => {
    token = fresh;
    lasts = identity.keepToken(fresh);
  },
  acknowledged: ({ ref, wish }, { result }) => {
    if (wish.does === 'askQuestion') page?.arrived(ref);
    if (wish.does === 'endMeeting' && result?.saved) page?.saved();
  },
  rejected: (_, why) => announcer.assertive(words.refusal(why)),
});

const watch = createWatch(session, announcer, () => schedule.request(true));

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

function draw() {
  if (words) watch.tell(words);
  page?.draw(model());
  document.documentElement.dataset.live = String(session.connection === 'live');
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
    chairing,
    keys,
    drafts: within(passing, code),
    dispatch: session.dispatch,
    forget: session.forget,
    takeBack: session.takeBack,
    redraw: () => schedule.request(true),
  };
  const head = createHead(context, {
    code,
    language: createLanguage(words.language, change),
    retry: session.retryNow,
  });
  const record = () => ({ meeting: identity.meeting, key: identity.key });
  const desk = chairing?.createDesk(context, record);
  const notices = createNotices(context, {
    reload: () => location.reload(),
    withoutKey,
    sendHeld: session.sendHeld,
    discardHeld: session.discardHeld,
  });
  const past = { code, isOver: () => session.final === 'meetingEnded' };
  const talk = createTalk(context, past, {
    draftAt: 'kaffeerunde.message',
    history: session.history,
    tools: desk?.talk,
  }, lasting);
  const { agenda, announcement, guide, polls, queue, chat } = talk;
  const questions = createQuestions(context);
  const naming = createNaming(context, 'kaffeerunde.named');
  const composer = createComposer(context, draftAt, {
    asked: naming.offer,
    show: questions.show,
  });
  const strip = createStrip(context);
  const hand = createHand(context);
  const calling = createCalling(context);
  const dock = h('ask-dock', {}, composer.element, naming.element);
  const loading = h('p', { class: 'loading' }, words.t('room.loading'));
  const frame = createFrame(context, {
    questions: [desk?.inbox, agenda.element, questions.element, desk?.asking, dock],
    poll: [desk?.plan, polls.element],
    queue: [queue.element],
    chat: [chat.element],
  }, hand.element);
  /** @type {Promise<{ help: () => void } | null> | null} keys come once there is something to press */
  let listening = null;
  const listen = async () => {
    const { listenForKeys } = await import('./acts.js');
    return listenForKeys(context, { frame, hand, desk, talk }, {
      // All is made anew, so that every button says its new key.
      changed: () => build(spoken, change),
      moderates: () => session.show().role === 'moderator',
      endPoll: (row, how) => polls.view?.close(row, how) ?? false,
    });
  };
  frame.help(() => listening?.then((keys) => keys?.help()));
  const views = [
    head,
    desk,
    guide,
    talk.past,
    announcement,
    strip,
    calling,
    polls,
    questions,
    queue,
    agenda,
    chat,
    hand,
    naming,
    composer,
    frame,
  ];

  must('#skip').textContent = words.t('room.skip');
  must('#skip').onclick = () => frame.show('questions');
  must('header').replaceChildren(head.element);
  const mine = () => showMine(context, { meeting: identity.meeting, token });
  must('footer').replaceChildren(createFooter(words, {
    mine,
    announcements: () => chooseLoudness(words, common.loudness(), common.keepLoudness),
  }));
  must('main').replaceChildren(
    ...(desk ? [desk.element] : []),
    notices.element,
    announcement.element,
    strip.element,
    calling.element,
    guide.element,
    talk.past.element,
    loading,
    frame.element,
  );
  page = {
    arrived: composer.arrived,
    saved: () => desk?.saved(),
    sees: frame.isSeen,
    draw(drawn) {
      const { meeting } = drawn.shown;
      const ended = meeting?.phase === 'ended';
      const known = drawn.shown.role !== null;
      for (const view of views) view?.update(drawn);
      if (queue.view) listening ??= listen().catch(() => listening = null);
      awake(!ended && standing(drawn.shown.queue, drawn.shown.me).is !== 'down');
      if (meeting) {
        identity.keepMeeting(meeting.meeting);
        common.entitle(words, meeting.title, calling.calls);
      }
      const { final, trouble, storage: disk, held: { length: held } } = session;
      const offline = watch.isOffline();
      // Who moderates is told by their own bar, along with where the record is.
      const told = ended && drawn.shown.role !== 'moderator';
      notices.update({ final, ended: told, held, offline, trouble, disk, lasts });
      loading.hidden = known || session.final !== null;
      frame.element.hidden = !known;
      // Text that somebody was typing when the round ended stays in sight.
      dock.hidden = (ended || session.final !== null) && !context.drafts.get(draftAt);
    },
  };
  draw();
}

await common.inLanguage(build, chairing ? ['chair', 'record', 'talk'] : []);
common.wakeful(session);
keepTicking(model, () => schedule.request(false));
session.start();

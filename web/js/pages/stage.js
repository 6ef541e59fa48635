import { createIdentity, keyIn } from '../core/identity.js';
import { createSession } from '../core/session.js';
import { must } from '../ui/dom.js';
import { createSchedule } from '../ui/schedule.js';
import { createStage } from '../views/stage.js';
import * as common from './common.js';

const LOST_AFTER = 2_000;

const code = common.codeInPath();
// The shared screen is nobody: it has its own key in this tab, and never a person's token.
const identity = createIdentity(`${code}.stage`, common.lasting, common.passing);
const key = keyIn(location.hash);
if (key) {
  identity.keepKey(key);
  common.cleanAddress();
}

/** @type {ReturnType<typeof createStage> | null} */
let stage = null;
let lostSince = 0;

const schedule = createSchedule(draw);
const session = createSession({
  code,
  token: null,
  key: identity.key,
  store: common.passing,
  open: common.openSocket,
  timers: common.timers,
  random: Math.random,
}, { changed: (urgent) => schedule.request(urgent) });

function draw() {
  const live = session.connection === 'live';
  if (live) lostSince = 0;
  else if (!lostSince) {
    lostSince = Date.now();
    setTimeout(() => schedule.request(true), LOST_AFTER + 50);
  }
  const shown = session.show();
  const reconnecting = lostSince > 0 && Date.now() - lostSince >= LOST_AFTER && !session.final;
  stage?.update({ shown, reconnecting });
  if (shown.meeting) document.title = shown.meeting.title;
  document.documentElement.dataset.live = String(live);
}

await common.inLanguage((words) => {
  stage = createStage(words, { code, host: location.host });
  must('main').replaceWith(stage.element);
  draw();
});
common.wakeful(session);
addEventListener('resize', () => schedule.request(false));
session.start();

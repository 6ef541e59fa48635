/** @import { Shown } from '../core/types.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
import { createIdentity, keyIn } from '../core/identity.js';
import { createSession } from '../core/session.js';
import { createAwake } from '../ui/awake.js';
import { must } from '../ui/dom.js';
import { createSchedule } from '../ui/schedule.js';
import { keepTicking } from '../ui/ticking.js';
import { createOverlay } from '../views/stage-overlay.js';
import { createStage } from '../views/stage.js';
import * as common from './common.js';
import { openSocket } from './line.js';

const LOST_AFTER = 2_000;

const code = common.codeInPath();
// The shared screen is nobody: it has its own key in this tab, and never a person's token.
const identity = createIdentity(`${code}.stage`, common.lasting, common.passing);
const key = keyIn(location.hash);
const isOverlay = new URLSearchParams(location.search).get('scene') === 'overlay';
document.documentElement.toggleAttribute('data-overlay', isOverlay);
if (key) {
  identity.keepKey(key);
  common.cleanAddress();
}

/** @type {{ draw(shown: Shown, note: string | null, now: number): void, words: Words } | null} */
let stage = null;
let lostSince = 0;

const schedule = createSchedule(draw);
const session = createSession({
  code,
  token: null,
  key: identity.key,
  store: common.passing,
  open: openSocket,
  timers: common.timers,
  random: Math.random,
}, { changed: (urgent) => schedule.request(urgent) });

/**
 * What to say about the line. A scene that is there stays; only without one a final word is said.
 *
 * @param {boolean} hasScene
 */
function note(hasScene) {
  if (!stage) return null;
  const { t, has } = stage.words;
  if (!identity.key) return t('stage.keyMissing');
  if (session.final) {
    const reason = session.final === 'keyUnknown' ? 'linkRevoked' : session.final;
    const key = `final.${reason}`;
    return hasScene ? null : t(has(key) ? key : 'final.removed');
  }
  if (session.storage) return t(`disk.${session.storage}`);
  const lost = lostSince > 0 && Date.now() - lostSince >= LOST_AFTER;
  return lost ? t('stage.reconnecting') : null;
}

function draw() {
  const live = session.connection === 'live';
  if (live) lostSince = 0;
  else if (!lostSince) {
    lostSince = Date.now();
    setTimeout(() => schedule.request(true), LOST_AFTER + 50);
  }
  const shown = session.show();
  stage?.draw(shown, note(shown.meeting !== null), Date.now() + session.clockOffset);
  if (shown.meeting) document.title = shown.meeting.title;
  document.documentElement.dataset.live = String(live);
}

await common.inLanguage((words) => {
  const view = isOverlay ? createOverlay(words) : createStage(words, { code, host: location.host });
  stage = { words, draw: (shown, note, now) => view.update({ shown, note, now }) };
  must('main').replaceWith(view.element);
  draw();
}, ['talk', 'stage']);
keepTicking(
  () => ({ shown: session.show(), now: Date.now() + session.clockOffset }),
  () => schedule.request(false),
);
addEventListener('resize', () => schedule.request(false));
// Without its key it would come in as one more person, and as another one with each reload.
if (identity.key) {
  createAwake(navigator.wakeLock)(true);
  common.wakeful(session);
  session.start();
}

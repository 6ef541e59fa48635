/** @import { Store, Timers } from '../core/types.d.ts' */
/** @import { Loudness } from '../ui/announce.js' */
/** @import { Language, Part, Words } from '../ui/i18n.js' */
import { safeStorage } from '../core/storage.js';
import { readCode } from '../core/text.js';
import { createAnnouncer } from '../ui/announce.js';
import { must } from '../ui/dom.js';
import { chosenLanguage, keepLanguage, loadWords } from '../ui/i18n.js';

/** @type {Store} */
export const lasting = safeStorage(() => localStorage);
/** @type {Store} */
export const passing = safeStorage(() => sessionStorage);

/** @type {Timers} */
export const timers = {
  after: (milliseconds, act) => setTimeout(act, milliseconds),
  cancel: (timer) => clearTimeout(/** @type {number | undefined} */ (timer ?? undefined)),
  now: () => Date.now(),
};

/** The code in `/r/CODE…`, in its one spelling. */
export function codeInPath() {
  const part = decodeURIComponent(location.pathname.split('/')[2] ?? '');
  return readCode(part) ?? part.toUpperCase();
}

/** Takes the fragment out of the address bar: keys must not be shown or copied by accident. */
export function cleanAddress() {
  history.replaceState(null, '', location.pathname + location.search);
}

const LOUDNESS_AT = 'kaffeerunde.announcements';

/** How much this person wants to hear from a screen reader. @returns {Loudness} */
export function loudness() {
  const kept = lasting.get(LOUDNESS_AT);
  return kept === 'less' || kept === 'off' ? kept : 'all';
}

/** @param {string} wanted */
export function keepLoudness(wanted) {
  lasting.set(LOUDNESS_AT, wanted);
}

/** The one announcer of the page, on its two static regions. */
export function pageAnnouncer() {
  return createAnnouncer({ polite: must('#polite'), assertive: must('#assertive') }, {
    after: (ms, act) => setTimeout(act, ms),
    now: () => performance.now(),
    hidden: () => document.hidden,
    loudness,
  });
}

/**
 * Runs a page in this person's language, and again when it is changed.
 *
 * @param {(words: Words, change: (language: Language) => void) => void} build
 * @param {Part[]} [parts] sentences that not every page needs
 */
export async function inLanguage(build, parts) {
  /** @param {Language} language @param {boolean} changed */
  async function use(language, changed) {
    const words = await loadWords(language, parts);
    document.documentElement.lang = language;
    build(words, (next) => {
      keepLanguage(lasting, next);
      use(next, true);
    });
    if (changed) must('button.language').focus();
  }
  await use(chosenLanguage(lasting, navigator.languages), false);
}

/**
 * Tells a session when the machine woke up or the network came back.
 *
 * @param {{ woke(): void, retryNow(): void }} session
 */
export function wakeful(session) {
  document.addEventListener('visibilitychange', () => document.hidden || session.woke());
  addEventListener('pageshow', (event) => event.persisted && session.woke());
  addEventListener('online', () => session.retryNow());
}

/**
 * Names the tab, so that it is found among others when it is somebody's turn.
 *
 * @param {Words} words
 * @param {string} meeting what it is called
 * @param {boolean} calls whether it is this person's turn
 */
export function entitle({ t }, meeting, calls) {
  const title = `${meeting} – ${t('app.name')}`;
  document.title = calls ? `${t('hand.title')}: ${title}` : title;
}

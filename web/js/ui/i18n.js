/** @import { Store } from '../core/types.d.ts' */

/** @typedef {'de' | 'en'} Language */
/** @typedef {Record<string, string | Record<string, string>>} Phrases */
/** @typedef {Record<string, string | number>} Params */
/** @typedef {'talk' | 'chair' | 'stage' | 'admin' | 'record' | 'mine' | 'past'} Part sentences that not everybody needs */

/** @type {Readonly<Record<Language, string>>} each in its own words */
export const LANGUAGES = { de: 'Deutsch', en: 'English' };
/** @type {Intl.DateTimeFormatOptions} */
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const STORED = 'kaffeerunde.language';

/**
 * The sentences of one language.
 *
 * @param {Language} language
 * @param {Phrases} phrases
 */
export function createWords(language, phrases) {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  // English as it is written here: 24 hours, the day before the month.
  const region = language === 'en' ? 'en-GB' : language;
  const clock = new Intl.DateTimeFormat(region, TIME);
  const whole = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short', ...TIME });

  /**
   * A sentence. Where its number decides the form, that number is `n`.
   *
   * @param {string} key
   * @param {Params} [params]
   */
  function t(key, params = {}) {
    const phrase = phrases[key] ?? key;
    const form = typeof phrase === 'string'
      ? phrase
      : phrase[plural.select(Number(params.n))] ?? phrase.other ?? key;
    return form.replace(/\{(\w+)\}/g, (_, name) => {
      const value = params[name] ?? '';
      return typeof value === 'number' ? number.format(value) : value;
    });
  }

  return {
    language,
    t,
    /** @param {Phrases} more */
    learn(more) {
      phrases = { ...phrases, ...more };
    },
    /** @param {string} key */
    has: (key) => key in phrases,
    /** @param {number} value */
    number: (value) => number.format(value),
    /** @param {number} ms */
    date: (ms) => whole.format(new Date(ms)),
    /**
     * The time of day, with the day where it is another one.
     *
     * @param {number} ms
     * @param {number} now
     */
    time(ms, now) {
      const date = new Date(ms);
      const today = date.toDateString() === new Date(now).toDateString();
      return (today ? clock : day).format(date);
    },
    /**
     * Why a wish was refused.
     *
     * @param {{ reason: string, wait?: number }} refusal
     */
    refusal({ reason, wait }) {
      const key = `reason.${reason}`;
      const seconds = Math.max(1, Math.ceil((wait ?? 0) / 1000));
      return t(key in phrases ? key : 'reason.unknown', { n: seconds });
    },
  };
}

/** @typedef {ReturnType<typeof createWords>} Words */

/**
 * The language of this person: chosen before, else the browser's, else German.
 *
 * @param {Store} store
 * @param {readonly string[]} preferred
 * @returns {Language}
 */
export function chosenLanguage(store, preferred) {
  for (const tag of [store.get(STORED) ?? '', ...preferred]) {
    const language = tag.slice(0, 2).toLowerCase();
    if (language === 'de' || language === 'en') return language;
  }
  return 'de';
}

/** @param {Store} store @param {Language} language */
export function keepLanguage(store, language) {
  store.set(STORED, language);
}

/**
 * The sentences that everybody needs, and those of further parts.
 *
 * @param {Language} language
 * @param {Part[]} [parts]
 * @returns {Promise<Words>}
 */
export async function loadWords(language, parts = []) {
  const all = await Promise.all([null, ...parts].map((part) => loadPhrases(language, part)));
  return createWords(language, Object.assign({}, ...all));
}

/** @param {Language} language @param {Part | null} part @returns {Promise<Phrases>} */
export async function loadPhrases(language, part) {
  const name = part ? `${language}.${part}` : language;
  const answer = await fetch(new URL(`../../i18n/${name}.json`, import.meta.url));
  return answer.json();
}

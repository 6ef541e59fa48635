/** @import { Loudness } from '../ui/announce.js' */
/** @import { Part, Words } from '../ui/i18n.js' */
/** @import { Context } from '../views/types.d.ts' */
import { h } from '../ui/dom.js';
import { loadPhrases } from '../ui/i18n.js';
import { ask } from '../views/asking.js';

/** @type {Map<string, Promise<void>>} by address, so that none comes twice */
const sheets = new Map();

/**
 * What a part of the page needs besides its code: its looks and its sentences.
 *
 * @param {Words} words
 * @param {Part} part
 */
export async function loadPart(words, part) {
  const [phrases] = await Promise.all([loadPhrases(words.language, part), loadSheet(part)]);
  words.learn(phrases);
}

/**
 * Its looks alone.
 *
 * @param {Part} part
 */
export function loadSheet(part) {
  const known = sheets.get(part);
  if (known) return known;
  /** @type {Promise<void>} */
  const loading = new Promise((resolve, reject) => {
    const link = h('link', {
      rel: 'stylesheet',
      href: `/css/${part}.css`,
      onload: () => resolve(),
      onerror: () => {
        sheets.delete(part);
        link.remove();
        reject(new Error(`There is no ${part}.css.`));
      },
    });
    document.head.append(link);
  });
  sheets.set(part, loading);
  return loading;
}

/**
 * Shows what the server holds of this person.
 *
 * @param {Context} context
 * @param {{ meeting: string | null, token: string | null }} who
 */
export async function showMine(context, who) {
  const [{ askForMine }, phrases] = await Promise.all([
    import('../views/mine.js'),
    loadPhrases(context.words.language, 'mine'),
  ]);
  context.words.learn(phrases);
  askForMine(context, who);
}

/**
 * Lets somebody choose how much a screen reader tells them.
 *
 * @param {Words} words
 * @param {Loudness} now
 * @param {(wanted: string) => void} keep
 */
export async function chooseLoudness(words, now, keep) {
  words.learn(await loadPhrases(words.language, 'mine'));
  const { t } = words;
  const given = await ask(words, {
    title: t('about.announcements'),
    text: t('announcements.text'),
    confirm: t('announcements.save'),
    field: {
      label: t('announcements.label'),
      most: 0,
      value: now,
      options: ['all', 'less', 'off'].map((value) => ({
        value,
        label: t(`announcements.${value}`),
      })),
    },
  });
  if (given) keep(given.value);
}

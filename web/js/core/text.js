const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Characters as people count them: a family emoji is one.
 *
 * @param {string} text
 */
export function countGraphemes(text) {
  let count = 0;
  for (const _ of graphemes.segment(text)) count++;
  return count;
}

/**
 * A join code as people type it, in its one spelling; null where it cannot be one.
 *
 * @param {string} typed
 */
export function readCode(typed) {
  const code = typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '').toUpperCase();
  return /^[0-9A-Z]{6}$/.test(code) ? code : null;
}

/**
 * The code in groups that are easy to read out: 3 + 3.
 *
 * @param {string} code
 */
export function groupCode(code) {
  return code.length === 6 ? `${code.slice(0, 3)}\u00a0${code.slice(3)}` : code;
}

/**
 * What came back, and below it what has been typed since.
 *
 * @param {string[]} parts
 */
export function together(parts) {
  return parts.filter((part) => part.trim()).join('\n');
}

/**
 * Text for a list: no more than one empty line in a row, none at the ends.
 *
 * @param {string} text
 */
export function tidy(text) {
  return text.replace(/\r\n?/g, '\n').replace(/\n\s*\n\s*\n+/g, '\n\n').trim();
}

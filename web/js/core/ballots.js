/** @import { Ballot, Form } from './poll.d.ts' */
import { askedBy, bounds } from './polls.js';

/** What the language of a number writes between thousands. */
const GROUPS = { de: '.', en: ',' };

/**
 * A number as people type it: `1.234,5` and `1234.5` are the same, whatever their language is.
 *
 * The last of two different signs is the decimal one, and so is a single one that cannot stand
 * between thousands; where both is possible, the language decides.
 *
 * @param {string} typed
 * @param {number} decimals how many places it may have
 * @param {'de' | 'en'} language
 * @returns {number | null} in units of the last place
 */
export function readNumber(typed, decimals, language) {
  const text = typed.normalize('NFKC').replace(/[\s'’_]/g, '').replace(/[−–]/g, '-');
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(text)) return null;
  const mark = decimalMark(text, decimals, language);
  const [whole = '', places = '', ...rest] = mark ? text.split(mark) : [text];
  const groups = whole.replace(/^[+-]/, '').split(/[.,]/);
  const areGroups = groups.length === 1 ||
    groups.slice(1).every((group) => /^\d{3}$/.test(group)) && /^\d{1,3}$/.test(groups[0] ?? '');
  if (rest.length || !areGroups || !/^\d*$/.test(places)) return null;
  const given = places.replace(/0+$/, '');
  if (given.length > decimals) return null;
  const value = Number(groups.join('') + given.padEnd(decimals, '0'));
  if (!Number.isSafeInteger(value)) return null;
  return whole.startsWith('-') && value ? -value : value;
}

/** @param {string} text @param {number} decimals @param {'de' | 'en'} language */
function decimalMark(text, decimals, language) {
  const last = text.match(/[.,](?=[^.,]*$)/)?.[0];
  if (!last) return null;
  const other = last === '.' ? ',' : '.';
  if (text.includes(other)) return last;
  if (text.split(last).length > 2) return null;
  const mayGroup = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  if (!mayGroup) return last;
  return decimals >= 3 && GROUPS[language] !== last ? last : null;
}

/**
 * Why a ballot cannot be cast as it is; nothing where it can.
 *
 * @param {Form} form
 * @param {Ballot | null} ballot
 * @returns {{ key: string, n?: number } | null}
 */
export function shortcoming(form, ballot) {
  const { kind, rules } = askedBy(form);
  const { min, max } = bounds(form);
  if (!ballot) return { key: kind === 'number' ? 'poll.missing.number' : 'poll.missing.choice' };
  if (ballot.choices) {
    const { length } = ballot.choices;
    if (length < min) {
      return min === 1 ? { key: 'poll.missing.choice' } : { key: 'poll.missing.more', n: min };
    }
    return length > max ? { key: 'poll.missing.fewer', n: max } : null;
  }
  if (ballot.texts) return ballot.texts.length ? null : { key: 'poll.missing.text' };
  if (ballot.ranking) return ballot.ranking.length ? null : { key: 'poll.missing.choice' };
  if (ballot.scale) return scaleShortcoming(ballot.scale, rules.noAnswer === true);
  if (ballot.points) return sum(ballot.points) > 0 ? null : { key: 'poll.missing.points' };
  const number = Number(ballot.number);
  const { min: lowest = 0, max: highest = 0, step = 1 } = rules;
  if (number < lowest || number > highest) return { key: 'poll.missing.range' };
  return (number - lowest) % step ? { key: 'poll.missing.step' } : null;
}

/** @param {(number | null)[]} steps @param {boolean} mayPass */
function scaleShortcoming(steps, mayPass) {
  const isMissing = !steps.length || (steps.includes(null) && !mayPass);
  return isMissing ? { key: 'poll.missing.scale' } : null;
}

/** @param {Record<string, number>} points */
export function sum(points) {
  return Object.values(points).reduce((all, each) => all + each, 0);
}

/**
 * Whether two ballots say the same.
 *
 * @param {Ballot} one
 * @param {Ballot} other
 */
export function sameBallot(one, other) {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

/** @param {Ballot} ballot */
function canonical(ballot) {
  if (ballot.choices) return [...ballot.choices].sort();
  return ballot.points ? Object.entries(ballot.points).filter(([, n]) => n).sort() : ballot;
}

/** @import { Ballot, Form, Option, Result, Tally } from '../core/poll.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
import { leaders, rowsOf, unscaled } from '../core/results.js';
import { askedBy, titleOf } from '../core/polls.js';

/**
 * How polls are talked about in one language.
 *
 * @param {Words} words
 */
export function createPollWords(words) {
  const { t, language } = words;
  const percents = new Intl.NumberFormat(language, { style: 'percent' });
  const tenths = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const seconds = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeStyle: 'medium',
  });

  const [before, after] = language === 'en' ? '“”' : '„“';

  /** @param {string} text in the quotation marks of the language */
  const quoted = (text) => `${before}${text}${after}`;

  /** @param {Option} option */
  const label = ({ id, text }) => text || t(`poll.option.${id}`);

  /** @param {Form} form @param {string} id */
  function named(form, id) {
    const option = form.options.find((option) => option.id === id);
    return option ? label(option) : id;
  }

  /**
   * A guess, or what was computed of guesses, with its unit.
   *
   * @param {Form} form
   * @param {number} value in units of the last place
   * @param {boolean} [isBare] without the unit
   */
  function guess(form, value, isBare) {
    const { decimals = 0, unit } = askedBy(form).rules;
    const number = new Intl.NumberFormat(language, {
      minimumFractionDigits: Number.isInteger(value) ? decimals : undefined,
      maximumFractionDigits: decimals + (Number.isInteger(value) ? 0 : 1),
    }).format(unscaled(value, decimals));
    return unit && !isBare ? `${number}\u00a0${unit}` : number;
  }

  /** @param {Form} form @param {Ballot} ballot */
  function chosen(form, ballot) {
    if (ballot.choices) {
      return ballot.choices.map((id) => named(form, id)).join(', ') || t('poll.nothing');
    }
    if (ballot.texts) return ballot.texts.map(quoted).join(', ');
    if (ballot.ranking) {
      return ballot.ranking.map((id, place) => `${place + 1}. ${named(form, id)}`).join(', ');
    }
    if (ballot.points) {
      return Object.entries(ballot.points).filter(([, points]) => points)
        .map(([id, points]) => `${named(form, id)}: ${words.number(points)}`).join(', ');
    }
    if (ballot.scale) {
      return ballot.scale.map((step, place) => {
        const value = step === null ? t('poll.scale.none') : words.number(step);
        const statement = form.options[place]?.text;
        return statement ? `${statement}: ${value}` : value;
      }).join(', ');
    }
    return guess(form, ballot.number ?? 0);
  }

  /** @param {Form} form @param {Result} result */
  function aboutChoices(form, result) {
    const rows = rowsOf(form, result);
    const { kind } = askedBy(form);
    const best = leaders(kind === 'yesNoAbstain' ? rows.slice(0, 2) : rows);
    const first = best[0];
    if (!first) return t('poll.result.nobody');
    const names = best.map(({ id }) => quoted(named(form, id))).join(', ');
    const n = first.count;
    if (kind === 'ranking') return t('poll.result.ranking', { names, n });
    if (kind === 'points') return t('poll.result.points', { names, n });
    const percent = first.share === null ? '' : percents.format(first.share);
    if (best.length > 1) return t('poll.result.tie', { names, n, percent });
    return t('poll.result.leads', { names, n, percent });
  }

  /** @param {Form} form @param {Result} result */
  function aboutScale(form, { statements = [] }) {
    const { steps = 5 } = askedBy(form).rules;
    const rated = statements.flatMap(({ mean, median }, place) =>
      mean === undefined || median === undefined ? [] : [{ mean, median, place }]
    ).sort((a, b) => b.median - a.median || b.mean - a.mean);
    const best = rated[0];
    if (!best) return t('poll.result.nobody');
    const numbers = {
      median: tenths.format(best.median),
      mean: tenths.format(best.mean),
      steps: words.number(steps),
    };
    const name = rated.length > 1 && form.options[best.place]?.text;
    return name
      ? t('poll.result.scaleBest', { ...numbers, name })
      : t('poll.result.scale', numbers);
  }

  return {
    ...words,
    label,
    quoted,
    named,
    guess,
    chosen,
    percent: (/** @type {number} */ share) => percents.format(share),
    decimal: (/** @type {number} */ value) => tenths.format(value),
    clock: (/** @type {number} */ ms) => seconds.format(new Date(ms)),

    /** @param {Form} form */
    title: (form) => titleOf(form, words),

    /**
     * How many of those who were there have voted.
     *
     * @param {Pick<Tally, 'cast' | 'present'>} tally
     */
    turnout({ cast, present }) {
      const percent = percents.format(present ? cast / present : 0);
      return t('poll.turnout', { n: present, cast, percent });
    },

    /**
     * The result in one sentence.
     *
     * @param {Form} form
     * @param {Result} result
     */
    sentence(form, result) {
      const { statements, texts, quartiles, more = 0 } = result;
      if (statements) return aboutScale(form, result);
      if (texts) {
        const best = leaders(texts)[0];
        if (!best) return t('poll.result.nothing');
        if (best.count === 1) return t('poll.result.answers', { n: texts.length + more });
        return t('poll.result.words', { name: best.text, n: best.count });
      }
      if (askedBy(form).kind === 'number') {
        const [low, middle, high] = quartiles ?? [];
        if (low === undefined || middle === undefined || high === undefined) {
          return t('poll.result.nobody');
        }
        const [from, median, to] = [low, middle, high].map((each) => guess(form, each));
        return t('poll.result.number', {
          median: median ?? '',
          low: from ?? '',
          high: to ?? '',
        });
      }
      return aboutChoices(form, result);
    },

    /**
     * How many were right; nothing where that is not to be known.
     *
     * @param {Result} result
     */
    solved({ right, base }) {
      if (right === undefined) return null;
      return t('poll.result.right', {
        n: right,
        percent: percents.format(base ? right / base : 0),
      });
    },
  };
}

/** @typedef {ReturnType<typeof createPollWords>} PollWords */

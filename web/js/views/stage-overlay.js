/** @import { Form, Result, ShownPoll } from '../core/poll.d.ts' */
/** @import { Shown } from '../core/types.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
/** @import { StageModel } from './stage.js' */
import { clockOf, minutes } from '../core/queue.js';
import { leaders, lengths, rowsOf } from '../core/results.js';
import { h, say, set, write } from '../ui/dom.js';
import { callOf } from './calls.js';
import { bar } from './poll-bar.js';
import { createPollWords } from './poll-words.js';

/** How large the words may be; the largest that fits into the lower third is taken. */
const SIZES = ['3', '2', '1'];
/** So many bars have room; what has the most votes is told. */
const BARS = 4;
/** What is said over a picture; of everything else nothing is seen. */
const SAID = new Set(['question', 'poll', 'result']);

/**
 * The shared screen as a lower third, to lay over a picture (product row L6): plates of their own
 * colour with what is on now, and nothing around them.
 *
 * @param {Words} spoken
 */
export function createOverlay(spoken) {
  const words = createPollWords(spoken);
  const { t, number } = words;
  const who = h('b', { dir: 'auto' });
  const clock = h('span', { class: 'clock', hidden: true });
  const speaker = h('p', { class: 'plate speaker' }, h('span', {}, t('stage.speaker')), who, clock);
  const heading = h('h1');
  const about = h('span', { class: 'about' });
  const text = h('p', { class: 'text', dir: 'auto' });
  const meta = h('p', { class: 'meta', dir: 'auto' });
  const bars = h('ul', { class: 'bars' });
  const plate = h(
    'section',
    { class: 'plate subject' },
    h('div', { class: 'above' }, heading, about),
    text,
    bars,
    meta,
  );
  const element = h('main', { class: 'overlay' }, speaker, plate);

  function fit() {
    set(plate, 'data-size', null);
    SIZES.some((size) => {
      set(plate, 'data-size', size);
      return plate.scrollHeight <= plate.clientHeight + 1;
    });
  }

  /** @param {Shown} shown @param {string} scene @param {number} now @param {boolean} names */
  function drawSpeaker({ queue, meeting }, scene, now, names) {
    const isOn = meeting?.phase !== 'ended' && scene !== 'neutral' && scene !== 'pause';
    const turn = isOn ? queue?.turn : null;
    speaker.hidden = !turn;
    if (!turn) return;
    write(who, names ? callOf(turn.who, t) : t('queue.nameless'));
    const { spoken, left, state } = clockOf(turn, now);
    const paused = turn.running === undefined;
    say(clock, paused ? t('floor.paused') : minutes(left ?? spoken));
    set(clock, 'data-state', paused ? 'paused' : state);
  }

  /** @param {Form} form @param {Result} result */
  function drawBars(form, result) {
    const rows = rowsOf(form, result);
    const best = new Set(leaders(rows));
    const long = lengths(rows, Boolean(result.counts));
    const most = [...rows].sort((a, b) => b.count - a.count).slice(0, BARS);
    bars.hidden = !rows.length;
    bars.replaceChildren(...rows.flatMap((row, at) =>
      most.includes(row)
        ? h(
          'li',
          { 'data-leads': best.has(row) },
          h('span', { class: 'name', dir: 'auto' }, words.named(form, row.id)),
          bar(long[at] ?? 0),
          h('span', {}, row.share === null ? number(row.count) : words.percent(row.share)),
        )
        : []
    ));
    const left = rows.length - most.length;
    return left > 0 ? t('poll.more', { n: left }) : '';
  }

  /** @param {ShownPoll} poll @param {boolean} isResult @param {boolean} counts */
  function drawPoll({ form, tally }, isResult, counts) {
    const result = tally?.result;
    write(text, words.title(form));
    say(about, tally && counts ? words.turnout(tally) : null);
    bars.hidden = true;
    const more = result ? drawBars(form, result) : '';
    // Where there are no bars, one line says what came out.
    const told = result && isResult && bars.hidden ? words.sentence(form, result) : more;
    say(meta, told);
  }

  /** @param {Shown['questions'][number]} question @param {Set<string>} hides */
  function drawQuestion({ text: asked, author, organisation, support }, hides) {
    const by = hides.has('names') ? [] : [author, organisation].filter(Boolean);
    write(text, asked.replace(/\s+/g, ' '));
    say(about, hides.has('counts') ? null : t('stage.support', { n: support }));
    say(meta, by.join(', '));
    bars.hidden = true;
  }

  return {
    element,
    /** @param {StageModel} model */
    update({ shown, note, now }) {
      const { stage, meeting, questions, polls } = shown;
      const scene = meeting?.phase === 'ended' ? 'ended' : stage?.scene ?? 'welcome';
      const hides = new Set(stage?.hides ?? []);
      drawSpeaker(shown, scene, now, !hides.has('names'));
      const id = SAID.has(scene) ? stage?.subject : undefined;
      const question = questions.find((one) => one.id === id);
      const poll = polls.find((one) => one.id === id);
      // Whoever sets it up has to read what is wrong; on air a line that broke is not told.
      const told = meeting ? null : note;
      plate.hidden = !question && !poll && !told;
      set(plate, 'data-told', told !== null);
      write(heading, told ?? t(`stage.${scene}`));
      if (question) drawQuestion(question, hides);
      else if (poll) drawPoll(poll, scene === 'result', !hides.has('counts'));
      else {
        for (const part of [text, meta, about]) say(part, null);
        bars.hidden = true;
      }
      text.hidden = !text.textContent;
      if (!plate.hidden) fit();
    },
  };
}

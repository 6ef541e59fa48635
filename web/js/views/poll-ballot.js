/** @import { Ballot, Form, ShownPoll } from '../core/poll.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
/** @import { Inputs } from './poll-choices.js' */
/** @import { PollWords } from './poll-words.js' */
import { sameBallot, shortcoming } from '../core/ballots.js';
import { askedBy, isAtOnce } from '../core/polls.js';
import { h, newId, say, set, write } from '../ui/dom.js';
import { createChoices, createScale } from './poll-choices.js';
import { hintOf } from './poll-hints.js';
import { createPoints, createRanking } from './poll-ordering.js';
import { createTaps } from './poll-taps.js';
import { createNumber, createTexts } from './poll-texts.js';

/**
 * @param {Context} context
 * @param {PollWords} words
 * @param {Form} form
 * @param {() => void} cast
 * @returns {Inputs}
 */
function inputsFor({ announcer }, words, form, cast) {
  const { kind } = askedBy(form);
  switch (kind) {
    case 'scale':
      return createScale(words, form);
    case 'openText':
    case 'words':
      return createTexts(words, form);
    case 'number':
      return createNumber(words, form);
    case 'ranking':
      return createRanking(words, form, announcer);
    case 'points':
      return createPoints(words, form);
    default:
      return isAtOnce(form) ? createTaps(words, form, cast) : createChoices(words, form);
  }
}

/**
 * What somebody fills in to vote, and the receipt. It is counted once the server has said so.
 *
 * @param {Context} context
 * @param {PollWords} words
 * @param {{ id: string, control: string, titleId: string }} about
 */
export function createBallot(context, words, { id, control, titleId }) {
  const { dispatch, drafts, forget, takeBack, announcer, redraw } = context;
  const draftAt = `kaffeerunde.ballot.${id}`;
  const { t } = words;
  /** @type {ShownPoll | null} */
  let drawn = null;
  /** @type {Inputs | null} */
  let inputs = null;
  let asked = '';
  /** @type {{ key: string, n?: number } | null} */
  let missing = null;
  let isTouched = false;

  const legend = h('legend', { id: newId('ballot') });
  const sentence = h('p', { class: 'refusal', id: newId('ballot'), hidden: true });
  const fields = h('fieldset', {
    'aria-labelledby': `${titleId} ${legend.id}`,
    'aria-describedby': sentence.id,
  }, legend);
  const cast = h('button', { class: 'primary', 'data-act': 'cast' }, t('poll.cast'));
  const receipt = h('p', { class: 'receipt', hidden: true });
  const form = h('form', { class: 'ballot', novalidate: true }, fields, cast);
  const element = h('div', { class: 'voting' }, form, receipt, sentence);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  for (const type of ['input', 'click']) {
    fields.addEventListener(type, () => {
      isTouched = true;
      keep();
      if (missing || sentence.textContent) {
        missing = null;
        forget(control);
      }
      redraw();
    });
  }

  /** What is half filled in survives a reload, and another language. */
  function keep() {
    const ballot = drawn && !inputs?.casts && inputs?.read();
    if (ballot) drafts.set(draftAt, JSON.stringify([drawn?.round, ballot]));
  }

  /** @param {ShownPoll} poll @returns {Ballot | null} */
  function kept({ round }) {
    try {
      const [of, ballot] = JSON.parse(drafts.get(draftAt) ?? '[]');
      return of === round ? ballot : null;
    } catch {
      return null;
    }
  }

  function submit() {
    if (!drawn || !inputs || cast.getAttribute('aria-disabled')) return;
    const ballot = inputs.read();
    missing = shortcoming(drawn.form, ballot);
    if (missing || !ballot) {
      announcer.assertive(t(missing?.key ?? 'poll.missing.choice', { n: missing?.n ?? 1 }));
      return redraw();
    }
    // A second tap on the same is no second wish.
    const before = drawn.sending ?? drawn.own?.ballot;
    if (before && sameBallot(before, ballot)) return;
    const { id: poll, round, revision: seen } = drawn;
    drafts.remove(draftAt);
    isTouched = false;
    dispatch({ does: 'castBallot', poll, round, ballot, seen }, control);
  }

  /** @param {ShownPoll} poll */
  function build(poll) {
    const { kind, options, changeable } = poll.form;
    const now = JSON.stringify([poll.round, kind, options, changeable]);
    if (asked === now && inputs) return;
    asked = now;
    missing = null;
    inputs = inputsFor(context, words, poll.form, submit);
    write(legend, hintOf(words, poll.form));
    fields.replaceChildren(legend, ...inputs.elements);
    const draft = kept(poll);
    isTouched = draft !== null;
    const known = draft ?? poll.sending ?? poll.own?.ballot;
    if (known) inputs.fill(known);
  }

  /** @param {ShownPoll} poll @param {Model} model */
  function tell({ form, own, sending, state }, { connection }) {
    set(receipt, 'data-counted', sending ? null : own ? 'true' : null);
    if (sending) {
      const key = connection === 'live' ? 'poll.receipt.sending' : 'poll.receipt.offline';
      return say(receipt, t(key, { what: words.chosen(form, sending) }));
    }
    if (!own) return say(receipt, null);
    const what = words.chosen(form, own.ballot);
    const time = own.counted && words.clock(own.counted);
    say(receipt, time ? t('poll.receipt.at', { time, what }) : t('poll.receipt', { what }));
    set(receipt, 'data-over', state !== 'open');
  }

  /** @param {ShownPoll} poll @param {Model} model */
  function offer(poll, model) {
    const { own, sending, state, eligible } = poll;
    const ended = model.shown.meeting?.phase === 'ended' || model.connection === 'closed';
    const isFinal = !poll.form.changeable && (own !== null || sending !== null);
    form.hidden = state !== 'open' || !eligible || ended || isFinal;
    if (form.hidden) return;
    build(poll);
    const back = takeBack(control, 'castBallot');
    if (back && back.round === poll.round && !inputs?.casts) {
      inputs?.fill(back.ballot);
      isTouched = true;
      keep();
    }
    set(fields, 'data-sending', sending !== null);
    cast.hidden = inputs?.casts === true;
    if (inputs?.casts) {
      set(cast, 'aria-disabled', null);
      return inputs.fill(sending ?? own?.ballot ?? {});
    }
    const held = inputs?.read();
    const isSame = own && !sending && held && sameBallot(held, own.ballot);
    if (isSame) isTouched = false;
    // Another tab of the same person has voted; what was chosen here meanwhile stays.
    else if (own && !sending && !isTouched) inputs?.fill(own.ballot);
    write(cast, t(own ? 'poll.change' : 'poll.cast'));
    set(cast, 'aria-disabled', isSame || model.busy(control) ? 'true' : null);
  }

  return {
    element,
    /** @param {ShownPoll} poll @param {Model} model */
    update(poll, model) {
      // What was too late before is said no more once it goes on.
      if (poll.state === 'open' && (drawn?.state !== 'open' || drawn.round !== poll.round)) {
        forget(control);
      }
      drawn = poll;
      offer(poll, model);
      tell(poll, model);
      const refused = model.refusal(control);
      const words = missing
        ? t(missing.key, { n: missing.n ?? 1 })
        : refused && context.words.refusal(refused);
      say(sentence, words);
    },
  };
}

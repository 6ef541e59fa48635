/** @import { Refusal, ShownQuestion } from '../core/types.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
import { tidy } from '../core/text.js';
import { h, newId, say, set, write } from '../ui/dom.js';
import { ask } from './asking.js';
import { MOST } from './composer.js';

/** States in which support is still counted. */
const COUNTING = new Set(['open', 'live']);
/** States in which the asker may take a question back. */
const MINE = new Set(['open', 'pending']);
/** How long an asker can change what others have seen already; the server decides. */
const EDITING = 2 * 60_000;

/**
 * One question as a row of a list.
 *
 * @param {Context} context
 * @param {string} id
 */
export function createCard(context, id) {
  const { words, drafts, dispatch, takeBack } = context;
  const { t, time, has, refusal } = words;
  const control = `question:${id}`;
  const draftAt = `kaffeerunde.change.${id}`;
  /** Whether own words came back, and wait for the person to open them. */
  let isBack = false;
  /** @type {ShownQuestion | null} */
  let drawn = null;
  let drawnIn = '';
  /** @type {Refusal | null} */
  let refused = null;

  const own = h('p', { class: 'own' }, t('card.own'));
  const badge = h('p', { class: 'badge', hidden: true });
  const text = h('p', { class: 'text', id: newId('question'), dir: 'auto' });
  const author = h('span', { class: 'author', dir: 'auto' });
  const when = h('time');
  // The dot stays with the time.
  const meta = h('p', { class: 'meta' }, author, ' ', h('span', { class: 'when' }, '· ', when));
  const reason = h('p', { class: 'reason', dir: 'auto', hidden: true });
  const traces = h('p', { class: 'hint', hidden: true });
  const original = h('p', { class: 'hint', dir: 'auto', hidden: true });
  const answer = h('p', { class: 'answer', dir: 'auto', hidden: true });
  const aloud = h(
    'button',
    { type: 'button', class: 'plain', 'data-act': 'aloud', 'aria-describedby': text.id },
    t('card.aloud'),
  );
  const count = h('span', { class: 'count' });
  const support = h(
    'button',
    { type: 'button', class: 'support', 'data-act': 'support', 'aria-describedby': text.id },
    h('span', {}, t('card.support')),
    ' ',
    count,
  );
  const supporters = h('p', { class: 'supporters' });
  const edit = h(
    'button',
    { type: 'button', class: 'plain', 'data-act': 'change', 'aria-describedby': text.id },
    t('card.change'),
  );
  const withdraw = h(
    'button',
    { type: 'button', class: 'plain', 'data-act': 'withdraw', 'aria-describedby': text.id },
    t('card.withdraw'),
  );
  const moderation = context.chairing?.createModeration(context, control, text.id);
  const sentence = h('p', { class: 'refusal', hidden: true });
  const card = h(
    'question-card',
    {},
    h('div', { class: 'above' }, own, badge),
    text,
    meta,
    reason,
    traces,
    original,
    answer,
    h('div', { class: 'actions' }, support, supporters, aloud, edit, withdraw),
    moderation?.element,
    sentence,
  );
  const element = h('li', { 'data-row': id, tabindex: -1 }, card);

  support.addEventListener('click', () => {
    if (drawn) dispatch({ does: 'support', question: id, support: !drawn.supported }, control);
  });
  withdraw.addEventListener('click', () => {
    dispatch({ does: 'withdrawQuestion', question: id }, control);
  });

  aloud.addEventListener('click', () => dispatch({ does: 'askAloud', question: id }, control));

  edit.addEventListener('click', async () => {
    const given = await ask(words, {
      title: t('card.change.title'),
      text: t('card.change.text'),
      confirm: t('edit.save'),
      field: {
        label: t('ask.label'),
        most: MOST,
        value: drawn?.text,
        lines: true,
        draft: { store: drafts, at: draftAt },
      },
      refused: isBack ? sentence.textContent : null,
    });
    isBack = false;
    if (given?.value && given.value !== drawn?.text) {
      dispatch({ does: 'editQuestion', question: id, text: given.value }, control);
    }
  });

  /** @param {ShownQuestion} question */
  function tracesOf({ tag, revised, merged, owner, due, mergedInto, via, from, supportThen }) {
    return [
      tag,
      via && t(`card.via.${via}`),
      from && t('card.from', { from, n: supportThen ?? 0 }),
      revised && t('card.revised'),
      merged && t('card.merged', { n: merged.length, numbers: merged.join(', ') }),
      mergedInto && t('card.mergedInto'),
      owner && t('card.followUp', { who: [owner, due].filter(Boolean).join(', ') }),
    ].filter(Boolean).join(' · ');
  }

  /**
   * Where the heading above does not say it.
   *
   * @param {ShownQuestion} question
   * @param {boolean} live whether what is sent gets through
   */
  function stateWords({ sending, moving, shared, state }, live) {
    if (sending || (moving && !live)) return t('card.sending');
    const key = `state.${state}`;
    return !shared && has(key) ? t(key) : '';
  }

  /**
   * Product row B9: as long as hardly anybody can have read it.
   *
   * @param {ShownQuestion} question @param {number} now
   */
  function isChangeable({ own, sending, state, merged, mergedInto, ...question }, now) {
    if (!own || sending || merged || mergedInto) return false;
    if (state === 'pending') return true;
    return state === 'open' && question.shared && !question.revised && question.support < 2 &&
      now < question.asked + EDITING;
  }

  /** @param {ShownQuestion} question @param {Model} model */
  function draw(question, model) {
    const moderates = model.shown.role === 'moderator';
    own.hidden = !question.own;
    say(badge, stateWords(question, model.connection === 'live'));
    write(text, tidy(question.text));
    const who = [question.author, question.organisation].filter(Boolean).join(', ');
    write(author, who || t('card.noName'));
    meta.hidden = !question.shared;
    if (question.asked) {
      write(when, time(question.asked, model.now));
      set(when, 'datetime', new Date(question.asked).toISOString());
    }
    say(reason, question.reason ? t('card.reason', { reason: question.reason }) : null);
    say(traces, tracesOf(question));
    say(original, question.original ? t('card.original', { text: question.original }) : null);
    say(answer, question.answer ? t('card.answer', { text: question.answer.text }) : null);
    const ended = model.shown.meeting?.phase === 'ended';
    const counts = COUNTING.has(question.state) && question.shared && !ended;
    support.hidden = question.own || !counts;
    set(support, 'aria-pressed', String(question.supported));
    write(count, String(question.support));
    say(
      supporters,
      question.shared && support.hidden ? t('card.supporters', { n: question.support }) : null,
    );
    aloud.hidden = !question.own || !question.shared || question.state !== 'open' || ended ||
      question.sending || model.shown.meeting?.names === 'anonymous' ||
      Boolean(model.shown.me?.hands?.length);
    edit.hidden = !isBack && (ended || !isChangeable(question, model.now));
    withdraw.hidden = !question.own || question.sending || ended || !MINE.has(question.state);
    set(card, 'data-state', question.state);
    set(card, 'data-own', question.own);
    set(card, 'data-sending', question.sending);
    const theirs = moderates && question.shared && !question.sending && !ended;
    return moderation?.update(question, theirs, model) || isBack;
  }

  return {
    element,
    /**
     * Draws what has changed; a question of others that is the same is left alone.
     *
     * @param {ShownQuestion} question
     * @param {Model} model
     * @param {string} circumstances whatever else the card depends on
     */
    update(question, model, circumstances) {
      const now = model.refusal(control);
      const isSame = question === drawn && circumstances === drawnIn && now === refused;
      // Whether one's own can be changed still depends on the time, and moderators see more.
      if (isSame && !question.own && !moderation) return;
      drawn = question;
      drawnIn = circumstances;
      refused = now;
      const back = takeBack(control, 'editQuestion');
      if (back) {
        drafts.set(draftAt, back.text);
        isBack = true;
      }
      const keeps = draw(question, model);
      say(sentence, refused && refusal(refused) + (keeps ? ` ${t('card.kept')}` : ''));
    },
  };
}

/** @import { Context, Model, View } from './types.d.ts' */
/** @import { Standing } from '../core/queue.js' */
import { restorable, standing } from '../core/queue.js';
import { h, say, set, write } from '../ui/dom.js';
import { ask } from './asking.js';

export const HAND = 'hand';

/**
 * The one button for speaking, in reach from every view; it says what it will do.
 *
 * @param {Context} context
 * @returns {View & { press(): void }}
 */
export function createHand(context) {
  const { words, dispatch, keys } = context;
  const { t } = words;
  /** @type {Standing} */
  let stands = { is: 'down' };
  let isFirst = false;
  let raising = false;

  const act = h('span', { class: 'act' });
  const place = h('span', { class: 'news', hidden: true });
  const button = h(
    'button',
    { type: 'button', class: 'hand', 'aria-keyshortcuts': keys.shortcut('hand'), onclick: press },
    act,
    ' ',
    place,
  );

  async function press() {
    if (raising) return;
    if (stands.is === 'down') return void dispatch({ does: 'raiseHand' }, HAND);
    if (stands.is === 'speaking') return void dispatch({ does: 'yieldFloor' }, HAND);
    // Whoever is the next one is asked: others count on it.
    const sure = !isFirst || await ask(words, {
      title: t('hand.lower.title'),
      text: t('hand.lower.text'),
      confirm: t('hand.lower'),
    });
    if (sure) dispatch({ does: 'lowerHand' }, HAND);
  }

  return {
    element: button,
    press,
    /** @param {Model} model */
    update({ shown: { queue, me, raising: isRaising, meeting } }) {
      stands = standing(queue, me);
      raising = isRaising;
      isFirst = stands.is === 'waiting' && stands.place === 1;
      const up = stands.is !== 'down';
      button.hidden = !me || meeting?.phase === 'ended';
      set(button, 'data-up', up);
      set(button, 'aria-disabled', raising ? 'true' : null);
      write(
        act,
        raising
          ? t('card.sending')
          : t(stands.is === 'speaking' ? 'hand.done' : up ? 'hand.lower' : 'hand.raise'),
      );
      say(place, stands.is === 'waiting' ? t('hand.place.short', { n: stands.place }) : null);
    },
  };
}

/**
 * What happened to one's own hand, and what can be done now: the next one, speaking, not there.
 *
 * @param {Context} context
 * @returns {View & { readonly calls: boolean }}
 */
export function createCalling({ words, dispatch, announcer }) {
  const { t, refusal } = words;
  let calls = '';
  /** @type {{ entry: string, place: number } | null} */
  let own = null;
  let lowered = '';

  const lead = h('p', { class: 'words' });
  const hint = h('p', { class: 'hint' });
  const notReady = h('button', {
    type: 'button',
    onclick: () => own && dispatch({ does: 'notReady', ...own }, HAND),
  }, t('hand.notReady'));
  const finish = h('button', {
    type: 'button',
    class: 'primary',
    onclick: () => dispatch({ does: 'yieldFloor' }, HAND),
  }, t('hand.done'));
  const restore = h('button', {
    type: 'button',
    onclick: () => dispatch({ does: 'restoreHand', entry: lowered }, HAND),
  }, t('hand.restore'));
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'hand-notice',
    { hidden: true },
    h('div', {}, lead, hint),
    h('p', { class: 'actions' }, notReady, finish, restore),
    sentence,
  );

  /** @param {Standing} stands @param {string} speaks */
  function tell(stands, speaks) {
    const is = stands.is === 'speaking' ? 'speaking' : own?.place === 1 ? 'next' : '';
    if (is === calls) return is;
    calls = is;
    if (!is) return is;
    announcer.assertive(speaks);
    navigator.vibrate?.([200, 100, 200]);
    return is;
  }

  return {
    element,
    /** Whether the person is wanted now. */
    get calls() {
      return calls !== '';
    },
    /** @param {Model} model */
    update({ shown: { queue, me, meeting }, now, refusal: refusalOf }) {
      const stands = standing(queue, me);
      own = stands.is === 'waiting' ? stands : null;
      const isNext = own?.place === 1;
      const gone = restorable(me, now);
      lowered = gone?.entry ?? '';
      const notThere = me?.lowered && me.lowered.because !== 'own' && stands.is === 'down'
        ? me.lowered.because
        : null;
      const key = stands.is === 'speaking' || stands.is === 'aside'
        ? stands.is
        : isNext
        ? 'next'
        : gone && stands.is === 'down'
        ? 'own'
        : notThere;
      say(lead, key ? t(`call.${key}`) : null);
      if (tell(stands, lead.textContent)) element.dataset.calls = calls;
      else delete element.dataset.calls;
      say(hint, key === 'next' ? t('call.hint') : null);
      notReady.hidden = !isNext || (queue?.waiting.length ?? 0) < 2;
      finish.hidden = stands.is !== 'speaking';
      restore.hidden = key !== 'own';
      const refused = refusalOf(HAND);
      say(sentence, refused && refusal(refused));
      element.hidden = meeting?.phase === 'ended' || (!key && !refused);
    },
  };
}

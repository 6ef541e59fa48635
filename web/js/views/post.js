/** @import { Channel } from '../core/chat.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { countGraphemes, together } from '../core/text.js';
import { h, newId, say, set } from '../ui/dom.js';

export const POST = 'post';
const MOST = 1_000;
const COUNTER_FROM = 900;

/**
 * The field of the chat. Whatever is refused comes back into it.
 *
 * @param {Context} context
 * @param {string} draftAt
 * @returns {View}
 */
export function createPost(context, draftAt) {
  const { words: { t, refusal }, drafts, dispatch, forget, takeBack, redraw, announcer } = context;
  /** @type {string | null} */
  let local = null;
  let closed = false;
  /** @type {Channel} */
  let to = 'room';

  const counter = h('p', { class: 'counter', id: newId('post'), hidden: true });
  const sentence = h('p', { class: 'refusal', id: newId('post'), hidden: true });
  const kept = h('p', { class: 'hint', id: newId('post') });
  const field = h('textarea', {
    id: newId('post'),
    rows: 1,
    enterkeyhint: 'send',
    dir: 'auto',
    'aria-describedby': [kept, counter, sentence].map(({ id }) => id).join(' '),
  });
  const toRoom = choice('room', t('chat.to.room'));
  const toModerators = choice('toModerators', t('chat.to.moderators'));
  const choices = h(
    'div',
    { class: 'choices', role: 'group', 'aria-label': t('chat.to') },
    toRoom,
    toModerators,
  );
  const own = h('ul', { class: 'own-messages', 'aria-label': t('chat.own') });
  const send = h('button', { class: 'primary' }, t('ask.send'));
  const element = h(
    'form',
    { class: 'post', novalidate: true, 'aria-label': t('chat.form') },
    own,
    choices,
    h('label', { for: field.id, class: 'unseen' }, t('chat.field')),
    h('div', { class: 'line' }, field, send),
    counter,
    sentence,
    kept,
  );
  field.value = drafts.get(draftAt) ?? '';

  /** @param {Channel} channel @param {string} label */
  function choice(channel, label) {
    return h('button', {
      type: 'button',
      onclick: () => {
        to = channel;
        redraw();
        field.focus({ preventScroll: true });
      },
    }, label);
  }

  function changed() {
    drafts.set(draftAt, field.value);
    const left = MOST - countGraphemes(field.value);
    const words = left >= 0 ? t('ask.left', { n: left }) : t('ask.over', { n: -left });
    say(counter, left > MOST - COUNTER_FROM ? null : words);
    set(counter, 'data-over', left < 0);
  }

  function submit() {
    const text = field.value.trim();
    local = !text ? 'messageMissing' : countGraphemes(text) > MOST ? 'messageTooLong' : null;
    if (closed && to === 'room') local = 'chatPaused';
    if (local) {
      announcer.assertive(refusal({ reason: local }));
      return redraw();
    }
    field.value = '';
    changed();
    const wish = { does: /** @type {const} */ ('postMessage'), text };
    dispatch(to === 'room' ? wish : { ...wish, to }, POST);
    field.focus({ preventScroll: true });
  }

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  field.addEventListener('input', () => {
    local = null;
    forget(POST);
    changed();
    redraw();
  });
  changed();

  function giveBack() {
    const back = [];
    for (let wish; (wish = takeBack(POST, 'postMessage'));) {
      back.push(wish.text);
      to = wish.to ?? 'room';
    }
    if (!back.length) return;
    field.value = together([...back, field.value]);
    changed();
  }

  /** @param {Model} model */
  function drawOwn({ shown: { me, messages, role } }) {
    const mine = messages.filter(({ own, channel }) => own && channel === 'toModerators').slice(-2);
    own.hidden = to === 'room' || role === 'moderator' || !mine.length || !me;
    own.replaceChildren(...mine.map(({ text, acknowledged, sending }) =>
      h(
        'li',
        {},
        h('span', { dir: 'auto' }, text ?? ''),
        ' – ',
        t(sending ? 'card.sending' : acknowledged ? 'chat.acknowledged' : 'chat.delivered'),
      )
    ));
  }

  return {
    element,
    /** @param {Model} model */
    update(model) {
      const { shown: { chat, role, meeting }, refusal: refusalOf } = model;
      giveBack();
      const ended = meeting?.phase === 'ended' || model.connection === 'closed';
      element.hidden = ended && !field.value;
      closed = ended || (chat?.mode === 'paused' && role !== 'moderator');
      choices.hidden = role === 'moderator';
      set(toRoom, 'aria-pressed', String(to === 'room'));
      set(toModerators, 'aria-pressed', String(to === 'toModerators'));
      set(field, 'placeholder', t(`chat.placeholder.${to}`));
      set(send, 'aria-disabled', closed && to === 'room' ? 'true' : null);
      say(kept, to === 'room' ? t(chat?.kept ? 'chat.kept' : 'chat.notKept') : t('chat.private'));
      const refused = local ? { reason: local } : refusalOf(POST);
      say(sentence, refused && refusal(refused));
      set(field, 'aria-invalid', refused ? 'true' : null);
      drawOwn(model);
    },
  };
}

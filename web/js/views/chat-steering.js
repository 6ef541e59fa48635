/** @import { Chat } from '../core/chat.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { ask } from '../ui/dialog.js';
import { h, say } from '../ui/dom.js';
import { check, choice, createDraft, field, offerTick } from '../ui/field.js';

const CHAT = 'chat.steering';
const URL_MOST = 2_000;
const TITLE_MOST = 120;
const MODES = /** @type {Chat['mode'][]} */ (['open', 'slow', 'paused']);
/** The pauses of slow mode, in seconds. */
const PAUSES = [10, 30, 60, 120];

/**
 * The rules of the chat, the links beside it, and the way to empty it.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createChatSteering(context) {
  const { words, drafts, dispatch, forget, takeBack } = context;
  const { t, refusal } = words;
  /** @type {Chat | null} */
  let chat = null;
  let drawn = '';

  const mode = choice(
    MODES.map((value) => ({ value, label: t(`rules.chat.${value}`) })),
    (value) => set({ mode: /** @type {Chat['mode']} */ (value) }),
  );
  mode.element.dataset.rule = 'chat';
  const pause = choice(
    PAUSES.map((n) => ({ value: n, label: t('chat.steer.seconds', { n }) })),
    (value) => set({ seconds: Number(value) }),
  );
  const pauseField = field(t('chat.steer.pause'), pause.element);
  const kept = h('input', { type: 'checkbox', onchange: () => set({ kept: kept.checked }) });
  const url = h('input', {
    type: 'url',
    maxlength: URL_MOST,
    dir: 'ltr',
    placeholder: 'https://',
    oninput: () => forget(CHAT),
  });
  const title = h('input', { maxlength: TITLE_MOST, dir: 'auto', autocomplete: 'off' });
  const draft = createDraft(drafts, 'link', [url, title]);
  const links = h('ul', { 'aria-label': t('chat.links') });
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'details',
    { class: 'tool steering', hidden: true },
    h('summary', {}, t('chat.steer')),
    h(
      'div',
      { class: 'fields' },
      field(t('rules.chat'), mode.element),
      pauseField,
      check(t('chat.steer.kept'), kept),
      links,
      h(
        'form',
        { novalidate: true, onsubmit: pin },
        field(t('chat.steer.url'), url),
        field(t('chat.steer.title'), title),
        h('p', { class: 'actions' }, h('button', {}, t('chat.steer.pin'))),
      ),
      sentence,
      h(
        'p',
        { class: 'actions' },
        h('button', { type: 'button', class: 'grave', onclick: clear }, t('chat.steer.clear')),
      ),
    ),
  );

  /** @param {{ mode?: Chat['mode'], seconds?: number, kept?: boolean }} news */
  function set(news) {
    if (chat) dispatch({ does: 'setChat', mode: chat.mode, ...news }, CHAT);
  }

  /** @param {Event} event */
  function pin(event) {
    event.preventDefault();
    if (!url.value.trim()) return url.focus();
    const wish = { url: url.value.trim(), title: title.value.trim() || undefined };
    dispatch({ does: 'pinLink', ...wish }, CHAT);
    draft.fill([]);
  }

  function giveBack() {
    const wish = url.value ? null : takeBack(CHAT, 'pinLink');
    if (wish) draft.fill([wish.url, wish.title]);
  }

  /** It cannot be taken back, so one click is not enough (product row E4). */
  async function clear() {
    const word = t('chat.steer.clear.word');
    const answer = await ask(words, {
      title: t('chat.steer.clear.title'),
      text: t('chat.steer.clear.text'),
      confirm: t('chat.steer.clear'),
      grave: true,
      field: { label: t('chat.steer.clear.field', { word }), most: word.length },
    });
    if (answer?.value.toLowerCase() === word.toLowerCase()) dispatch({ does: 'clearChat' }, CHAT);
  }

  /** @param {Chat} chat */
  function drawLinks({ links: pinned }) {
    const key = JSON.stringify(pinned);
    links.hidden = !pinned.length;
    if (key === drawn) return;
    drawn = key;
    links.replaceChildren(...pinned.map(({ id, title, url }) =>
      h(
        'li',
        {},
        h('span', { dir: 'auto' }, title || url),
        ' ',
        h('button', {
          type: 'button',
          class: 'plain',
          onclick: () => dispatch({ does: 'unpinLink', link: id }, CHAT),
        }, t('chat.steer.unpin')),
      )
    ));
  }

  return {
    element,
    /** @param {Model} model */
    update({ shown: { chat: now, role, meeting }, refusal: refusalOf }) {
      chat = now;
      element.hidden = role !== 'moderator' || !chat || meeting?.phase === 'ended';
      if (!chat || element.hidden) return;
      mode.show(chat.mode);
      pauseField.hidden = chat.mode !== 'slow';
      pause.show(String(chat.seconds));
      drawLinks(chat);
      giveBack();
      const refused = refusalOf(CHAT);
      offerTick(kept, chat.kept, Boolean(refused));
      say(sentence, refused && refusal(refused));
    },
  };
}

/** @import { ShownMessage } from '../core/types.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
import { linked } from '../core/links.js';
import { tidy } from '../core/text.js';
import { ask } from '../ui/dialog.js';
import { h, newId, say, set, write } from '../ui/dom.js';

/** How long its author can change a message; the server decides. */
const EDITING = 5 * 60_000;
const MOST = 1_000;

/**
 * One message. What changes later stands outside of what is read out.
 *
 * @param {Context} context
 * @param {string} id
 */
export function createMessage(context, id) {
  const { words, drafts, dispatch, takeBack } = context;
  const { t, time, refusal } = words;
  const control = `message:${id}`;
  const draftAt = `kaffeerunde.${control}`;
  /** Whether own words came back, and wait for the person to open them. */
  let isBack = false;
  let drawnText = '';
  /** @type {ShownMessage | null} */
  let drawn = null;

  const author = h('span', { class: 'author', dir: 'auto' });
  const role = h('span', { class: 'badge', hidden: true }, t('chat.moderator'));
  const when = h('time');
  const status = h('span', { class: 'status' });
  const meta = h(
    'p',
    { class: 'meta', 'aria-live': 'off' },
    author,
    ' ',
    role,
    ' ',
    when,
    ' ',
    status,
  );
  const text = h('p', { class: 'text', id: newId('message'), dir: 'auto' });
  const buttons = {
    edit: act('edit', t('chat.edit'), edit),
    delete: act('delete', t('chat.delete'), () => wish('deleteMessage')),
    question: act('question', t('chat.toQuestion'), () => wish('questionFromMessage')),
    acknowledge: act('acknowledge', t('chat.acknowledge'), () => wish('acknowledgeMessage')),
    remove: act('remove', t('chat.remove'), () => wish('removeMessage')),
  };
  const person = context.chairing?.createPersonActs(context, control, text.id);
  const actions = h(
    'div',
    { class: 'actions', 'aria-live': 'off', role: 'group', 'aria-label': t('chat.acts') },
    ...Object.values(buttons),
    person?.element,
  );
  const sentence = h('p', { class: 'refusal', 'aria-live': 'off', hidden: true });
  const element = h('li', { 'data-row': id, tabindex: -1 }, meta, text, actions, sentence);

  /** @param {string} name @param {string} label @param {() => void} onclick */
  function act(name, label, onclick) {
    return h(
      'button',
      { type: 'button', class: 'plain', 'data-act': name, 'aria-describedby': text.id, onclick },
      label,
    );
  }

  /** @param {'deleteMessage' | 'removeMessage' | 'questionFromMessage' | 'acknowledgeMessage'} does */
  function wish(does) {
    dispatch({ does, message: id }, control);
  }

  async function edit() {
    const answer = await ask(words, {
      title: t('chat.edit.title'),
      text: t('chat.edit.text'),
      confirm: t('chat.edit.save'),
      field: {
        label: t('chat.field'),
        most: MOST,
        value: drawn?.text ?? '',
        lines: true,
        draft: { store: drafts, at: draftAt },
      },
      refused: isBack ? sentence.textContent : null,
    });
    isBack = false;
    if (answer?.value) dispatch({ does: 'editMessage', message: id, text: answer.value }, control);
  }

  /** @param {ShownMessage} message */
  function drawText(message) {
    const words = message.state === 'shown' ? tidy(message.text ?? '') : t(`chat.${message.state}`);
    if (words === drawnText) return;
    drawnText = words;
    if (message.state !== 'shown') return text.replaceChildren(words);
    text.replaceChildren(
      ...linked(words).map(({ text: part, href }) =>
        href
          ? h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, part)
          : document.createTextNode(part)
      ),
    );
  }

  /** @param {ShownMessage} message */
  function statusOf(message) {
    return [
      message.sending && t('card.sending'),
      message.edited && t('chat.edited'),
      message.question && t('chat.isQuestion'),
      message.channel === 'toModerators' && message.acknowledged && t('chat.acknowledged'),
    ].filter(Boolean).join(' · ');
  }

  return {
    element,
    /** @param {ShownMessage} message @param {boolean} continues @param {Model} model */
    update(message, continues, model) {
      drawn = message;
      const { shown: { role: mine, meeting }, now } = model;
      const lives = message.state === 'shown' && !message.sending && meeting?.phase !== 'ended';
      const moderates = mine === 'moderator' && lives;
      drawText(message);
      const who = [message.author, message.organisation].filter(Boolean).join(', ');
      write(author, message.own && message.number !== 0 ? t('queue.you') : who || t('card.noName'));
      role.hidden = message.role !== 'moderator';
      write(when, time(message.posted, now));
      set(when, 'datetime', new Date(message.posted).toISOString());
      write(status, statusOf(message));
      set(element, 'data-own', message.own);
      set(element, 'data-state', message.state);
      set(element, 'data-continues', continues);
      set(element, 'data-sending', message.sending);
      const back = takeBack(control, 'editMessage');
      if (back) {
        drafts.set(draftAt, back.text);
        isBack = true;
      }
      buttons.edit.hidden = !isBack &&
        (!message.own || !lives || now > message.posted + EDITING);
      buttons.delete.hidden = !message.own || !lives;
      buttons.question.hidden = !moderates || Boolean(message.question);
      const toUs = message.channel === 'toModerators';
      buttons.acknowledge.hidden = !moderates || !toUs || message.own || !!message.acknowledged;
      buttons.remove.hidden = !moderates || message.own || toUs;
      person?.update(moderates && !message.own ? message.participant : undefined, model);
      actions.hidden = [...actions.children].every((one) =>
        one instanceof HTMLElement && one.hidden
      );
      const refused = model.refusal(control);
      say(sentence, refused && refusal(refused) + (isBack ? ` ${t('card.kept')}` : ''));
    },
  };
}

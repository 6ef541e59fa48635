/** @import { Context, Model, View } from './types.d.ts' */
import { countGraphemes, together } from '../core/text.js';
import { h, newId, say, set } from '../ui/dom.js';

export const MOST = 500;
const COUNTER_FROM = 400;
export const CONTROL = 'ask';

/**
 * The field for a question; what was typed survives a reload, a refusal and a pause.
 *
 * @param {Context} context
 * @param {string} draftAt where the half-typed text is kept
 * @param {{ asked: () => void, show: (id: string) => void }} acts a question was sent off; the
 *   person wants to see it in the list
 * @returns {View & { arrived(id: string): void }}
 */
export function createComposer(context, draftAt, acts) {
  const { words: { t, refusal, time }, drafts, dispatch, forget, takeBack, redraw } = context;
  let closed = false;
  /** The question that arrived last. */
  let latest = '';
  /** @type {string | null} a refusal of our own, before anything was sent */
  let local = null;

  const privacy = h('p', { class: 'privacy', id: newId('ask') }, t('ask.privacy'));
  const closedWords = h('p', { class: 'closed', id: newId('ask'), hidden: true });
  const counter = h('p', { class: 'counter', id: newId('ask'), hidden: true });
  const sentence = h('p', { class: 'refusal', id: newId('ask'), hidden: true });
  const field = h('textarea', {
    id: 'ask',
    rows: 1,
    enterkeyhint: 'send',
    dir: 'auto',
    placeholder: t('ask.placeholder'),
    'aria-describedby': [privacy, closedWords, counter, sentence].map(({ id }) => id).join(' '),
  });
  const nameless = h('input', { type: 'checkbox', id: newId('ask') });
  const anonymous = h(
    'p',
    { class: 'check', hidden: true },
    nameless,
    h('label', { for: nameless.id }, t('ask.anonymous')),
  );
  const tag = h('select', { id: newId('ask'), 'data-field': 'tag' });
  const tagging = h(
    'p',
    { class: 'tagging', hidden: true },
    h('label', { for: tag.id }, t('ask.tag')),
    tag,
  );
  const done = h(
    'p',
    { class: 'done', hidden: true },
    t('ask.done'),
    ' ',
    h(
      'button',
      { type: 'button', class: 'plain', onclick: () => acts.show(latest) },
      t('ask.show'),
    ),
  );
  const send = h('button', { class: 'primary' }, t('ask.send'));
  const element = h(
    'form',
    { class: 'composer', novalidate: true, 'aria-label': t('ask.form') },
    privacy,
    closedWords,
    h('label', { for: field.id }, t('ask.label')),
    h('div', { class: 'line' }, field, send),
    tagging,
    anonymous,
    counter,
    sentence,
    done,
  );
  field.value = drafts.get(draftAt) ?? '';

  function changed() {
    drafts.set(draftAt, field.value);
    const left = MOST - countGraphemes(field.value);
    say(counter, left > MOST - COUNTER_FROM ? null : count(left));
    set(counter, 'data-over', left < 0);
  }

  /** @param {number} left */
  function count(left) {
    return left >= 0 ? t('ask.left', { n: left }) : t('ask.over', { n: -left });
  }

  function submit() {
    if (closed) return;
    const text = field.value.trim();
    local = !text ? 'textMissing' : countGraphemes(text) > MOST ? 'textTooLong' : null;
    if (local) {
      context.announcer.assertive(refusal({ reason: local }));
      field.focus();
      return redraw();
    }
    field.value = '';
    changed();
    field.focus({ preventScroll: true });
    const hidden = nameless.checked && !anonymous.hidden;
    dispatch({
      does: 'askQuestion',
      text,
      ...(hidden ? { anonymous: true } : {}),
      ...(tag.value ? { tag: tag.value } : {}),
    }, CONTROL);
    tag.value = '';
    acts.asked();
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
    done.hidden = true;
    forget(CONTROL);
    changed();
    redraw();
  });
  changed();

  /** @param {string[]} tags */
  function offerTags(tags) {
    tagging.hidden = !tags.length;
    const key = tags.join('\n');
    if (tag.dataset.tags === key) return;
    tag.dataset.tags = key;
    const chosen = tag.value;
    tag.replaceChildren(
      h('option', { value: '' }, t('moderate.tag.none')),
      ...tags.map((name) => h('option', { value: name }, name)),
    );
    tag.value = tags.includes(chosen) ? chosen : '';
  }

  function giveBack() {
    const back = [];
    for (let wish; (wish = takeBack(CONTROL, 'askQuestion'));) {
      back.push(wish.text);
      if (wish.tag) tag.value = wish.tag;
    }
    if (!back.length) return;
    field.value = together([...back, field.value]);
    changed();
  }

  /** @param {Model} model */
  function closedBecause({ shown: { meeting, role }, connection, now }) {
    if (connection === 'closed' || meeting?.phase === 'ended') return t('ask.closed');
    if (meeting?.stopped) return t('ask.stopped');
    if (!meeting) return null;
    const isOpen = meeting.questions === 'open';
    if (!isOpen && meeting.opens) return t('ask.opens', { time: time(meeting.opens, now) });
    if (meeting.phase === 'planned' && role === 'participant') return t('reason.notOpenYet');
    if (isOpen) return null;
    return t(meeting.questions === 'paused' ? 'ask.paused' : 'ask.closed');
  }

  return {
    element,
    update(model) {
      const why = closedBecause(model);
      closed = why !== null;
      const end = model.shown.meeting?.closes;
      say(closedWords, why ?? (end ? t('ask.until', { time: time(end, model.now) }) : null));
      set(send, 'aria-disabled', closed ? 'true' : null);
      const { me, meeting, role } = model.shown;
      offerTags(meeting?.tags ?? []);
      giveBack();
      // Where nobody has a name there is nothing to leave out.
      const named = Boolean(me?.name || me?.organisation) || meeting?.names === 'required';
      anonymous.hidden = !named || meeting?.names === 'anonymous' || role === 'moderator';
      say(privacy, t(meeting?.moderated ? 'ask.privacy.checked' : 'ask.privacy'));
      privacy.hidden = (model.shown.me?.questions.length ?? 0) > 0;
      const refused = local ? { reason: local } : model.refusal(CONTROL);
      say(sentence, refused && refusal(refused));
      set(field, 'aria-invalid', refused ? 'true' : null);
    },
    arrived(id) {
      latest = id;
      done.hidden = false;
      context.announcer.polite('asked', t('ask.done'));
    },
  };
}

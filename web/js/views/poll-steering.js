/** @import { Form, NewForm, PollWish, ShownPoll } from '../core/poll.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
/** @import { PollWords } from './poll-words.js' */
import { copyOf } from '../core/poll-line.js';
import { ask } from '../ui/dialog.js';
import { h, newId, say, set, write } from '../ui/dom.js';
import { createEditor } from './poll-editor.js';

const MORE_SECONDS = 30;
const TITLE_MOST = 120;
/** What a timer is usually set to, in seconds; 0: none. */
const TIMES = [0, 30, 60, 120, 300];

/**
 * What moderators do with one poll: each step of its life is an act of its own.
 *
 * @param {Context} context
 * @param {PollWords} words
 * @param {{ id: string, titleId: string }} about
 */
export function createSteering(context, words, { id, titleId }) {
  const { drafts, dispatch, takeBack } = context;
  const { t, refusal } = words;
  const control = `poll.steer:${id}`;
  /** @type {ShownPoll | null} */
  let drawn = null;
  let now = 0;
  const draftAt = `kaffeerunde.title.${id}`;
  /** Whether a title came back, and waits for the person to open it. */
  let isBack = false;

  /** @param {(poll: ShownPoll) => PollWish} wish */
  function steer(wish) {
    if (drawn && !drawn.steered) dispatch(wish(drawn), control);
  }

  /** @param {string} act @param {string} label @param {() => void} onclick @param {string} [key] */
  const button = (act, label, onclick, key) =>
    h('button', {
      type: 'button',
      'data-act': act,
      'aria-describedby': titleId,
      'aria-keyshortcuts': key,
      onclick,
    }, label);
  const acts = {
    open: button('open', t('poll.act.open'), () => {
      const seconds = Number(time.value);
      steer(({ revision: seen }) => ({ does: 'openPoll', poll: id, seen, seconds }));
    }),
    show: button('show', t('poll.act.show'), () => close(true), 'Space'),
    close: button('close', t('poll.act.close'), () => close(false), 'Shift+Space'),
    more: button('more', t('poll.act.more'), () => steer(longer)),
    endless: button('endless', t('poll.act.endless'), () => {
      steer(() => ({ does: 'extendPoll', poll: id }));
    }),
    publish: button('publish', t('poll.act.publish'), () => {
      steer(({ round, revision: seen }) => ({ does: 'publishPoll', poll: id, round, seen }));
    }),
    reopen: button('reopen', t('poll.act.reopen'), () => {
      steer(({ revision: seen }) => ({ does: 'reopenPoll', poll: id, seen }));
    }),
    again: button('again', t('poll.act.again'), () => {
      steer(({ revision: seen }) => ({ does: 'newRound', poll: id, seen }));
    }),
    name: button('name', t('poll.act.name'), rename),
    edit: button('edit', t('poll.act.edit'), () => edit()),
    duplicate: button('duplicate', t('poll.act.duplicate'), () => {
      if (drawn) dispatch({ does: 'createPoll', form: copyOf(drawn.form) }, control);
    }),
    remove: button('remove', t('poll.act.remove'), remove),
  };
  const time = h(
    'select',
    { id: newId('time') },
    ...TIMES.map((n) => {
      return h('option', { value: n }, n ? t('poll.seconds', { n }) : t('poll.timeless'));
    }),
  );
  const timing = h('span', { class: 'timing' }, h('label', { for: time.id }, t('poll.time')), time);
  const sentence = h('p', { class: 'refusal', hidden: true });
  const editor = h('div', { class: 'editing', hidden: true });
  const element = h(
    'div',
    { class: 'steering', role: 'group', 'aria-label': t('poll.act.group') },
    h('div', { class: 'actions' }, timing, ...Object.values(acts)),
    sentence,
    editor,
  );

  /** @param {boolean} publish */
  function close(publish) {
    steer(({ revision: seen }) => ({ does: 'closePoll', poll: id, publish, seen }));
  }

  /** @param {ShownPoll} poll @returns {PollWish} */
  function longer({ until }) {
    const from = Math.max(until ?? now, now);
    return { does: 'extendPoll', poll: id, until: Math.round(from + MORE_SECONDS * 1000) };
  }

  async function rename() {
    const answer = await ask(words, {
      title: t('poll.name.title'),
      text: t('poll.name.text'),
      confirm: t('poll.name.save'),
      field: {
        label: t('poll.name.label'),
        most: TITLE_MOST,
        value: drawn?.form.title,
        draft: { store: drafts, at: draftAt },
      },
      refused: isBack ? sentence.textContent : null,
    });
    isBack = false;
    if (!answer?.value) return;
    steer(({ form, revision: seen }) => {
      return { does: 'editPoll', poll: id, form: { ...form, title: answer.value }, seen };
    });
  }

  async function remove() {
    const answer = await ask(words, {
      title: t('poll.remove.title'),
      text: t('poll.remove.text'),
      confirm: t('poll.act.remove'),
      grave: true,
    });
    if (answer) steer(() => ({ does: 'removePoll', poll: id }));
  }

  /** @param {NewForm} [form] */
  function giveBack(form) {
    if (!form) return;
    if (drawn?.state === 'draft') return edit(form);
    drafts.set(draftAt, form.title ?? '');
    isBack = true;
  }

  /** @param {NewForm} [back] what was refused; nobody has to be led there */
  function edit(back) {
    if (!drawn) return;
    const made = createEditor(context, {
      form: /** @type {Form} */ ({ ...drawn.form, ...back }),
      save(form) {
        if (drawn?.steered) return;
        steer(({ revision: seen }) => ({ does: 'editPoll', poll: id, form, seen }));
        stopEditing();
      },
      cancel: stopEditing,
    });
    editor.replaceChildren(made.element);
    editor.hidden = false;
    if (!back) made.line.focus();
  }

  function stopEditing() {
    editor.hidden = true;
    editor.replaceChildren();
    acts.edit.focus();
  }

  /** @param {ShownPoll} poll */
  function offered({ state, form, round }) {
    const isOpen = state === 'open';
    const isOver = state === 'closed' || state === 'published';
    const isPublic = form.results !== 'moderators';
    return {
      open: state === 'draft',
      show: isOpen && isPublic,
      close: isOpen,
      more: isOpen,
      endless: isOpen && drawn?.until !== undefined,
      publish: state === 'closed' && isPublic,
      reopen: isOver && form.secrecy !== 'secret',
      again: isOver,
      name: isOpen || isBack,
      edit: state === 'draft' && round === 1,
      duplicate: !isOpen,
      remove: state === 'draft' && round === 1,
    };
  }

  return {
    element,
    /** @param {ShownPoll} poll @param {Model} model */
    update(poll, model) {
      const isFirst = drawn === null;
      drawn = poll;
      ({ now } = model);
      giveBack(takeBack(control, 'editPoll')?.form);
      const ended = model.shown.meeting?.phase === 'ended';
      element.hidden = model.shown.role !== 'moderator' || ended;
      if (isFirst) time.value = String(poll.form.seconds ?? 0);
      const which = offered(poll);
      timing.hidden = !which.open;
      for (const [act, made] of Object.entries(acts)) {
        made.hidden = !which[/** @type {keyof typeof which} */ (act)];
        set(made, 'aria-disabled', poll.steered ? 'true' : null);
      }
      write(acts.more, t(poll.until ? 'poll.act.more' : 'poll.act.soon'));
      write(acts.name, t(poll.form.title ? 'poll.act.rename' : 'poll.act.name'));
      const leads = acts.open.hidden ? acts.show.hidden ? acts.publish : acts.show : acts.open;
      for (const made of Object.values(acts)) set(made, 'class', made === leads ? 'primary' : null);
      const refused = model.refusal(control);
      say(sentence, refused && refusal(refused) + (isBack ? ` ${t('card.kept')}` : ''));
    },
  };
}

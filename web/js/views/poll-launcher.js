/** @import { NewForm } from '../core/poll.d.ts' */
/** @import { Context, View } from './types.d.ts' */
import { h, say } from '../ui/dom.js';
import { createEditor } from './poll-editor.js';

const CONTROL = 'poll.launch';

/**
 * Polls in one act, and the line in which others are prepared.
 *
 * @param {Context} context
 * @returns {View & { key(pressed: string): boolean }}
 */
export function createLauncher(context) {
  const { words, dispatch } = context;
  const { t, refusal } = words;
  /** @type {{ key: string, name: string, form: () => NewForm }[]} */
  const instant = [
    { key: '1', name: t('poll.instant.yesNo'), form: () => ({ kind: { yesNoAbstain: {} } }) },
    {
      key: '2',
      name: t('poll.instant.scale'),
      form: () => ({ kind: { scale: { steps: 5 } } }),
    },
    {
      key: '3',
      name: t('poll.instant.thumbs'),
      form: () => ({
        kind: { single: {} },
        options: ['up', 'even', 'down'].map((way) => ({ text: t(`poll.thumb.${way}`) })),
      }),
    },
  ];

  /** @param {NewForm} form */
  const launch = (form) => dispatch({ does: 'createPoll', form, open: true }, CONTROL);

  const buttons = instant.map(({ key, name, form }) =>
    h('button', {
      type: 'button',
      class: 'tonal',
      'aria-keyshortcuts': key,
      onclick: () => launch(form()),
    }, name)
  );
  const editor = createEditor(context, {
    save: (form) => dispatch({ does: 'createPoll', form }, CONTROL),
    open: launch,
  });
  const sentence = h('p', { class: 'refusal', hidden: true });
  const pending = h('p', { class: 'hint', hidden: true });
  const element = h(
    'div',
    { class: 'launcher', hidden: true },
    h('p', { class: 'lead' }, t('poll.instant')),
    h('div', { class: 'actions' }, ...buttons),
    editor.element,
    pending,
    sentence,
  );

  return {
    element,
    /** A key that was pressed inside the list. */
    key(pressed) {
      if (element.hidden) return false;
      if (pressed.toLowerCase() === 'p') editor.line.focus();
      const chosen = instant.find(({ key }) => key === pressed);
      if (chosen) launch(chosen.form());
      return Boolean(chosen) || pressed.toLowerCase() === 'p';
    },
    update({ shown, busy, connection, refusal: refusalOf }) {
      element.hidden = shown.role !== 'moderator' || shown.meeting?.phase === 'ended';
      const waits = busy(CONTROL) && connection !== 'live';
      say(pending, waits ? t('poll.launch.waits') : null);
      const refused = refusalOf(CONTROL);
      say(sentence, refused && refusal(refused));
    },
  };
}

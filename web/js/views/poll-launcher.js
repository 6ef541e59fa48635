/** @import { NewForm } from '../core/poll.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
import { h, say } from '../ui/dom.js';
import { createEditor } from './poll-editor.js';

const CONTROL = 'poll.launch';

/**
 * Polls in one act, and the line in which others are prepared.
 *
 * @param {Context} context
 * @param {() => void} launched something is on its way to be open
 */
export function createLauncher(context, launched) {
  const { words, dispatch, takeBack } = context;
  const { t, refusal } = words;
  /** @type {{ act: string, name: string, form: () => NewForm }[]} */
  const instant = [
    {
      act: 'pollYesNo',
      name: t('poll.instant.yesNo'),
      form: () => ({ kind: { yesNoAbstain: {} } }),
    },
    {
      act: 'pollScale',
      name: t('poll.instant.scale'),
      form: () => ({ kind: { scale: { steps: 5 } } }),
    },
    {
      act: 'pollThumbs',
      name: t('poll.instant.thumbs'),
      form: () => ({
        kind: { single: {} },
        options: ['up', 'even', 'down'].map((way) => ({ text: t(`poll.thumb.${way}`) })),
      }),
    },
  ];

  /** @param {NewForm} form */
  function launch(form) {
    dispatch({ does: 'createPoll', form, open: true }, CONTROL);
    launched();
  }

  const buttons = instant.map(({ act, name, form }) =>
    h('button', {
      type: 'button',
      class: 'tonal',
      'aria-keyshortcuts': context.keys.shortcut(act),
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

  /** Into the empty line; polls in one act have nothing that was typed. */
  function giveBack() {
    const wish = editor.line.value ? null : takeBack(CONTROL, 'createPoll');
    if (wish?.form.title) editor.giveBack(wish.form);
  }

  return {
    element,
    /** Asks at once. @param {string} act which of them */
    start(act) {
      const chosen = instant.find((one) => one.act === act);
      if (chosen && !element.hidden) launch(chosen.form());
    },
    write: () => editor.line.focus(),
    /** @param {Model} model */
    update({ shown, busy, connection, refusal: refusalOf }) {
      element.hidden = shown.role !== 'moderator' || shown.meeting?.phase === 'ended';
      const waits = busy(CONTROL) && connection !== 'live';
      say(pending, waits ? t('poll.launch.waits') : null);
      giveBack();
      const refused = refusalOf(CONTROL);
      say(sentence, refused && refusal(refused));
    },
  };
}

/** @import { Form } from '../core/poll.d.ts' */
/** @import { Inputs } from './poll-choices.js' */
/** @import { PollWords } from './poll-words.js' */
import { h, set } from '../ui/dom.js';

/**
 * Options of which one is chosen by one tap: the tap is the vote, another one changes it.
 *
 * They are buttons and not radio buttons, because whoever walks through those with the arrow keys
 * would vote at every step (WCAG 3.2.2).
 *
 * @param {PollWords} words
 * @param {Form} form
 * @param {() => void} cast
 * @returns {Inputs}
 */
export function createTaps({ label }, form, cast) {
  let chosen = '';
  const rows = form.options.map((option) => {
    const button = h(
      'button',
      { type: 'button', class: 'tap', 'data-act': `choose-${option.id}`, onclick: choose },
      h('span', { dir: 'auto' }, label(option)),
    );
    function choose() {
      chosen = option.id;
      draw();
      cast();
    }
    return { id: option.id, button };
  });

  function draw() {
    for (const { id, button } of rows) set(button, 'aria-pressed', String(id === chosen));
  }

  draw();
  return {
    elements: [h('div', { class: 'choices' }, ...rows.map(({ button }) => button))],
    casts: true,
    read: () => ({ choices: chosen ? [chosen] : [] }),
    fill({ choices = [] }) {
      chosen = choices[0] ?? '';
      draw();
    },
  };
}

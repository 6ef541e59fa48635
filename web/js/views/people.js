/** @import { Context, Model, View } from './types.d.ts' */
import { h, newId, say, set } from '../ui/dom.js';

const PEOPLE = 'people';

/**
 * Who moderates and what they have open, who is muted, and who votes without a timer.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createPeople({ words: { t, refusal }, dispatch }) {
  const staff = group('people.staff');
  const muted = group('people.muted');
  const slow = group('people.slow');
  const hint = h('p', { class: 'hint' }, t('people.hint'));
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'div',
    { class: 'panel people' },
    staff.element,
    muted.element,
    slow.element,
    hint,
    sentence,
  );

  /** @param {string} key */
  function group(key) {
    const title = h('h2', { id: newId('people') }, t(key));
    const list = h('ul', { 'aria-labelledby': title.id });
    const element = h('div', {}, title, list);
    let drawn = '';
    return {
      element,
      /** @param {{ words: string, act?: string, run?: () => void }[]} rows */
      show(rows) {
        element.hidden = !rows.length;
        const key = JSON.stringify(rows.map(({ words, act }) => [words, act]));
        if (key === drawn) return;
        drawn = key;
        list.replaceChildren(...rows.map(({ words, act, run }) =>
          h(
            'li',
            {},
            h('span', { dir: 'auto' }, words),
            ' ',
            act ? h('button', { type: 'button', class: 'plain', onclick: run }, act) : null,
          )
        ));
      },
    };
  }

  /** @param {string | undefined} name */
  const called = (name) => name ?? t('queue.nameless');

  return {
    element,
    /** @param {Model} model */
    update({ shown: { moderation, me, questions }, refusal: refusalOf }) {
      if (!moderation) return;
      staff.show(moderation.staff.map(({ participant, name, attends }) => {
        const who = participant === me?.participant ? t('queue.you') : name ?? t('acts.somebody');
        const number = questions.find(({ id }) => id === attends)?.number;
        return { words: number ? t('people.attends', { who, number: String(number) }) : who };
      }));
      muted.show(moderation.muted.map(({ participant, name }) => ({
        words: called(name),
        act: t('chat.unmute'),
        run: () => dispatch({ does: 'muteParticipant', participant, muted: false }, PEOPLE),
      })));
      slow.show((moderation.withMoreTime ?? []).map(({ participant, name }) => ({
        words: called(name),
        act: t('people.time.end'),
        run: () => dispatch({ does: 'grantTime', participant, granted: false }, PEOPLE),
      })));
      const refused = refusalOf(PEOPLE);
      say(sentence, refused && refusal(refused));
      set(element, 'data-muted', moderation.muted.length > 0);
    },
  };
}

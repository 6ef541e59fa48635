/** @import { Context, Model } from './types.d.ts' */
import { ask } from '../ui/dialog.js';
import { h, write } from '../ui/dom.js';

/**
 * What a moderator does about a person: mute, let vote without a timer, send away.
 *
 * @param {Context} context
 * @param {string} control
 * @param {string} describedBy the id of what the person has said
 */
export function createPersonActs({ words, dispatch }, control, describedBy) {
  const { t } = words;
  /** @type {number | undefined} */
  let participant;
  let muted = false;
  let hasTime = false;

  const mute = act('mute', () => {
    if (participant === undefined) return;
    dispatch({ does: 'muteParticipant', participant, muted: !muted }, control);
  });
  const time = act('time', () => {
    if (participant === undefined) return;
    dispatch({ does: 'grantTime', participant, granted: !hasTime }, control);
  });
  const expel = act('expel', sendAway);
  const buttons = [mute, time, expel];

  /** @param {string} name @param {() => void} onclick */
  function act(name, onclick) {
    return h('button', {
      type: 'button',
      class: 'plain',
      'data-act': name,
      'aria-describedby': describedBy,
      onclick,
    });
  }

  async function sendAway() {
    const whom = participant;
    if (whom === undefined) return;
    const sure = await ask(words, {
      title: t('people.expel.title'),
      text: t('people.expel.text'),
      confirm: t('people.expel'),
      grave: true,
      other: muted ? undefined : t('chat.mute'),
    });
    if (sure?.value === 'other') {
      dispatch({ does: 'muteParticipant', participant: whom, muted: true }, control);
    } else if (sure) dispatch({ does: 'removeParticipant', participant: whom }, control);
  }

  const element = h(
    'details',
    { class: 'person', hidden: true },
    h('summary', {}, t('people.person')),
    h('span', { class: 'actions' }, ...buttons),
  );

  return {
    /** One line, which unfolds. */
    element,
    /** @param {number | undefined} whom nobody where they cannot be named @param {Model} model */
    update(whom, { shown: { me, moderation, meeting } }) {
      const isStaff = moderation?.staff.some((one) => one.participant === whom);
      const isOther = whom !== undefined && whom !== me?.participant && !isStaff;
      participant = isOther && moderation && meeting?.phase !== 'ended' ? whom : undefined;
      element.hidden = participant === undefined;
      if (participant === undefined) return;
      muted = Boolean(moderation?.muted.some((one) => one.participant === whom));
      hasTime = Boolean(moderation?.withMoreTime?.some((one) => one.participant === whom));
      write(mute, t(muted ? 'chat.unmute' : 'chat.mute'));
      write(time, t(hasTime ? 'people.time.end' : 'people.time'));
      write(expel, t('people.expel'));
    },
  };
}

/** @import { Context } from './types.d.ts' */
import { h, say, set } from '../ui/dom.js';

/**
 * What everybody has to know before anything else: the round is over, the link does not hold,
 * words of an earlier hour were never sent.
 *
 * @param {Context} context
 * @param {{ reload: () => void, withoutKey: () => void, sendHeld: () => void,
 *   discardHeld: () => void }} acts
 */
export function createNotices({ words: { t, has, refusal } }, acts) {
  const final = h('p', { class: 'words', hidden: true });
  const home = h('a', { href: '/', class: 'button' }, t('final.home'));
  const reload = h('button', { type: 'button', onclick: acts.reload }, t('final.reload'));
  const withoutKey = h(
    'button',
    { type: 'button', onclick: acts.withoutKey },
    t('final.withoutKey'),
  );
  const finalActions = h('p', { class: 'actions' }, home, reload, withoutKey);

  const held = h('p', { class: 'words', hidden: true });
  const heldActions = h(
    'p',
    { class: 'actions' },
    h('button', { type: 'button', onclick: acts.sendHeld }, t('held.send')),
    h('button', { type: 'button', onclick: acts.discardHeld }, t('held.discard')),
  );
  const offline = h('p', { class: 'words', hidden: true });
  const memory = h('p', { class: 'words', hidden: true }, t('storage.none'));
  const disk = h('p', { class: 'words', hidden: true });
  const words = [final, held, offline, memory, disk];
  const element = h(
    'room-notices',
    {},
    final,
    finalActions,
    held,
    heldActions,
    offline,
    disk,
    memory,
  );

  return {
    element,
    /**
     * @param {{ final: string | null, ended: boolean, held: number, offline: boolean,
     *   trouble: string | null, disk: string | null, lasts: boolean }} facts
     */
    update(facts) {
      const reason = facts.final ?? (facts.ended ? 'meetingEnded' : null);
      const key = `final.${reason}`;
      say(final, reason && t(has(key) ? key : 'final.removed'));
      home.hidden = reason !== 'meetingUnknown' && reason !== 'linkRevoked';
      reload.hidden = reason !== 'versionTooOld';
      withoutKey.hidden = reason !== 'keyUnknown';
      finalActions.hidden = home.hidden && reload.hidden && withoutKey.hidden;
      say(held, facts.held ? t('held.words', { n: facts.held }) : null);
      heldActions.hidden = !facts.held;
      const away = facts.trouble ? refusal({ reason: facts.trouble }) : t('net.banner');
      say(offline, facts.offline && reason === null ? away : null);
      say(disk, facts.disk && t(`disk.${facts.disk}`));
      memory.hidden = facts.lasts;
      set(element, 'data-final', reason);
      element.hidden = words.every((line) => line.hidden);
    },
  };
}

/** @import { Context, View } from './types.d.ts' */
import { groupCode } from '../core/text.js';
import { h, say, write } from '../ui/dom.js';

/**
 * The round's name, who is here, and how the connection is, in words.
 *
 * @param {Context} context
 * @param {{ language: HTMLElement, code: string, retry: () => void }} parts
 * @returns {View}
 */
export function createHead({ words: { t } }, { language, code, retry }) {
  const mark = h('img', { class: 'mark', src: '/icons/icon.svg', alt: '', width: 28, height: 28 });
  const series = h('p', { class: 'series', dir: 'auto' });
  const title = h('h1', { dir: 'auto' }, t('app.name'));
  const joinCode = h('span', { class: 'code' }, t('head.code', { code: groupCode(code) }));
  const people = h('span', { class: 'people', hidden: true });
  const phase = h('span', { class: 'phase', hidden: true });
  const state = h('span', { class: 'connection' });
  const again = h('button', { type: 'button', class: 'plain', onclick: retry }, t('net.retry'));
  const element = h(
    'room-head',
    {},
    h('div', { class: 'brand' }, mark, series),
    language,
    title,
    h('p', { class: 'facts' }, phase, people, joinCode, state, again),
  );
  return {
    element,
    update({ shown: { meeting, people: here, agenda }, connection, isDetour }) {
      if (meeting) {
        write(title, meeting.title);
        write(series, meeting.series === meeting.title ? t('app.name') : meeting.series);
        say(phase, t(agenda?.rehearsal ? 'rehearse.phase' : `phase.${meeting.phase}`));
      }
      say(people, here && t('head.people', { n: here.present }));
      write(state, connection === 'live' && isDetour ? t('net.detour') : t(`net.${connection}`));
      state.dataset.connection = connection;
      again.hidden = connection !== 'offline';
    },
  };
}

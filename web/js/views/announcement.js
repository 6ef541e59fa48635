/** @import { Context, Model, View } from './types.d.ts' */
import { h, say, set } from '../ui/dom.js';

/**
 * What moderators want everybody to know now. It goes by itself, or when it is put away.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createAnnouncement({ words: { t }, announcer, drafts, redraw, dispatch }) {
  const away = 'kaffeerunde.announcement';
  let id = '';
  let told = '';

  const text = h('p', { class: 'words', dir: 'auto' });
  const close = h('button', {
    type: 'button',
    class: 'plain',
    onclick: () => {
      drafts.set(away, id);
      redraw();
    },
  }, t('announce.close'));
  const end = h('button', {
    type: 'button',
    class: 'plain',
    onclick: () => dispatch({ does: 'endAnnouncement' }, 'announce'),
  }, t('announce.end'));
  const element = h(
    'announcement-bar',
    { role: 'region', 'aria-label': t('announce.label'), hidden: true },
    text,
    h('p', { class: 'actions' }, end, close),
  );

  return {
    element,
    /** @param {Model} model */
    update({ shown: { chat, role }, now }) {
      const news = chat?.announcement;
      const isOn = news && news.until > now && drafts.get(away) !== news.id;
      element.hidden = !isOn;
      if (!isOn) return;
      id = news.id;
      say(text, news.text);
      set(element, 'data-urgent', news.urgent);
      end.hidden = role !== 'moderator';
      close.hidden = !end.hidden;
      if (told === id) return;
      told = id;
      if (news.urgent) announcer.assertive(news.text);
      else announcer.polite('announcement', news.text);
    },
  };
}

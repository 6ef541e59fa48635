/** @import { ShownMessage } from '../core/types.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { safe } from '../core/links.js';
import { goesOn, lastOf, OLDER, windowOf } from '../core/chatting.js';
import { h, newId, say, set, write } from '../ui/dom.js';
import { keepingFocus } from '../ui/focus.js';
import { arrange } from '../ui/keyed.js';
import { createMessage } from './message.js';
import { createPost } from './post.js';

const NEAR = 100;

/**
 * The chat: what was there, what comes, and what moderators have pinned beside it.
 *
 * @param {Context} context
 * @param {object} means
 * @param {string} means.draftAt
 * @param {(before: number) => void} means.history
 * @param {HTMLElement} [means.tools] stand beside the heading
 * @returns {View}
 */
export function createChat(context, { draftAt, history, tools = undefined }) {
  const { words: { t }, redraw, announcer } = context;
  /** @type {Map<string, ReturnType<typeof createMessage>>} */
  const rows = new Map();
  /** @type {{ from: number | null, since: number }} */
  const where = { from: null, since: -1 };
  let first = 0;
  let drawn = '';
  /** What to lead the person to once it is there: the first of the older ones. */
  let wanted = 0;

  const heading = h('h2', { id: newId('chat'), tabindex: -1 }, t('chat.heading'));
  const mode = h('p', { class: 'closed', hidden: true });
  const links = h('ul', { class: 'links', 'aria-label': t('chat.links') });
  const older = h(
    'button',
    { type: 'button', class: 'older', onclick: showOlder },
    t('chat.older'),
  );
  const past = h('ol', { class: 'history', 'aria-label': t('chat.history') });
  const live = h('ol');
  const log = h('div', { role: 'log', 'aria-labelledby': heading.id }, live);
  const empty = h('p', { class: 'empty' }, t('chat.empty'));
  const newest = h('button', { type: 'button', class: 'again', hidden: true, onclick: toEnd });
  const scroller = h(
    'div',
    { class: 'scroller', role: 'group', 'aria-labelledby': heading.id, tabindex: 0 },
    older,
    past,
    log,
    empty,
  );
  const post = createPost(context, draftAt);
  const element = h(
    'chat-log',
    {},
    h('div', { class: 'title' }, heading, tools ?? null),
    mode,
    links,
    h('div', { class: 'frame' }, scroller, newest),
    post.element,
  );
  // Whether the end is followed is up to who scrolls; a box that grows or shrinks changes nothing.
  let atEnd = true;
  scroller.addEventListener('scroll', () => {
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
    if (atEnd) newest.hidden = true;
  }, { passive: true });
  new ResizeObserver(() => atEnd && follow()).observe(scroller);

  function follow() {
    scroller.scrollTop = scroller.scrollHeight;
  }

  function toEnd() {
    follow();
    atEnd = true;
    newest.hidden = true;
    heading.focus({ preventScroll: true });
  }

  function showOlder() {
    wanted = Math.max(1, first - OLDER);
    where.from = wanted;
    history(first);
    redraw();
  }

  /** @param {ShownMessage[]} messages @param {Model} model */
  function drawRows(messages, model) {
    return messages.map((message, at) => {
      const row = rows.get(message.id) ?? createMessage(context, message.id);
      rows.set(message.id, row);
      row.update(message, goesOn(messages[at - 1], message), model);
      return row.element;
    });
  }

  /** @param {Model} model */
  function draw(model) {
    const room = model.shown.messages.filter(({ channel }) => channel === 'room');
    if (where.since < 0) where.since = lastOf(room);
    const { history: before, live: news, older: hasOlder } = windowOf(room, where);
    const shown = new Set([...before, ...news].map(({ id }) => id));
    const key = [before.length, ...[...before, ...news].map(stateOf)].join();
    const isSame = key === drawn;
    drawn = key;
    const fresh = news.filter(({ id, own }) => !rows.has(id) && !own).length;
    const owns = news.some(({ id, own }) => own && !rows.has(id));
    for (const id of rows.keys()) if (!shown.has(id)) rows.delete(id);
    const stays = atEnd;
    const from = isSame || stays ? 0 : scroller.scrollHeight - scroller.scrollTop;
    arrange(past, drawRows(before, model));
    arrange(live, drawRows(news, model));
    const cleared = model.shown.chat?.cleared ?? 0;
    const least = before[0]?.number ?? news[0]?.number ?? 0;
    older.hidden = !hasOlder || least <= cleared + 1 || !Number.isFinite(least);
    empty.hidden = shown.size > 0;
    if (isSame) return;
    if (least !== first && wanted && least <= wanted) ledToOlder(before);
    else if (stays || owns) follow();
    else if (least < first) scroller.scrollTop = scroller.scrollHeight - from;
    first = least;
    if (fresh && !stays && !owns) {
      write(newest, t('chat.newest'));
      newest.hidden = false;
    }
  }

  /** @param {ShownMessage[]} before */
  function ledToOlder(before) {
    wanted = 0;
    const row = rows.get(before[0]?.id ?? '')?.element;
    row?.focus();
    announcer.polite('older', t('chat.older.done'));
  }

  /** @param {Model} model */
  function drawRules({ shown: { chat, role, meeting } }) {
    if (!chat) return;
    const slow = chat.mode === 'slow' && role !== 'moderator';
    const words = chat.mode === 'paused'
      ? t('chat.paused')
      : slow
      ? t('chat.slow', { n: chat.seconds })
      : null;
    say(mode, meeting?.phase === 'ended' ? null : words);
    const known = chat.links.filter(({ url }) => safe(url));
    links.hidden = !known.length;
    const key = known.map(({ id, title, url }) => id + title + url).join();
    if (links.dataset.key === key) return;
    links.dataset.key = key;
    links.replaceChildren(
      ...known.map(({ url, title }) =>
        h(
          'li',
          {},
          h('a', { href: safe(url), target: '_blank', rel: REL, dir: 'auto' }, title || url),
        )
      ),
    );
  }

  return {
    element,
    /** @param {Model} model */
    update(model) {
      element.hidden = !model.shown.chat;
      keepingFocus(element, heading, () => draw(model));
      drawRules(model);
      post.update(model);
      set(element, 'data-mode', model.shown.chat?.mode);
    },
  };
}

/** What decides how high a row is. @param {ShownMessage} message */
function stateOf({ id, revision, sending }) {
  return `${id}.${revision}.${sending}`;
}

const REL = 'noopener noreferrer nofollow';

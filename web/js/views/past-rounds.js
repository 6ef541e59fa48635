/** @import { Context, Model, View } from './types.d.ts' */
import { h, newId, say, write } from '../ui/dom.js';

/**
 * @typedef {object} Past A round that is over.
 * @property {string} title
 * @property {number} ended in ms since 1970
 * @property {string} [id] where its record is published
 */

/** How long until it is looked again whether the record is published, in ms. */
const AGAIN = 60_000;

/**
 * The record of the round that is over, and the rounds before it.
 *
 * @param {Context} context
 * @param {{ code: string, isOver: () => boolean }} series its code, and whether the server says
 *   that there is no round behind it any more
 * @returns {View}
 */
export function createPastRounds({ words, announcer, redraw }, series) {
  const { t, date } = words;
  /** @type {Past[] | null} the last one first; nothing as long as nobody knows */
  let rounds = null;
  let failed = false;
  let shown = '';
  /** @type {string | undefined} */
  let meeting;
  let isOver = false;
  let wasReady = false;

  const heading = h('h2', { id: newId('past') }, t('past.record'));
  const state = h('p', { class: 'words' });
  const look = h(
    'a',
    { class: 'button primary', target: '_blank', rel: 'noopener' },
    t('past.look'),
  );
  const again = h('button', { type: 'button', onclick: ask }, t('past.again'));
  const actions = h('p', { class: 'actions' }, look, again);
  const list = h('ol', {});
  const earlier = h('summary', {});
  const others = h('details', {}, earlier, list);
  const element = h(
    'past-rounds',
    { role: 'region', 'aria-labelledby': heading.id, hidden: true },
    heading,
    state,
    actions,
    others,
  );

  async function ask() {
    try {
      const answer = await fetch(`/api/series/${encodeURIComponent(series.code)}/records`);
      rounds = (await answer.json()).records;
      failed = false;
    } catch {
      failed = true;
    }
    redraw();
  }

  function askAgain() {
    setTimeout(() => {
      if (!element.isConnected) return;
      if (isOver && !wasReady && !document.hidden) ask();
      askAgain();
    }, AGAIN);
  }

  /**
   * The round that is just over: by its id where it is known, else the last one.
   *
   * @param {Past[]} all
   */
  function last(all) {
    const [first] = all;
    if (!isOver) return undefined;
    if (!meeting) return first;
    // The last one without a record may be this one, whose id is told only once it is published.
    return all.find(({ id }) => id === meeting) ?? (first && !first.id ? first : undefined);
  }

  /** @param {Past} round */
  function row({ title, ended, id }) {
    const name = id
      ? h('a', { href: address(id), target: '_blank', rel: 'noopener' }, h('bdi', {}, title))
      : h('bdi', {}, title);
    const facts = [date(ended), ...(id ? [] : [t('past.unpublished')])].join(' · ');
    return h('li', {}, name, h('span', { class: 'meta' }, facts));
  }

  /** @param {Past[]} all */
  function drawList(all) {
    const key = JSON.stringify(all);
    if (shown === key) return;
    shown = key;
    list.replaceChildren(...all.map(row));
  }

  ask();
  askAgain();

  return {
    element,
    /** @param {Model} model */
    update({ shown: { meeting: present, role } }) {
      isOver = present ? present.phase === 'ended' : series.isOver();
      // Moderators have their own bar, with the record and the way to publish it.
      if (role === 'moderator') isOver = false;
      meeting = isOver ? present?.meeting : undefined;
      const all = rounds ?? [];
      const over = last(all);
      const rest = all.filter((round) => round !== over);
      // Whoever waits for a round to begin is shown only what there is to read.
      element.hidden = isOver ? !rounds && !failed : !rest.some(({ id }) => id);
      heading.hidden = state.hidden = actions.hidden = !isOver;
      others.hidden = !rest.length;
      write(earlier, t('past.earlier', { n: rest.length }));
      drawList(rest);
      if (!isOver) return;
      const isReady = Boolean(over?.id);
      say(state, t(failed ? 'past.failed' : isReady ? 'past.ready' : 'past.waiting'));
      look.hidden = !over?.id;
      if (over?.id) look.href = address(over.id);
      again.hidden = isReady;
      if (isReady && !wasReady) announcer.polite('record', t('past.ready'));
      wasReady = isReady;
    },
  };
}

/** @param {string} id */
function address(id) {
  return `/record/${encodeURIComponent(id)}`;
}

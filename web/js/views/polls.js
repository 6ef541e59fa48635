/** @import { ShownPoll } from '../core/poll.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
import { sortedByState } from '../core/polls.js';
import { h, newId, write } from '../ui/dom.js';
import { keepingFocus } from '../ui/focus.js';
import { arrange } from '../ui/keyed.js';
import { createPollCard } from './poll-card.js';

/** How many polls that are over stand in sight; the others are folded away. */
const IN_SIGHT = 1;

/**
 * All polls: those that are open first, then the newest result, then what was before.
 *
 * @param {Context} context
 */
export function createPolls(context) {
  const { words: { t }, announcer } = context;
  /** @type {Map<string, ReturnType<typeof createPollCard>>} */
  const cards = new Map();
  /** @type {Map<string, string>} the states that were last drawn */
  const states = new Map();
  let isFirst = true;

  const heading = h('h2', { id: newId('polls'), tabindex: -1 }, t('poll.heading'));
  const launcher = context.chairing?.createLauncher(
    context,
    () => heading.focus({ preventScroll: true }),
  );
  const empty = h('p', { class: 'empty' }, t('poll.empty'));
  const now = h('ul', { class: 'now' });
  const drafts = fold('poll.drafts');
  const before = fold('poll.before');
  const element = h(
    'poll-board',
    { role: 'region', 'aria-labelledby': heading.id },
    heading,
    launcher?.element,
    now,
    empty,
    drafts.element,
    before.element,
  );

  /** @param {string} key */
  function fold(key) {
    const list = h('ul', {});
    const summary = h('summary', {});
    const element = h('details', {}, summary, list);
    return {
      element,
      /** @param {ShownPoll[]} polls */
      update(polls) {
        element.hidden = !polls.length;
        write(summary, `${t(key)} (${polls.length})`);
        arrange(list, rows(polls));
      },
    };
  }

  /** @param {ShownPoll[]} polls */
  function rows(polls) {
    return polls.flatMap(({ id }) => cards.get(id)?.element ?? []);
  }

  /** @param {ShownPoll[]} polls */
  function tell(polls) {
    for (const poll of polls) {
      const old = states.get(poll.id);
      states.set(poll.id, poll.state);
      if (isFirst || old === poll.state || poll.state === 'draft') continue;
      const title = poll.form.title || t('poll.untitled');
      announcer.polite(`poll:${poll.id}`, t(`poll.news.${poll.state}`, { title }));
    }
    isFirst = false;
  }

  /** @param {Model} model */
  function draw(model) {
    const { polls, role } = model.shown;
    const known = new Set(polls.map(({ id }) => id));
    for (const [id, card] of cards) {
      if (known.has(id)) continue;
      card.stop();
      cards.delete(id);
    }
    for (const poll of polls) {
      const card = cards.get(poll.id) ?? createPollCard(context, poll.id);
      cards.set(poll.id, card);
      card.update(poll, model);
    }
    const sorted = sortedByState(polls);
    const current = [...sorted.open, ...sorted.over.slice(0, IN_SIGHT)];
    arrange(now, rows(current));
    now.hidden = !current.length;
    drafts.update(sorted.drafts);
    before.update(sorted.over.slice(IN_SIGHT));
    empty.hidden = current.length > 0 || role === 'moderator';
    launcher?.update(model);
    if (role !== null) tell(polls);
  }

  /** @param {HTMLElement | null} row @param {'show' | 'close'} how */
  function close(row, how) {
    const open = [...now.querySelectorAll(`[data-act='${how}']`)].filter((button) =>
      button.checkVisibility()
    );
    // Where several are open, it has to be said which one.
    const button = row?.querySelector(`[data-act='${how}']`) ??
      (open.length === 1 ? open[0] : null);
    if (!(button instanceof HTMLElement) || !button.checkVisibility()) return false;
    button.click();
    return true;
  }

  return {
    element,
    start: launcher?.start,
    write: launcher?.write,
    close,
    /** @param {Model} model */
    update: (model) => keepingFocus(element, heading, () => draw(model)),
  };
}

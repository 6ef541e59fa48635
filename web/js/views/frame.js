/** @import { Context, Model } from './types.d.ts' */
import { h, say, set, write } from '../ui/dom.js';

/** @typedef {'questions' | 'poll' | 'queue' | 'chat'} ViewName */

/** Addresses are the same in both languages, so that a link may be passed on. */
const HASHES = /** @type {const} */ ({
  questions: '#fragen',
  poll: '#umfrage',
  queue: '#redeliste',
  chat: '#chat',
});
const NAMES = /** @type {ViewName[]} */ (Object.keys(HASHES));
/** On a wide screen the one is beside the other, and the rest is always in sight. */
const MAIN = ['questions', 'poll'];
const WIDE = '(min-width: 60rem)';
/** Whoever moderates has everything side by side as soon as there is room for it. */
const DESK = '(min-width: 64rem)';

/**
 * All views in one document, so that half-typed text survives; one at a time on a phone.
 *
 * @param {Context} context
 * @param {Record<ViewName, (HTMLElement | undefined)[]>} parts
 * @param {HTMLElement} hand stands beside the navigation, in reach from every view
 */
export function createFrame({ words: { t }, redraw }, parts, hand) {
  const wide = matchMedia(WIDE);
  const desk = matchMedia(DESK);
  let moderates = false;
  let seenMessage = -1;
  let current = named(location.hash) ?? 'questions';
  let main = MAIN.includes(current) ? current : 'questions';

  const links = new Map(NAMES.map((name) => [name, createLink(name, t)]));
  const views = new Map(
    NAMES.map((name) => [
      name,
      h(
        'section',
        { class: 'view', 'data-view': name, tabindex: -1, 'aria-label': t(`view.${name}`) },
        ...parts[name],
      ),
    ]),
  );
  const bar = h(
    'room-bar',
    {},
    h(
      'nav',
      { 'aria-label': t('view.label') },
      h('ul', {}, ...NAMES.flatMap((name) => links.get(name)?.element ?? [])),
    ),
    hand,
  );
  const beside = h('div', { class: 'beside' }, views.get('queue'), views.get('chat'));
  const element = h(
    'div',
    { class: 'panels' },
    h('div', { class: 'middle' }, views.get('questions'), views.get('poll')),
    beside,
    bar,
  );

  /** @param {ViewName} name @param {boolean} moveFocus only after an own act */
  function turnTo(name, moveFocus) {
    current = name;
    if (MAIN.includes(name)) main = name;
    place();
    const view = views.get(name);
    if (moveFocus && view) leadTo(view);
    redraw();
  }

  /** @param {HTMLElement} view */
  function leadTo(view) {
    view.focus({ preventScroll: true });
    if (wide.matches) return view.scrollIntoView({ block: 'nearest' });
    // What stands above is worth seeing, but not at the price of the view itself.
    const above = view.getBoundingClientRect().top + globalThis.scrollY;
    globalThis.scrollTo({ top: above > globalThis.innerHeight / 2 ? above - 8 : 0 });
  }

  function place() {
    for (const [name, view] of views) {
      const here = [
        name === current && 'narrow',
        (name === main || !MAIN.includes(name) || isDesk()) && 'wide',
      ];
      set(view, 'data-here', here.filter(Boolean).join(' ') || null);
      links.get(name)?.mark(wide.matches ? name === main : name === current);
    }
  }

  const isDesk = () => moderates && desk.matches;

  /**
   * What stands beside ends where the screen ends, however far the page is scrolled; the chat of a
   * phone ends there as long as it is not scrolled.
   */
  function measure() {
    if (!element.isConnected || !(wide.matches || current === 'chat')) return;
    const { top } = element.getBoundingClientRect();
    const above = Math.max(0, Math.round(wide.matches ? top : top + globalThis.scrollY));
    element.style.setProperty('--above', `${above}px`);
  }

  for (const size of [wide, desk]) size.addEventListener('change', place);
  for (const type of ['scroll', 'resize']) addEventListener(type, measure, { passive: true });
  addEventListener('hashchange', () => {
    const name = named(location.hash);
    if (name && element.isConnected) turnTo(name, true);
  });
  place();

  /** @param {ViewName} name */
  function isSeen(name) {
    if (isDesk()) return true;
    return wide.matches ? name === main || !MAIN.includes(name) : name === current;
  }

  return {
    element,
    isSeen,
    /** Leads to the field of the view that is open. */
    write() {
      const view = element.contains(document.activeElement) &&
        document.activeElement?.closest('.view');
      const field = (view || views.get(current))?.querySelector('form textarea');
      if (field instanceof HTMLElement) field.focus();
    },
    /** @param {() => void} help shows the keys */
    help(help) {
      element.append(
        h(
          'p',
          { class: 'keys-hint' },
          h('button', { type: 'button', class: 'plain', onclick: help }, t('keys.show')),
        ),
      );
    },
    /** @param {ViewName} name */
    show(name) {
      if (!isSeen(name)) {
        history.pushState(null, '', HASHES[name]);
        turnTo(name, false);
      }
    },
    /** @param {Model} model */
    update({ shown }) {
      const now = shown.role === 'moderator';
      if (now !== moderates) {
        moderates = now;
        set(element, 'data-desk', moderates);
        links.get('poll')?.call(t(moderates ? 'view.plan' : 'view.poll'));
        place();
      }
      measure();
      const { questions, queue, messages, polls, stage } = shown;
      const last =
        messages.findLast(({ channel, number }) => channel === 'room' && Number.isFinite(number))
          ?.number ?? 0;
      if (isSeen('chat') || seenMessage < 0) seenMessage = last;
      const open = questions.filter(({ state }) => state === 'open').length;
      const waiting = queue?.waiting.length ?? 0;
      const unread = last - seenMessage;
      links.get('questions')?.tell(open ? t('view.open', { n: open }) : null);
      links.get('queue')?.tell(waiting ? t('view.waiting', { n: waiting }) : null);
      links.get('chat')?.tell(unread > 0 ? t('view.unread', { n: unread }) : null);
      links.get('poll')?.tell(
        polls.some(({ state }) => state === 'open')
          ? t('view.running')
          : stage?.scene === 'result'
          ? t('view.result')
          : null,
      );
    },
  };
}

/** @param {string} hash */
function named(hash) {
  return NAMES.find((name) => HASHES[name] === hash) ?? null;
}

/** @param {ViewName} name @param {import('../ui/i18n.js').Words['t']} t */
function createLink(name, t) {
  const badge = h('span', { class: 'news', hidden: true });
  const label = h('span', {}, t(`view.${name}`));
  const link = h('a', { href: HASHES[name] }, label, ' ', badge);
  return {
    /** @param {string} words */
    call: (words) => write(label, words),
    element: h('li', { 'data-goes': name }, link),
    /** @param {boolean} isCurrent */
    mark: (isCurrent) => set(link, 'aria-current', isCurrent ? 'page' : null),
    /** @param {string | null} words */
    tell: (words) => say(badge, words),
  };
}

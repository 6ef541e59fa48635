/** @import { Store } from './types.d.ts' */

const KEPT_AT = 'kaffeerunde.keys';

/** @type {Readonly<Record<string, string>>} what each key does unless somebody wants another one */
const USUAL = {
  hand: 'h',
  write: '/',
  support: 's',
  help: '?',
  live: 'Enter',
  open: 'a',
  declined: 'd',
  edit: 'e',
  merge: 'm',
  answered: 'r',
  followUp: 'f',
  next: 'n',
  back: 'b',
  undo: 'u',
  pollLine: 'p',
  pollYesNo: '1',
  pollScale: '2',
  pollThumbs: '3',
  code: 'j',
  stop: 'x',
};
/** What everybody can do; the rest is for whoever moderates. */
const EVERYBODYS = ['hand', 'write', 'support', 'help'];
/** Keys that lead through a page, and must go on doing so. */
const TAKEN = new Set(['Tab', 'Escape', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/**
 * Which key does what, as this person wants it; all of them can be switched off (WCAG 2.1.4).
 *
 * @param {Store} store
 */
export function createKeymap(store) {
  /** @type {Record<string, string>} */
  let own = {};
  let isOn = true;
  try {
    const kept = JSON.parse(store.get(KEPT_AT) ?? '{}');
    isOn = kept.on !== false;
    own = Object.fromEntries(
      Object.entries(kept.own ?? {}).filter(([act, key]) => act in USUAL && isPossible(key)),
    );
  } catch {
    // What somebody else has written there is as good as nothing.
  }

  function keep() {
    store.set(KEPT_AT, JSON.stringify({ on: isOn, own }));
  }

  /** @param {string} act */
  const keyOf = (act) => own[act] ?? USUAL[act] ?? '';

  /** @param {string} key */
  function actOf(key) {
    const pressed = spelled(key);
    return Object.keys(USUAL).find((act) => keyOf(act) === pressed) ?? null;
  }

  return {
    get isOn() {
      return isOn;
    },
    /** Whether anything is other than usual. */
    get isOwn() {
      return Object.keys(own).length > 0;
    },
    /** @param {boolean} moderates */
    acts: (moderates) => moderates ? Object.keys(USUAL) : EVERYBODYS,
    keyOf,
    /** @param {string} act @returns {string | null} for `aria-keyshortcuts` */
    shortcut: (act) => isOn ? keyOf(act) : null,
    /**
     * What a pressed key asks for.
     *
     * @param {string} key
     */
    actFor: (key) => isOn ? actOf(key) : null,
    /**
     * Gives an act another key.
     *
     * @param {string} act
     * @param {string} key
     * @returns {string | null} the act that has this key already, if there is one
     */
    set(act, key) {
      if (!isPossible(key)) return act;
      const holder = actOf(key);
      if (holder && holder !== act) return holder;
      own = { ...own, [act]: spelled(key) };
      keep();
      return null;
    },
    /** @param {boolean} on */
    turn(on) {
      isOn = on;
      keep();
    },
    reset() {
      own = {};
      keep();
    },
  };
}

/** @typedef {ReturnType<typeof createKeymap>} Keymap */

/** @param {string} key */
function spelled(key) {
  return key.length === 1 ? key.toLowerCase() : key;
}

/** @param {unknown} key */
function isPossible(key) {
  return typeof key === 'string' && !TAKEN.has(key) && ([...key].length === 1 || key === 'Enter');
}

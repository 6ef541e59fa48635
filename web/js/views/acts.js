/** @import { Act } from '../core/chairing.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { h, say, set, write } from '../ui/dom.js';
import { arrange } from '../ui/keyed.js';

const UNDO = 'undo';
const SHOWN = 8;

/**
 * What was done last and by whom, and the way back for ten seconds; and who else moderates.
 *
 * @param {Context} context
 * @returns {View & { undo: HTMLElement, told: HTMLElement, undoLast(): void }} its button stands
 *   with the others, and who else moderates is told above
 */
export function createActs({ words, dispatch }) {
  const { t, time, refusal, has } = words;
  /** @type {Map<string, { element: HTMLElement, update(act: Act, now: number, own: boolean): void }>} */
  const rows = new Map();
  let last = '';

  const undo = h('button', { type: 'button', onclick: undoLast }, t('acts.undo'));
  const staff = h('p', { class: 'hint', hidden: true });
  const list = h('ol', { class: 'acts' });
  const empty = h('p', { class: 'empty' }, t('acts.empty'));
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h('last-acts', { class: 'panel' }, list, empty);
  const told = h('div', { class: 'told' }, staff, sentence);

  function undoLast() {
    if (last) dispatch({ does: 'undo', act: last }, UNDO);
  }

  /** @param {Pick<Act, 'act'>} act */
  function nameOf({ act }) {
    return has(`act.${act}`) ? t(`act.${act}`) : act;
  }

  /** @param {string} ref */
  function createRow(ref) {
    const what = h('span', { dir: 'auto' });
    const back = h('button', {
      type: 'button',
      class: 'plain',
      onclick: () => dispatch({ does: 'undo', act: ref }, UNDO),
    }, t('acts.undo'));
    return {
      element: h('li', { 'data-row': ref }, what, ' ', back),
      /** @param {Act} act @param {number} now @param {boolean} own */
      update(act, now, own) {
        const who = own ? t('queue.you') : act.name ?? t('acts.somebody');
        const done = t('acts.line', { time: time(act.time, now), what: nameOf(act), who });
        write(what, act.undone ? t('acts.undone', { what: done }) : done);
        back.hidden = !undoable(act, now);
      },
    };
  }

  return {
    element,
    undo,
    told,
    undoLast,
    /** @param {Model} model */
    update({ shown: { moderation, role, meeting, me }, now, refusal: refusalOf }) {
      undo.hidden = told.hidden = role !== 'moderator' || meeting?.phase === 'ended' || !moderation;
      if (!moderation) return;
      const acts = moderation.acts.filter(({ act }) => act !== 'undo').slice(-SHOWN).reverse();
      for (const act of acts) {
        const row = rows.get(act.ref) ?? createRow(act.ref);
        rows.set(act.ref, row);
        row.update(act, now, act.by === me?.participant);
      }
      for (const ref of rows.keys()) if (!acts.some((act) => act.ref === ref)) rows.delete(ref);
      arrange(list, acts.flatMap(({ ref }) => rows.get(ref)?.element ?? []));
      empty.hidden = acts.length > 0;
      const mine = acts.find((act) => act.by === me?.participant && undoable(act, now));
      last = mine?.ref ?? '';
      // It is always there, so that its coming moves nothing.
      set(undo, 'aria-disabled', mine ? null : 'true');
      set(undo, 'aria-label', mine ? t('acts.undoLast', { what: nameOf(mine) }) : null);
      set(undo, 'title', mine ? nameOf(mine) : null);
      const others = moderation.staff.filter(({ participant }) => participant !== me?.participant);
      const names = others.map(({ name }) => name ?? t('acts.somebody')).join(', ');
      say(staff, others.length ? t('acts.staff', { names }) : null);
      const refused = refusalOf(UNDO);
      say(sentence, refused && refusal(refused));
      set(element, 'data-undoable', Boolean(mine));
    },
  };
}

/** @param {Act} act @param {number} now */
function undoable({ undoUntil, undone }, now) {
  return !undone && undoUntil !== undefined && now < undoUntil;
}

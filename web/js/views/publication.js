/** @import { Context } from './types.d.ts' */
import { bearing } from '../ui/download.js';
import { h, newId, say, set, write } from '../ui/dom.js';
import { check } from '../ui/field.js';
import { createCopying } from './copying.js';

/**
 * @typedef {object} Trace By which somebody could be reached or recognised.
 * @property {'email' | 'phone' | 'name'} kind
 * @property {string} text
 * @property {{ kind: string, number: number }} place
 */
/** @typedef {{ since?: number, hidesContacts?: boolean, traces?: Trace[] }} State */

/**
 * Publishing a record, for those with a key: what everybody would read, and what to look at first.
 *
 * @param {Pick<Context, 'words' | 'announcer'>} context
 * @param {string} meeting
 * @param {string} key
 * @param {(cut: string) => void} show the record, cut as the query says
 */
export async function createPublication({ words, announcer }, meeting, key, show) {
  const { t, date } = words;
  const address = `/api/meetings/${encodeURIComponent(meeting)}/publication`;
  let state = await ask();
  const traces = state?.traces ?? [];
  let isCut = false;

  const heading = h('h2', { id: newId('publish') }, t('publish.title'));
  const told = h('p', { class: 'state' });
  const seen = h('p', { class: 'seen hint', role: 'status' });
  const box = h('input', { type: 'checkbox', onchange: draw });
  const contacts = check(t('publish.contacts'), box);
  const look = h('button', { type: 'button', 'data-act': 'look', onclick: lookAtIt });
  const publish = h('button', {
    type: 'button',
    class: 'primary',
    'data-act': 'publish',
    onclick: go,
  });
  const undo = h(
    'button',
    { type: 'button', 'data-act': 'unpublish', onclick: () => change(false) },
    t('publish.undo'),
  );
  const copying = createCopying({ words, announcer }, {
    label: t('publish.copy'),
    text: () => location.origin + location.pathname,
  });
  const sentence = h('p', { class: 'refusal', hidden: true });
  box.checked = state?.hidesContacts ?? true;
  // What nobody can be reached by need not be left out.
  contacts.hidden = !traces.some(({ kind }) => kind !== 'name');
  const element = h(
    'record-publication',
    { role: 'region', 'aria-labelledby': heading.id, hidden: !state },
    heading,
    told,
    h('p', {}, t('publish.what')),
    ...findings(),
    contacts,
    h('p', { class: 'actions' }, publish, undo, look, copying),
    sentence,
    seen,
  );
  if (state) draw();

  /** @returns {Promise<State | null>} nothing where there is nothing to publish */
  async function ask() {
    const answer = await fetch(address, { headers: bearing(key) });
    return answer.ok ? answer.json() : null;
  }

  function findings() {
    if (!traces.length) return [h('p', {}, t('publish.traces.none'))];
    const rows = traces.map(({ kind, text, place }) =>
      h(
        'li',
        {},
        t(`publish.place.${place.kind}`, { n: place.number }),
        ': ',
        h('bdi', {}, text),
        ` (${t(`publish.trace.${kind}`)})`,
      )
    );
    return [h('p', {}, t('publish.traces', { n: traces.length })), h('ul', {}, ...rows)];
  }

  function draw() {
    const since = state?.since;
    write(told, since ? t('publish.is', { time: date(since) }) : t('publish.isNot'));
    const differs = !since || state?.hidesContacts !== box.checked;
    publish.hidden = !differs;
    write(publish, t(since ? 'publish.change' : 'publish.do'));
    undo.hidden = copying.hidden = !since;
    write(look, t(isCut ? 'publish.lookWhole' : 'publish.look'));
    say(seen, t(isCut ? 'publish.shows' : 'publish.showsWhole'));
    if (isCut) show(cut());
  }

  function cut() {
    return `?level=everybody${box.checked ? '' : '&contacts=shown'}`;
  }

  function lookAtIt() {
    isCut = !isCut;
    draw();
    if (!isCut) show('');
  }

  function go() {
    change(true);
  }

  /** @param {boolean} published */
  async function change(published) {
    for (const button of [publish, undo]) set(button, 'aria-disabled', 'true');
    say(sentence, null);
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { ...bearing(key), 'Content-Type': 'application/json' },
        body: JSON.stringify({ published, hidesContacts: box.checked }),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      state = await answer.json();
      announcer.polite('published', t(published ? 'publish.done' : 'publish.undone'));
    } catch {
      say(sentence, t('publish.failed'));
      announcer.assertive(t('publish.failed'));
    }
    for (const button of [publish, undo]) set(button, 'aria-disabled', null);
    draw();
    // The button that was pressed is gone; the other one is where one would take it back.
    (publish.hidden ? undo : publish).focus();
  }

  return { element };
}

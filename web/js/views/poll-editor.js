/** @import { Form, KindName, NewForm, Rules } from '../core/poll.d.ts' */
/** @import { Context } from './types.d.ts' */
import { readNumber } from '../core/ballots.js';
import { formOf, lineOf, USUAL } from '../core/poll-line.js';
import { askedBy } from '../core/polls.js';
import { h, newId } from '../ui/dom.js';
import { createDraft, field } from '../ui/field.js';

/** @type {(KindName | '')[]} */
const KINDS = [
  '',
  'yesNoAbstain',
  'single',
  'multiple',
  'scale',
  'words',
  'openText',
  'ranking',
  'points',
  'number',
  'topics',
  'quiz',
];
const SECRECIES = /** @type {const} */ (['secret', 'moderators', 'named']);
const RESULTS = /** @type {const} */ (['afterClose', 'live', 'afterOwnVote', 'moderators']);
/** Which numbers and words each kind needs; the rest goes without saying. */
const FIELDS = /** @type {Partial<Record<KindName, (keyof Rules)[]>>} */ ({
  multiple: ['min', 'max'],
  topics: ['max'],
  openText: ['max'],
  words: ['max'],
  scale: ['steps', 'low', 'high'],
  points: ['budget'],
  number: ['min', 'max', 'step', 'decimals', 'unit', 'solution'],
});
const WORDS = new Set(['low', 'high', 'unit']);
/** Numbers of these are in units of the last decimal place. */
const SCALED = new Set(['min', 'max', 'step', 'solution']);
const LINE_MOST = 3_000;

/**
 * A poll in one line, and what differs from the usual folded away below it.
 *
 * @param {Context} context
 * @param {object} about
 * @param {Form} [about.form] what there is already
 * @param {(form: NewForm) => void} about.save
 * @param {() => void} [about.cancel]
 * @param {(form: NewForm) => void} [about.open] at once
 */
export function createEditor({ words, drafts, announcer }, { form, save, cancel, open }) {
  const { t, language } = words;
  let before = form && askedBy(form);
  const line = h('input', {
    id: newId('line'),
    maxlength: LINE_MOST,
    autocomplete: 'off',
    dir: 'auto',
    placeholder: t('poll.line.example'),
    'aria-describedby': newId('line'),
    'aria-keyshortcuts': form ? null : 'p',
  });
  const hint = h(
    'p',
    { class: 'hint', id: line.getAttribute('aria-describedby') },
    t('poll.line.hint'),
  );
  /** What is half typed: a new poll survives a reload. */
  const draft = form ? null : createDraft(drafts, 'poll', [line]);
  if (form) line.value = lineOf(form);
  /** @type {WeakMap<NewForm, string>} the line of each form, also what its kind has no use for */
  const lines = new WeakMap();

  /** @param {readonly string[]} values @param {(value: string) => string} name @param {string} [now] */
  function choice(values, name, now = '') {
    const options = values.map((value) => h('option', { value }, name(value)));
    const made = h('select', { id: newId('setting') }, ...options);
    made.value = now;
    return made;
  }
  const kind = choice(
    KINDS,
    (value) => value ? t(`poll.kind.${value}`) : t('poll.kind.byLine'),
    before?.kind,
  );
  const secrecy = choice(
    SECRECIES,
    (value) => t(`poll.secrecy.${value}`),
    form?.secrecy ?? 'secret',
  );
  const results = choice(
    RESULTS,
    (value) => t(`poll.when.${value}`),
    form?.results ?? 'afterClose',
  );
  const isFinal = h('input', { type: 'checkbox', id: newId('setting') });
  isFinal.checked = form?.changeable === false;
  const isModerated = h('input', { type: 'checkbox', id: newId('setting') });
  const mayPass = h('input', { type: 'checkbox', id: newId('setting') });
  mayPass.checked = before?.rules.noAnswer === true;
  const description = h('textarea', { id: newId('setting'), rows: 2, maxlength: 500, dir: 'auto' });
  description.value = form?.description ?? '';
  /** @param {HTMLInputElement} box @param {string} name */
  const check = (box, name) => h('label', { class: 'check' }, box, h('span', {}, name));
  const moderated = check(isModerated, t('poll.set.moderated'));
  const passing = check(mayPass, t('poll.set.noAnswer'));
  const bounds = h('div', { class: 'bounds' });
  /** @type {Map<keyof Rules, HTMLInputElement>} */
  const inputs = new Map();

  function drawBounds() {
    inputs.clear();
    const wanted = /** @type {KindName} */ (kind.value);
    const isSame = wanted === before?.kind;
    const rules = { ...USUAL[wanted], ...(isSame ? before?.rules : {}) };
    const rows = (FIELDS[wanted] ?? []).map((name) => {
      const input = h('input', { id: newId('setting'), autocomplete: 'off' });
      // A step of the last place goes without saying, however many places there are.
      const value = name === 'step' && rules.step === 1 ? undefined : rules[name];
      const places = SCALED.has(name) && wanted === 'number' ? rules.decimals ?? 0 : 0;
      input.value = typeof value === 'number'
        ? new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 3 })
          .format(value / 10 ** places)
        : String(value ?? '');
      if (!WORDS.has(name)) input.inputMode = 'decimal';
      inputs.set(name, input);
      return field(t(`poll.set.${name}`), input);
    });
    bounds.replaceChildren(...rows);
    moderated.hidden = wanted !== 'openText' && wanted !== 'words';
    isModerated.checked = rules.moderated === true;
    passing.hidden = wanted !== 'scale';
  }
  kind.addEventListener('change', drawBounds);
  drawBounds();

  function rules() {
    /** @type {Record<string, number | string | boolean>} */
    const made = {};
    const places = readNumber(inputs.get('decimals')?.value ?? '', 0, language) ?? 0;
    for (const [name, { value }] of inputs) {
      const scale = SCALED.has(name) && kind.value === 'number' ? places : 0;
      const read = WORDS.has(name) ? value.trim() : readNumber(value, scale, language);
      if (read !== '' && read !== null) made[name] = read;
    }
    if (!moderated.hidden) made.moderated = isModerated.checked;
    if (!passing.hidden) made.noAnswer = mayPass.checked;
    return made;
  }

  /** @param {(form: NewForm) => void} act */
  function submit(act) {
    if (!line.value.trim()) {
      announcer.assertive(t('reason.titleMissing'));
      return line.focus();
    }
    /** @type {Partial<Form>} */
    const rest = {
      description: description.value.trim() || undefined,
      secrecy: /** @type {Form['secrecy']} */ (secrecy.value),
      results: /** @type {Form['results']} */ (results.value),
      changeable: !isFinal.checked,
      eligibility: form?.eligibility,
      item: form?.item,
      seconds: form?.seconds,
    };
    const of = /** @type {KindName} */ (kind.value);
    const made = formOf(line.value, { kind: of, rules: rules(), rest });
    lines.set(made, line.value);
    act(made);
    if (form) return;
    // The next one is as usual again.
    before = undefined;
    element.reset();
    draft?.fill([]);
    drawBounds();
  }

  const saving = h(
    'button',
    { class: open ? null : 'primary' },
    t(form ? 'poll.line.save' : 'poll.line.draft'),
  );
  const opening = open
    ? h(
      'button',
      { type: 'button', class: 'primary', onclick: () => submit(open) },
      t('poll.line.open'),
    )
    : null;
  const cancelling = cancel
    ? h('button', { type: 'button', onclick: cancel }, t('dialog.cancel'))
    : null;
  const settings = h(
    'details',
    {},
    h('summary', {}, t('poll.settings')),
    h(
      'div',
      { class: 'settings' },
      field(t('poll.set.kind'), kind),
      bounds,
      field(t('poll.set.secrecy'), secrecy),
      field(t('poll.set.results'), results),
      field(t('poll.set.description'), description),
      check(isFinal, t('poll.set.final')),
      moderated,
      passing,
    ),
  );
  const element = h(
    'form',
    { class: 'poll-editor', novalidate: true, 'aria-label': t(form ? 'poll.edit' : 'poll.new') },
    h(
      'div',
      { class: 'start' },
      field(t('poll.line'), line),
      h('div', { class: 'actions' }, opening, saving, cancelling),
    ),
    hint,
    settings,
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(save);
  });
  line.addEventListener('keydown', (event) => {
    if (!open || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit(open);
  });
  return {
    element,
    line,
    /** @param {NewForm} back what was refused */
    giveBack(back) {
      const made = /** @type {Form} */ (back);
      before = askedBy(made);
      draft?.fill([lines.get(back) ?? lineOf(made)]);
      kind.value = before.kind;
      description.value = made.description ?? '';
      secrecy.value = made.secrecy ?? 'secret';
      results.value = made.results ?? 'afterClose';
      isFinal.checked = made.changeable === false;
      mayPass.checked = before.rules.noAnswer === true;
      drawBounds();
    },
  };
}

/** @import { Detail, Scene, Stage } from '../core/chairing.d.ts' */
/** @import { Shown } from '../core/types.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { h, say, set, write } from '../ui/dom.js';
import { check, field, offerTick } from '../ui/field.js';

const STAGE = 'stage';
const SCENES = ['auto', 'welcome', 'agenda', 'speaker', 'pause', 'thanks', 'neutral'];
const DETAILS = /** @type {Detail[]} */ (['names', 'counts', 'numbers']);
/** What everybody may see. */
const SHOWABLE = new Set(['open', 'live', 'answered', 'followUp']);
const WORDS = 70;

/**
 * What the shared screen shows: by itself what happens, or what a moderator has put there.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createStageControl({ words: { t, refusal }, dispatch }) {
  /** @type {Stage | null} */
  let stage = null;
  let offered = '';

  const now = h('p', { class: 'hint', dir: 'auto' });
  const scene = h('select', { 'data-rule': 'scene', onchange: choose });
  const questions = h('optgroup', { label: t('view.questions') });
  const polls = h('optgroup', { label: t('poll.heading') });
  scene.append(
    ...SCENES.map((value) => h('option', { value }, t(`rules.scene.${value}`))),
    questions,
    polls,
  );
  const release = h('button', {
    type: 'button',
    onclick: () => dispatch({ does: 'setStage', scene: 'auto' }, STAGE),
  }, t('stage.release'));
  const code = h('input', {
    type: 'checkbox',
    onchange: () => dispatch({ does: 'setStage', showsCode: code.checked }, STAGE),
  });
  const boxes = DETAILS.map((detail) => ({
    detail,
    box: h('input', { type: 'checkbox', onchange: hide }),
  }));
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'div',
    { class: 'panel stage-control' },
    now,
    field(t('rules.scene'), scene),
    h('p', { class: 'actions' }, release),
    h(
      'fieldset',
      {},
      h('legend', {}, t('stage.on')),
      check(t('stage.showsCode'), code),
      ...boxes.map(({ detail, box }) => check(t(`stage.detail.${detail}`), box)),
    ),
    sentence,
  );

  function choose() {
    const [wanted = 'auto', subject] = scene.value.split(' ');
    const choice = /** @type {Scene | 'auto'} */ (wanted);
    dispatch({ does: 'setStage', scene: choice, ...(subject ? { subject } : {}) }, STAGE);
  }

  function hide() {
    const hides = boxes.filter(({ box }) => !box.checked).map(({ detail }) => detail);
    dispatch({ does: 'setStage', hides }, STAGE);
  }

  /** @param {Shown} shown */
  function offer(shown) {
    const asked = shown.questions.filter(({ state, shared, mergedInto }) =>
      shared && SHOWABLE.has(state) && !mergedInto
    ).map(({ id, text }) => ({ value: `question ${id}`, label: text }));
    const run = shown.polls.filter(({ state }) => state !== 'draft').map(({ id, state, form }) => ({
      value: `${state === 'published' ? 'result' : 'poll'} ${id}`,
      label: form.title || t('poll.untitled'),
    }));
    const key = JSON.stringify([asked, run]);
    if (key === offered || document.activeElement === scene) return;
    offered = key;
    fill(questions, asked);
    fill(polls, run);
  }

  return {
    element,
    /** @param {Model} model */
    update({ shown, refusal: refusalOf }) {
      stage = shown.stage;
      if (shown.role !== 'moderator' || !stage) return;
      offer(shown);
      const { pin, hides } = stage;
      if (document.activeElement !== scene || scene.dataset.shown !== chosen(pin)) {
        scene.value = chosen(pin);
        // What is pinned and cannot be shown now is none of the choices.
        if (!scene.value) scene.value = 'auto';
      }
      scene.dataset.shown = chosen(pin);
      const name = t(`rules.scene.${stage.scene}`);
      write(now, t(stage.pinned ? 'stage.shows.pinned' : 'stage.shows', { name }));
      release.hidden = !pin;
      const refused = refusalOf(STAGE);
      offerTick(code, stage.showsCode, Boolean(refused));
      for (const { detail, box } of boxes) {
        offerTick(box, !hides.includes(detail), Boolean(refused));
      }
      say(sentence, refused && refusal(refused));
      set(element, 'data-pinned', stage.pinned);
    },
  };
}

/** @param {Stage['pin']} pin */
function chosen(pin) {
  return pin ? [pin.scene, pin.subject].filter(Boolean).join(' ') : 'auto';
}

/** @param {HTMLOptGroupElement} group @param {{ value: string, label: string }[]} options */
function fill(group, options) {
  group.hidden = !options.length;
  group.replaceChildren(
    ...options.map(({ value, label }) => h('option', { value }, label.slice(0, WORDS))),
  );
}

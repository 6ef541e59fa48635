/** @import { Agenda, Names, QuestionRules } from '../core/chairing.d.ts' */
/** @import { Meeting, Phase } from '../core/types.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { ask } from '../ui/dialog.js';
import { h, say, write } from '../ui/dom.js';
import { choice, field, offer } from '../ui/field.js';
import { createQuestionTimes } from './question-times.js';

const RULES = 'rules';
const MODES = ['open', 'paused', 'closed'];
const NAMES = ['optional', 'required', 'pseudonym', 'anonymous'];
/** @type {Record<Phase, Phase[]>} where a round can go from here; its end is a wish of its own */
const PHASES = {
  planned: ['planned', 'lobby', 'live'],
  lobby: ['planned', 'lobby', 'live'],
  live: ['lobby', 'live', 'paused', 'afterTalk'],
  paused: ['live', 'paused', 'afterTalk'],
  afterTalk: ['live', 'afterTalk'],
  ended: ['ended'],
};
const TAGS_MOST = 300;

/**
 * How the round works: all rules in one place, each one change and at once.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createRules(context) {
  const { words, dispatch } = context;
  const { t, refusal } = words;
  /** @type {Meeting | null} */
  let meeting = null;
  /** @type {Agenda | null} */
  let agenda = null;
  let waits = 0;
  let offered = '';

  const phase = rule('phase', [], (value) => {
    dispatch({ does: 'setPhase', phase: /** @type {Phase} */ (value) }, RULES);
  });
  const questions = rule('mode', MODES, (mode) => {
    setQuestions({ mode: /** @type {QuestionRules['mode']} */ (mode) });
  });
  const checks = rule('check', ['off', 'on'], (value) => setModerated(value === 'on'));
  const names = rule('names', NAMES, (policy) => {
    dispatch({ does: 'setNamePolicy', policy: /** @type {Names} */ (policy) }, RULES);
  });
  const tags = h('input', { maxlength: TAGS_MOST, dir: 'auto', autocomplete: 'off' });
  const tagging = h(
    'form',
    { class: 'tagging', novalidate: true, onsubmit: setTags },
    field(t('rules.tags'), tags),
    h('p', { class: 'actions' }, h('button', {}, t('rules.tags.save'))),
  );
  const times = createQuestionTimes(context);
  const rehearse = h('button', { type: 'button', onclick: setRehearsal });
  const practice = h('p', { class: 'actions' }, rehearse);
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'div',
    { class: 'panel rules fields' },
    ...[phase, questions, checks, names].map(({ element }) => element),
    times.element,
    tagging,
    practice,
    sentence,
  );

  /** @param {string} name @param {string[]} values @param {(value: string) => void} chosen */
  function rule(name, values, chosen) {
    const made = choice(
      values.map((value) => ({ value, label: t(`rules.${name}.${value}`) })),
      chosen,
    );
    made.element.dataset.rule = name;
    const label = t(`rules.${name}`);
    return { element: field(label, made.element), select: made.element, show: made.show };
  }

  /** @param {Partial<QuestionRules>} news @param {boolean} [release] */
  function setQuestions(news, release) {
    if (!meeting) return;
    const { questions: mode, moderated: isModerated, opens, closes } = meeting;
    const rules = { mode, isModerated, opens, closes, ...news };
    dispatch({ does: 'setQuestions', rules, ...(release ? { release } : {}) }, RULES);
  }

  /**
   * Nothing is released silently (product row B5).
   *
   * @param {boolean} isModerated
   */
  async function setModerated(isModerated) {
    if (isModerated || !waits) return setQuestions({ isModerated });
    const answer = await ask(words, {
      title: t('rules.release.title', { n: waits }),
      text: t('rules.release.text'),
      confirm: t('rules.release.yes'),
      other: t('rules.release.no'),
    });
    if (answer) setQuestions({ isModerated }, answer.value !== 'other');
    else checks.show('on');
  }

  /** @param {Event} event */
  function setTags(event) {
    event.preventDefault();
    const wanted = tags.value.split(/[,;\n]/).map((tag) => tag.trim()).filter(Boolean);
    dispatch({ does: 'setTags', tags: wanted }, RULES);
  }

  async function setRehearsal() {
    const on = !agenda?.rehearsal;
    const sure = await ask(words, {
      title: t(on ? 'rehearse.title' : 'rehearse.end.title'),
      text: t(on ? 'rehearse.text' : 'rehearse.end.text'),
      confirm: t(on ? 'rehearse.begin' : 'rehearse.end'),
      grave: !on,
    });
    if (!sure) return;
    // The dialog has said that what is there already will go, too.
    dispatch({ does: 'rehearse', on, ...(on ? { confirmed: true } : {}) }, RULES);
  }

  /** @param {Phase} now */
  function offerPhases(now) {
    const values = PHASES[now];
    if (offered !== String(values)) {
      offered = String(values);
      const options = values.map((value) => h('option', { value }, t(`phase.${value}`)));
      phase.select.replaceChildren(...options);
      phase.select.value = now;
    }
    phase.show(now);
  }

  return {
    element,
    /** @param {Model} model */
    update(model) {
      const { shown, refusal: refusalOf } = model;
      ({ meeting, agenda } = shown);
      if (shown.role !== 'moderator' || !meeting) return;
      waits = shown.questions.filter(({ state, shared }) => shared && state === 'pending').length;
      offerPhases(meeting.phase);
      times.update(model);
      questions.show(meeting.questions);
      checks.show(meeting.moderated ? 'on' : 'off');
      names.show(meeting.names);
      offer(tags, meeting.tags.join(', '));
      write(rehearse, t(agenda?.rehearsal ? 'rehearse.end' : 'rehearse.begin'));
      practice.hidden = !agenda?.rehearsal && !['planned', 'lobby'].includes(meeting.phase);
      const refused = refusalOf(RULES);
      say(sentence, refused && refusal(refused));
    },
  };
}

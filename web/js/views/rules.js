/** @import { Names, QuestionRules, Scene } from '../core/chairing.d.ts' */
/** @import { Chat } from '../core/chat.d.ts' */
/** @import { Meeting } from '../core/types.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { ask } from '../ui/dialog.js';
import { h, newId, say } from '../ui/dom.js';

const RULES = 'rules';
const MODES = ['open', 'paused', 'closed'];
const NAMES = ['optional', 'required', 'pseudonym', 'anonymous'];
const CHATS = ['open', 'slow', 'paused'];
const SCENES = ['auto', 'welcome', 'agenda', 'speaker', 'pause', 'thanks', 'neutral'];
const ANNOUNCEMENT_MOST = 300;

/**
 * How the round works: all rules in one place, each one change and at once.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createRules({ words, dispatch }) {
  const { t, refusal } = words;
  /** @type {Meeting | null} */
  let meeting = null;
  let waits = 0;

  const questions = choice('mode', MODES, (mode) => {
    setQuestions({ mode: /** @type {QuestionRules['mode']} */ (mode) });
  });
  const checks = choice('check', ['off', 'on'], (value) => setModerated(value === 'on'));
  const names = choice('names', NAMES, (policy) => {
    dispatch({ does: 'setNamePolicy', policy: /** @type {Names} */ (policy) }, RULES);
  });
  const chat = choice('chat', CHATS, (mode) => {
    dispatch({ does: 'setChat', mode: /** @type {Chat['mode']} */ (mode) }, RULES);
  });
  const scene = choice('scene', SCENES, (wanted) => {
    dispatch({ does: 'setStage', scene: /** @type {Scene | 'auto'} */ (wanted) }, RULES);
  });
  const text = h('input', { id: newId('announce'), maxlength: ANNOUNCEMENT_MOST, dir: 'auto' });
  const urgent = h('input', { type: 'checkbox', id: newId('announce') });
  const announce = h(
    'form',
    { class: 'announce', novalidate: true },
    h('p', { class: 'field' }, h('label', { for: text.id }, t('rules.announce')), text),
    h('p', { class: 'check' }, urgent, h('label', { for: urgent.id }, t('rules.urgent'))),
    h('p', {}, h('button', {}, t('rules.announce.send'))),
  );
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'details',
    { class: 'tool rules', hidden: true },
    h('summary', {}, t('rules.title')),
    h(
      'div',
      { class: 'fields' },
      ...[questions, checks, names, chat, scene].map(({ element }) => element),
      announce,
      sentence,
    ),
  );

  announce.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!text.value.trim()) return text.focus();
    dispatch({ does: 'announce', text: text.value.trim(), urgent: urgent.checked }, RULES);
    text.value = '';
    urgent.checked = false;
  });

  /** @param {string} name @param {string[]} values @param {(value: string) => void} chosen */
  function choice(name, values, chosen) {
    const select = h(
      'select',
      { id: newId('rule'), 'data-rule': name, onchange: () => chosen(select.value) },
      ...values.map((value) => h('option', { value }, t(`rules.${name}.${value}`))),
    );
    const label = h('label', { for: select.id }, t(`rules.${name}`));
    return {
      element: h('p', { class: 'field' }, label, select),
      /** @param {string} value */
      show(value) {
        if (document.activeElement !== select || select.dataset.shown !== value) {
          select.value = value;
        }
        select.dataset.shown = value;
      },
    };
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

  return {
    element,
    /** @param {Model} model */
    update({ shown, refusal: refusalOf }) {
      meeting = shown.meeting;
      element.hidden = shown.role !== 'moderator' || !meeting || meeting.phase === 'ended';
      if (!meeting || element.hidden) return;
      waits = shown.questions.filter(({ state, shared }) => shared && state === 'pending').length;
      questions.show(meeting.questions);
      checks.show(meeting.moderated ? 'on' : 'off');
      names.show(meeting.names);
      chat.show(shown.chat?.mode ?? 'open');
      const pinned = shown.stage?.pin?.scene ?? 'auto';
      scene.show(SCENES.includes(pinned) ? pinned : 'auto');
      const refused = refusalOf(RULES);
      say(sentence, refused && refusal(refused));
    },
  };
}

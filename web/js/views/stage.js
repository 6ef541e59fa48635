/** @import { Shown, ShownQuestion } from '../core/types.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
import { ranked } from '../core/ranking.js';
import { groupCode } from '../core/text.js';
import { h, say, set, write } from '../ui/dom.js';
import { arrange } from '../ui/keyed.js';

const TOP = 5;
/** How large a question may be set; the largest that fits is taken. */
const SIZES = ['5', '4', '3', '2', '1'];

/**
 * @typedef {object} StageModel
 * @property {Shown} shown
 * @property {string | null} note a few words over the last scene, or instead of the first one
 */

/**
 * The shared screen. It never scrolls: what does not fit is left out, not made small.
 *
 * @param {Words} words
 * @param {{ code: string, host: string }} where
 */
export function createStage({ t }, { code, host }) {
  const title = h('h1', { dir: 'auto' }, t('app.name'));
  const mark = h('img', { src: '/icons/icon.svg', alt: '' });
  const lost = h('p', { class: 'lost', hidden: true });
  const heading = h('h2');
  const text = h('p', { class: 'question', dir: 'auto', hidden: true });
  const meta = h('p', { class: 'meta', dir: 'auto', hidden: true });
  const list = h('ol');
  const scene = h('stage-scene', {}, heading, text, meta, list);
  const element = h(
    'main',
    { class: 'stage' },
    h('header', {}, mark, title, lost),
    scene,
    h(
      'footer',
      {},
      h('p', {}, t('stage.join')),
      h('p', { class: 'address' }, `${host}/r/${code}`),
      h('p', { class: 'code' }, h('span', {}, t('stage.code')), ' ', h('b', {}, groupCode(code))),
    ),
  );
  /** @type {Map<string, ReturnType<typeof createRow>>} */
  const rows = new Map();

  /** @param {ShownQuestion[]} top */
  function drawList(top) {
    for (const id of rows.keys()) if (!top.some((question) => question.id === id)) rows.delete(id);
    for (const question of top) {
      const row = rows.get(question.id) ?? createRow(t);
      rows.set(question.id, row);
      row.update(question);
    }
    arrange(list, top.flatMap(({ id }) => rows.get(id)?.element ?? []));
    for (const row of [...list.children].reverse()) {
      if (fits() || list.children.length < 2) break;
      row.remove();
    }
  }

  function fits() {
    return scene.scrollHeight <= scene.clientHeight + 1;
  }

  /** @param {boolean} isWanted */
  function fitQuestion(isWanted) {
    set(scene, 'data-size', null);
    for (const size of isWanted ? SIZES : []) {
      set(scene, 'data-size', size);
      if (fits()) break;
    }
  }

  /** @param {ShownQuestion} question */
  function support(question) {
    return t('stage.support', { n: question.support });
  }

  /** @param {Shown} shown */
  function sceneOf({ meeting, questions }) {
    if (meeting?.phase === 'ended') return 'ended';
    if (questions.some(({ state }) => state === 'live')) return 'question';
    return questions.some(({ state }) => state === 'open') ? 'list' : 'waiting';
  }

  return {
    element,
    /** @param {StageModel} model */
    update({ shown, note }) {
      const told = shown.meeting ? null : note;
      say(lost, told ? null : note);
      if (shown.meeting) write(title, shown.meeting.title);
      const kind = sceneOf(shown);
      set(scene, 'data-scene', told ? 'told' : kind);
      write(heading, told ?? t(`stage.${kind}`));
      const live = kind === 'question' && shown.questions.find(({ state }) => state === 'live');
      say(text, live ? live.text.replace(/\s+/g, ' ') : null);
      say(meta, live ? [by(live), support(live)].filter(Boolean).join(' · ') : null);
      const open = shown.questions.filter(({ state }) => state === 'open');
      drawList(kind === 'list' ? ranked(open, 'support').slice(0, TOP) : []);
      fitQuestion(Boolean(live));
    },
  };
}

/** @param {ShownQuestion} question */
function by({ author, organisation }) {
  return [author, organisation].filter(Boolean).join(', ');
}

/** @param {Words['t']} t */
function createRow(t) {
  const text = h('span', { class: 'text', dir: 'auto' });
  const count = h('span', { class: 'count', 'aria-hidden': 'true' });
  const words = h('span', { class: 'unseen' });
  const element = h('li', {}, count, text, ' ', words);
  return {
    element,
    /** @param {ShownQuestion} question */
    update(question) {
      write(text, question.text.replace(/\s+/g, ' '));
      write(count, String(question.support));
      write(words, t('stage.support', { n: question.support }));
    },
  };
}

/** @import { Shown, ShownQuestion } from '../core/types.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
import { ranked } from '../core/ranking.js';
import { groupCode } from '../core/text.js';
import { h, say, set, write } from '../ui/dom.js';
import { arrange } from '../ui/keyed.js';

const TOP = 5;

/**
 * @typedef {object} StageModel
 * @property {Shown} shown
 * @property {string | null} note a few words over the last scene
 */

/**
 * The shared screen. It never scrolls: what does not fit is left out, not made small.
 *
 * @param {Words} words
 * @param {{ code: string, host: string }} where
 */
export function createStage({ t }, { code, host }) {
  const title = h('h1', { dir: 'auto' }, t('app.name'));
  const lost = h('p', { class: 'lost', hidden: true });
  const heading = h('h2');
  const text = h('p', { class: 'question', dir: 'auto', hidden: true });
  const meta = h('p', { class: 'meta', dir: 'auto', hidden: true });
  const list = h('ol');
  const scene = h('stage-scene', {}, heading, text, meta, list);
  const element = h(
    'main',
    { class: 'stage' },
    h('header', {}, title, lost),
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
      if (scene.scrollHeight <= scene.clientHeight + 1 || list.children.length < 2) break;
      row.remove();
    }
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
      say(lost, note);
      if (shown.meeting) write(title, shown.meeting.title);
      const kind = sceneOf(shown);
      set(scene, 'data-scene', kind);
      write(heading, t(`stage.${kind}`));
      const live = kind === 'question' && shown.questions.find(({ state }) => state === 'live');
      say(text, live ? live.text.replace(/\s+/g, ' ') : null);
      say(meta, live ? by(live) : null);
      set(scene, 'data-length', live ? lengthOf(live.text) : null);
      const open = shown.questions.filter(({ state }) => state === 'open');
      drawList(kind === 'list' ? ranked(open, 'support').slice(0, TOP) : []);
    },
  };
}

/** @param {ShownQuestion} question */
function by({ author, organisation }) {
  return [author, organisation].filter(Boolean).join(', ');
}

/** @param {string} text */
function lengthOf(text) {
  return text.length > 280 ? 'long' : text.length > 120 ? 'medium' : 'short';
}

/** @param {Words['t']} t */
function createRow(t) {
  const text = h('span', { class: 'text', dir: 'auto' });
  const count = h('span', { class: 'count' });
  const element = h('li', {}, text, ' ', count);
  return {
    element,
    /** @param {ShownQuestion} question */
    update(question) {
      write(text, question.text.replace(/\s+/g, ' '));
      write(count, t('stage.support', { n: question.support }));
    },
  };
}

/** @import { Shown } from '../core/types.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
import { ranked } from '../core/ranking.js';
import { groupCode } from '../core/text.js';
import { h, say, set, write } from '../ui/dom.js';
import { beginning, isBefore } from './countdown.js';
import { createAgendaScene } from './stage-agenda.js';
import { createListScene } from './stage-list.js';
import { createPollScene } from './stage-poll.js';
import { createSpeakerScene } from './stage-speaker.js';

const TOP = 5;
/** How large a question may be set; the largest that fits is taken. */
const SIZES = ['5', '4', '3', '2', '1'];
/** A poll's title leaves room for what can be chosen. */
const TITLE_SIZES = ['4', '3', '2', '1'];
/** Scenes of one sentence. */
const SAYINGS = new Set(['waiting', 'welcome', 'pause', 'thanks', 'neutral', 'ended']);

/** What is seen before the round begins, with how long that still takes. */
const GREETINGS = new Set(['waiting', 'welcome']);

/**
 * @typedef {object} StageModel
 * @property {Shown} shown
 * @property {string | null} note a few words over the last scene, or instead of the first one
 * @property {number} now server's clock
 */

/**
 * The shared screen. It never scrolls: what does not fit is left out, not made small.
 *
 * @param {Words} words
 * @param {{ code: string, host: string }} where
 */
export function createStage(words, { code, host }) {
  const { t } = words;
  const title = h('h1', { dir: 'auto' }, t('app.name'));
  const mark = h('img', { src: '/icons/icon.svg', alt: '' });
  const lost = h('p', { class: 'lost', hidden: true });
  const announcement = h('p', { class: 'announcement', dir: 'auto', hidden: true });
  const heading = h('h2');
  const text = h('p', { class: 'question', dir: 'auto', hidden: true });
  const meta = h('p', { class: 'meta', dir: 'auto', hidden: true });
  const list = createListScene(t);
  const speaker = createSpeakerScene(words);
  const agenda = createAgendaScene(words);
  const asked = createPollScene(words);
  const parts = [list.element, speaker.element, agenda.element, asked.element];
  const scene = h('stage-scene', {}, heading, text, meta, ...parts);
  const picture = h('img', { class: 'qr', src: `/r/${code}/qr.svg`, alt: t('stage.qr') });
  const invitation = h('p', { class: 'hint' });
  const footer = h(
    'footer',
    {},
    picture,
    invitation,
    h('p', { class: 'address' }, `${host}/r/${code}`),
    h('p', { class: 'code' }, h('span', {}, t('stage.code')), ' ', h('b', {}, groupCode(code))),
  );
  const element = h(
    'main',
    { class: 'stage' },
    h('header', {}, mark, title, announcement, lost),
    scene,
    footer,
  );

  function fits() {
    return scene.scrollHeight <= scene.clientHeight + 1;
  }

  /** @param {readonly string[]} sizes from the largest @returns {boolean} whether all is seen */
  function fitText(sizes) {
    set(scene, 'data-size', null);
    return sizes.some((size) => {
      set(scene, 'data-size', size);
      return fits();
    });
  }

  /**
   * What to show: the server says it, but for the welcome, which grows into the list of questions.
   *
   * @param {Shown} shown
   */
  function sceneOf({ meeting, questions, stage }) {
    const wanted = stage?.scene ?? 'welcome';
    if (meeting?.phase === 'ended') return 'ended';
    if (wanted !== 'welcome' || stage?.pinned) return wanted;
    return questions.some(({ state }) => state === 'open') ? 'list' : 'waiting';
  }

  /** @param {Shown} shown @param {string} kind @param {Set<string>} hides */
  function drawQuestion({ stage, questions }, kind, hides) {
    const question = kind === 'question' && questions.find(({ id }) => id === stage?.subject);
    if (question) {
      const { author, organisation, support } = question;
      const by = hides.has('names') ? [] : [author, organisation].filter(Boolean);
      const count = hides.has('counts') ? '' : t('stage.support', { n: support });
      say(meta, [by.join(', '), count].filter(Boolean).join(' · '));
    } else say(meta, null);
    say(text, question ? question.text.replace(/\s+/g, ' ') : null);
    fitText(question ? SIZES : []);
  }

  /** @param {Shown} shown @param {string} kind @param {Set<string>} hides @param {number} now */
  function drawPoll({ stage, polls }, kind, hides, now) {
    const isOn = kind === 'poll' || kind === 'result';
    const poll = isOn ? polls.find(({ id }) => id === stage?.subject) : null;
    asked.element.hidden = !poll;
    if (!poll) return;
    heading.append(asked.about);
    say(text, asked.title(poll.form));
    asked.update(poll, {
      now,
      counts: !hides.has('counts'),
      isResult: kind === 'result',
      fit: () => fitText(TITLE_SIZES),
    });
  }

  return {
    element,
    /** @param {StageModel} model */
    update({ shown, note, now }) {
      const { meeting, stage, chat } = shown;
      const told = meeting ? null : note;
      say(lost, told ? null : note);
      if (meeting) write(title, meeting.title);
      const news = chat?.announcement;
      const kind = told ? 'told' : sceneOf(shown);
      const begins = isBefore(shown) ? beginning(words, shown.agenda?.start, now) : null;
      const waits = kind === 'list' ? begins : null;
      say(announcement, news && news.until > now ? news.text : waits);
      set(scene, 'data-scene', kind);
      set(scene, 'data-says', told !== null || SAYINGS.has(kind));
      write(heading, told ?? t(`stage.${kind}`));
      write(invitation, t(kind === 'poll' ? 'stage.join.poll' : 'stage.join'));
      set(footer, 'data-away', stage?.showsCode === false);
      const hides = new Set(stage?.hides ?? []);
      const open = shown.questions.filter(({ state }) => state === 'open');
      const isOn = {
        list: kind === 'list',
        speaker: kind === 'speaker',
        agenda: kind === 'agenda',
      };
      list.element.hidden = !isOn.list;
      speaker.element.hidden = !isOn.speaker;
      agenda.element.hidden = !isOn.agenda;
      list.update(
        isOn.list ? ranked(open, 'support').slice(0, TOP) : [],
        !hides.has('counts'),
        fits,
      );
      if (isOn.speaker) speaker.update(shown.queue, now, !hides.has('names'));
      if (isOn.agenda) agenda.update(shown.agenda, fits);
      drawQuestion(shown, kind, hides);
      drawPoll(shown, kind, hides, now);
      if (GREETINGS.has(kind)) say(meta, begins);
    },
  };
}

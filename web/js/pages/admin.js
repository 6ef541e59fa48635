/** @import { Entry } from '../views/admin-meeting.js' */
import { keyIn } from '../core/identity.js';
import { h, must, say } from '../ui/dom.js';
import { createMeeting } from '../views/admin-meeting.js';
import { createFooter } from '../views/footer.js';
import { createLanguage } from '../views/language.js';
import { createRecords } from '../views/admin-records.js';
import { createTimes } from '../views/admin-times.js';
import * as common from './common.js';

const TITLE_MOST = 120;
const KEY_AT = 'kaffeerunde.admin.key';
const fresh = keyIn(location.hash);
if (fresh) {
  common.passing.set(KEY_AT, fresh);
  common.cleanAddress();
}
const announcer = common.pageAnnouncer();
let draft = '';
/** @type {Entry[]} the last one founded first */
let entries = [];

/**
 * @param {object} [wish] a round to create, or the role of which the link is to be made anew
 * @param {string} [path]
 */
async function api(wish, path = '') {
  const answer = await fetch(`/api/meetings${path}`, {
    method: wish ? 'POST' : 'GET',
    headers: {
      Authorization: `Bearer ${common.passing.get(KEY_AT) ?? ''}`,
      ...(wish ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(wish ? { body: JSON.stringify(wish) } : {}),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

await common.inLanguage((words, change) => {
  const { t, date } = words;
  const sentence = h('p', { class: 'refusal', hidden: true });
  const before = h('select', { id: 'before', 'aria-describedby': 'before-hint' });
  const goesOn = h(
    'p',
    { class: 'field', hidden: true },
    h('label', { for: before.id }, t('admin.from')),
    before,
    h('span', { class: 'hint', id: 'before-hint' }, t('admin.from.hint')),
  );
  /** @type {{ id: string, title: string, ended: number }[]} what a new round can go on from */
  let earlier = [];
  const records = createRecords(words, (record) => {
    before.value = record.id;
    title.value = draft = record.title;
    title.focus();
    title.select();
  });
  const list = h('ol', { class: 'meetings' });
  const empty = h('p', { class: 'empty', hidden: true }, t('admin.empty'));
  const title = h('input', { id: 'title', maxlength: TITLE_MOST, dir: 'auto' });
  const create = h('button', { class: 'primary' }, t('admin.create'));
  const times = createTimes(words);
  const form = h(
    'form',
    { class: 'join', novalidate: true },
    h('label', { for: title.id }, t('admin.title')),
    h('div', { class: 'line' }, title, create),
    goesOn,
    times.element,
    sentence,
  );
  title.value = draft;
  title.addEventListener('input', () => draft = title.value);

  /** @param {unknown} error */
  function failed(error) {
    const status = error instanceof Error ? error.message : '';
    const key = status === '401' || status === '403' ? 'admin.keyUnknown' : 'admin.failed';
    say(sentence, t(key));
    announcer.assertive(t(key));
  }

  /**
   * Makes a link anew: the one before opens nothing any more.
   *
   * @param {Entry} old
   * @param {string} role
   */
  async function renew(old, role) {
    try {
      const entry = await api({ role }, `/${encodeURIComponent(old.id)}/links`);
      entries = entries.map((each) => each.id === entry.id ? entry : each);
      draw();
      const again = list.querySelector(`[data-meeting="${entry.id}"] [data-renews=${role}]`);
      if (again instanceof HTMLElement) again.focus();
      announcer.polite('renewed', t('admin.renewed', { title: entry.title }));
    } catch (error) {
      failed(error);
    }
  }

  function draw() {
    const codes = entries.map(({ code }) => code);
    list.replaceChildren(
      ...entries.map((entry) => {
        const shares = codes.filter((code) => code === entry.code).length > 1;
        return createMeeting({ words, announcer }, entry, shares, renew);
      }),
    );
    empty.hidden = entries.length > 0;
    const chosen = before.value;
    /** @type {{ id: string, title: string, ended?: number }[]} */
    const rounds = [...entries, ...earlier];
    before.replaceChildren(
      h('option', { value: '' }, t('admin.from.nothing')),
      ...rounds.map(({ id, title, ended }) =>
        h('option', { value: id }, ended ? `${title} (${date(ended)})` : title)
      ),
    );
    before.value = rounds.some(({ id }) => id === chosen) ? chosen : '';
    goesOn.hidden = !rounds.length;
  }

  async function refresh() {
    try {
      const overview = await api();
      entries = overview.meetings.reverse();
      earlier = [...overview.records].reverse();
      draw();
      records.update(overview.records, overview.nextPurge);
    } catch (error) {
      failed(error);
    }
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const wanted = title.value.trim();
    say(sentence, wanted ? null : t('admin.titleMissing'));
    if (!wanted) return title.focus();
    const planned = times.read(Date.now());
    if (!planned) return;
    create.disabled = true;
    try {
      const from = before.value || undefined;
      const entry = await api({ title: wanted, from, ...planned });
      title.value = draft = before.value = '';
      times.clear();
      entries = [entry, ...entries];
      draw();
      announcer.polite('created', t('admin.created', { title: entry.title }));
    } catch (error) {
      failed(error);
    }
    create.disabled = false;
  });

  must('header').replaceChildren(createLanguage(words.language, change));
  must('main').replaceChildren(
    h('h1', {}, t('admin.heading')),
    h('h2', {}, t('admin.new')),
    form,
    h('h2', {}, t('admin.meetings')),
    list,
    empty,
    records.element,
  );
  must('footer').replaceChildren(createFooter(words));
  document.title = `${t('admin.heading')} – ${t('app.name')}`;
  refresh();
}, ['admin']);

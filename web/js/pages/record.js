/** @import { Words } from '../ui/i18n.js' */
import { keyIn } from '../core/identity.js';
import { prose } from '../core/prose.js';
import { h, must, say } from '../ui/dom.js';
import { bearing } from '../ui/download.js';
import { createDownloads } from '../views/downloads.js';
import { createFooter } from '../views/footer.js';
import { createLanguage } from '../views/language.js';
import { proseNodes } from '../views/prose.js';
import * as common from './common.js';

const meeting = location.pathname.split('/')[2] ?? '';
const keyAt = `kaffeerunde.record.${meeting}`;
const fresh = keyIn(location.hash);
if (fresh) {
  common.passing.set(keyAt, fresh);
  common.cleanAddress();
}
const announcer = common.pageAnnouncer();

let cut = '';

/** @returns {string | null} of a moderator, or of the administration in this tab */
function key() {
  return common.passing.get(keyAt) ?? common.passing.get('kaffeerunde.admin.key');
}

/** @param {Words} words */
async function transcript({ language, t }) {
  const address = `/api/meetings/${encodeURIComponent(meeting)}/transcript.md`;
  const query = `${cut || '?'}&language=${language}`;
  const answer = await fetch(address + query, { headers: bearing(key()) });
  if (answer.ok) return answer.text();
  throw new Error(t(key() && answer.status === 404 ? 'record.missing' : 'record.locked'));
}

/**
 * Only those with a key can publish; the others need not wait for what they cannot use.
 *
 * @param {Words} words
 * @param {(cut: string) => void} show
 */
async function publication(words, show) {
  const opens = key();
  if (!opens) return null;
  const { createPublication } = await import('../views/publication.js');
  return createPublication({ words, announcer }, meeting, opens, show);
}

await common.inLanguage(async (words, change) => {
  const { t } = words;
  const sentence = h('p', { class: 'refusal', hidden: true });
  const article = h('article', { class: 'record' });
  const print = h(
    'button',
    { type: 'button', class: 'primary', onclick: () => globalThis.print() },
    t('record.print'),
  );
  const downloads = createDownloads({ words, announcer }, () => ({ meeting, key: key(), cut }));
  const acts = h('div', { class: 'acts', hidden: true }, print, downloads.element);
  must('header').replaceChildren(createLanguage(words.language, change));
  must('footer').replaceChildren(createFooter(words));
  must('main').replaceChildren(acts, sentence, article);
  document.title = `${t('record.title')} – ${t('app.name')}`;
  cut = '';

  async function draw() {
    article.replaceChildren(...proseNodes(prose(await transcript(words))));
    acts.hidden = false;
    const title = article.querySelector('h1')?.textContent;
    if (title) document.title = `${title} – ${t('record.title')}`;
  }

  /** @param {string} wanted */
  function show(wanted) {
    cut = wanted;
    draw().catch(() => say(sentence, t('record.failed')));
  }

  try {
    await draw();
    const publishing = await publication(words, show);
    if (publishing) acts.after(publishing.element);
  } catch (error) {
    article.replaceChildren(h('h1', {}, t('record.title')));
    say(
      sentence,
      error instanceof TypeError || !(error instanceof Error) ? t('record.failed') : error.message,
    );
  }
}, ['record']);

/** @import { Context } from './types.d.ts' */
import { h, say } from '../ui/dom.js';
import { download } from '../ui/download.js';

const FORMATS = [['md', 'Markdown'], ['json', 'JSON']];

/**
 * Buttons that fetch the record, with a moderator's key or where it is published.
 *
 * @param {Pick<Context, 'words' | 'announcer'>} context
 * @param {() => { meeting: string | null, key: string | null, cut?: string }} record
 * @param {boolean} opens whether there is a link to the page with the record
 */
export function createDownloads({ words: { t }, announcer }, record, opens = false) {
  const sentence = h('p', { class: 'refusal', hidden: true });

  /** @param {string} ending */
  async function fetchIt(ending) {
    const { meeting, key, cut = '' } = record();
    say(sentence, null);
    try {
      if (!meeting) throw new Error('There is no record to ask for.');
      const address = `/api/meetings/${encodeURIComponent(meeting)}/transcript.${ending}${cut}`;
      await download(address, key, `${t('download.file')}-${meeting}.${ending}`);
    } catch {
      say(sentence, t('download.failed'));
      announcer.assertive(t('download.failed'));
    }
  }

  const buttons = FORMATS.map(([ending = '', name = '']) =>
    h(
      'button',
      { type: 'button', onclick: () => fetchIt(ending) },
      t('download.button', { format: name }),
    )
  );
  const look = h('a', { class: 'button', target: '_blank', rel: 'noopener' }, t('record.open'));
  // The key stands in the fragment, which no server ever sees; it is put there only for the act.
  look.addEventListener('click', () => {
    const { meeting, key } = record();
    look.href = `/record/${encodeURIComponent(meeting ?? '')}#key=${key ?? ''}`;
  });
  look.href = '/record/';
  const element = h(
    'div',
    { class: 'downloads' },
    h('div', { class: 'actions' }, ...(opens ? [look] : []), ...buttons),
    sentence,
  );
  return { element };
}

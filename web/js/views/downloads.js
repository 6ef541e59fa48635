/** @import { Context } from './types.d.ts' */
import { h, say } from '../ui/dom.js';
import { download } from '../ui/download.js';

const FORMATS = [['md', 'Markdown'], ['json', 'JSON']];

/**
 * Buttons that fetch the record with a moderator's key.
 *
 * @param {Pick<Context, 'words' | 'announcer'>} context
 * @param {() => { meeting: string | null, key: string | null }} record
 */
export function createDownloads({ words: { t }, announcer }, record) {
  const sentence = h('p', { class: 'refusal', hidden: true });

  /** @param {string} ending */
  async function fetchIt(ending) {
    const { meeting, key } = record();
    say(sentence, null);
    try {
      if (!meeting || !key) throw new Error('There is no record to ask for.');
      const address = `/api/meetings/${encodeURIComponent(meeting)}/transcript.${ending}`;
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
  const element = h(
    'div',
    { class: 'downloads' },
    h('div', { class: 'actions' }, ...buttons),
    sentence,
  );
  return { element };
}

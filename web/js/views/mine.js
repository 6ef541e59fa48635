/** @import { Announcer } from '../ui/announce.js' */
/** @import { Words } from '../ui/i18n.js' */
import { ask } from '../ui/dialog.js';
import { download } from '../ui/download.js';

/**
 * What the server holds of this person: to take along, or to be taken back.
 *
 * @param {{ words: Words, announcer: Announcer }} context
 * @param {{ meeting: string | null, token: string | null }} who the token goes into a header only
 */
export async function askForMine({ words, announcer }, { meeting, token }) {
  const { t } = words;
  const answer = await ask(words, {
    title: t('mine.title'),
    text: t('mine.text'),
    confirm: t('mine.download'),
    other: t('mine.delete'),
  });
  if (!answer) return;
  const address = `/api/meetings/${encodeURIComponent(meeting ?? '')}/mine`;
  try {
    if (!meeting || !token) throw new Error('Nobody is known here yet.');
    if (answer.value !== 'other') {
      return await download(address, token, `${t('mine.file')}-${meeting}.json`);
    }
    const sure = await ask(words, {
      title: t('mine.sure.title'),
      text: t('mine.sure.text'),
      confirm: t('mine.delete'),
      grave: true,
    });
    if (!sure) return;
    const { ok } = await fetch(address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: '{}',
    });
    if (!ok) throw new Error('The server did not take it.');
    announcer.polite('mine', t('mine.deleted'));
  } catch {
    announcer.assertive(t('mine.failed'));
    await ask(words, { title: t('mine.title'), text: t('mine.failed'), confirm: t('keys.close') });
  }
}

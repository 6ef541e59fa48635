/** @import { Store } from '../core/types.d.ts' */
/** @import { Context } from '../views/types.d.ts' */
import { createLater } from '../views/later.js';
import { loadPart } from './parts.js';

/** How long after the first part, in ms, what has come is kept for the time without a server. */
const KEPT_AFTER = 2_000;

/**
 * The agenda, polls, the speaking queue and the chat: they come once people can read and ask.
 *
 * @param {Context} context
 * @param {Parameters<typeof import('../views/chat.js').createChat>[1]} chatting
 * @param {Store} lasting
 */
export function createTalk(context, chatting, lasting) {
  /** @type {Promise<void> | null} what the three have in common */
  let loading = null;

  function common() {
    if (!loading) setTimeout(keep, KEPT_AFTER);
    return loading ??= loadPart(context.words, 'talk').catch((error) => {
      loading = null;
      throw error;
    });
  }

  return {
    agenda: createLater(context, async () => {
      const [{ createAgenda }] = await Promise.all([import('../views/agenda.js'), common()]);
      return createAgenda(context);
    }),
    announcement: createLater(context, async () => {
      const { createAnnouncement } = await import('../views/announcement.js');
      return createAnnouncement(context);
    }),
    guide: createLater(context, async () => {
      const [{ createGuide }] = await Promise.all([import('../views/guide.js'), common()]);
      return createGuide(context, lasting);
    }),
    polls: createLater(context, async () => {
      const [{ createPolls }] = await Promise.all([import('../views/polls.js'), common()]);
      return createPolls(context);
    }),
    queue: createLater(context, async () => {
      const [{ createQueue }] = await Promise.all([import('../views/queue.js'), common()]);
      return createQueue(context);
    }),
    chat: createLater(context, async () => {
      const [{ createChat }] = await Promise.all([import('../views/chat.js'), common()]);
      return createChat(context, chatting);
    }),
  };
}

async function keep() {
  // Without a network there is nothing to keep, and the browser would complain.
  if (!navigator.onLine) return;
  try {
    await (await import('./offline.js')).keepOffline();
  } catch {
    // The next visit tries again.
  }
}

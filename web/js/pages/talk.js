/** @import { Store } from '../core/types.d.ts' */
/** @import { Context } from '../views/types.d.ts' */
/** @import { listenForKeys } from './acts.js' */
import { h } from '../ui/dom.js';
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
    guide: createLater(context, async () => {
      const [{ createGuide }] = await Promise.all([import('../views/guide.js'), common()]);
      return createGuide(context, lasting);
    }),
    announcement: createLater(context, async () => {
      const { createAnnouncement } = await import('../views/announcement.js');
      return createAnnouncement(context);
    }),
    agenda: createLater(context, async () => {
      const [{ createAgenda }] = await Promise.all([import('../views/agenda.js'), common()]);
      return createAgenda(context);
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
    /**
     * The keys of the lists; they have nothing to draw.
     *
     * @param {Parameters<typeof listenForKeys>[1]} views
     * @param {Parameters<typeof listenForKeys>[2]} around
     */
    withKeys: (views, around) =>
      createLater(context, async () => {
        const { listenForKeys } = await import('./acts.js');
        const keys = await listenForKeys(context, views, around);
        views.frame.help(() => keys?.help());
        return { element: h('span'), update() {} };
      }),
  };
}

async function keep() {
  try {
    await (await import('./offline.js')).keepOffline();
  } catch {
    // The next visit tries again.
  }
}

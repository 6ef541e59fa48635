/** @import { Store } from '../core/types.d.ts' */
/** @import { Context } from '../views/types.d.ts' */
import { createLater } from '../views/later.js';
import { loadPart } from './parts.js';

/** How long after the first part, in ms, what has come is kept for the time without a server. */
const KEPT_AFTER = 2_000;
/** Phases in which there is time for the rounds that are over. */
const QUIET = ['planned', 'lobby', 'ended'];

/**
 * The agenda, polls, the speaking queue and the chat: they come once people can read and ask.
 *
 * @param {Context} context
 * @param {Parameters<typeof import('../views/past-rounds.js').createPastRounds>[1]} past
 * @param {Parameters<typeof import('../views/chat.js').createChat>[1]} chatting
 * @param {Store} lasting
 */
export function createTalk(context, past, chatting, lasting) {
  /** @type {Promise<void> | null} what the three have in common */
  let loading = null;

  function common() {
    if (!loading) setTimeout(keep, KEPT_AFTER);
    return loading ??= loadPart(context.words, 'talk').catch((error) => {
      loading = null;
      throw error;
    });
  }

  /**
   * @template {import('../views/types.d.ts').View} V
   * @template M
   * @param {() => Promise<M>} load its code
   * @param {(code: M) => V} create
   */
  const part = (load, create) =>
    createLater(context, async () => {
      const [code] = await Promise.all([load(), common()]);
      return create(code);
    });

  return {
    agenda: part(() => import('../views/agenda.js'), (code) => code.createAgenda(context)),
    announcement: createLater(context, async () => {
      const { createAnnouncement } = await import('../views/announcement.js');
      return createAnnouncement(context);
    }),
    guide: part(() => import('../views/guide.js'), (code) => code.createGuide(context, lasting)),
    past: createLater(
      context,
      async () => {
        const [{ createPastRounds }] = await Promise.all([
          import('../views/past-rounds.js'),
          loadPart(context.words, 'past'),
        ]);
        return createPastRounds(context, past);
      },
      ({ shown: { meeting } }) => meeting ? QUIET.includes(meeting.phase) : past.isOver(),
    ),
    polls: part(() => import('../views/polls.js'), (code) => code.createPolls(context)),
    queue: part(() => import('../views/queue.js'), (code) => code.createQueue(context)),
    chat: part(() => import('../views/chat.js'), (code) => code.createChat(context, chatting)),
  };
}

async function keep() {
  // Without a network there is nothing to keep, and the browser would complain.
  if (!navigator.onLine) return;
  try {
    await (await import('./offline.js')).keepOffline();
  } catch {
    // The page is the same without it; the next visit tries again.
  }
}

/** @import { Context } from '../views/types.d.ts' */
import { createLater } from '../views/later.js';
import { loadPart } from './parts.js';

/**
 * The agenda, polls, the speaking queue and the chat: they come once people can read and ask.
 *
 * @param {Context} context
 * @param {Parameters<typeof import('../views/chat.js').createChat>[1]} chatting
 */
export function createTalk(context, chatting) {
  /** @type {Promise<void> | null} what the three have in common */
  let loading = null;

  function common() {
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

/** What pages draw beside questions and polls. Only type checks read this file. */

import type { Agenda, Moderation, Stage } from './chairing.d.ts';
import type { Chat, Message } from './chat.d.ts';
import type { Queue } from './queue.d.ts';

/** A message as a page shows it: confirmed, or still under way. */
export interface ShownMessage extends Message {
  own: boolean;
  sending: boolean;
}

/** Everything beside questions and polls. */
export interface Talk {
  queue: Queue | null;
  chat: Chat | null;
  stage: Stage | null;
  agenda: Agenda | null;
  moderation: Moderation | null;
  messages: ShownMessage[];
  /** A hand is on its way up. */
  raising: boolean;
}

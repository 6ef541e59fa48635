/** What the modules say of the chat. Only type checks read this file. */

import type { Role, Thing } from './thing.d.ts';

export type Channel = 'room' | 'toModerators';

/** A message in the chat, or what is left of it. */
export interface Message extends Thing {
  kind: 'message';
  /** Counted in its channel: a hole is a message that can be asked for. */
  number: number;
  channel: Channel;
  state: 'shown' | 'deleted' | 'removed';
  posted: number;
  text?: string;
  edited?: number;
  participant?: number;
  author?: string;
  organisation?: string;
  role?: Role;
  question?: string;
  acknowledged?: boolean;
}

/** The rules of the chat, and what moderators have put up beside it. */
export interface Chat extends Thing {
  kind: 'chat';
  mode: 'open' | 'paused' | 'slow';
  /** The pause of slow mode. */
  seconds: number;
  /** Whether what is written now will be in the record. */
  kept: boolean;
  /** Messages to the room up to this number are let go. */
  cleared: number;
  links: { id: string; url: string; title: string }[];
  announcement?: { id: string; text: string; urgent: boolean; time: number; until: number };
}

export interface OwnMessage {
  id: string;
  state: Message['state'];
  posted: number;
  text?: string;
  edited?: number;
  question?: string;
  acknowledged: boolean;
}

/** What a page asks of the chat. */
export type ChatWish =
  | { does: 'postMessage'; text: string; to?: Channel }
  | { does: 'editMessage'; message: string; text: string }
  | { does: 'deleteMessage'; message: string }
  | { does: 'removeMessage'; message: string }
  | { does: 'clearChat' }
  | { does: 'setChat'; mode: Chat['mode']; seconds?: number; kept?: boolean }
  | { does: 'acknowledgeMessage'; message: string }
  | { does: 'questionFromMessage'; message: string; owner?: string; due?: string }
  | { does: 'pinLink'; url: string; title?: string }
  | { does: 'unpinLink'; link: string }
  | { does: 'announce'; text: string; urgent?: boolean; seconds?: number }
  | { does: 'endAnnouncement' };

/** What the modules talk about. Only type checks read this file; browsers never load it. */

import type { Channel, ChatWish, OwnMessage } from './chat.d.ts';

export type Role = 'participant' | 'moderator' | 'stage';
export type Phase = 'planned' | 'lobby' | 'live' | 'paused' | 'afterTalk' | 'ended';
export type QuestionState = 'open' | 'live' | 'answered' | 'declined' | 'pending' | 'followUp';

/** Anything a browser holds; arriving again, it replaces the one before. */
export interface Thing {
  kind: string;
  id: string;
  revision: number;
  gone?: boolean;
}

export interface Meeting extends Thing {
  kind: 'meeting';
  meeting: string;
  title: string;
  series: string;
  code: string;
  phase: Phase;
  questions: 'open' | 'paused' | 'closed';
}

export interface People extends Thing {
  kind: 'people';
  present: number;
  moderators: number;
}

export interface Question extends Thing {
  kind: 'question';
  number: number;
  text: string;
  state: QuestionState;
  reason?: string;
  author?: string;
  organisation?: string;
  support: number;
  asked: number;
}

export interface OwnQuestion {
  id: string;
  text: string;
  state: QuestionState;
  reason?: string;
  asked: number;
}

export interface Me extends Thing {
  kind: 'me';
  participant: number;
  name?: string;
  organisation?: string;
  supports: string[];
  questions: OwnQuestion[];
  /** The last ones to the moderators. */
  messages: OwnMessage[];
  /** Of the last ones to the room those that carry no name. */
  anonymousMessages?: string[];
}

export interface Since {
  epoch: string;
  revision: number;
}

/** What a page asks for; `protocol.js` knows how the wire spells it. */
export type Wish =
  | { does: 'setName'; name?: string; organisation?: string }
  | { does: 'askQuestion'; text: string }
  | { does: 'support'; question: string; support: boolean }
  | { does: 'withdrawQuestion'; question: string }
  | {
    does: 'moveQuestion';
    question: string;
    to: 'open' | 'live' | 'answered' | 'declined';
    reason?: string;
    seen: number;
  }
  | ChatWish
  | { does: 'setPhase'; phase: Phase }
  | { does: 'endMeeting' };

/** What is wrong with the server's disk. */
export type Storage = 'low' | 'full' | 'broken';

export interface Welcome {
  type: 'welcome';
  epoch: string;
  revision: number;
  heartbeat: number;
  now: number;
  role: Role;
  token?: string;
  full: boolean;
  things: Thing[];
  storage?: Storage;
}

export interface Rejected {
  type: 'rejected';
  ref: string;
  reason: string;
  wait?: number;
  thing?: Thing;
}

export interface Ack {
  type: 'ack';
  ref: string;
  revision: number;
  result?: Record<string, unknown>;
}

export type Frame =
  | Welcome
  | { type: 'things'; from: number; revision: number; things: Thing[] }
  | Ack
  | Rejected
  | { type: 'beat'; revision: number; digest: number; now: number; storage?: Storage }
  | { type: 'history'; channel: Channel; messages: Thing[]; more: boolean }
  | { type: 'error'; reason: string }
  | { type: 'unknown' };

/** What the server has confirmed. Replaced, never changed in place. */
export interface State {
  epoch: string | null;
  revision: number;
  role: Role | null;
  /** What has to be asked for to be in step again. */
  sync: null | 'changes' | 'everything';
  things: ReadonlyMap<string, Thing>;
}

/** A wish under way. */
export interface Pending {
  ref: string;
  wish: Wish;
  /** The name of the control that asked, so that an answer is shown next to it. */
  control: string;
  /** When it was wished, local clock. */
  at: number;
  /** Too old to be sent without asking. */
  held?: boolean;
  /** Acknowledged with this revision; kept until that has arrived. */
  acked?: number;
}

/** A question as a page shows it: confirmed, or still under way. */
export interface ShownQuestion {
  id: string;
  text: string;
  state: QuestionState;
  reason?: string;
  author?: string;
  organisation?: string;
  support: number;
  asked: number;
  revision: number;
  own: boolean;
  supported: boolean;
  /** Not confirmed yet. */
  sending: boolean;
  /** A moderator's own wish about it is under way: another one would be about an old state. */
  moving: boolean;
  /** Everybody's, or known to the asker alone. */
  shared: boolean;
}

export interface Refusal {
  reason: string;
  wait?: number;
}

/** What pages draw. */
export interface Shown {
  role: Role | null;
  meeting: Meeting | null;
  people: People | null;
  me: Me | null;
  questions: ShownQuestion[];
}

export type Connection = 'offline' | 'connecting' | 'live' | 'closed';

export interface Store {
  get(key: string): string | null;
  set(key: string, value: string): boolean;
  remove(key: string): void;
}

export interface Timers {
  after(milliseconds: number, act: () => void): unknown;
  cancel(timer: unknown): void;
  now(): number;
}

/** How the server is reached; `stream` is the way round. */
export type Way = 'socket' | 'stream';

/** The part of a WebSocket that is used. */
export interface Socket {
  onopen: ((event: unknown) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

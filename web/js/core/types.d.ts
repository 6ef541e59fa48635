/** What the modules talk about. Only type checks read this file; browsers never load it. */

import type { ChairWish, Names } from './chairing.d.ts';
import type { Channel, ChatWish, OwnMessage } from './chat.d.ts';
import type { OwnBallot, PollWish, ShownPoll } from './poll.d.ts';
import type { Lowered, QueueWish, Via } from './queue.d.ts';
import type { Talk } from './talk.d.ts';
import type { Role, Thing } from './thing.d.ts';

export type { Socket, Store, Timers, Way } from './means.d.ts';
export type { ShownMessage, Talk } from './talk.d.ts';
export type { Role, Thing } from './thing.d.ts';

export type Phase = 'planned' | 'lobby' | 'live' | 'paused' | 'afterTalk' | 'ended';
export type QuestionState = 'open' | 'live' | 'answered' | 'declined' | 'pending' | 'followUp';

export interface Meeting extends Thing {
  kind: 'meeting';
  meeting: string;
  title: string;
  series: string;
  code: string;
  phase: Phase;
  questions: 'open' | 'paused' | 'closed';
  /** Whether a moderator looks at each question first. */
  moderated: boolean;
  opens?: number;
  closes?: number;
  tags: string[];
  names: Names;
  /** Whether all inputs are off. */
  stopped: boolean;
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
  tag?: string;
  /** Whether a moderator has changed the words. */
  revised?: boolean;
  answer?: { text: string; time: number; by?: string };
  /** The numbers of what was merged into it. */
  merged?: number[];
  owner?: string;
  due?: string;
  /** How somebody without a browser was heard. */
  via?: Via;
  /** The earlier round that it is left over from, and its support there. */
  from?: string;
  supportThen?: number;
  forModerators?: { participant?: number; original?: string; mergedInto?: string };
}

export interface OwnQuestion {
  id: string;
  text: string;
  state: QuestionState;
  reason?: string;
  asked: number;
  original?: string;
  mergedInto?: string;
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
  muted?: boolean;
  /** Own entries in the speaking queue: waiting, put aside, or speaking. */
  hands?: string[];
  lowered?: Lowered;
  ballots?: OwnBallot[];
  /** Whether polls' timers do not hold for this person. */
  moreTime?: boolean;
}

export interface Since {
  epoch: string;
  revision: number;
}

/** What a page asks for; `protocol.js` knows how the wire spells it. */
export type Wish =
  | { does: 'setName'; name?: string; organisation?: string }
  | { does: 'askQuestion'; text: string; anonymous?: boolean; tag?: string }
  | { does: 'support'; question: string; support: boolean }
  | { does: 'withdrawQuestion'; question: string }
  | { does: 'editQuestion'; question: string; text: string }
  | {
    does: 'moveQuestion';
    question: string;
    to: 'open' | 'live' | 'answered' | 'declined' | 'followUp';
    reason?: string;
    owner?: string;
    due?: string;
    /** The question that was live until now is answered by this. */
    answered?: boolean;
    seen: number;
  }
  | ChairWish
  | ChatWish
  | QueueWish
  | PollWish
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
  number?: number;
  tag?: string;
  revised?: boolean;
  original?: string;
  answer?: { text: string; time: number; by?: string };
  merged?: number[];
  owner?: string;
  due?: string;
  mergedInto?: string;
  via?: Via;
  from?: string;
  supportThen?: number;
  forModerators?: Question['forModerators'];
}

export interface Refusal {
  reason: string;
  wait?: number;
}

/** What pages draw. */
export interface Shown extends Talk {
  role: Role | null;
  meeting: Meeting | null;
  people: People | null;
  me: Me | null;
  questions: ShownQuestion[];
  polls: ShownPoll[];
}

export type Connection = 'offline' | 'connecting' | 'live' | 'closed';

/** What the modules say of the speaking queue. Only type checks read this file. */

import type { Thing } from './thing.d.ts';

export type HandKind = 'pointOfOrder' | 'clarifying' | 'reply' | 'topic' | 'question';
export type Strategy =
  | 'inOrder'
  | 'firstTimeFirst'
  | 'fewestContributions'
  | 'leastTime'
  | 'byGroup';
export type Via = 'chat' | 'phone' | 'room';

/** Somebody on the list, or with the floor. */
export interface Entry {
  entry: string;
  kind: HandKind;
  name?: string;
  organisation?: string;
  via?: Via;
  note?: string;
  question?: string;
  requested: number;
  away?: boolean;
  /** This will be the first contribution. */
  first?: boolean;
  moved?: boolean;
  added?: boolean;
  forModerators?: { participant?: number; contributions: number; seconds: number; missed?: number };
}

export interface Turn {
  who: Entry;
  began: number;
  /** Milliseconds until `running`, or in all where the clock is paused. */
  spoken: number;
  running?: number;
  /** After how many seconds the speaker is reminded. */
  limit?: number;
}

export interface QueueRules {
  isOpen: boolean;
  closes?: number;
  strategy: Strategy;
  kinds: HandKind[];
  limits: Partial<Record<HandKind, number>>;
}

export interface Queue extends Thing {
  kind: 'queue';
  rules: QueueRules;
  waiting: Entry[];
  aside: Entry[];
  turn?: Turn;
  contributions: number;
  /** Seconds that a contribution takes, in the middle. */
  usual?: number;
}

/** The hand that was lowered last. */
export interface Lowered {
  entry: string;
  because: 'own' | 'moderators' | 'noShow' | 'sentAway' | 'replaced';
  time: number;
  restoreUntil?: number;
}

export type QueueWish =
  | { does: 'raiseHand'; kind?: HandKind; note?: string }
  | { does: 'askAloud'; question: string }
  | { does: 'changeHand'; entry: string; kind?: HandKind; note?: string }
  | { does: 'lowerHand'; entry?: string }
  | { does: 'restoreHand'; entry: string }
  | { does: 'notReady'; entry: string; place: number }
  | { does: 'yieldFloor' }
  | { does: 'setQueue'; rules: QueueRules; seen: number }
  | {
    does: 'addToQueue';
    participant?: number;
    name?: string;
    organisation?: string;
    via?: Via;
    kind?: HandKind;
    note?: string;
    again?: boolean;
  }
  | { does: 'removeFromQueue'; entry: string }
  | { does: 'moveInQueue'; entry: string; before?: string; seen: number }
  | { does: 'noShow'; entry: string; seen: number }
  | { does: 'callNext'; current?: string }
  | { does: 'giveFloor'; entry: string; current?: string }
  | { does: 'pauseTurn'; turn: string }
  | { does: 'resumeTurn'; turn: string }
  | { does: 'endTurn'; turn: string }
  | { does: 'takeBackTurn'; turn: string }
  | { does: 'extendTurn'; turn: string; to: number };

/** What the modules say of polls. Only type checks read this file. */

import type { Thing } from './thing.d.ts';

export type KindName =
  | 'single'
  | 'multiple'
  | 'yesNoAbstain'
  | 'scale'
  | 'openText'
  | 'words'
  | 'ranking'
  | 'topics'
  | 'number'
  | 'points'
  | 'quiz';

/** Which of them are there follows from the kind. */
export interface Rules {
  min?: number;
  max?: number;
  steps?: number;
  low?: string;
  high?: string;
  noAnswer?: boolean;
  moderated?: boolean;
  /** Of guesses, in units of the last decimal place, as `min`, `max` and `solution` are. */
  step?: number;
  decimals?: number;
  unit?: string;
  solution?: number;
  budget?: number;
}

export interface Option {
  id: string;
  text: string;
  correct?: boolean;
}

export type Secrecy = 'secret' | 'moderators' | 'named';
export type ResultsWhen = 'live' | 'afterOwnVote' | 'afterClose' | 'moderators';

/** What is asked, and by which rules. Whatever a wish leaves out is as usual. */
export interface Form {
  title: string;
  description?: string;
  kind: Partial<Record<KindName, Rules>>;
  options: Option[];
  secrecy: Secrecy;
  results: ResultsWhen;
  changeable: boolean;
  base: 'cast' | 'present' | 'withoutAbstentions';
  eligibility: 'everyone' | 'presentAtOpening';
  seconds?: number;
  item?: string;
}

/** Exactly one of these. */
export interface Ballot {
  choices?: string[];
  scale?: (number | null)[];
  texts?: string[];
  ranking?: string[];
  number?: number;
  points?: Record<string, number>;
}

export interface OwnBallot {
  poll: string;
  round: number;
  ballot: Ballot;
  counted?: number;
}

export interface Answer {
  text: string;
  count: number;
  hidden?: boolean;
  merged?: string[];
}

export interface Result {
  base: number;
  counts?: Record<string, number>;
  right?: number;
  statements?: { counts: number[]; noAnswer: number; mean?: number; median?: number }[];
  texts?: Answer[];
  more?: number;
  points?: Record<string, number>;
  firsts?: Record<string, number>;
  givers?: Record<string, number>;
  lowest?: number;
  highest?: number;
  mean?: number;
  quartiles?: number[];
  histogram?: { from: number; to: number; count: number }[];
}

export interface PastRound {
  round: number;
  published: boolean;
  since?: number;
  closed?: number;
  form?: Form;
  cast: number;
  present: number;
  result: Result;
}

export interface Poll extends Thing {
  kind: 'poll';
  number: number;
  form: Form;
  state: 'draft' | 'open' | 'closed' | 'published';
  round: number;
  since?: number;
  until?: number;
  closed?: number;
  edited?: boolean;
  before?: number;
  rounds: PastRound[];
}

export interface Voter {
  participant: number;
  name?: string;
  organisation?: string;
  ballot: Ballot;
}

export interface Tally extends Thing {
  kind: 'tally';
  round: number;
  cast: number;
  present: number;
  tooFew?: boolean;
  result?: Result;
  voters?: Voter[];
  moreVoters?: number;
}

/** A poll as a page shows it, with all that belongs to its present round. */
export interface ShownPoll extends Poll {
  tally: Tally | null;
  /** The own ballot as it is counted. */
  own: OwnBallot | null;
  /** An own ballot that is not counted yet. */
  sending: Ballot | null;
  /** A moderator's own wish about it is under way: another one would be about an old state. */
  steered: boolean;
  /** Whether this person may vote. */
  eligible: boolean;
  /** Which of its scenes the shared screen shows. */
  onStage: 'poll' | 'result' | null;
}

/** What a page asks of polls. */
export type PollWish =
  | { does: 'createPoll'; form: NewForm; open?: boolean; seconds?: number }
  | { does: 'editPoll'; poll: string; form: NewForm; seen: number }
  | { does: 'removePoll'; poll: string }
  | { does: 'openPoll'; poll: string; seen: number; seconds?: number }
  | { does: 'castBallot'; poll: string; round: number; ballot: Ballot; seen: number }
  | { does: 'extendPoll'; poll: string; until?: number }
  | { does: 'closePoll'; poll: string; publish: boolean; seen: number }
  | { does: 'publishPoll'; poll: string; round: number; seen: number }
  | { does: 'reopenPoll'; poll: string; seen: number; seconds?: number }
  | { does: 'newRound'; poll: string; seen: number }
  | { does: 'hideAnswer'; poll: string; answer: string; hidden: boolean }
  | { does: 'mergeAnswers'; poll: string; answers: string[]; into?: string };

/** A form as it is written: the server numbers the options. */
export type NewForm = Partial<Omit<Form, 'options'>> & {
  kind: Form['kind'];
  options?: { id?: string; text: string; correct?: boolean }[];
};

/** What the modules say of leading a round. Only type checks read this file. */

import type { Via } from './queue.d.ts';
import type { Thing } from './thing.d.ts';

export type Scene =
  | 'welcome'
  | 'agenda'
  | 'question'
  | 'poll'
  | 'result'
  | 'speaker'
  | 'pause'
  | 'thanks'
  | 'neutral';
export type Detail = 'numbers' | 'names' | 'counts';
export type Names = 'anonymous' | 'pseudonym' | 'optional' | 'required';

/** What everybody should look at now. */
export interface Stage extends Thing {
  kind: 'stage';
  scene: Scene;
  /** The question or the poll that it is about. */
  subject?: string;
  pinned: boolean;
  showsCode: boolean;
  hides: Detail[];
  pin?: { scene: Scene; subject?: string };
}

export interface AgendaItem {
  id: string;
  kind: 'welcome' | 'talk' | 'discussion' | 'poll' | 'break' | 'outlook' | 'other';
  title: string;
  speaker?: string;
  minutes?: number;
  /** Moderators alone: when it was meant to begin and did, and milliseconds that it took. */
  times?: { planned?: number; began?: number; ended?: number; spent: number };
}

export interface Agenda extends Thing {
  kind: 'agenda';
  items: AgendaItem[];
  current?: { item: string; since: number };
  start?: number;
  rehearsal?: boolean;
  drift?: number;
}

export interface Act {
  ref: string;
  act: string;
  by: number;
  name?: string;
  time: number;
  undoUntil?: number;
  undone: boolean;
}

/** What moderators alone see. */
export interface Moderation extends Thing {
  kind: 'moderation';
  staff: { participant: number; name?: string; attends?: string }[];
  muted: { participant: number; name?: string }[];
  /** For whom polls' timers do not hold. */
  withMoreTime: { participant: number; name?: string }[];
  acts: Act[];
}

export interface QuestionRules {
  mode: 'open' | 'paused' | 'closed';
  isModerated: boolean;
  opens?: number;
  closes?: number;
}

export type ChairWish =
  | { does: 'reviseQuestion'; question: string; text: string; seen: number }
  | { does: 'mergeQuestion'; question: string; into: string; seen: number }
  | { does: 'unmergeQuestion'; question: string }
  | { does: 'answerQuestion'; question: string; text: string; seen: number; confirmed?: boolean }
  | { does: 'tagQuestion'; question: string; tag?: string }
  | { does: 'setTags'; tags: string[] }
  | { does: 'handOn'; except: string[] }
  | { does: 'setQuestions'; rules: QuestionRules; release?: boolean }
  | { does: 'setNamePolicy'; policy: Names }
  | { does: 'muteParticipant'; participant: number; muted: boolean }
  | { does: 'removeParticipant'; participant: number }
  | { does: 'emergencyStop'; stopped: boolean }
  | { does: 'undo'; act: string }
  | { does: 'attend'; question?: string }
  | { does: 'grantTime'; participant: number; granted: boolean }
  | { does: 'askOnBehalf'; text: string; name?: string; via: Via }
  | {
    does: 'setStage';
    scene?: Scene | 'auto';
    subject?: string;
    showsCode?: boolean;
    hides?: Detail[];
  }
  | ({ does: 'setAgendaItem'; item?: string; seen?: number } & Omit<AgendaItem, 'id' | 'times'>)
  | { does: 'moveAgendaItem'; item: string; before?: string }
  | { does: 'removeAgendaItem'; item: string }
  | { does: 'startAgendaItem'; item?: string }
  | { does: 'schedule'; start?: number }
  | { does: 'rehearse'; on: boolean; confirmed?: boolean };

/** What every noun of a meeting has in common. Only type checks read this file. */

export type Role = 'participant' | 'moderator' | 'stage';

/** Anything a browser holds; arriving again, it replaces the one before. */
export interface Thing {
  kind: string;
  id: string;
  revision: number;
  gone?: boolean;
}

import type { Connection, Refusal, Shown, Store, Wish } from '../core/types.d.ts';
import type { Keymap } from '../core/keymap.js';
import type { Session } from '../core/session.js';
import type { Announcer } from '../ui/announce.js';
import type { Words } from '../ui/i18n.js';

/** What only moderators work with; those without a key do not have it. */
export type Chairing = typeof import('./chairing.js');

/** What a view is given when it is made. */
export interface Context {
  words: Words;
  announcer: Announcer;
  chairing: Chairing | null;
  /** Which key does what. */
  keys: Keymap;
  /** Half-typed text of this tab. */
  drafts: Store;
  /** The one way for wishes; `control` names what asked, so that an answer is shown there. */
  dispatch(wish: Wish, control: string): string;
  /** Takes a refusal's sentence away. */
  forget(control: string): void;
  /** What came to nothing goes back into its field, the oldest first, each one once. */
  takeBack: Session['takeBack'];
  /** Draws again at once. */
  redraw(): void;
}

/** What a view draws. */
export interface Model {
  shown: Shown;
  connection: Connection;
  /** Whether no WebSocket gets through, and the way round is taken. */
  isDetour: boolean;
  /** The server's clock. */
  now: number;
  refusal(control: string): Refusal | null;
  busy(control: string): boolean;
}

export interface View {
  element: HTMLElement;
  update(model: Model): void;
}

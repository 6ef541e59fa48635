/** What pages bring along: storage, time, a line. Only type checks read this file. */

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

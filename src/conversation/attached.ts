import type { Message } from './message.ts';

/** Why a file could not be fetched, in Dutch, with what to do. */
export interface NotFetched {
  reason: string;
}

/** Something that came with a message. A file is fetched only when somebody wants its bytes. */
export type Attached =
  | { kind: 'file'; name: string; fetch(): Promise<Uint8Array | NotFetched> }
  /** A picture that was pasted, or a link to a file that stands somewhere else. */
  | { kind: 'picture' | 'link' };

/** An answer that takes a while: what is said at once, and what comes in its place. */
export interface SlowAnswer {
  meanwhile: string;
  /** `tell` shows how far it is, in place of what was said before. Never rejects. */
  work(tell: (words: string) => Promise<void>): Promise<Message>;
}

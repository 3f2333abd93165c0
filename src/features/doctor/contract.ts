import type { NoticeAction } from '../../conversation/message.ts';

/** How urgent something is: nothing to do, to look at soon, to do now. */
export type Level = 'green' | 'amber' | 'red';

/** One thing about how Kompas is doing, in Dutch. It holds no name of anybody and nothing secret. */
export interface HealthLine {
  level: Level;
  /** What it is about, in a word or two. */
  about: string;
  text: string;
  /** What to do; left out where that is nothing. */
  todo?: string;
  /** What to do for who reads it in the chat, where that is something else: no command line is needed there. */
  inChat?: { todo: string; action?: NoticeAction };
}

/** What a part of Kompas looks at to say how it is doing. It may take its time, and reject: that becomes a line too. */
export interface HealthCheck {
  about: string;
  look(): Promise<readonly HealthLine[]>;
}

/** A line; without `todo` there is nothing to do. */
export const healthLine = (level: Level, about: string, text: string, todo?: string): HealthLine => ({
  level,
  about,
  text,
  ...(todo === undefined ? {} : { todo }),
});

/** What other features say of how they are doing. */
export interface DoctorNeeds {
  checks: readonly HealthCheck[];
}

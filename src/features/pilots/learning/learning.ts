import type { IbroRole } from '../../../people/person.ts';
import { type MethodStep, steps } from '../../../people/steps.ts';
import type { Channel, Member } from '../pilot/pilot.ts';

/** Where a learning point came up. */
export const sources = { retro: 'retro', terugblik: 'terugblik', typed: 'zelf opgeschreven' } as const;
export type LearningSource = keyof typeof sources;

/** What other teams read of a learning point: no text but this leaves the pilot team. */
export interface Practice {
  title: string;
  /** What made them begin; missing in what was shared before this was asked, as the figures and the link are. */
  reason?: string;
  why: string;
  /** How they work, or in which process. */
  process: string;
  result: string;
  /** What they counted. */
  figures?: string;
  /** A query, or a link that begins with https. */
  link?: string;
  /** Key of the team of who leads the pilot, when the pilot team wants to be named. */
  team?: string;
}

/**
 * Something that a pilot team learned. It has no author: a mistake is a learning point, about the lesson
 * (docs/method.md step 7). `day` is an ISO date.
 */
export interface Learning extends Partial<Practice> {
  id: string;
  /** Id of the pilot, or of the team as a place (`teamPlace`). */
  pilot: string;
  text: string;
  step: MethodStep;
  role?: IbroRole;
  registration?: string;
  source: LearningSource;
  day: string;
  /** `asked`: the team still has to say whether other teams may read it. */
  state: 'own' | 'asked' | 'shared';
  /** The number of the proposal to share it. A card of an earlier proposal can no longer say yes. */
  proposal?: number;
  /** The card in the channel on which the team was asked. */
  post?: { channel: Channel; id: string };
}

/** Who made which proposal to share a learning point. */
export interface Ask {
  directoryId: string;
  proposal: number;
}

/** Characters at most. */
export const longest = {
  text: 300,
  registration: 40,
  title: 120,
  reason: 300,
  why: 500,
  process: 300,
  result: 500,
  figures: 200,
  link: 300,
};

/** What other teams read of it, with the words above each, in the order in which it is told. */
export const practiceTexts = [
  ['reason', 'Aanleiding'],
  ['process', 'Werkwijze of proces'],
  ['why', 'Waarom het werkt'],
  ['result', 'Resultaat'],
  ['figures', 'Cijfers'],
  ['link', 'Zoekopdracht (query) of link'],
] as const;

/**
 * Whether somebody may say yes for the pilot team. Whoever asked never may. In a pilot with a channel every
 * other member may; in one without, another lead, or every other member when there is no other lead.
 */
export function mayAgree(
  me: string,
  asker: string | undefined,
  members: readonly Member[],
  hasChannel: boolean,
): boolean {
  return asker !== undefined && agreers(asker, members, hasChannel).includes(me);
}

/** Directory ids of those who may say yes to what `asker` proposes. */
export function agreers(asker: string, members: readonly Member[], hasChannel: boolean): string[] {
  const others = members.filter(({ directoryId }) => directoryId !== asker);
  const leads = others.filter(({ role }) => role === 'lead');
  return (hasChannel || leads.length === 0 ? others : leads).map(({ directoryId }) => directoryId);
}

/** The newest first, and those of the same day in a fixed order. */
export function newestFirst(list: readonly Learning[]): Learning[] {
  return list.toSorted((a, b) => b.day.localeCompare(a.day) || a.id.localeCompare(b.id));
}

/** What a step is about, within a sentence. */
export function stepWords(step: number): string {
  const title = steps.find((one) => one.step === step)?.title ?? '';
  return title.charAt(0).toLowerCase() + title.slice(1);
}

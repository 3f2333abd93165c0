import { Temporal } from 'temporal-polyfill';
import type { Weekday } from '../../../calendar/weekdays.ts';
import type { PilotResult } from './outcome.ts';

/** What a pilot tries (docs/method.md steps 3 and 7, and their light forms). */
export const kinds = {
  rolpilot: { title: 'Rolpilot', step: 3, tries: 'rollen en mandaten' },
  procespilot: { title: 'Procespilot', step: 7, tries: 'het hele proces, van begin tot eind' },
  proefweek: { title: 'Proefweek', step: 3, tries: 'een korte tijd volgens de nieuwe rollen werken' },
  'mini-pilot': { title: 'Mini-pilot', step: 7, tries: 'één mutatiestroom of één klein gebied' },
} as const;
export type PilotKind = keyof typeof kinds;

/** What can change in an iteration: one of these at a time (docs/method.md step 7, don'ts). */
export const aspects = {
  tooling: 'hulpmiddelen',
  scope: 'gebied of registratie',
  rollen: 'rollen',
  werkwijze: 'werkwijze',
} as const;
export type Aspect = keyof typeof aspects;

/** A measure of success: where it stood, where it should go, and what was measured since. */
export interface Criterion {
  name: string;
  start: number;
  target: number;
  unit: string;
  /** Oldest first. `round`: the number of the round in which it was measured; missing in the first. */
  measured: { day: string; value: number; round?: number }[];
}

/** A round of a pilot, in which one thing is tried: `day` is the ISO date on which it began. */
export interface Round {
  number: number;
  day: string;
  changed: Aspect[];
  /** What was changed precisely, for each thing of which that was written down. */
  precisely?: Partial<Record<Aspect, string>>;
}

/** A round that was ended, on a day (ISO date). */
export interface PastRound extends Round {
  until: string;
}

/** When a pilot stands up, local times in Europe/Amsterdam, and what it asks. */
export interface StandupRhythm {
  days: Weekday[];
  from: string;
  until: string;
  questions: [string, string, string];
}

/** What a stand-up asks unless a pilot chose its own questions. */
export const defaultQuestions: StandupRhythm['questions'] = [
  'Wat heb je gedaan?',
  'Wat ga je doen?',
  'Wat zit in de weg?',
];

/** A conversation in Teams in which a pilot posts. */
export interface Channel {
  serviceUrl: string;
  conversation: string;
  bot: string;
}

/** A pilot: dates are ISO dates in Europe/Amsterdam. */
export interface Pilot {
  id: string;
  name: string;
  kind: PilotKind;
  from: string;
  until: string;
  areas?: string;
  registrations?: string;
  goals?: string;
  criteria: Criterion[];
  /** Hours a week, for all together, that were freed from regular work; missing when not filled in. */
  hours?: number;
  support?: string;
  /**
   * On paper: portaal and regiekamer are walked through without the digital tools (docs/method.md step 7).
   */
  onPaper?: boolean;
  standup?: StandupRhythm;
  channel?: Channel;
  /** The round that it is in. */
  iteration: Round;
  /** The rounds before it, oldest first; those of before they were kept are missing. */
  pastRounds?: PastRound[];
  /** Somebody is closing it: from here on nobody evaluates it or takes that back. */
  closing?: true;
  /** The day on which it was closed, and what came out. */
  closedOn?: string;
  outcome?: PilotResult;
  /**
   * What members answered to the open question, without name, and the day from which these texts expire,
   * which is before the pilot does.
   */
  opinions?: string[];
  opinionsDay?: string;
}

/** Somebody in a pilot: directory id. */
export interface Member {
  directoryId: string;
  role: 'lead' | 'member';
}

export const LONGEST_NAME = 80;
export const LONGEST_TEXT = 500;
export const MOST_MEMBERS = 50;
export const MOST_CRITERIA = 5;

/** How far a criterion has come from its start to its target: 0 to 100, rounded; undefined without a measurement. */
export function progressOf({ start, target, measured }: Criterion): number | undefined {
  const last = measured.at(-1)?.value;
  if (last === undefined || start === target) return undefined;
  return Math.round(Math.min(1, Math.max(0, (last - start) / (target - start))) * 100);
}

/** How a pilot stands in time, in Dutch: how long until it begins, how many days are left, or since when it is over. */
export function timeLeft({ from, until, closedOn }: Pilot, today: string): string {
  const days = (a: string, b: string) =>
    Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'days' }).days;
  const counted = (count: number) => (count === 1 ? '1 dag' : `${count} dagen`);
  if (closedOn !== undefined) return 'afgesloten';
  if (today < from) return `begint over ${counted(days(today, from))}`;
  if (today > until) return `had ${counted(days(until, today))} geleden klaar moeten zijn`;
  return today === until ? 'laatste dag' : `nog ${counted(days(today, until))}`;
}

/** True from its first day up to its last, unless it was closed before. */
export function isRunning({ from, until, closedOn }: Pilot, day: string): boolean {
  return closedOn === undefined && from <= day && day <= until;
}

/** What is wrong with the dates of a pilot, in Dutch; undefined when nothing is. */
export function datesProblem(from: string, until: string, today: string): string | undefined {
  if (from === '' || until === '') return 'Kies een eerste en een laatste dag.';
  if (until < from) return 'De laatste dag ligt vóór de eerste.';
  if (until < today) return 'De laatste dag is al voorbij.';
  const years = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), {
    largestUnit: 'years',
  }).years;
  return years >= 1 ? 'Een pilot duurt hooguit een jaar. Klopt het jaartal?' : undefined;
}

/** The warning, in Dutch, when an iteration changes a second thing; undefined for the first, or the same again. */
export function secondChange(changed: readonly Aspect[], next: Aspect): string | undefined {
  const [first] = changed.filter((aspect) => aspect !== next);
  if (first === undefined) return undefined;
  return (
    `In deze ronde veranderde al iets: ${aspects[first]}. Verander je nu ook ${aspects[next]}, ` +
    'dan weet je straks niet wat hielp. De methode raadt aan: één ding per ronde.'
  );
}

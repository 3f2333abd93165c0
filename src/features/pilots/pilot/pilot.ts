import { Temporal } from 'temporal-polyfill';
import type { Weekday } from '../../../calendar/weekdays.ts';
import type { PilotResult } from './outcome.ts';

/** What a pilot tries (docs/method.md steps 3 and 7, and their light forms). */
export const kinds = {
  rolpilot: { title: 'Rolpilot', step: 3, tries: 'rollen en mandaten' },
  procespilot: { title: 'Procespilot', step: 7, tries: 'het hele proces, van begin tot eind' },
  proefweek: { title: 'Proefweek', step: 3, tries: 'een week werken in de nieuwe rollen' },
  'mini-pilot': { title: 'Mini-pilot', step: 7, tries: 'één stroom mutaties' },
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
  /**
   * Oldest first. `round`: the number of the round that it tells of; missing in the first. What was measured in a round before
   * anything was changed in it tells of the one before: 0 before the first.
   */
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
  'Waar loop je vast?',
];

/** A conversation in Teams in which a pilot posts. */
export interface Channel {
  serviceUrl: string;
  conversation: string;
  bot: string;
}

/** What a team has to know on its first day; its hours and who helps stand in its frame. */
export interface Kickoff {
  /** Which tools they work with. */
  tools: string;
  /** Whether those work for everybody. */
  works: keyof typeof toolsWork;
  /** Where to ask. */
  where: string;
}
export const toolsWork = {
  yes: 'ja, bij iedereen',
  partly: 'nog niet bij iedereen',
  unknown: 'nog niet geprobeerd',
} as const;

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
  /** The moment at which Kompas was found to be taken out of its channel, until who leads it heard that. */
  channelGone?: string;
  /**
   * How many were in it at most beside who leads it; known once the team was asked what it thinks, or somebody left, was taken out
   * or came to lead it.
   */
  largest?: number;
  /** The round that it is in. */
  iteration: Round;
  /** The rounds before it, oldest first; those of before they were kept are missing. */
  pastRounds?: PastRound[];
  /** Somebody is closing it: from here on nobody evaluates it or takes that back. */
  closing?: true;
  /** The last day of which who leads it was asked whether to go on or to close: it is asked once. */
  askedAbout?: string;
  /** Members who joined or left of whom somebody still has to hear; another text with each change of the crew. */
  unheard?: string;
  /** What the kick-off card tells the team. */
  kickoff?: Kickoff;
  /** Its message in the channel, to be brought up to date. */
  kickoffPost?: { channel: Channel; message: string };
  /** What the team was asked about the pilot: for scores, or to talk about it. */
  teamAsked?: 'scores' | 'talk';
  /**
   * The day on which it was closed, the instant from which that can be taken back for a day, and what came out. When it was taken
   * back, what came out stays for the next closing.
   */
  closedOn?: string;
  closedAt?: string;
  outcome?: PilotResult;
  /** True once nobody can take the closing back any more. */
  released?: true;
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
  /** Came when the team was asked already what it thinks, and takes no part in that. */
  late?: true;
}

export const LONGEST_NAME = 80;
export const LONGEST_TEXT = 500;
export const MOST_MEMBERS = 50;
export const MOST_CRITERIA = 5;

/** How a pilot stands in time, in Dutch: how long until it begins, how many days are left, or since when it is over. */
export function timeLeft({ from, until, closedOn }: Pilot, today: string): string {
  const days = (a: string, b: string) =>
    Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'days' }).days;
  const counted = (count: number) => (count === 1 ? '1 dag' : `${count} dagen`);
  if (closedOn !== undefined) return 'afgerond';
  if (today < from) return `begint over ${counted(days(today, from))}`;
  if (today > until) return `laatste dag was ${counted(days(until, today))} geleden`;
  return today === until ? 'laatste dag' : `nog ${counted(days(today, until))}`;
}

/** So long who leads a pilot can take back that it was closed. */
const REOPEN_HOURS = 24;

/** Whether the closing of a pilot can still be taken back. */
export function canReopen({ closedOn, closedAt, released }: Pilot, now: Temporal.Instant): boolean {
  if (closedOn === undefined || closedAt === undefined || released) return false;
  const until = Temporal.Instant.from(closedAt).add({ hours: REOPEN_HOURS });
  return Temporal.Instant.compare(now, until) < 0;
}

/** True from its first day up to its last, unless it was closed before. */
export function isRunning({ from, until, closedOn }: Pilot, day: string): boolean {
  return closedOn === undefined && from <= day && day <= until;
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

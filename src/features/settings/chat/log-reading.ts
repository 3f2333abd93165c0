import { Temporal } from 'temporal-polyfill';
import { dutchDay, dutchTime, timeOfDay, today } from '../../../calendar/clock.ts';
import { actorInLog } from '../../../people/actors.ts';
import type { Settings } from '../../../people/municipality.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import type { AuditEntry } from '../../../people/tables.ts';

/** So many days are shown when none are asked for, and at most: older lines are gone (trust:kept-no-longer). */
export const USUAL_DAYS = 30;
export const MOST_DAYS = 731;

/** So many lines are read for a card, and for a file: reading more would keep others waiting. */
export const MOST_LINES = 2_000;
export const MOST_LINES_OF_FILE = 20_000;

/** What a line can be about, by how its words begin; what fits none is under the last. */
const kinds = [
  {
    id: 'instellingen',
    title: 'Instellingen en teams',
    begins: ['instellingen', 'team in Teams', 'team toegevoegd', 'teamkanaal'],
  },
  {
    id: 'mensen',
    title: 'Mensen en rechten',
    begins: ['mensen', 'persoon', 'rechten', 'in het team', 'uit het team'],
  },
  { id: 'mandaten', title: 'Mandaten', begins: ['mandaat', 'mandaten'] },
  {
    id: 'pilots',
    title: 'Pilots, retro’s en leerpunten',
    begins: ['pilot', 'retro', 'leerpunt', 'praktijk'],
  },
  {
    id: 'team',
    title: 'Signalen, teampunten en kalender',
    begins: ['signa', 'teampunt', 'teambeeld', 'verandering'],
  },
] as const;
const REST = 'overig';
export const ALL_KINDS = 'alles';

/** The choices of the filter. */
export const kindChoices = [
  { value: ALL_KINDS, title: 'Alles' },
  ...kinds.map(({ id, title }) => ({ value: id as string, title: title as string })),
  { value: REST, title: 'Overig' },
];

const kindOf = (what: string): string =>
  kinds.find(({ begins }) => begins.some((begin) => what.startsWith(begin)))?.id ?? REST;

/** Which lines somebody wants to see: of a kind, and from one day up to and including another (ISO dates, '' for the usual). */
export interface LogFilter {
  kind: string;
  from: string;
  until: string;
}

/** The days of a filter, written out; or what is wrong with it in a Dutch sentence. */
export function daysOf(
  { from, until }: LogFilter,
  now: Temporal.Instant,
): { first: Temporal.PlainDate; last: Temporal.PlainDate } | { problem: string } {
  const day = today(now);
  try {
    const last = until ? Temporal.PlainDate.from(until) : day;
    const first = from ? Temporal.PlainDate.from(from) : last.subtract({ days: USUAL_DAYS - 1 });
    if (Temporal.PlainDate.compare(first, last) > 0)
      return { problem: 'De eerste dag is later dan de laatste dag.' };
    if (Temporal.PlainDate.compare(last, day) > 0)
      return { problem: 'De laatste dag is nog niet geweest. Kies vandaag of een eerdere dag.' };
    if (first.until(day).days > MOST_DAYS)
      return { problem: `Het logboek gaat ${MOST_DAYS} dagen terug. Kies een latere dag.` };
    return { first, last };
  } catch {
    return { problem: 'Kies een dag die bestaat.' };
  }
}

/** The lines that a filter lets through, in the order in which they come. */
export function filtered(lines: readonly AuditEntry[], { kind }: LogFilter): AuditEntry[] {
  return lines.filter(({ what }) => kind === ALL_KINDS || kindOf(what) === kind);
}

/** Says lines of the log in words, with the names that Kompas still knows. */
export function logWords(people: readonly Person[], { teams, ended }: Settings) {
  const teamNames = new Map([...teams, ...ended].map(({ key, name }) => [key, name]));
  const names = new Map(people.filter(isPresent).map(({ id, name }) => [id, name]));
  return {
    who: ({ who }: AuditEntry) => actorInLog(who, people),
    about: ({ about }: AuditEntry) => teamNames.get(about) ?? names.get(about) ?? about,
    at: ({ at }: AuditEntry) => {
      return `${dutchDay(at)} om ${dutchTime(timeOfDay(Temporal.Instant.from(at)))} uur`;
    },
  };
}

import { Temporal } from 'temporal-polyfill';
import { dutchDay } from '../../../calendar/clock.ts';
import { spoken } from '../../../language/spoken.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import { euros, uncapital } from '../vocabulary/wording.ts';

const SOON_DAYS = 30;

/** How an entry stands on a day, in a word and an icon, so that neither colour nor icon alone says it. */
export function statusOf({ from, until }: RegisterEntry, day: string): { icon: string; word: string } {
  if (day < from) return { icon: '🕓', word: `geldt vanaf ${dutchDay(from)}` };
  if (until !== undefined && until < day) return { icon: '⛔', word: `gold tot en met ${dutchDay(until)}` };
  const limit = Temporal.PlainDate.from(day).add({ days: SOON_DAYS }).toString();
  if (until !== undefined && until <= limit) return { icon: '⏳', word: `loopt af op ${dutchDay(until)}` };
  return { icon: '✅', word: 'geldig' };
}

const kindWords: Record<Understood['kind'], string> = {
  who: 'Wie',
  may: 'Mag iemand dit',
  deputy: 'Vervanging',
  which: 'Mandaten',
  escalation: 'Bij een geschil',
  accountable: 'Eindverantwoordelijk',
  limit: 'Hoogste bedrag',
  role: 'Rol',
  office: 'Functie',
  organisation: 'Organisatie',
};

function dayAsked({ date, expiring }: Understood, today: string): string {
  if (expiring) return `loopt af vóór ${dutchDay(date)}`;
  return date === today ? 'vandaag' : dutchDay(date);
}

/** How a question was understood, part by part: "Wie · valideren · BAG · Delfshaven · vandaag". */
export function understoodAs(asked: Understood, lookup: Lookup, today: string): string {
  const [area] = asked.areas;
  // What was not understood is left out: the card says that it is not known.
  const isPlaceKnown = asked.unknownArea === undefined;
  const isDayKnown = asked.impossibleDate === undefined && asked.vagueDate === undefined;
  const place =
    isPlaceKnown && asked.areas.length === 1 && area !== undefined ? lookup.placeName(area) : undefined;
  const needsActivity = asked.kind !== 'accountable' && asked.kind !== 'role';
  const parts = [
    asked.standsIn ? 'Voor wie vervanger' : asked.others ? 'Wie nog meer' : kindWords[asked.kind],
    asked.references?.length === 1 ? asked.references[0] : undefined,
    asked.people.length === 1 ? asked.people[0] : undefined,
    asked.kind === 'role' ? asked.role : undefined,
    needsActivity
      ? (asked.activities?.map(uncapital).join(' en ') ?? (asked.activity && uncapital(asked.activity)))
      : undefined,
    asked.registrations?.join(' en ') ?? asked.registration,
    asked.amount === undefined ? undefined : euros(asked.amount),
    place,
    asked.lone ? 'zonder vervanger' : undefined,
    asked.absent === undefined
      ? undefined
      : asked.kind === 'deputy'
        ? `van ${asked.absent}`
        : `als ${asked.absent} er niet is`,
    isDayKnown ? dayAsked(asked, today) : undefined,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Words as they are read aloud, where brackets say nothing. They may hold register text. */
export const aloud = (words: string): string =>
  words
    .replace(/ \(([^()]*)\) en (?=[^()]*\()/g, ' ($1), en ')
    .replace(/ \(([^()]*)\)/g, ' voor $1')
    .split(': ')
    .map(spoken)
    .join(': ');

/** "Noord (Waterlo)", to choose from; of an area that shares its name what tells it apart: "wijk Noord". */
export function areaTitle(code: string, lookup: Lookup): string {
  const area = lookup.area(code);
  const name = lookup.placeName(code);
  if (area?.parent === undefined || name !== area.name) return name;
  return `${name} (${lookup.placeName(area.parent)})`;
}

import type { Temporal } from 'temporal-polyfill';
import { dutchDay, dutchTime, timeOfDay, today } from '../../calendar/clock.ts';
import { inTens } from '../../lib/in-tens.ts';
import { type HealthLine, healthLine as line } from './contract.ts';

/** What is done with a row or message of our own. */
export type ProbeStep = 'write' | 'read' | 'remove';
/** How that went: well, not let in, no answer, or wrong at a step. */
export type Probed = { is: 'well' } | { is: 'refused' | 'unreachable' | 'wrong'; step: ProbeStep };

/** Up to so many things are "a few": no exact number, since with the number of people that may tell who skipped a week. */
const SOME = 6;
const MANY = 20;
const roughly = (count: number) =>
  count < SOME ? `minder dan ${SOME}` : count < MANY ? `${SOME} tot ${MANY}` : `${MANY} of meer`;

const steps: Record<ProbeStep, string> = { write: 'schrijven', read: 'lezen', remove: 'verwijderen' };

/** Whether Kompas can do what it has to in its tables or its queue. */
export function probeLines(about: string, probed: Probed): HealthLine[] {
  if (probed.is === 'well') return [line('green', about, 'Schrijven, lezen en verwijderen lukt.')];
  if (probed.is === 'refused')
    return [
      line(
        'red',
        about,
        `De opslag laat Kompas niet toe bij het ${steps[probed.step]}.`,
        'Wacht vijf minuten. Blijft het zo? Geef de identiteit de twee rollen op de opslag: lees docs/installeren.md. Gebruik je STORAGE_CONNECTION_STRING? Kijk dan de sleutel na.',
      ),
    ];
  if (probed.is === 'unreachable')
    return [
      line(
        'red',
        about,
        'De opslag antwoordt niet.',
        'Kijk de naam van het opslagaccount en het netwerk na.',
      ),
    ];
  return [
    line(
      'red',
      about,
      `Het ${steps[probed.step]} van een proefregel ging niet goed.`,
      'Doe dit nog eens. Blijft het zo? Kijk in Azure of er een storing is.',
    ),
  ];
}

/** Longer than a message may wait for its turn, and longer than any round stays open without somebody noticing. */
const SLOW_MINUTES = 60;
const STUCK_MINUTES = 24 * 60;

/** How many messages wait, since when the first of them that anybody may take, and how many were set aside. */
export function queueLines(
  { depth, oldest, setAside }: { depth: number; oldest: Temporal.Instant | undefined; setAside: number },
  now: Temporal.Instant,
): HealthLine[] {
  const about = 'Wachtrij';
  const told = inTens(depth);
  const minutes = oldest ? now.since(oldest).total('minutes') : 0;
  const waiting =
    minutes < SLOW_MINUTES
      ? line(
          'green',
          about,
          told === 0 ? 'Er wachten minder dan 10 berichten.' : `Er wachten ${told} berichten of meer.`,
        )
      : line(
          minutes < STUCK_MINUTES ? 'amber' : 'red',
          about,
          `Het oudste bericht wacht al ${minutes < 120 ? 'meer dan een uur' : `${Math.floor(minutes / 60)} uur`}.`,
          'Kijk of Kompas draait, en zoek in het log wat er misgaat.',
        );
  if (setAside === 0) return [waiting];
  return [
    waiting,
    line(
      'amber',
      about,
      `Er ${setAside === 1 ? 'is 1 bericht' : `zijn ${setAside} berichten`} weggelegd, omdat het steeds niet lukte.`,
      'Zoek de reden in het log. In docs/beheer.md staat hoe.',
    ),
  ];
}

/** Since when all that the clock does came to its end. */
export function tickLines(lastTick: Temporal.Instant, isBehind: boolean): HealthLine[] {
  const about = 'Klok van Kompas';
  const since = `${dutchDay(today(lastTick).toString())} om ${dutchTime(timeOfDay(lastTick))} uur`;
  return isBehind
    ? [
        line(
          'red',
          about,
          `Sinds ${since} is niet alles af wat de klok doet.`,
          'Zoek in het log wat er blijft hangen, en start die instantie opnieuw.',
        ),
      ]
    : [line('green', about, `De klok was voor het laatst helemaal klaar op ${since}.`)];
}

const failures: Record<string, { text: string; todo: string }> = {
  refused: {
    text: 'Teams weigerde ze',
    todo: 'Kijk in het beheercentrum van Teams of de app nog is toegestaan.',
  },
  'gave-up': { text: 'Teams antwoordde niet', todo: 'Het gaat de volgende werkdag vanzelf opnieuw.' },
  late: {
    text: 'het was te laat op de dag',
    todo: 'Het gaat de volgende werkdag vanzelf opnieuw. Gebeurt het vaker? Start meer instanties.',
  },
};

/** How the last day with a round went: what failed by its kind, and never how many messages arrived. */
export function roundLines(
  last: { day: string; failed: ReadonlyMap<string, number> } | undefined,
): HealthLine[] {
  const about = 'Laatste verzending';
  if (!last) return [line('green', about, 'De afgelopen week stuurde Kompas niets uit zichzelf.')];
  const failed = [...last.failed].flatMap(([result, count]) => {
    const words = failures[result];
    return words && count > 0 ? [{ ...words, count }] : [];
  });
  if (failed.length === 0)
    return [line('green', about, `Op ${dutchDay(last.day)} ging er geen bericht mis.`)];
  return failed.map(({ text, todo, count }) =>
    line(
      count < MANY ? 'amber' : 'red',
      about,
      `Op ${dutchDay(last.day)} kwamen berichten niet aan (${roughly(count)}): ${text}.`,
      todo,
    ),
  );
}

const UNEVEN_SECONDS = 30;
/** Bot Framework's tokens hold with a clock that is so far off, and not further. */
const WRONG_SECONDS = 300;

/** The clock of the machine beside that of the storage server. */
export function clockLines(here: Temporal.Instant, there: Temporal.Instant | undefined): HealthLine[] {
  const about = 'Tijd';
  if (!there)
    return [
      line(
        'amber',
        about,
        'De opslag zegt niet hoe laat het is.',
        'Kijk zelf of de klok van de machine goed staat.',
      ),
    ];
  const seconds = Math.abs(here.since(there).total('seconds'));
  if (seconds < UNEVEN_SECONDS)
    return [line('green', about, 'De klok van de machine loopt gelijk met die van de opslag.')];
  const off = seconds < 120 ? `${Math.round(seconds)} seconden` : `${Math.round(seconds / 60)} minuten`;
  return [
    line(
      seconds < WRONG_SECONDS ? 'amber' : 'red',
      about,
      `De klok van de machine wijkt ${off} af van die van de opslag.`,
      'Zet de klok van de machine gelijk.',
    ),
  ];
}

/**
 * What Kompas' own address answered: an HTTP status, or none when nothing answered. `isInside`: Kompas asked it of itself, which
 * some networks do not let through though others reach it.
 */
export function addressLines(status: number | undefined, isInside: boolean): HealthLine[] {
  const about = 'Adres van buiten';
  if (status === 200) return [line('green', about, 'Kompas is te bereiken op PUBLIC_URL.')];
  if (status === 503)
    return [
      line(
        'red',
        about,
        'Kompas antwoordt op PUBLIC_URL, maar kan niet werken.',
        'Kijk bij /healthz wat eraan scheelt: de opslag of de klok.',
      ),
    ];
  if (isInside)
    return [
      line(
        'amber',
        about,
        'Kompas bereikt zijn eigen adres (PUBLIC_URL) niet.',
        'Open het adres met /livez erachter in je browser. Lukt dat? Dan is alles goed.',
      ),
    ];
  return [
    line(
      'red',
      about,
      status === undefined
        ? 'Op PUBLIC_URL antwoordt niets.'
        : `Op PUBLIC_URL antwoordt iets anders dan Kompas (${status}).`,
      'Kijk of Kompas draait, en of het adres en het certificaat kloppen.',
    ),
  ];
}

/** Whether the list can be fetched by which the tokens of Teams are checked. */
export function openIdLines(isRead: boolean): HealthLine[] {
  const about = 'Sleutels van Teams';
  return isRead
    ? [line('green', about, 'De lijst waarmee Kompas Teams herkent, is te lezen.')]
    : [
        line(
          'red',
          about,
          'De lijst waarmee Kompas Teams herkent, is niet te lezen.',
          'Laat de machine login.botframework.com bereiken. Zonder die lijst weigert Kompas na vijf dagen elk bericht.',
        ),
      ];
}

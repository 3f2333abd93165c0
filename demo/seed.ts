import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { at, today } from '../src/calendar/clock.ts';
import { defaultSchedule } from '../src/calendar/schedule.ts';
import { mondayOf, periodOf, previousPeriods } from '../src/calendar/weeks.ts';
import { checkin } from '../src/features/checkin/index.ts';
import type { Score } from '../src/features/checkin/rules.ts';
import type { Opened } from '../src/features/compose.ts';
import { readRegister } from '../src/features/mandates/import/read-register.ts';
import { mandates } from '../src/features/mandates/index.ts';
import type { Services } from '../src/features/module.ts';
import { team } from '../src/features/team/index.ts';
import { makeSnapshots } from '../src/features/team/snapshot/making.ts';
import { readCsv } from '../src/files/csv.ts';
import { importPeople } from '../src/people/import.ts';
import { teamKey } from '../src/people/person.ts';
import { type Theme, themes } from '../src/people/themes.ts';
import { seedBuddy, seedGrowth } from './growth.ts';
import { demoDirectoryId, demoPeople, peopleFile } from './people.ts';
import { seedPilot } from './pilot.ts';
import { seedPlan } from './plan.ts';
import { seedRoles } from './roles.ts';

const PAST_PERIODS = 12;

/** A number from 0 up to 1 that is always the same for the same words: made-up, but repeatable. */
function chance(...words: string[]): number {
  return createHash('sha256').update(words.join('|')).digest().readUInt32BE(0) / 2 ** 32;
}

function madeUpScore(person: string, period: string, index: number): Score {
  // A dip in the middle and a slow climb after it, with everybody's own ups and downs.
  const trend = [3.8, 3.6, 3.6, 3.4, 3.2, 2.9, 2.6, 2.6, 2.9, 3.2, 3.4, 3.6][index] ?? 3;
  return Math.min(5, Math.max(1, Math.round(trend + (chance(person, period) - 0.5) * 2.4))) as Score;
}

function csv(name: 'mandaten' | 'gebieden') {
  const file = readCsv(readFileSync(new URL(`${name}.csv`, import.meta.url)));
  if ('problems' in file) throw new Error(`demo/${name}.csv is no CSV`);
  return file;
}

/**
 * Fills an empty installation with the demo: people, settings with consent, and twelve past periods of answers. Does
 * nothing when people are there, so that a second start goes on where the first ended. True when it filled.
 */
export async function seedDemo(services: Services, opened: Opened): Promise<boolean> {
  const { people, settings, silence, audit, now: clock } = services;
  const { store: answers } = opened(checkin);
  const { store: register, gaps } = opened(mandates);
  if ((await people.everybody()).length > 0) return false;
  const now = clock();
  const day = today(now);
  await settings.changeMunicipality((before) => ({
    ...before,
    name: 'Gemeente Voorbeeld',
    step: 3,
    consent: { date: '2026-09-01', reference: 'OR-2026-12 (demo)' },
    dpia: { date: '2026-09-01', reference: 'DPIA-2026-03 (demo)' },
    partners: [
      { label: 'Een coach: Hanna Kering', upn: 'hanna.kering@gemeente.example' },
      { label: 'Een collega van een ander team: Noud Kreek', upn: 'noud.kreek@gemeente.example' },
    ],
    counsellor: { name: 'Rosa Linde', contact: '010 000 00 00, rosa.linde@gemeente.example' },
    companyDoctor: { name: 'Arbodienst Voorbeeld', contact: '010 000 00 01' },
    socialWork: { name: 'Mo Kade', contact: '010 000 00 02' },
    procedure: 'https://www.gemeente.example/meldprocedure',
  }));

  const periods = previousPeriods(periodOf(day), PAST_PERIODS, 1);
  const names = Object.keys(themes) as Theme[];
  const writes = demoPeople()
    .filter(({ access }) => !access.includes('manager'))
    .flatMap(({ id, teamName }) =>
      periods.flatMap((period, index) => {
        // Seldom: in teams of six one who skips leaves nothing to show.
        if (chance(id, period, 'skips') < 0.02) return [];
        // Werkdruk more often than the rest, so that there is something to talk about.
        const drawn = Math.floor(chance(id, period, 'theme') * names.length * 2);
        const theme = names[drawn] ?? 'werkdruk';
        const answer = {
          score: madeUpScore(id, period, index),
          themes: chance(id, period, 'has') < 0.75 ? [theme] : [],
        };
        return [() => answers.change(teamKey(teamName), demoDirectoryId(id), period, () => answer)];
      }),
    );
  await Promise.all(writes.map((write) => write()));
  const read = readRegister(csv('mandaten'), csv('gebieden'));
  if ('problems' in read) throw new Error('the register of the demo does not import');
  await register.replace(
    await register.current(),
    read.register,
    now.toString({ smallestUnit: 'millisecond' }),
  );

  // What colleagues said of the register, for who keeps it to deal with.
  const yesterday = day.subtract({ days: 1 }).toString();
  await gaps.report({ activity: 'valideren', registration: 'BRO', area: '' }, yesterday);
  await gaps.reportWrong(
    'demo',
    {
      activity: 'valideren',
      registration: 'BAG',
      area: 'WK059905',
      ids: ['R17'],
      what: 'Bij dit mandaat staat geen vervanger, en dat is in de vakantie lastig.',
    },
    yesterday,
  );

  await lookBack(services, opened, periods);
  await Promise.all([
    seedPilot(opened, day),
    seedRoles(opened, day),
    seedGrowth(opened, day),
    seedPlan(opened, day),
  ]);

  // People last: where they are, all the rest is there too.
  const tools = { people, settings, silence, audit, now: () => now };
  const result = await importPeople(tools, readFileSync(peopleFile), { complete: false, who: 'demo' });
  if ('problems' in result) throw new Error('demo/mensen.csv does not import');
  // As their first message would do: else nobody could be named in the pilot, or asked for another. Whoever opens their page
  // comes back; until then nobody may open a chat for them, which fails in a Playground.
  for (const person of await people.everybody()) {
    await people.rebind(person, demoDirectoryId(person.id));
    await people.change(person.team, person.id, (now) => ({ ...now, reach: 'blocked' }));
  }
  await seedBuddy(opened, day);
  return true;
}

/**
 * One department with both teams of objects, and the pictures of the past weeks as they were made when each closed.
 * Before teams and people are there: the bot that runs meanwhile would make them without knowing anybody's account.
 */
async function lookBack(
  { settings, pseudonymise }: Services,
  opened: Opened,
  periods: readonly string[],
): Promise<void> {
  const people = demoPeople();
  const names = [...new Set(people.map(({ teamName }) => teamName))];
  const teams = names.map((name) => ({
    key: teamKey(name),
    name,
    schedule: defaultSchedule,
    ...(name.startsWith('Objecten') ? { department: 'Ruimte' } : {}),
  }));
  const { municipality } = await settings.read();
  const sources = { groups: opened(team).groups, pseudonymise, scored: opened(checkin).scored };
  const then = {
    settings: async () => ({ municipality, teams, ended: [] }),
    everybody: async () =>
      people.map((one) => ({
        ...one,
        team: teamKey(one.teamName),
        directoryId: demoDirectoryId(one.id),
        checkins: true,
        reach: 'open' as const,
        source: 'import' as const,
      })),
    once: (_name: object, work: () => Promise<void>) => work(),
  };
  for (const period of periods)
    await makeSnapshots(sources, { ...then, now: at(mondayOf(period).add({ days: 5 }), '12:00') });
  for (const one of teams) await settings.saveTeam(one);
}

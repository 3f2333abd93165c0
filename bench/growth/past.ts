import type { Temporal } from 'temporal-polyfill';
import { mondayOf, periodOf } from '../../src/calendar/weeks.ts';
import { occurrenceTable, outcomeTable } from '../../src/delivery/tables.ts';
import { answersTable, commentsTable, namedCommentsTable } from '../../src/features/checkin/tables.ts';
import type { MandateProposal } from '../../src/features/mandates/changes/proposal.ts';
import { proposalTable } from '../../src/features/mandates/changes/proposal-store.ts';
import { mandateStore } from '../../src/features/mandates/register/store.ts';
import { registerTable } from '../../src/features/mandates/register/tables.ts';
import { gapTable } from '../../src/features/mandates/review/gaps.ts';
import type { Services } from '../../src/features/module.ts';
import { pilotActionsTable } from '../../src/features/pilots/actions/tables.ts';
import { learningsTable } from '../../src/features/pilots/learning/tables.ts';
import type { Pilot } from '../../src/features/pilots/pilot/pilot.ts';
import { teamPlace } from '../../src/features/pilots/pilot/place.ts';
import { pilotMembersTable, pilotsTable } from '../../src/features/pilots/pilot/tables.ts';
import { placeOfVotes, retrosTable } from '../../src/features/pilots/retro/tables.ts';
import { standupsTable } from '../../src/features/pilots/standup/tables.ts';
import { groupsTable } from '../../src/features/team/groups/table.ts';
import { seenTipsTable } from '../../src/features/tips/tables.ts';
import { auditTable } from '../../src/people/tables.ts';
import { key } from '../../src/storage/index.ts';
import type { Pile } from './pile.ts';
import { type BenchTeam, CHANGED, KEEPER, MONDAY, registerIn } from './town.ts';

/** So many weeks a pilot lasts. */
const PILOT_WEEKS = 8;
/** What is done in a week: actions, learning points and lines of the log of a team; proposals and reports of the municipality. */
const [ACTIONS, LEARNINGS, LOGGED, PROPOSALS, REPORTS] = [3, 2, 10, 5, 2];
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

/** A week that is over, and whether what was written in it for so many days is still there. */
interface Week {
  back: number;
  monday: Temporal.PlainDate;
  period: string;
  isKept(days: number): boolean;
}

/** The week so many weeks before the one that goes on. */
function weekBack(back: number): Week {
  const period = periodOf(MONDAY.subtract({ weeks: back }));
  return { back, monday: mondayOf(period), period, isKept: (days) => back * 7 + 4 < days };
}

type Keys = Pick<Services, 'tenant' | 'pseudonymise'>;

/** What the check-in, its rounds and its tips left of a week. */
function checkinWeek(
  pile: Pile,
  { tenant, pseudonymise }: Keys,
  { key: team, accounts }: BenchTeam,
  week: Week,
) {
  const { monday, period, back, isKept } = week;
  const day = monday.toString();
  for (const [n, account] of accounts.entries()) {
    const answer = pseudonymise(team, account, 'answer');
    if (isKept(182)) {
      const value = {
        period,
        day,
        draftDay: isKept(84) ? day : undefined,
        score: (1 + ((n + back) % 5)) as 1,
      };
      pile.put(answersTable, key(tenant, team), key('w', period, answer), value);
      pile.put(answersTable, key(tenant, team), key('p', answer, period), value);
      const tips = key(tenant, pseudonymise('', account, 'tip'));
      pile.put(seenTipsTable, tips, key('t', `${back}`), {
        day,
        tip: `eerder-${back}`,
        shown: day,
        done: true,
      });
    }
    if (isKept(84) && n < 2) {
      const text = 'Het was een drukke week';
      if (n === 0) pile.put(namedCommentsTable, key(tenant, team), key(account, period), { day, text });
      else
        pile.put(commentsTable, key(tenant, team), key(pseudonymise(team, account, 'comment'), period), {
          day,
          text,
        });
    }
    if (isKept(30))
      for (const round of ['checkin-card', 'checkin-reminder', 'weekly-tip'])
        pile.put(
          outcomeTable,
          key(tenant, round, team, period),
          key('r', pseudonymise(team, account, 'round'), day),
          {
            day,
            result: 'sent',
          },
        );
  }
  if (isKept(30))
    pile.put(occurrenceTable, key(tenant, day), key('checkin-card', team, period), {
      state: 'queued',
      day,
      plannedAt: `${day}T09:00:00Z`,
      until: `${day}T17:00:00Z`,
      messages: 1,
    });
}

/** What a team saw and settled in a week: its picture, a signal with a name and a point, both done, and lines of the log. */
function teamWeek(
  pile: Pile,
  { tenant }: Keys,
  { key: team, accounts }: BenchTeam,
  { monday, period, back }: Week,
) {
  const day = monday.toString();
  const partition = key(tenant, 'team', team);
  const owner = accounts[(back - 1) % accounts.length] ?? '';
  const picture = { count: '10-19', average: 3, themes: [] };
  pile.put(groupsTable, partition, key('s', period), { day, picture, members: accounts.length } as {
    day: string;
  });
  pile.put(groupsTable, key(tenant, 'period', period), key('team', team), { day, picture });
  const signal = {
    source: 'raised',
    state: 'answered',
    day,
    moved: day,
    answered: day,
    acts: true,
    done: day,
    named: true,
    words: { text: 'De lijst met mutaties is te lang', told: 'De lijst is gesplitst' },
  };
  pile.put(groupsTable, partition, key('g', `S-${back}`), signal);
  pile.put(groupsTable, partition, key('b', owner, `S-${back}`), { day, source: 'raised' });
  const point = { kind: 'better', text: 'Bij twijfel eerst bellen', day, done: day };
  pile.put(groupsTable, partition, key('p', `${day}-1`), point);
  for (const id of [`S-${back}`, `${day}-1`]) pile.put(groupsTable, partition, key('o', owner, id), { day });
  const leads = accounts.at(-1) ?? '';
  for (const n of numbers(LOGGED)) {
    const at = `${day}T0${n}:00:00Z`;
    const entry = { who: leads, what: 'signaal behandeld', about: team, at, day };
    pile.put(auditTable, key(tenant, day.slice(0, 7)), key(leads, at, `${n}`), entry);
  }
}

/** What a team did in a week: actions that are done, what it learned, stand-ups and a retro, and now and then a pilot that is over. */
function workWeek(
  pile: Pile,
  { tenant, pseudonymise }: Keys,
  { key: team, accounts }: BenchTeam,
  week: Week,
) {
  const { monday, back, isKept } = week;
  const day = monday.toString();
  const done = (partition: string) => {
    for (const n of numbers(ACTIONS)) {
      const id = `${back}-${n}`;
      pile.put(pilotActionsTable, partition, key('a', id), {
        text: 'Bel het portaal',
        source: 'retro',
        day,
        doneOn: day,
      });
      pile.put(pilotActionsTable, partition, key('o', accounts[n] ?? '', id), { day, doneOn: day });
    }
  };
  done(key(tenant, teamPlace(team)));
  const pilot = `P-${team}-${back}`;
  if (back % PILOT_WEEKS === 1) {
    const iteration = { number: 1, day, changed: [] };
    const name = `Pilot ${back}`;
    const value: Omit<Pilot, 'id'> = {
      name,
      kind: 'rolpilot',
      from: day,
      until: day,
      criteria: [],
      iteration,
      closedOn: day,
    };
    pile.put(pilotsTable, key(tenant), key(pilot), value);
    for (const account of accounts)
      pile.put(pilotMembersTable, key(tenant, pilot), key(account), { role: 'member', closedOn: day });
    done(key(tenant, pilot));
  }
  for (const n of numbers(LEARNINGS)) {
    const learning = {
      pilot: teamPlace(team),
      text: 'Eerst bellen scheelt tijd',
      step: 8,
      source: 'retro',
      day,
      state: 'own',
    } as const;
    pile.put(learningsTable, key(tenant), key(`L-${team}-${back}-${n}`), learning);
  }
  if (!isKept(14)) return;
  const place = key(tenant, teamPlace(team));
  const board = `R-${back}`;
  pile.put(retrosTable, place, key('b', board), { day, phase: 'closed' as never });
  for (const account of accounts) {
    const written = { day, done: 'Lijst bijgewerkt', next: 'Mutaties', blocker: '' };
    pile.put(standupsTable, key(tenant, pilot, day), key(account), written);
    pile.put(retrosTable, place, key('n', account, board, '1'), { day });
    const voter = pseudonymise(placeOfVotes(teamPlace(team), board), account, 'vote');
    pile.put(retrosTable, place, key('v', voter, board), { day, points: ['1'] });
  }
}

/** What a team left of a week that is over, as far as it is still there. */
export function weekOfTeam(pile: Pile, keys: Keys, team: BenchTeam, back: number): void {
  const week = weekBack(back);
  checkinWeek(pile, keys, team, week);
  if (!week.isKept(731)) return;
  teamWeek(pile, keys, team, week);
  workWeek(pile, keys, team, week);
}

/** What everybody together left of a week: proposals that were decided on, and reports that were closed. */
export function weekOfAll(pile: Pile, { tenant }: Keys, back: number): void {
  const { monday, isKept } = weekBack(back);
  const day = monday.toString();
  const [entry] = registerIn(back).entries;
  if (!entry || !isKept(731)) return;
  for (const n of numbers(PROPOSALS)) {
    const id = `V-${back}-${n}`;
    const proposal: MandateProposal = {
      id,
      kind: 'change',
      entry,
      before: entry,
      by: KEEPER,
      at: `${day}T09:00:00Z`,
      state: 'registered',
      decidedDay: day,
    };
    pile.put(proposalTable, key(tenant), key(KEEPER, id), proposal);
  }
  if (!isKept(365)) return;
  for (const n of numbers(REPORTS)) {
    const wrong = { activity: 'valideren', registration: 'BAG', area: 'W1', count: 1, first: day, last: day };
    pile.put(gapTable, key(tenant), key('wrong', `${back}-${n}`), {
      ...wrong,
      what: 'Dit klopt niet',
      closed: day,
    });
  }
}

/** An hour of the night before this week, so many weeks back, as an ISO instant: all of one length, since they are compared as texts. */
const moment = (back: number) => `${MONDAY.subtract({ weeks: back })}T03:00:00.000Z`;

/**
 * Puts a register there of which so many versions were imported, one a week, and to which as many changes were registered since.
 * Everything that was known before is kept for good.
 */
export async function registerOfWeeks(
  { storage, tenant }: Pick<Services, 'storage' | 'tenant'>,
  weeks: number,
) {
  const store = mandateStore(storage, tenant);
  const past = numbers(weeks).flatMap((version) => {
    const [at, gone] = [moment(2 * weeks - version), moment(2 * weeks - version - 1)];
    // The two that the next version changes are known until then.
    return registerIn(version)
      .entries.filter((_, n) => n >= (version * CHANGED) % 50 && n < ((version * CHANGED) % 50) + CHANGED)
      .map((value) => ({ value, at, gone }));
  });
  const now = registerIn(weeks);
  const { pointer, lookup } = await store.current();
  const records = { entries: past, areas: [], tenures: [] };
  if (!(await store.replace({ lookup, pointer, records }, now, moment(weeks))))
    throw new Error('no register');
  const table = storage.table(registerTable);
  const stands = await table.get(key(tenant), key('pointer'));
  const version = stands?.value.version ?? '';
  for (const n of numbers(weeks)) {
    const entry = now.entries[n % now.entries.length];
    const row = key('change', version, `${n}`.padStart(8, '0'));
    await table.put(key(tenant), row, {
      entry: { ...entry, holder: `Houder na ${n}` },
      at: moment(weeks - n),
    });
  }
  await table.put(key(tenant), key('pointer'), { version, changes: weeks, at: moment(0) });
}

import { Temporal } from 'temporal-polyfill';
import { at, today } from '../../src/calendar/clock.ts';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import type { Message } from '../../src/conversation/message.ts';
import type { SendOutcome } from '../../src/conversation/send-outcome.ts';
import type { PlannerTools } from '../../src/delivery/planner.ts';
import { createRefusals } from '../../src/delivery/refusals.ts';
import type { Round } from '../../src/delivery/round.ts';
import { type WorkerTools, work } from '../../src/delivery/worker.ts';
import type { Team } from '../../src/people/municipality.ts';
import type { Person } from '../../src/people/person.ts';
import type { Storage } from '../../src/storage/index.ts';
import type { Core } from '../support/core.ts';
import { agreed, foundTown, type Town } from '../support/town.ts';

/** Monday 30 November 2026, 10:05 in Amsterdam: the window of week 49 has just opened. */
export const MONDAY = Temporal.Instant.from('2026-11-30T10:05:00+01:00');

/** The clock of a town, put at that Monday; it moves only when a test moves it. */
function handClock(clock: Town['clock']) {
  clock.now = MONDAY;
  return {
    now: () => clock.now,
    pass: (duration: Temporal.DurationLike) => {
      clock.now = clock.now.add(duration);
    },
    set: (next: Temporal.Instant) => {
      clock.now = next;
    },
  };
}

/** A team with the default rhythm: Mondays at 10:00. */
export function teamOf(name: string): Team {
  return { key: name, name, schedule: defaultSchedule };
}

/** So many reachable people in a team: `west-1`, `west-2` and on. */
export function peopleIn(team: string, count: number, serviceUrl = 'http://127.0.0.1:9'): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `${team}-${index + 1}`;
    return {
      id,
      name: `Mens ${id}`,
      upn: `${id}@gemeente.example`,
      team,
      directoryId: `d-${id}`,
      access: ['medewerker' as const],
      workdays: ['ma', 'di', 'wo', 'do', 'vr'] as Person['workdays'],
      checkins: true,
      reach: 'open' as const,
      source: 'import' as const,
      address: { serviceUrl, conversation: `c-${id}`, user: `29:${id}`, bot: '28:kompas' },
    };
  });
}

/** A round that is due from 10:00 to 18:00 for whoever can be reached and wants it; each test changes what it is about. */
export function testRound(changes: Partial<Round> = {}): Round {
  const round: Round = {
    name: 'news',
    discreet: false,
    outcomeKey: (person) => person.id,
    due: ({ team, now }) => {
      const day = today(now);
      const [from, until] = [at(day, '10:00'), at(day, '18:00')];
      const open =
        from.epochMilliseconds <= now.epochMilliseconds && now.epochMilliseconds < until.epochMilliseconds;
      return open
        ? { round: round.name, team: team.key, period: '2026-W49', day: day.toString(), until }
        : undefined;
    },
    recipients: (_context, members, had) =>
      members.filter(
        (person) => person.reach === 'open' && !person.removed && !had.has(round.outcomeKey(person)),
      ),
    prepare: async () => (person) =>
      person.reach !== 'open' || !person.checkins || person.removed
        ? { skip: 'not any more' }
        : { message: { text: `Nieuws voor ${person.id}` } },
    ...changes,
  };
  return round;
}

/** Everything delivery needs, on real storage, with a connector in memory that remembers whom it wrote to. */
export interface World {
  core: Core;
  storage: Storage;
  requests: { method: string; url: string }[];
  clock: ReturnType<typeof handClock>;
  /** Conversations written to, in order. */
  sent: string[];
  /** What the next sends come to, per conversation; an empty list means sent. */
  outcomes: Map<string, SendOutcome[]>;
  planner: PlannerTools;
  worker: WorkerTools;
  /** Takes messages and works on them until the queue gives nothing; gives how many there were. */
  drain(): Promise<number>;
}

/** Makes a world with the given teams and rounds; consent is recorded. */
export async function world(
  teams: readonly { name: string; people: number }[],
  rounds: readonly Round[],
): Promise<World> {
  const town = await foundTown();
  const { core, storage, requests } = town;
  const clock = handClock(town.clock);
  await core.settings.changeMunicipality((now) => ({ ...now, ...agreed }));
  for (const { name, people } of teams) {
    await core.settings.saveTeam(teamOf(name));
    await core.people.save(peopleIn(name, people));
  }
  const sent: string[] = [];
  const outcomes = new Map<string, SendOutcome[]>();
  const planner: PlannerTools = { ...core.planner, rounds };
  const worker: WorkerTools = {
    ...planner,
    markBlocked: async (person) => {
      await core.people.change(person.team, person.id, (now) => ({ ...now, reach: 'blocked' }));
    },
    unmarkBlocked: async (person) => {
      await core.people.change(person.team, person.id, (now) => ({ ...now, reach: 'open' }));
    },
    refusals: createRefusals({ now: clock.now, onPause: () => {} }),
    send: async ({ conversation }, _message: Message) => {
      const outcome = outcomes.get(conversation)?.shift() ?? { kind: 'sent' as const };
      if (outcome.kind === 'sent') sent.push(conversation);
      return outcome;
    },
    now: clock.now,
    random: () => 0,
    pause: async (ms) => clock.pass({ milliseconds: Math.ceil(ms) }),
  };
  requests.length = 0;
  return {
    core,
    storage,
    requests,
    clock,
    sent,
    outcomes,
    planner,
    worker,
    drain: async () => {
      for (let count = 0; ; count += 1) {
        const [message] = await core.store.queue.receive(1, 120);
        if (!message) return count;
        await work(worker, message, () => false);
      }
    },
  };
}

/** How often each thing stands in a list. */
export function tally(list: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(list, (one) => one)].map(([one, all]) => [one, all.length]));
}

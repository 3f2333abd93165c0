import { setTimeout as delay } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Message } from '../bot/turn.ts';
import type { Settings } from '../people/municipality.ts';
import type { Address, Person } from '../people/person.ts';
import type { Received } from '../storage/index.ts';
import { type Letter, opened, sealed } from './letter.ts';
import { decide, type SendOutcome } from './policy.ts';
import type { Prepared, Round } from './round.ts';
import type { DeliveryStore, Outcome } from './store.ts';

export interface WorkerTools {
  store: DeliveryStore;
  rounds: readonly Round[];
  readSettings(): Promise<Settings>;
  members(team: string): Promise<Person[]>;
  /** Remembers that the person blocked or removed the bot. */
  markBlocked(person: Person): Promise<void>;
  /** One attempt, within the rate limit for rounds. */
  send(address: Address, message: Message): Promise<SendOutcome>;
  now(): Temporal.Instant;
  random(): number;
  /** Told of each finished run of a message, without names. */
  onRun?(report: { round: string; results: Record<string, number>; left: number }): void;
  visibilitySeconds?: number;
}

/** Outcomes are written after this many sends: so many may be repeated after a kill. */
const SENDS_A_CHECKPOINT = 10;
/** A message is worked on for this part of its visibility time at most. */
const WORKING_PART = 0.8;
const DEFAULT_VISIBILITY_S = 120;
const HELD_RETRY_S = 15;

interface Attempted {
  person: Person;
  outcome?: Outcome;
  /** Set when this recipient is left for a later run. */
  laterMs?: number;
}

async function attempt(
  tools: WorkerTools,
  round: Round,
  person: Person,
  prepared: Prepared,
  run: number,
  deadline: Temporal.Instant,
): Promise<Attempted> {
  const recipient = round.outcomeKey(person);
  const settled: Attempted = { person, outcome: { recipient, result: 'sent' } };
  if (prepared === 'quiet') return settled;
  if ('skip' in prepared) return { person, outcome: { recipient, result: 'skipped', reason: prepared.skip } };
  if (!person.address) return { person, outcome: { recipient, result: 'skipped', reason: 'no address' } };
  for (let tries = 0; ; tries += 1) {
    const outcome = await tools.send(person.address, prepared.message);
    const decision = decide(outcome, tries, run, tools.random());
    if (decision.do === 'record') {
      if (round.discreet) return settled;
      if (decision.result === 'blocked') await tools.markBlocked(person);
      return { person, outcome: { recipient, result: decision.result, reason: decision.reason } };
    }
    const waitUntil = tools.now().add({ milliseconds: decision.ms });
    if (decision.do === 'later' || Temporal.Instant.compare(waitUntil, deadline) >= 0) {
      return round.discreet ? settled : { person, laterMs: decision.ms };
    }
    await delay(decision.ms);
  }
}

interface RunResult {
  left: string[];
  laterMs: number;
  results: Record<string, number>;
}

/** Sends to the recipients of a letter in groups; stops at the deadline or when told to. */
async function sendAll(
  tools: WorkerTools,
  round: Round,
  letter: Letter,
  people: readonly Person[],
  prepare: (person: Person) => Prepared,
  times: { deadline: Temporal.Instant; stopping: () => boolean },
): Promise<RunResult> {
  const results: Record<string, number> = {};
  const left: string[] = [];
  let laterMs = 0;
  for (let start = 0; start < people.length; start += SENDS_A_CHECKPOINT) {
    const group = people.slice(start, start + SENDS_A_CHECKPOINT);
    if (times.stopping() || Temporal.Instant.compare(tools.now(), times.deadline) >= 0) {
      left.push(...people.slice(start).map(({ id }) => id));
      break;
    }
    const attempts = await Promise.all(
      group.map((person) => attempt(tools, round, person, prepare(person), letter.run, times.deadline)),
    );
    left.push(...attempts.filter(({ outcome }) => !outcome).map(({ person }) => person.id));
    laterMs = Math.max(laterMs, ...attempts.map((one) => one.laterMs ?? 0));
    const outcomes = attempts.flatMap(({ outcome }) => (outcome ? [outcome] : []));
    for (const { result } of outcomes) results[result] = (results[result] ?? 0) + 1;
    const isLast = start + SENDS_A_CHECKPOINT >= people.length;
    await tools.store.record(letter, outcomes, isLast ? (left.length > 0 ? 'released' : 'done') : undefined);
    if (isLast) return { left, laterMs, results };
  }
  await tools.store.record(letter, [], left.length > 0 ? 'released' : 'done');
  return { left, laterMs, results };
}

/**
 * Works on one queue message: reads the team again, sends to those who may still get it, and removes the message or
 * gives the rest back. A throw leaves the message to come back by itself.
 */
export async function work(tools: WorkerTools, received: Received, stopping: () => boolean): Promise<void> {
  const { store } = tools;
  const visibility = tools.visibilitySeconds ?? DEFAULT_VISIBILITY_S;
  const started = tools.now();
  const letter = opened(received.body);
  const round = tools.rounds.find(({ name }) => name === letter?.occurrence.round);
  if (!letter || !round) {
    await store.queue.remove(received);
    return;
  }
  const claim = await store.claim(letter, started, Math.floor(visibility * 0.9));
  if (claim === 'done') {
    await store.queue.remove(received);
    return;
  }
  if (claim === 'held') {
    await store.queue.giveBack(received, received.body, HELD_RETRY_S);
    return;
  }
  const { occurrence } = letter;
  const [settings, members] = await Promise.all([tools.readSettings(), tools.members(occurrence.team)]);
  const byId = new Map(members.map((person) => [person.id, person]));
  // Whoever is no longer in the team gets nothing and leaves no outcome behind.
  const people = letter.recipients
    .flatMap((id) => byId.get(id) ?? [])
    .filter((person) => !claim.settled.has(round.outcomeKey(person)));
  const team = settings.teams.find(({ key }) => key === occurrence.team);
  if (!team || Temporal.Instant.compare(started, occurrence.until) >= 0) {
    const late = people.map((person) => ({ recipient: round.outcomeKey(person), result: 'late' as const }));
    await store.record(letter, late, 'done');
    await store.queue.remove(received);
    tools.onRun?.({ round: round.name, results: { late: late.length }, left: 0 });
    return;
  }
  const context = { team, municipality: settings.municipality, now: started };
  const prepare = await round.prepare(context, occurrence, members);
  const byTime = started.add({ milliseconds: visibility * WORKING_PART * 1_000 });
  const deadline = Temporal.Instant.compare(byTime, occurrence.until) < 0 ? byTime : occurrence.until;
  const { left, laterMs, results } = await sendAll(tools, round, letter, people, prepare, {
    deadline,
    stopping,
  });
  if (left.length === 0) await store.queue.remove(received);
  else {
    const run = laterMs > 0 ? letter.run + 1 : letter.run;
    await store.queue.giveBack(
      received,
      sealed({ ...letter, recipients: left, run }),
      Math.ceil(laterMs / 1_000),
    );
  }
  tools.onRun?.({ round: round.name, results, left: left.length });
}

import { setTimeout as delay } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Message } from '../conversation/message.ts';
import type { SendOutcome } from '../conversation/send-outcome.ts';
import { within } from '../lib/within.ts';
import { consentGiven, type Settings } from '../people/municipality.ts';
import type { Address, Person } from '../people/person.ts';
import type { Received } from '../storage/index.ts';
import { type AsideTools, giveBack, giveBackUnread, MOST_TRIES, setAside } from './aside.ts';
import { type EvenTools, evenly } from './evenly.ts';
import { BARRED_MS, decide } from './policy.ts';
import { momentOf, type QueueMessage, readMessage, writeMessage } from './queue-message.ts';
import type { Refusals } from './refusals.ts';
import type { Prepared, Round } from './round.ts';
import type { DeliveryStore, MessageClaim, RecipientResult } from './store.ts';

export interface WorkerTools extends AsideTools, EvenTools {
  store: DeliveryStore;
  rounds: readonly Round[];
  readSettings(): Promise<Settings>;
  members(team: string): Promise<Person[]>;
  /** Remembers that the person blocked or removed the bot. */
  markBlocked(person: Person): Promise<void>;
  /** Takes that back: it was not about them. */
  unmarkBlocked(person: Person): Promise<void>;
  refusals: Refusals;
  /** One attempt, within the rate limit for rounds. */
  send(address: Address, message: Message): Promise<SendOutcome>;
  now(): Temporal.Instant;
  random(): number;
  /** Told of each finished run of a message, without names. */
  onRun?(report: { round: string; results: Record<string, number>; left: number }): void;
  /** Told each time that a message has to wait, but for discreet rounds: it would tell that there was something to send. */
  onThrottled?(): void;
  visibilitySeconds?: number;
}

/** Outcomes are written after this many sends: so many may be repeated after a kill. */
const SENDS_A_CHECKPOINT = 10;
/** A message is worked on for this part of its visibility time at most. */
const WORKING_PART = 0.8;
/**
 * For this part of the visibility time nobody else may work on a copy of the message. It ends after the last
 * attempt, and before the message comes back.
 */
const CLAIMED_PART = 0.95;
const DEFAULT_VISIBILITY_S = 120;
const HELD_RETRY_S = 15;

interface Times {
  deadline: Temporal.Instant;
  stopping(): boolean;
}

interface Recipient {
  person: Person;
  /** The name under which the outcome is written. */
  recipient: string;
  prepared: Prepared;
}

interface Attempted {
  person: Person;
  outcome?: RecipientResult;
  /** Set when this recipient is left for a later run. */
  later?: { ms: number; failed: boolean };
  /** Nothing was sent, and that may not show. */
  quiet?: boolean;
}

/**
 * Makes the quiet ones of a group look like the others in it. As long as anybody is left for later, they stay
 * in the message too: a message that lists only failures would tell who was skipped. When nobody was reached,
 * they are recorded as not reached either.
 */
function hideQuiet(attempts: readonly Attempted[]): Attempted[] {
  const loud = attempts.filter(({ quiet }) => !quiet);
  if (loud.some(({ later }) => later))
    return attempts.map(({ quiet, ...one }) => (quiet ? { person: one.person } : one));
  const results = loud.flatMap(({ outcome }) => outcome ?? []);
  const gaveUp = results.find(({ result }) => result === 'gave-up');
  if (!gaveUp || results.some(({ result }) => result === 'sent')) return [...attempts];
  return attempts.map(({ quiet, person, outcome }) => ({
    person,
    outcome: quiet && outcome ? { ...gaveUp, recipient: outcome.recipient } : outcome,
  }));
}

async function attempt(
  tools: WorkerTools,
  { person, recipient, prepared }: Recipient,
  run: number,
  times: Times,
): Promise<Attempted> {
  const ended = (outcome: Omit<RecipientResult, 'recipient'>): Attempted => ({
    person,
    outcome: { recipient, ...outcome },
  });
  if (prepared === 'quiet') return { ...ended({ result: 'sent' }), quiet: true };
  if ('skip' in prepared) return ended({ result: 'skipped', reason: prepared.skip });
  if (!person.address) return ended({ result: 'skipped', reason: 'no address' });
  for (let tries = 0; ; tries += 1) {
    const outcome = tools.refusals.judge(person, await tools.send(person.address, prepared.message));
    if (outcome.kind === 'throttled') tools.onThrottled?.();
    const decision = decide(outcome, tries, run, tools.random());
    if (decision.do === 'record') return ended({ result: decision.result, reason: decision.reason });
    const waitUntil = tools.now().add({ milliseconds: decision.ms });
    const noTime = times.stopping() || Temporal.Instant.compare(waitUntil, times.deadline) >= 0;
    if (decision.do === 'later' || noTime) {
      return {
        person,
        later: { ms: decision.ms, failed: decision.do === 'later' && decision.failed },
      };
    }
    await (tools.pause ?? delay)(decision.ms);
  }
}

/** True for a refusal that proved to be everybody's. */
function isNotTheirs({ refusals }: WorkerTools, { outcome }: Attempted): boolean {
  return outcome?.result === 'blocked' && refusals.isEverybodys(outcome.reason ?? '');
}

/** Whoever cannot be reached for a reason that is not theirs is left for later with the others. */
function leftForLater({ person }: Attempted): Attempted {
  return { person, later: { ms: BARRED_MS, failed: false } };
}

interface RunResult {
  left: string[];
  laterMs: number;
  /** True when somebody is left because a send failed, not because of throttling or time. */
  failed: boolean;
  results: Record<string, number>;
}

/** Sends to the recipients of a message in groups; stops at the deadline or when told to. */
async function sendAll(
  tools: WorkerTools,
  queueMessage: QueueMessage,
  people: readonly Recipient[],
  times: Times,
): Promise<RunResult> {
  const run: RunResult = { left: [], laterMs: 0, failed: false, results: {} };
  for (let start = 0; start < people.length; start += SENDS_A_CHECKPOINT) {
    const paused = tools.refusals.pausedUntil();
    if (paused || times.stopping() || Temporal.Instant.compare(tools.now(), times.deadline) >= 0) {
      if (paused) run.laterMs = Math.max(run.laterMs, paused.since(tools.now()).total('milliseconds'));
      run.left.push(...people.slice(start).map(({ person }) => person.id));
      break;
    }
    const group = people.slice(start, start + SENDS_A_CHECKPOINT);
    const sent = await Promise.all(group.map((one) => attempt(tools, one, queueMessage.run, times)));
    const attempts = hideQuiet(sent.map((one) => (isNotTheirs(tools, one) ? leftForLater(one) : one)));
    run.left.push(...attempts.filter(({ outcome }) => !outcome).map(({ person }) => person.id));
    run.laterMs = Math.max(run.laterMs, ...attempts.map(({ later }) => later?.ms ?? 0));
    run.failed ||= attempts.some(({ later }) => later?.failed);
    const outcomes = attempts.flatMap(({ outcome }) => outcome ?? []);
    for (const { result } of outcomes) run.results[result] = (run.results[result] ?? 0) + 1;
    const isLast = start + SENDS_A_CHECKPOINT >= people.length;
    await tools.store.record(queueMessage, outcomes, isLast ? endOf(run) : undefined);
    // Marked after the checkpoint, so that nobody is written to twice because a mark fails.
    for (const one of attempts) {
      // Messages are worked on side by side: another one may have shown meanwhile that it is not about them.
      if (one.outcome?.result === 'blocked' && !isNotTheirs(tools, one)) await tools.markBlocked(one.person);
    }
    for (const person of tools.refusals.takeWronged()) await tools.unmarkBlocked(person);
    if (isLast) return run;
  }
  await tools.store.record(queueMessage, [], endOf(run));
  return run;
}

/**
 * Sends to the recipients of a message of a discreet round. Their outcomes stand already, and from here on
 * nothing is written: not what became of a send, no mark of a block, no end. So nothing that is stored tells
 * whether anything was sent; nor does the moment at which it ends.
 */
async function sendDiscreetly(
  tools: WorkerTools,
  queueMessage: QueueMessage,
  people: readonly Recipient[],
  times: Times,
): Promise<void> {
  await evenly(tools, times.deadline, async () => {
    const silent = { ...tools, onThrottled: undefined };
    await Promise.all(people.map((one) => attempt(silent, one, queueMessage.run, times)));
  });
}

function endOf({ left }: RunResult): 'done' | 'released' {
  return left.length > 0 ? 'released' : 'done';
}

/**
 * Works on one queue message: reads the team again, sends to those who may still get it, and removes the message or
 * gives the rest back. A throw leaves the message to come back by itself, until it was begun so often in vain that it
 * is set aside. What this version does not understand is given back.
 */
export async function work(tools: WorkerTools, received: Received, stopping: () => boolean): Promise<void> {
  const { store } = tools;
  const visibility = tools.visibilitySeconds ?? DEFAULT_VISIBILITY_S;
  const started = tools.now();
  const queueMessage = readMessage(received.body);
  const round = tools.rounds.find(({ name }) => name === queueMessage?.occurrence.round);
  if (!queueMessage || !round) return giveBackUnread(tools, received);
  const paused = tools.refusals.pausedUntil();
  if (paused && Temporal.Instant.compare(paused, queueMessage.occurrence.until) < 0) {
    await giveBack(tools, received, received.body, Math.ceil(paused.since(started).total('seconds')));
    return;
  }
  const held = Math.floor(visibility * CLAIMED_PART);
  const claim = await store.claim(queueMessage, started, held, round.discreet ? received.id : undefined);
  if (claim === 'done') {
    await store.queue.remove(received);
    return;
  }
  if (claim === 'held') {
    await giveBack(tools, received, received.body, HELD_RETRY_S);
    return;
  }
  if (claim.tries > MOST_TRIES) return setAside(tools, received, round, queueMessage, 'unfinished');
  const begun = { received, queueMessage, round, claim, started, visibility };
  try {
    await within(visibility * CLAIMED_PART * 1_000, workOn(tools, begun, stopping));
  } catch (error) {
    if (claim.tries < MOST_TRIES) throw error;
    await setAside(tools, received, round, queueMessage, 'failed', error);
  }
}

/** A message of a round that is known here, claimed. */
interface Begun {
  received: Received;
  queueMessage: QueueMessage;
  round: Round;
  claim: MessageClaim;
  started: Temporal.Instant;
  /** Seconds. */
  visibility: number;
}

async function workOn(
  tools: WorkerTools,
  { received, queueMessage, round, claim, started, visibility }: Begun,
  stopping: () => boolean,
): Promise<void> {
  const { store } = tools;
  const { occurrence } = queueMessage;
  const [settings, members] = await Promise.all([tools.readSettings(), tools.members(occurrence.team)]);
  const byId = new Map(members.map((person) => [person.id, person]));
  // Whoever is no longer in the team gets nothing and leaves no outcome behind.
  const everybody = queueMessage.recipients
    .flatMap((id) => byId.get(id) ?? [])
    .map((person) => ({ person, recipient: round.outcomeKey(person) }));
  const people = everybody.filter(({ recipient }) => !claim.settled.has(recipient));
  const team = settings.teams.find(({ key }) => key === occurrence.team);
  const isOver = Temporal.Instant.compare(started, occurrence.until) >= 0;
  // What was planned before consent was taken back is in the queue still (trust:consent-first).
  if (!team || isOver || !consentGiven(settings.municipality)) {
    const late = people.map(({ recipient }) => ({ recipient, result: 'late' as const }));
    await store.record(queueMessage, late, 'done');
    await store.queue.remove(received);
    tools.onRun?.({ round: round.name, results: { late: late.length }, left: 0 });
    return;
  }
  const { teams, municipality } = settings;
  const context = { team, teams, municipality, now: momentOf(queueMessage, started) };
  const prepare = await round.prepare(context, occurrence, members);
  // All messages are prepared before the first send, so that a fault in a round does not come up halfway,
  // after sends that were not recorded.
  const prepared = (round.discreet ? everybody : people).map((one) => ({
    ...one,
    prepared: prepare(one.person),
  }));
  const byTime = started.add({ milliseconds: Math.round(visibility * WORKING_PART * 1_000) });
  const deadline = Temporal.Instant.compare(byTime, occurrence.until) < 0 ? byTime : occurrence.until;
  const times = { deadline, stopping };
  if (round.discreet) {
    // Whoever prepared so long that the message is not ours any more sends nothing: it comes back.
    if (Temporal.Instant.compare(tools.now(), deadline) >= 0) return;
    // Everything that is written is written here, the same for everybody and at a moment that no send can
    // move. After a crash nobody knows who was reached, so the message then goes to all of them again.
    const outcomes = everybody.map(({ recipient }) => ({ recipient, result: 'sent' as const }));
    await store.record(queueMessage, outcomes);
    tools.onRun?.({ round: round.name, results: { sent: outcomes.length }, left: 0 });
    await sendDiscreetly(tools, queueMessage, prepared, times);
    await store.queue.remove(received);
    return;
  }
  const { left, laterMs, failed, results } = await sendAll(tools, queueMessage, prepared, times);
  if (left.length === 0) await store.queue.remove(received);
  else {
    const run = failed ? queueMessage.run + 1 : queueMessage.run;
    const rest = writeMessage({ ...queueMessage, recipients: left, run });
    await giveBack(tools, received, rest, Math.ceil(laterMs / 1_000));
  }
  tools.onRun?.({ round: round.name, results, left: left.length });
}

import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import { lazily } from '../lib/lazily.ts';
import { consentGiven, type Settings, type Team } from '../people/municipality.ts';
import type { Person } from '../people/person.ts';
import { RECIPIENTS_A_MESSAGE } from './queue-message.ts';
import type { Occurrence, Round, RoundContext } from './round.ts';
import { type DeliveryStore, isStale, occurrenceKey } from './store.ts';

export interface PlannerTools {
  store: DeliveryStore;
  rounds: readonly Round[];
  readSettings(): Promise<Settings>;
  members(team: string): Promise<Person[]>;
  /** Everybody, those who left included: asked for what people chose themselves, which in most teams nobody did. */
  everybody(): Promise<Person[]>;
  /** Told as soon as the first message of an occurrence is in the queue. */
  onQueued?(): void;
}

/** Teams that are planned side by side: a few, since sending has started by then and needs storage too. */
const TEAMS_AT_ONCE = 3;

/** Messages for latecomers are numbered apart from those of the round itself. */
const LATECOMER = 1_000_000;

/**
 * A number that follows from the person: two people who come at the same moment each get their message, and
 * an event that is told twice gives one.
 */
function latecomerNumber(personId: string): number {
  return LATECOMER + createHash('sha256').update(personId).digest().readUIntBE(0, 6);
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  );
}

async function enqueue(
  { store, onQueued }: Pick<PlannerTools, 'store' | 'onQueued'>,
  occurrence: Occurrence,
  recipients: string[][],
  plannedAt: string,
) {
  const planned = Temporal.Instant.from(plannedAt);
  for (const [n, ids] of recipients.entries()) {
    await store.enqueue({ occurrence, n, recipients: ids, run: 0, planned });
    if (n === 0) onQueued?.();
  }
  await store.markQueued(occurrence, recipients.length, plannedAt);
}

/**
 * Plans one occurrence and puts its messages in the queue: first the row (unique insert), then the messages, then
 * the row's new state. Gives the number of recipients, or undefined when another instance had it first.
 */
export async function planOccurrence(
  tools: Omit<PlannerTools, 'everybody'>,
  round: Round,
  occurrence: Occurrence,
  context: RoundContext,
): Promise<number | undefined> {
  const [members, had] = await Promise.all([tools.members(occurrence.team), tools.store.sentIn(occurrence)]);
  const ids = round.recipients(context, members, had, occurrence.at).map(({ id }) => id);
  if (occurrence.at !== undefined && ids.length === 0) {
    tools.store.markPlanned(occurrence);
    return undefined;
  }
  const recipients = chunked(ids, RECIPIENTS_A_MESSAGE);
  if (!(await tools.store.plan(occurrence, recipients, context.now))) return undefined;
  if (recipients.length > 0) await enqueue(tools, occurrence, recipients, context.now.toString());
  return ids.length;
}

/** What of a round is due now: at its own time, and at the times that people chose. */
function dueOf(round: Round, context: RoundContext): Occurrence[] {
  const occurrence = round.due(context);
  return [...(occurrence ? [occurrence] : []), ...(round.dueAtOwnTimes?.(context) ?? [])];
}

/** What is read once a tick, and only where it is needed. */
interface TickReads {
  known(): ReturnType<DeliveryStore['occurrencesOf']>;
  /** Everybody, by the key of their team. */
  byTeam(): Promise<ReadonlyMap<string, readonly Person[]>>;
}

/** Whether nobody in the team chose this time. */
async function isChosenByNobody(
  round: Round,
  { team, at }: Occurrence,
  context: RoundContext,
  { byTeam }: TickReads,
): Promise<boolean> {
  if (at === undefined) return false;
  const members = (await byTeam()).get(team) ?? [];
  return round.recipients(context, [...members], new Set(), at).length === 0;
}

/** Plans one occurrence that is due when it is new, or finishes what a crash left. */
async function planOne(
  tools: PlannerTools,
  round: Round,
  occurrence: Occurrence,
  context: RoundContext,
  reads: TickReads,
): Promise<Occurrence | undefined> {
  const { known } = reads;
  if (tools.store.isPlanned(occurrence)) return undefined;
  if (await isChosenByNobody(round, occurrence, context, reads)) {
    tools.store.markPlanned(occurrence);
    return undefined;
  }
  const row = (await known()).get(occurrenceKey(occurrence));
  if (!row) {
    return (await planOccurrence(tools, round, occurrence, context)) === undefined ? undefined : occurrence;
  }
  if (row.value.state === 'queued') tools.store.markPlanned(occurrence);
  if (!isStale(row.value, context.now)) return undefined;
  await enqueue(tools, occurrence, row.value.recipients ?? [], row.value.plannedAt);
  return occurrence;
}

/**
 * One tick of the clock: plans what is due and queues again what a crash left between `planned` and `queued`.
 * Any number of instances may run it at once. Nothing happens before consent and DPIA are recorded
 * (trust:consent-first). Gives what was put in the queue.
 */
export async function planDue(tools: PlannerTools, now: Temporal.Instant): Promise<Occurrence[]> {
  const { municipality, teams } = await tools.readSettings();
  if (!consentGiven(municipality)) return [];
  const reads: TickReads = {
    known: lazily(() => tools.store.occurrencesOf(today(now).toString())),
    byTeam: lazily(async () => Map.groupBy(await tools.everybody(), ({ team }) => team)),
  };
  const queued: Occurrence[] = [];
  const faults: unknown[] = [];
  const planTeam = async (team: Team): Promise<void> => {
    // Read once for all rounds of this team, and only if one of them is due.
    let members: Promise<Person[]> | undefined;
    const ofTeam: PlannerTools = {
      ...tools,
      members: (key) => {
        members ??= tools.members(key);
        return members;
      },
    };
    for (const round of tools.rounds) {
      const context = { team, teams, municipality, now };
      try {
        for (const due of dueOf(round, context)) {
          const occurrence = await planOne(ofTeam, round, due, context, reads);
          if (occurrence) queued.push(occurrence);
        }
      } catch (error) {
        // One team with a fault in it may not keep the others from their round.
        faults.push(error);
      }
    }
  };
  for (const some of chunked(teams, TEAMS_AT_ONCE)) await Promise.all(some.map(planTeam));
  if (faults.length > 0) throw faults[0];
  return queued;
}

/**
 * Sends somebody who came while an occurrence was already out what they would have got from it. Called when
 * the app is installed during a window. Gives the number of messages queued.
 */
export async function catchUp(tools: PlannerTools, person: Person, now: Temporal.Instant): Promise<number> {
  const { municipality, teams } = await tools.readSettings();
  const team = teams.find(({ key }) => key === person.team);
  if (!team || !consentGiven(municipality)) return 0;
  const context = { team, teams, municipality, now };
  const known = await tools.store.occurrencesOf(today(now).toString());
  let queued = 0;
  for (const round of tools.rounds) {
    for (const occurrence of round.discreet ? [] : dueOf(round, context)) {
      // What is not planned yet needs nothing here: the round itself will include this person.
      if (!known.has(occurrenceKey(occurrence))) continue;
      const had = await tools.store.sentIn(occurrence);
      const [recipient] = round.recipients(context, [person], had, occurrence.at);
      if (!recipient) continue;
      await tools.store.enqueue({
        occurrence,
        n: latecomerNumber(recipient.id),
        recipients: [recipient.id],
        run: 0,
        planned: now,
      });
      queued += 1;
    }
  }
  return queued;
}

import { Temporal } from 'temporal-polyfill';
import type { Messenger } from '../conversation/messenger.ts';
import type { Posted, SendOutcome } from '../conversation/send-outcome.ts';
import type { Person } from '../people/person.ts';

/** So long rounds wait when nobody can be reached, and so long a refusal is remembered. */
const PAUSE_SECONDS = 3_600;
/**
 * So many people may be refused for one reason. When there are more, and more than one in ten of those who were written to,
 * the reason is not theirs: not all of them blocked the bot within an hour.
 */
const HANDFUL = 5;
const PART = 10;

/** What refusals mean for the people they are about and for the rounds. Remembered by each process for an hour. */
export interface Refusals {
  /** An outcome as it is to be taken: a refusal that many people get for one reason is about nobody in particular. */
  judge(person: Person, outcome: SendOutcome): SendOutcome;
  /** The same messenger, that asks nothing of Teams while rounds wait, and makes them wait when Teams bars everybody. */
  heeded(messenger: Messenger): Messenger;
  /** Until when no round goes out; undefined when they may. */
  pausedUntil(): Temporal.Instant | undefined;
  /** True when this reason proved to be everybody's within the last hour: nobody is marked for it. */
  isEverybodys(reason: string): boolean;
  /** People whose refusal was taken for their own before it proved to be everybody's, each given once. */
  takeWronged(): Person[];
}

export interface RefusalsTools {
  now(): Temporal.Instant;
  /** Told once each time that rounds begin to wait. */
  onPause(reason: string): void;
}

interface Seen {
  since: Temporal.Instant;
  reached: number;
  /** Who was refused, by the reason. */
  refused: Map<string, Map<string, Person>>;
  /** The reasons that proved to be nobody's in particular. */
  wide: Set<string>;
}

/** Gives what one process remembers of refusals. */
export function createRefusals({ now, onPause }: RefusalsTools): Refusals {
  const nothingSeen = (): Seen => ({ since: now(), reached: 0, refused: new Map(), wide: new Set() });
  let seen = nothingSeen();
  let until: Temporal.Instant | undefined;
  let wronged: Person[] = [];

  function pause(reason: string): void {
    if (pausedUntil()) return;
    until = now().add({ seconds: PAUSE_SECONDS });
    onPause(reason);
  }

  function pausedUntil(): Temporal.Instant | undefined {
    return until && Temporal.Instant.compare(now(), until) < 0 ? until : undefined;
  }

  /** Counts somebody who is refused; true when the reason is everybody's, theirs included. */
  function provesWide(reason: string, person: Person): boolean {
    const people = seen.refused.get(reason) ?? new Map<string, Person>();
    people.set(person.id, person);
    seen.refused.set(reason, people);
    const all = [...seen.refused.values()].reduce((sum, { size }) => sum + size, seen.reached);
    if (people.size > HANDFUL && people.size * PART > all) seen.wide.add(reason);
    return seen.wide.has(reason);
  }

  async function unlessPaused<O extends SendOutcome | Posted>(call: () => Promise<O>) {
    if (pausedUntil()) return { kind: 'barred' as const, reason: 'paused', tenant: true };
    const outcome = await call();
    if (outcome.kind === 'barred' && outcome.tenant) pause(outcome.reason);
    return outcome;
  }

  return {
    pausedUntil,
    heeded: ({ send, post, rewrite }) => ({
      send: (...message) => unlessPaused(() => send(...message)),
      post: (...message) => unlessPaused(() => post(...message)),
      rewrite: (...message) => unlessPaused(() => rewrite(...message)),
    }),
    judge: (person, outcome) => {
      if (now().since(seen.since).total('seconds') >= PAUSE_SECONDS) seen = nothingSeen();
      if (outcome.kind === 'sent') seen.reached += 1;
      if (outcome.kind !== 'gone' && outcome.kind !== 'barred') return outcome;
      const { kind, reason } = outcome;
      const isWide = provesWide(reason, person) || (kind === 'barred' && outcome.tenant);
      if (!isWide) return outcome;
      pause(reason);
      if (kind === 'barred') return outcome;
      wronged.push(...(seen.refused.get(reason)?.values() ?? []));
      return { kind: 'barred', reason, tenant: true };
    },
    isEverybodys: (reason) => seen.wide.has(reason),
    takeWronged: () => {
      const taken = wronged;
      wronged = [];
      return [...new Map(taken.map((person) => [person.id, person])).values()];
    },
  };
}

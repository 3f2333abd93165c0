import { once } from 'node:events';
import { today } from '../../src/calendar/clock.ts';
import { isWorkday } from '../../src/calendar/holidays.ts';
import { readConfig } from '../../src/config.ts';
import { outcomeTable } from '../../src/delivery/tables.ts';
import { openKompasStorage } from '../../src/kompas.ts';
import { MONDAY, peopleIn, teamOf } from '../delivery/world.ts';
import { startConnector } from '../support/connector.ts';
import { createCore } from '../support/core.ts';
import { agreed } from '../support/town.ts';
import type { BotProcessOptions } from './bot-process.ts';
import { drawing, kill, startBot } from './processes.ts';

/** What is tried: rounds of cards, each a week after the one before, in which the bot is killed at drawn moments and started again. */
export interface KillRounds {
  rounds: number;
  /** Who gets each round. */
  people: number;
  /** The same seed draws the same moments; what the bot has in hand then is up to the machine. */
  seed: number;
  connectionString: string;
  prefix: string;
  /** Cards a second of the bot. */
  perSecond: number;
  /** Told after each round. */
  onRound?(done: KillFindings): void;
}

/** What came of it. */
export interface KillFindings {
  rounds: number;
  people: number;
  seed: number;
  kills: number;
  /** Who got no card of a round. */
  lost: number;
  /** Cards that somebody got once more. */
  doubled: number;
  /** So many cards were on their way, and written down nowhere, when the bot was killed: of these each may come twice. */
  inFlight: number;
}

const TEAM = 100;
const MOST_KILLS = 3;
/** What was left lying while it was planned is taken up after twelve seconds instead of two minutes. */
const SPEED = 10;
/** Who has no card by then is lost. */
const LONGEST_MS = 120_000;
/** A message may be in the hands of four senders, each of which writes down what it did after ten cards. */
const MOST_IN_HAND = 4 * 10;

/** What speaks against the findings, in words; none when all is well: nobody was left out, and at most what was in flight came twice. */
export function faultsIn({ lost, doubled, inFlight, kills }: KillFindings): string[] {
  return [
    ...(lost > 0 ? [`${lost} got no card`] : []),
    ...(doubled > inFlight ? [`${doubled} came twice, of ${inFlight} in flight`] : []),
    ...(inFlight > kills * MOST_IN_HAND ? [`${inFlight} in flight at ${kills} kills`] : []),
  ];
}

/**
 * Rounds of cards in which a bot in a process of its own is ended by SIGKILL one to three times, each after a drawn number of cards, and
 * started anew. Storage and the connector are real servers.
 */
export async function killRounds({ onRound, ...how }: KillRounds): Promise<KillFindings> {
  const { rounds, people, seed, connectionString, prefix, perSecond } = how;
  const draw = drawing(seed);
  const connector = await startConnector();
  let now = MONDAY;
  const storage = await openKompasStorage({ connectionString }, { prefix });
  const core = createCore(readConfig({ KOMPAS_LOCAL: 'true' }), storage, () => now);
  await core.settings.changeMunicipality((before) => ({ ...before, ...agreed }));
  for (let first = 0; first < people; first += TEAM) {
    await core.settings.saveTeam(teamOf(`team-${first}`));
    await core.people.save(peopleIn(`team-${first}`, Math.min(TEAM, people - first), connector.url));
  }
  const found: KillFindings = { rounds: 0, people, seed, kills: 0, lost: 0, doubled: 0, inFlight: 0 };

  async function oneRound(): Promise<void> {
    const before = connector.sent.length;
    const got = () => new Map(connector.sent.slice(before).map(({ conversation }) => [conversation, true]));
    const counted = () => connector.sent.length - before;
    const day = now.toString().slice(0, 10);
    const recorded = async () => {
      const rows = await storage.table(outcomeTable).range({ fieldIs: { field: 'day', value: day } });
      return rows.filter(({ row }) => row.startsWith('r|')).length;
    };
    const options: BotProcessOptions = {
      connectionString,
      prefix,
      instant: now.toString(),
      realMs: Date.now(),
      visibilitySeconds: 3,
      speed: SPEED,
      perSecond,
    };
    const kills = Array.from({ length: 1 + Math.floor(draw() * MOST_KILLS) }, () =>
      Math.floor(draw() * people),
    );
    let bot = await startBot(options);
    try {
      for (const cards of kills.sort((a, b) => a - b)) {
        bot.send('go');
        await connector.until(() => counted() >= cards);
        await kill(bot);
        // By the time the next one is there, what was on its way has arrived.
        bot = await startBot(options);
        found.kills += 1;
        found.inFlight += got().size - (await recorded());
      }
      bot.send('go');
      const isOver = once(AbortSignal.timeout(LONGEST_MS), 'abort');
      await Promise.race([connector.until(() => got().size === people), isOver]);
      for (let looks = 0; (await core.store.queue.depth()) > 0 && looks < 100; looks += 1)
        await once(AbortSignal.timeout(100), 'abort');
    } finally {
      await kill(bot);
    }
    found.lost += people - got().size;
    found.doubled += counted() - got().size;
    found.rounds += 1;
    onRound?.({ ...found });
  }

  try {
    for (let n = 0; n < rounds; n += 1) {
      await oneRound();
      do now = now.add({ hours: 7 * 24 });
      while (!isWorkday(today(now), new Set()));
    }
    return found;
  } finally {
    await connector.stop();
  }
}

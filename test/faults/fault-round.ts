import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readConfig } from '../../src/config.ts';
import { openKompasStorage } from '../../src/kompas.ts';
import { MONDAY, peopleIn, teamOf } from '../delivery/world.ts';
import { startConnector } from '../support/connector.ts';
import { createCore } from '../support/core.ts';
import { agreed } from '../support/town.ts';
import type { BotProcessOptions } from './bot-process.ts';
import { openFaultStorage } from './fault-storage.ts';
import { drawing, hasEnded, kill, startBot } from './processes.ts';
import type { Scenario, Stage } from './scenarios.ts';

/** A round of cards with a fault in it. */
export interface FaultRound {
  scenario: Scenario;
  people: number;
  /** The same seed draws the same moment and length; what the bot has in hand then is up to the machine. */
  seed: number;
  /** Where the round is kept, unless the fault needs a storage of its own. */
  connectionString: string;
  prefix: string;
  /** Cards a second of each bot. */
  perSecond: number;
  /** A checkout of an older commit, where the scenario asks for one. */
  older?: string;
}

/** What came of it. */
export interface FaultFindings {
  fault: string;
  people: number;
  seed: number;
  /** The fault began after so many cards. */
  atCards: number;
  /** Who got no card. */
  lost: number;
  /** Cards that somebody got once more. */
  doubled: number;
  /** So many may have come twice: they were taken in without the bot being told, or were in hand when it was broken off. */
  mayDouble: number;
  /** Bots that ended by themselves. */
  crashed: number;
  /** Seconds from the end of the fault until everybody had a card. */
  secondsAfter: number;
}

const TEAM = 100;
/** Who has no card by then is lost. */
const LONGEST_MS = 120_000;
/** A bot has four letters in hand, and writes down what it did after ten cards. */
const IN_HAND = 4 * 10;

const passed = (ms: number) => once(AbortSignal.timeout(Math.round(ms)), 'abort');

/** What speaks against the findings, in words; none when all is well. */
export function faultsOf({ lost, doubled, mayDouble, crashed }: FaultFindings): string[] {
  return [
    ...(lost > 0 ? [`${lost} got no card`] : []),
    ...(doubled > mayDouble ? [`${doubled} came twice, of ${mayDouble} that may`] : []),
    ...(crashed > 0 ? [`${crashed} bots ended`] : []),
  ];
}

/** One round of cards by real bot processes, with a fault in it at a drawn moment. Storage and the connector are real servers. */
export async function faultRound(how: FaultRound): Promise<FaultFindings> {
  const { scenario, people, seed, prefix, perSecond, older } = how;
  const draw = drawing(seed);
  const connector = await startConnector();
  const { line, close, ...power } = await openFaultStorage(scenario, how.connectionString);
  const bots: ChildProcess[] = [];
  const got = () => connector.counts().size;
  const count = scenario.bots ?? 1;
  try {
    const storage = await openKompasStorage({ connectionString: line.connectionString }, { prefix });
    const core = createCore(readConfig({ KOMPAS_LOCAL: 'true' }), storage, () => MONDAY);
    await core.settings.changeMunicipality((before) => ({ ...before, ...agreed }));
    for (let first = 0; first < people; first += TEAM) {
      await core.settings.saveTeam(teamOf(`team-${first}`));
      await core.people.save(peopleIn(`team-${first}`, Math.min(TEAM, people - first), connector.url));
    }
    const options: BotProcessOptions = {
      connectionString: line.connectionString,
      prefix,
      instant: MONDAY.toString(),
      realMs: Date.now(),
      visibilitySeconds: 20,
      speed: 1,
      perSecond: perSecond / count,
      ...scenario.options,
    };
    const olderFile =
      older === undefined ? undefined : new URL('test/faults/bot-process.ts', `file://${older}/`);
    for (let n = 0; n < count; n += 1)
      bots.push(await startBot(options, n === 1 && scenario.isOlderBeside ? olderFile : undefined));
    const tell: Stage['tell'] = (word, bot = 0) => {
      bots[bot]?.send(word);
    };
    const lasts: Stage['lasts'] = async (least, most) => {
      await passed(least + draw() * (most - least));
    };
    const atCards = scenario.fromTheStart ? 0 : Math.floor(draw() * people * 0.9);
    const stage: Stage = { connector, line, queue: core.store.queue, ...power, tell, draw, lasts };
    const begin = () => {
      for (const bot of bots) bot.send('go');
    };
    if (!scenario.fromTheStart) {
      begin();
      await Promise.race([connector.until(() => connector.sent.length >= atCards), passed(LONGEST_MS)]);
      await scenario.fault(stage);
    } else {
      const fault = scenario.fault(stage);
      begin();
      await fault;
    }
    const end = performance.now();
    await Promise.race([connector.until(() => got() === people), passed(LONGEST_MS)]);
    const secondsAfter = Math.round((performance.now() - end) / 100) / 10;
    // What comes twice may come after everybody has one.
    for (let looks = 0; (await core.store.queue.depth()) > 0 && looks < 100; looks += 1) await passed(100);
    return {
      fault: scenario.name,
      people,
      seed,
      atCards,
      lost: people - got(),
      doubled: connector.sent.length - got(),
      mayDouble: connector.unsure + (scenario.isOfStorage ? count * IN_HAND : 0),
      crashed: bots.filter(hasEnded).length,
      secondsAfter,
    };
  } finally {
    await Promise.all(bots.map(kill));
    await connector.stop();
    await close();
  }
}

import { once } from 'node:events';
import { Temporal } from 'temporal-polyfill';
import { readConfig } from '../../src/config.ts';
import { openKompasStorage } from '../../src/kompas.ts';
import { teamOf } from '../delivery/world.ts';
import { imported, type Somebody, somebody, tapped } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import { createCore } from '../support/core.ts';
import { agreed } from '../support/town.ts';
import type { FaultRound } from './fault-round.ts';
import { openFaultStorage } from './fault-storage.ts';
import { drawing, hasEnded, kill, startApp } from './processes.ts';

/** What came of people who answered their card while storage failed. */
export interface AnswerFindings {
  /** In the middle of answers. */
  fault: string;
  people: number;
  seed: number;
  /** Answers to a tap that were no 200. */
  notAnswered: number;
  /** Who read that their answer is kept while it was not. */
  toldWrongly: number;
  /** Who read something else than that it is kept, did not work or takes long. */
  toldNothing: number;
  /** Who read that it did not work or takes long. */
  failed: number;
  /** Whose answer is not kept after they tried again. */
  lost: number;
  crashed: number;
  slowestMs: number;
}

/** A Wednesday evening: the window is open, and no round goes out. */
const EVENING = '2026-11-25T18:30:00Z';
const PERIOD = '2026-W48';
/** So many people tap at the same moment. */
const AT_ONCE = 20;
const TEAM = 100;
const TRIES = 20;

const kept = 'Je antwoord is bewaard.';
const honest = /^Dit lukte niet\.|^Dit duurt langer dan normaal/;
const passed = (ms: number) => once(AbortSignal.timeout(ms), 'abort');

/** What speaks against the findings, in words; none when all is well. */
export function faultsOfAnswers(found: AnswerFindings): string[] {
  const { notAnswered, toldWrongly, toldNothing, lost, crashed } = found;
  return [
    ...(notAnswered > 0 ? [`${notAnswered} taps got no 200`] : []),
    ...(toldWrongly > 0 ? [`${toldWrongly} read that it was kept, and it was not`] : []),
    ...(toldNothing > 0 ? [`${toldNothing} did not read what came of it`] : []),
    ...(lost > 0 ? [`${lost} have no answer after they tried again`] : []),
    ...(crashed > 0 ? ['the bot ended'] : []),
  ];
}

/** People who answer their card, one after the other, by a real process of the whole bot, while storage fails at a drawn moment. */
export async function answerRound({ scenario, people, seed, ...how }: FaultRound): Promise<AnswerFindings> {
  const draw = drawing(seed);
  const connector = await startConnector();
  const { line, close, ...power } = await openFaultStorage(scenario, how.connectionString);
  const found = {
    fault: `${scenario.name} in answers`,
    people,
    seed,
    notAnswered: 0,
    toldWrongly: 0,
    toldNothing: 0,
    failed: 0,
    lost: 0,
    crashed: 0,
    slowestMs: 0,
  };
  const everybody = Array.from({ length: people }, (_, n) => somebody(n + 1));
  const teamOfOne = (n: number) => `team-${Math.floor(n / TEAM)}`;
  const scoreOf = (n: number) => (n % 5) + 1;
  const storage = await openKompasStorage(
    { connectionString: line.connectionString },
    { prefix: how.prefix },
  );
  const config = readConfig({ KOMPAS_LOCAL: 'true' });
  const core = createCore(config, storage, () => Temporal.Instant.from(EVENING));
  await core.settings.changeMunicipality((before) => ({ ...before, ...agreed }));
  for (let first = 0; first < people; first += TEAM) {
    await core.settings.saveTeam(teamOf(teamOfOne(first)));
    const some = everybody.slice(first, first + TEAM);
    await core.people.save(some.map((who) => imported(who, { team: teamOfOne(first), reach: 'open' })));
  }
  const app = await startApp({
    connectionString: line.connectionString,
    prefix: how.prefix,
    instant: EVENING,
    realMs: Date.now(),
    perSecond: how.perSecond,
    roundsPerSecond: how.perSecond / 2,
    visibilitySeconds: 20,
    storageMs: 2_000,
  });

  /** Somebody taps; gives what they read. */
  async function tap(who: Somebody, n: number): Promise<string> {
    const start = performance.now();
    const activity = tapped(who, 'checkin.answer', { period: PERIOD, score: scoreOf(n) });
    const answer = await fetch(app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ serviceUrl: connector.url, ...activity }),
    }).catch(() => undefined);
    found.slowestMs = Math.max(found.slowestMs, Math.round(performance.now() - start));
    if (answer?.status !== 200) {
      found.notAnswered += 1;
      return '';
    }
    const body = (await answer.json()) as { value?: { fallbackText?: string } };
    return body.value?.fallbackText ?? '';
  }
  const isKept = async (n: number) =>
    (await core.answers.own(teamOfOne(n), everybody[n]?.account ?? '', PERIOD))?.score === scoreOf(n);

  try {
    const said: string[] = [];
    const moment = Math.floor(draw() * people * 0.8);
    let fault: Promise<void> | undefined;
    let next = 0;
    const stage = {
      connector,
      line,
      queue: core.store.queue,
      ...power,
      tell: () => {},
      draw,
      lasts: async (least: number, most: number) => {
        await passed(Math.round(least + draw() * (most - least)));
      },
    };
    const tapping = async () => {
      for (let n = next++; n < people; n = next++) {
        if (n === moment) fault = scenario.fault(stage);
        const who = everybody[n];
        if (who) said[n] = await tap(who, n);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, tapping));
    await fault;
    const again: number[] = [];
    for (const [n, words] of said.entries()) {
      const isSaved = words.includes(kept);
      if (isSaved && !(await isKept(n))) found.toldWrongly += 1;
      if (!isSaved) again.push(n);
      if (honest.test(words)) found.failed += 1;
      else if (!isSaved && words !== '') found.toldNothing += 1;
    }
    for (const n of again) {
      const who = everybody[n];
      for (let tries = 0; who && tries < TRIES && !(await tap(who, n)).includes(kept); tries += 1)
        await passed(500);
      if (!(await isKept(n))) found.lost += 1;
    }
    found.crashed = hasEnded(app.child) ? 1 : 0;
    return found;
  } finally {
    await kill(app.child);
    await connector.stop();
    await close();
  }
}

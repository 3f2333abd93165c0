import { evaluationsTable } from '../../../src/features/pilots/closing/tables.ts';
import { learningsTable } from '../../../src/features/pilots/learning/tables.ts';
import type { Member, Pilot } from '../../../src/features/pilots/pilot/pilot.ts';
import { retrosTable } from '../../../src/features/pilots/retro/tables.ts';
import { blockersOf } from '../../../src/features/pilots/standup/blockers.ts';
import { key, writeAll } from '../../../src/storage/index.ts';
import { pilotOf } from '../../support/pilot.ts';
import { account, type Town } from '../../support/town.ts';
import { CHANNEL, kinds, teamKeys } from './people.ts';
import { at, textOf, upTo } from './words.ts';

export const PILOTS = 40;
const TODAY = '2026-11-24';
const channel = { serviceUrl: 'http://127.0.0.1:1', conversation: CHANNEL, bot: '28:kompas' };

/** As many members as a pilot takes: the lead and some of the kinds among them. */
const crew: Member[] = upTo(50).map((n) => ({
  directoryId: account(n + 1),
  role: n + 1 === kinds.projectleider ? 'lead' : 'member',
}));

const outcome = {
  toLine: textOf('Dit nemen we mee', 500),
  proud: textOf('Trots', 500),
  ticks: upTo(5).map((n) => ({ text: `De stap ${n} is gezet`, done: n % 2 === 0 })),
  evaluation: { count: '20+', averages: [{ aspect: 'clear' as const, words: '3,5' }] },
};

/** A pilot in which every text is as long as a form takes it; a few are closed. */
function longPilot(n: number): Pilot {
  const isClosed = n >= PILOTS - 6;
  return pilotOf({
    teamAsked: 'scores',
    id: `P-${n}`,
    name: textOf(`Pilot ${n}`, 80),
    kind: 'procespilot',
    areas: textOf('Wijk', 500),
    registrations: textOf('BAG', 500),
    goals: textOf('Leren', 500),
    support: textOf('Hulp', 500),
    hours: 8,
    criteria: upTo(5).map((m) => ({
      name: textOf(`Doel ${m}`, 80),
      start: 12,
      target: 8,
      unit: textOf('dagen', 30),
      measured: upTo(50).map((k) => ({ day: '2026-11-20', value: k })),
    })),
    standup: {
      days: ['ma', 'di', 'wo', 'do', 'vr'],
      from: '09:00',
      until: '15:00',
      questions: [textOf('Vraag', 120), textOf('Vraag', 120), textOf('Vraag', 120)],
    },
    channel,
    iteration: { number: 4, day: '2026-11-20', changed: ['scope', 'rollen', 'tooling', 'werkwijze'] },
    ...(isClosed
      ? { closedOn: '2026-11-20', outcome, opinions: upTo(49).map(() => textOf('Vond', 300)) }
      : {}),
  });
}

/** A retro with as many points as it takes, most of them in one column. */
async function bringRetro({ core, storage }: Town): Promise<void> {
  const { retros, tenant } = core;
  const board = { id: `R-${TODAY}-001`, pilot: 'P-0', opened: TODAY, phase: 'open' as const };
  await retros.open(board);
  const points = upTo(200).map((n) => ({
    do: 'put' as const,
    row: key('p', board.id, `x${n}`),
    value: {
      day: TODAY,
      at: `2026-11-24T09:00:${`${n}`.padStart(3, '0')}`,
      text: textOf(`Een punt ${n}`, 300),
      column: n % 3 === 0 ? ('better' as const) : ('good' as const),
      group: n % 4 === 0 ? textOf('Groep', 60) : undefined,
    },
  }));
  await writeAll(storage.table(retrosTable), key(tenant, 'P-0'), points);
  for (const n of upTo(20)) await retros.vote(board, account(n + 1), [`x${n}`, `x${n + 1}`, `x${n + 2}`]);
}

async function bringLearnings({ core: { tenant }, storage }: Town): Promise<void> {
  const rows = upTo(400).map((n) => ({
    do: 'put' as const,
    row: key(`L-${n}`),
    value: {
      pilot: `P-${n % 3}`,
      text: textOf(`Les ${n}`, 300),
      step: 7 as const,
      role: 'Objectregistrator' as const,
      registration: textOf('BAG', 40),
      source: 'typed' as const,
      day: '2026-11-20',
      state: (['own', 'asked', 'shared'] as const)[n % 3] ?? 'own',
      title: textOf(`Praktijk ${n}`, 120),
      why: textOf('Waarom', 500),
      result: textOf('Resultaat', 500),
      process: textOf('Mutaties', 120),
      team: at(teamKeys, n),
      proposal: 1,
    },
  }));
  await writeAll(storage.table(learningsTable), key(tenant), rows);
}

/** Pilots with a full crew, and everything that people write in one. */
export async function bringPilots(town: Town): Promise<void> {
  const { pilots, pilotActions, standups, quizzes, tenant } = town.core;
  for (const n of upTo(PILOTS)) await pilots.add(longPilot(n), crew);
  for (const n of upTo(60))
    await pilotActions.add('P-0', {
      id: `A-${n}`,
      text: textOf(`Actie ${n}`, 500),
      source: 'retro',
      day: '2026-11-20',
      due: '2026-11-22',
      owner: account(1 + (n % 50)),
    });
  await standups.changeDay('P-0', TODAY, { message: 'm1' });
  for (const n of upTo(50)) {
    const text = textOf(`Werk ${n}`, 1_000);
    await standups.save('P-0', TODAY, { directoryId: account(n + 1), done: text, next: text, blocker: text });
  }
  // Somebody takes on what is in the way.
  for (const { id, text } of blockersOf('P-0', TODAY, await standups.shared('P-0', TODAY), []).slice(0, 3))
    await pilotActions.add('P-0', {
      id,
      text: text.slice(0, 500),
      source: 'standup',
      day: TODAY,
      owner: account(3),
    });
  await quizzes.add('P-0', 'Q-1', {
    day: TODAY,
    question: textOf('Wie mag dit?', 500),
    options: upTo(4).map((n) => textOf(`Antwoord ${n}`, 150)),
    right: 0,
    why: textOf('Daarom', 500),
  });
  await writeAll(
    town.core.storage.table(evaluationsTable),
    key(tenant, 'P-0'),
    upTo(40).map((n) => ({
      do: 'put' as const,
      row: key(`voter-${n}`),
      value: {
        scores: { clear: 4, time: 3, help: 3, together: 4, lasting: 5 },
        open: textOf(`Ik ${n}`, 500),
        day: TODAY,
      },
    })),
  );
  await bringRetro(town);
  await bringLearnings(town);
}

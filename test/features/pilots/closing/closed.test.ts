import { beforeEach, describe, expect, test } from 'vitest';
import { pilots } from '../../../../src/features/pilots/index.ts';
import { team } from '../../../support/bot.ts';
import { crewOf, pilotOf } from '../../../support/pilot.ts';
import { foundTown, type Town } from '../../../support/town.ts';

const [lead, mate, other] = team as [(typeof team)[0], (typeof team)[0], (typeof team)[0]];
const nobody = async () => undefined;
let town: Town;
beforeEach(async () => {
  town = await foundTown();
});
const closed = () => town.core.opened(pilots).closedPilots();
const readBy = (who: { account: string }) =>
  town.core.opened(pilots).closedFor({ directoryId: who.account, person: nobody });
const outcome = (done: boolean) => ({ toLine: '', proud: '', ticks: [{ text: 'Een hele week', done }] });

describe('what the plan is told of pilots', () => {
  test('is nothing of one that goes on', async () => {
    await town.core.pilots.add(pilotOf(), crewOf([lead]));
    expect(await closed()).toEqual([]);
  });

  test('is of a closed one its kind and step, the newest first, and whether it was gone through', async () => {
    for (const [id, kind, closedOn, done] of [
      ['P-1', 'proefweek', '2026-11-13', true],
      ['P-2', 'procespilot', '2026-11-20', false],
      ['P-3', 'mini-pilot', '2026-11-06', true],
    ] as const)
      await town.core.pilots.add(pilotOf({ id, kind, closedOn, outcome: outcome(done) }), crewOf([lead]));
    expect(await closed()).toMatchObject([
      { id: 'P-2', step: 7, title: 'Procespilot', closedOn: '2026-11-20', whole: false, isProcess: true },
      { id: 'P-1', step: 3, title: 'Proefweek', whole: true, isProcess: false },
      { id: 'P-3', step: 7, title: 'Mini-pilot', whole: true, isProcess: false },
    ]);
  });

  test('is how many points it kept and shared, and no word of anybody', async () => {
    await town.core.pilots.add(
      pilotOf({ name: 'Van Amira', closedOn: '2026-11-20', opinions: ['Te weinig tijd'] }),
      crewOf([lead], [mate]),
    );
    for (const text of ['Bel eerst', 'Kijk mee'])
      await town.core.learnings.addLearning({ id: 'P-1', kind: 'rolpilot' }, text, 'retro');
    await town.core.learnings.addLearning({ id: 'P-9', kind: 'rolpilot' }, 'Van een andere', 'retro');
    const [first] = (await town.core.learnings.all()).filter(({ pilot }) => pilot === 'P-1');
    await town.core.learnings.change(first?.id ?? '', (now) => ({ ...now, state: 'shared' }));
    const told = await closed();
    expect(told).toMatchObject([{ learned: 2, shared: 1 }]);
    expect(JSON.stringify(told)).not.toMatch(/Amira|tijd|Bel|Kijk|-000/);
  });

  test('is by one person what they were in', async () => {
    await town.core.pilots.add(pilotOf({ closedOn: '2026-11-20' }), crewOf([lead], [mate]));
    for (const who of [lead, mate]) expect(await readBy(who)).toHaveLength(1);
    expect(await readBy(other)).toEqual([]);
  });
});

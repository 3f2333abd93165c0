import { beforeAll, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { checkin } from '../../../src/features/checkin/index.ts';
import { imported, somebody, team } from '../../support/bot.ts';
import { asked } from '../../support/storage.ts';
import { toolsFor } from '../../support/tools.ts';
import { agreed, foundTown, type Town } from '../../support/town.ts';
import { turnFor } from '../../support/turn.ts';

const PERIOD = '2026-W48';
const amira = somebody(1);
let town: Town;

beforeAll(async () => {
  town = await foundTown();
  await town.core.settings.changeMunicipality((now) => ({ ...now, ...agreed }));
  await town.core.settings.saveTeam({
    key: 'objecten-west',
    name: 'Objecten West',
    schedule: defaultSchedule,
  });
  await town.core.people.save(team.map((who) => imported(who)));
});

async function costOf(verb: string, data: object): Promise<string[]> {
  const { core, requests, clock } = town;
  // What a tip costs is counted with the tips.
  const { actions } = checkin.offer(core.opened(checkin), toolsFor(core), {
    tipFor: async () => undefined,
    sinceLast: core.sinceLast,
  });
  requests.length = 0;
  await actions[verb]?.run(turnFor(core, amira, clock.now), data);
  return asked(requests);
}

describe('what a check-in costs', () => {
  test('opening reads who and where, and one row of answers; it writes nothing', async () => {
    const cost = await costOf('checkin.open', { period: PERIOD });
    expect(cost.filter((request) => request.includes('answers'))).toHaveLength(1);
    expect(cost.filter((request) => !request.startsWith('GET'))).toEqual([]);
    // What happened since the last check-in is one range of the team, read once a minute whoever opens.
    expect(cost.filter((request) => request === 'GET groups')).toHaveLength(1);
    expect(cost).toHaveLength(5);
    const again = await costOf('checkin.open', { period: PERIOD });
    expect(again.filter((request) => request === 'GET groups')).toEqual([]);
  });

  test('answering reads the own line, with what stood there, and writes it in one transaction', async () => {
    const cost = await costOf('checkin.answer', { period: PERIOD, score: 3 });
    expect(cost.filter((request) => !request.startsWith('GET'))).toEqual(['POST $batch']);
    expect(cost.filter((request) => request.includes('answers'))).toHaveLength(1);
    // Which team it is, is remembered from the opening, and checked by the rows of that team. A first answer looks whether
    // whoever gave it is still here.
    expect(cost.filter((request) => request === 'GET directory')).toHaveLength(1);
    expect(cost).toHaveLength(5);
    expect(await costOf('checkin.answer', { period: PERIOD, score: 4 })).toHaveLength(4);
  });

  test('the own line is one range', async () => {
    const cost = await costOf('checkin.line', { period: PERIOD });
    expect(cost.filter((request) => request.includes('answers'))).toHaveLength(1);
    expect(cost).toHaveLength(2);
  });
});

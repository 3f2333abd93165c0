import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { readConfig } from '../../../src/config.ts';
import { checkin } from '../../../src/features/checkin/index.ts';
import { openKompasStorage } from '../../../src/kompas.ts';
import { imported, somebody, team } from '../../support/bot.ts';
import { type Core, createCore } from '../../support/core.ts';
import { toolsFor } from '../../support/tools.ts';
import { turnFor } from '../../support/turn.ts';

const PERIOD = '2026-W48';
const amira = somebody(1);
const now = Temporal.Instant.from('2026-11-25T11:00:00Z');
const requests: string[] = [];
let core: Core;

beforeAll(async () => {
  const storage = await openKompasStorage(
    { connectionString: inject('connectionString') },
    {
      prefix: `t${randomBytes(5).toString('hex')}`,
      onRequest: ({ method, url }) => requests.push(`${method} ${new URL(url).pathname}`),
    },
  );
  core = createCore(readConfig({ KOMPAS_LOCAL: 'true' }), storage, () => now);
  const decision = { date: '2026-09-01', reference: 'test' };
  await core.settings.changeMunicipality(() => ({
    name: 'Test',
    closures: [],
    partners: [],
    consent: decision,
    dpia: decision,
  }));
  await core.settings.saveTeam({ key: 'objecten-west', name: 'Objecten West', schedule: defaultSchedule });
  await core.people.save(team.map((who) => imported(who)));
});

async function costOf(verb: string, data: object): Promise<string[]> {
  // What a tip costs is counted with the tips.
  const { actions } = checkin.offer(core.opened(checkin), toolsFor(core), { tipFor: async () => undefined });
  requests.length = 0;
  await actions[verb]?.run(turnFor(core, amira, now), data);
  return requests.map((request) => request.replace(/t[0-9a-f]{10}/, '').replace(/^(\w+) \/[^/]+\//, '$1 '));
}

describe('what a check-in costs', () => {
  test('opening reads who and where, and one row of answers; it writes nothing', async () => {
    const cost = await costOf('checkin.open', { period: PERIOD });
    expect(cost.filter((request) => request.includes('answers'))).toHaveLength(1);
    expect(cost.filter((request) => !request.startsWith('GET'))).toEqual([]);
    expect(cost).toHaveLength(4);
  });

  test('answering reads the own line, with what stood there, and writes it in one transaction', async () => {
    const cost = await costOf('checkin.answer', { period: PERIOD, score: 3 });
    expect(cost.filter((request) => !request.startsWith('GET'))).toEqual(['POST $batch']);
    expect(cost.filter((request) => request.includes('answers'))).toHaveLength(1);
    // Which team it is, is remembered from the opening, and checked by the rows of that team.
    expect(cost).toHaveLength(4);
  });

  test('the own line is one range', async () => {
    const cost = await costOf('checkin.line', { period: PERIOD });
    expect(cost.filter((request) => request.includes('answers'))).toHaveLength(1);
    expect(cost).toHaveLength(2);
  });
});

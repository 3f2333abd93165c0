import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../../../src/people/person.ts';
import { type ClockJob, clockJob } from '../../../support/clock-job.ts';
import { amira, bert, gijs, openSignalTown, type SignalTown } from '../signals/town.ts';
import { WEST } from '../town.ts';

let town: SignalTown;
let job: ClockJob;

beforeEach(async () => {
  town = await openSignalTown();
  const points = town.bot.features.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'points');
  if (!points) throw new Error('there is no job of points');
  job = clockJob(points, town.bot.core);
});
afterEach(() => town.bot.stop());

/** A point of a talk on Monday, due on Friday. */
const takenOnBy = (owner: string, change: { told?: string } = {}) =>
  town.bot.core.groups.addPoint(WEST, {
    id: '2026-11-23-better-1',
    kind: 'better',
    text: 'Eerst bellen',
    day: '2026-11-23',
    due: '2026-11-27',
    owner,
    ...change,
  });

/** What the clock tells on working days before and after the day on which the point is due. */
async function told(): Promise<string[]> {
  for (const day of ['2026-11-25', '2026-11-27', '2026-11-30']) await job.at(`${day}T10:30:00+01:00`);
  return job.sent.map(({ message }) => message.text ?? '');
}

const movedToOost: Partial<Person> = { team: 'oost', access: [] };
const leadsWest = async () => {
  const [west] = (await town.bot.core.settings.read()).teams.filter(({ key }) => key === WEST.key);
  if (west) await town.bot.core.settings.saveTeam({ ...west, managers: [bert.upn] });
};

describe('a point of a team talk', () => {
  test('is told to who takes it on, and asked after once its day has passed', async () => {
    await takenOnBy(bert.account);
    expect(await told()).toEqual([expect.stringContaining('Jij pakt dit op'), 'Is dit gedaan?']);
  });

  test.each([
    ['before they knew of it', {}],
    ['after they knew of it', { told: '2026-11-24' }],
  ])(
    'is not told to who went to another team %s, and the team finds it taken up by nobody',
    async (_when, known) => {
      await takenOnBy(bert.account, known);
      await town.becomes(bert, movedToOost);
      expect(await told()).toEqual([]);
      expect(await town.tap(amira, 'talk.points', { team: WEST.key })).toContain('nog niet opgepakt');
    },
  );

  test('is not told to who led the team and does so no more', async () => {
    await takenOnBy(gijs.account);
    await town.becomes(gijs, movedToOost);
    expect(await told()).toEqual([]);
  });

  test('is told to who went to another team and leads this one', async () => {
    await takenOnBy(bert.account);
    await town.becomes(bert, movedToOost);
    await leadsWest();
    expect(await told()).toHaveLength(2);
  });
});

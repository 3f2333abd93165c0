import { beforeEach, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { foundTown, type Town } from '../support/town.ts';

let town: Town;

beforeEach(async () => {
  town = await foundTown();
  await town.core.settings.saveTeam({ key: 'west', name: 'West', schedule: defaultSchedule });
});

test('two who change a team at one moment keep each other’s change', async () => {
  const { settings } = town.core;
  const channel = { serviceUrl: 'https://x.example', conversation: '19:c', bot: 'b' };
  await Promise.all([
    settings.changeTeam('west', (now) => ({ ...now, channel })),
    settings.changeTeam('west', (now) => ({ ...now, department: 'Ruimte' })),
    settings.changeTeam('west', (now) => ({ ...now, managers: ['a@gemeente.example'] })),
  ]);
  expect((await settings.read()).teams).toEqual([
    {
      key: 'west',
      name: 'West',
      schedule: defaultSchedule,
      channel,
      department: 'Ruimte',
      managers: ['a@gemeente.example'],
    },
  ]);
});

test('what is taken out of a team is gone', async () => {
  const { settings } = town.core;
  await settings.changeTeam('west', (now) => ({ ...now, department: 'Ruimte' }));
  await settings.changeTeam('west', ({ department: _, ...now }) => now);
  expect((await settings.read()).teams).toEqual([{ key: 'west', name: 'West', schedule: defaultSchedule }]);
});

test('a team that is not there is not made by changing it', async () => {
  expect(await town.core.settings.changeTeam('oost', (now) => now)).toBeUndefined();
  expect((await town.core.settings.read()).teams.map(({ key }) => key)).toEqual(['west']);
});

test('two who set something for the municipality at one moment both find it back, the first time as well', async () => {
  const { settings } = town.core;
  await Promise.all([
    settings.changeMunicipality((now) => ({ ...now, name: 'Gemeente Voorbeeld' })),
    settings.changeMunicipality((now) => ({ ...now, feedbackWeeks: 2 })),
    settings.changeMunicipality((now) => ({ ...now, closures: ['2026-12-24'] })),
  ]);
  expect((await settings.read()).municipality).toMatchObject({
    name: 'Gemeente Voorbeeld',
    feedbackWeeks: 2,
    closures: ['2026-12-24'],
    partners: [],
  });
});

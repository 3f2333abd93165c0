import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amira, bram, cem, dewi, PILOT, startTown, type Town } from './town.ts';

const TUESDAY = '2026-11-24';
let town: Town;
/** What the buttons carry of something that is in the way and that Cem takes up. */
let data: Record<string, unknown>;

beforeEach(async () => {
  town = await startTown();
  await town.passes(`${TUESDAY} 09:00`);
  await town.shares(bram, 'Iets', '', 'De BAG ligt eruit');
  const { buttons } = await town.taps(cem, 'standup.day', { day: TUESDAY });
  data = buttons.find(({ verb }) => verb === 'standup.to-action')?.data ?? {};
  await town.taps(cem, 'standup.to-action', data);
});
afterEach(() => town.stop());

const theAction = async () => {
  const [todo] = await town.core.pilotActions.of(PILOT);
  if (!todo) throw new Error('the action is there');
  return todo;
};

describe('what is in the way and taken up', () => {
  test('given to two others at once is of one of them, and the other who gave it reads how it is', async () => {
    const answers = await Promise.all([
      town.taps(amira, 'standup.save-action', { ...data, owner: dewi.account, due: '2026-12-01' }),
      town.taps(bram, 'standup.save-action', { ...data, owner: amira.account, due: '2026-12-02' }),
    ]);
    const rows = (await town.rows('pilotactions')).pilotactions ?? [];
    expect(rows.filter(({ row }) => row.startsWith('o|'))).toHaveLength(1);
    expect(answers.filter(({ words }) => words.includes('Een collega was net eerder'))).toHaveLength(1);
    const { owner, due } = await theAction();
    expect([
      [dewi.account, '2026-12-01'],
      [amira.account, '2026-12-02'],
    ]).toContainEqual([owner, due]);
  });

  test.each(['to-action', 'edit-action', 'save-action'])(
    'stays of who did it once it is done, whatever an older card sends: %s',
    async (verb) => {
      await town.taps(cem, 'pilot.done', { action: (await theAction()).id });
      const told = await town.during(async () => {
        const sent = { ...data, owner: bram.account, due: town.day() };
        expect((await town.taps(amira, `standup.${verb}`, sent)).words).toContain('opgelost');
      });
      expect(told).toEqual([]);
      expect(await theAction()).toMatchObject({ owner: cem.account, due: '2026-11-25', doneOn: TUESDAY });
    },
  );
});

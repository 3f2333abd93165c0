import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { savedCheck } from '../../../src/features/backup/health.ts';
import { inWest, openBackups } from './backups.ts';

const DAY = 24 * 60;

let at: Awaited<ReturnType<typeof openBackups>>;
beforeEach(async () => {
  at = await openBackups();
  await at.town.bring([inWest(1)]);
});
afterEach(() => at.close());

/** What `doctor` says of it, as an installation elsewhere would read it. */
async function told(isLocal = false): Promise<string[]> {
  const { takenBack } = at.town.restarted();
  const lines = await savedCheck({ takenBack, isLocal, now: () => at.town.clock.now }).look();
  return lines.map(({ level, text }) => `${level} ${text}`);
}

describe('what doctor says of backups', () => {
  test('nothing was ever kept elsewhere', async () => {
    expect(await told()).toEqual(['amber Er is geen reservekopie van de laatste 30 dagen.']);
  });

  test.each([[['bewaar', 'a.kompas']], [['bewaar', 'lijst.kompas', '--wissingen']]])(
    'after %j all is well until the day after tomorrow',
    async (command) => {
      await at.kompas(...command);
      expect((await told())[0]).toMatch(/^green .*24 november 2026/);
      at.later(DAY);
      expect((await told())[0]).toMatch(/^green/);
      at.later(DAY);
      expect((await told())[0]).toMatch(/^amber Er is sinds .*24 november 2026 niets bewaard/);
    },
  );

  test('on this machine alone there is nothing to keep', async () => {
    expect(await told(true)).toEqual([]);
  });
});

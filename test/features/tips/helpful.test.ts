import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { chooseTip, type TipReader } from '../../../src/features/tips/advice/rules.ts';
import { settling } from '../../../src/features/tips/advice/settling.ts';
import type { Tip } from '../../../src/features/tips/content/types.ts';
import { helpfulTipsTable } from '../../../src/features/tips/tables.ts';
import { type Theme, themes } from '../../../src/people/themes.ts';
import { runAt } from '../../support/clock-job.ts';
import { foundTown, type Town } from '../../support/town.ts';

const themeNames = Object.keys(themes) as Theme[];
/** What an administrator could import: of each theme one tip, all for the role that one colleague and they themselves have. */
const planted: Tip[] = themeNames.map((theme) => ({
  id: `plan-${theme}`,
  for: 'employee',
  role: 'Geodata-engineer',
  step: 3,
  themes: [theme],
  act: `Doe iets aan ${theme}.`,
  why: 'Het helpt.',
  minutes: 5,
  basis: { step: 3 },
}));
const colleague: TipReader = {
  audience: 'employee',
  roles: ['Geodata-engineer'],
  step: 3,
  inPilot: false,
  themes: [],
  seed: 'een collega',
};
const administrator: TipReader = { ...colleague, seed: 'een beheerder' };
const shelf = (helpful: ReadonlyMap<string, number>) => ({
  tips: planted,
  history: [],
  helpful,
  today: '2026-11-25',
});

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});

/** The store as another process opens it: nothing is remembered there. */
const read = async () => {
  town.clock.now = town.clock.now.add({ minutes: 2 });
  return town.core.tips.helpful();
};
const taps = async (tip: string, times: number) => {
  for (let n = 0; n < times; n += 1) await town.core.tips.countHelpful(tip);
};
/** The closing of the `n`th week from now. */
const weekCloses = (n = 0) =>
  runAt(
    settling({ store: town.core.tips }),
    town.core,
    Temporal.Instant.from('2026-11-27T14:00:00Z').add({ hours: n * 7 * 24 }),
  );
const ofAdministrator = async () => chooseTip(shelf(await read()), administrator)?.id;

describe('that a tip helped', () => {
  test.each(themeNames)(
    'tells nobody by their own tip that a colleague named "%s", neither at once nor after the week',
    async (theme) => {
      const before = await ofAdministrator();
      const shown = chooseTip(shelf(new Map()), { ...colleague, themes: [theme] });
      expect(shown?.themes).toEqual([theme]);
      await taps(shown?.id ?? '', 1);
      expect(await ofAdministrator()).toBe(before);
      await weekCloses();
      expect(await ofAdministrator()).toBe(before);
    },
  );

  test('counts for others from six on, and only once the week is over', async () => {
    await taps('plan-werkdruk', 6);
    expect((await read()).get('plan-werkdruk') ?? 0).toBe(0);
    await weekCloses();
    expect((await read()).get('plan-werkdruk')).toBe(6);
  });

  test('adds nothing to what counts until six more did: no step tells of one person', async () => {
    await taps('plan-werkdruk', 7);
    await weekCloses();
    await taps('plan-werkdruk', 5);
    await weekCloses(1);
    expect((await read()).get('plan-werkdruk')).toBe(7);
    await taps('plan-werkdruk', 1);
    expect((await read()).get('plan-werkdruk')).toBe(7);
    await weekCloses(2);
    expect((await read()).get('plan-werkdruk')).toBe(13);
  });

  test.each([
    [5, 0],
    [40, 40],
  ])('%d times before this was so, counts for %d after the next closing', async (times, counted) => {
    const rows = town.storage.table(helpfulTipsTable);
    await rows.put(town.core.tenant, 'plan-werkdruk', { helpful: times });
    expect((await read()).get('plan-werkdruk')).toBe(0);
    await weekCloses();
    expect((await read()).get('plan-werkdruk')).toBe(counted);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  imported,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { bareEntry, town } from '../town.ts';

/** As long as a name in the register may be (characters), of words with spaces and accents. */
const long = (words: string, last: string) => `${words.repeat(40).slice(0, 200 - last.length - 1)}.${last}`;
const activity = long('beëindigen van categorieën in coördinatie ', 'één');
const [registration, another] = ['één', 'twéé'].map((last) => long('reïntegratievoorzieningen ', last));

describe('a gap of which activity and registration are as long as a name may be', () => {
  const keeper = somebody(30);
  const [asker] = team;
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot({
      seed: async ({ people, register }) => {
        const entries = [
          bareEntry({ id: 'M1', activity, area: 'N' }),
          bareEntry({ id: 'M2', registration, area: 'N' }),
          bareEntry({ id: 'M3', registration: another, area: 'N' }),
        ];
        const next = { entries, areas: town, tenures: [] };
        await register.replace(await register.current(), next, '2026-11-20T09:00:00.000Z');
        await people.save([imported(keeper, { access: ['mandaatbeheerder'] })]);
      },
    });
  });
  afterAll(() => bot.stop());

  const report = async (gap: object, who = asker ?? keeper) => {
    const question = { kind: 'who', date: '2026-11-25', ...gap };
    return (await bot.post(tapped(who, 'mandates.gap', { question }))).text;
  };

  test('is kept and shown with its whole text, apart from one that differs in its last letter', async () => {
    const gap = { activity, registration, area: 'Z' };
    expect(await report(gap)).toContain('Gemeld aan');
    expect(await report(gap, keeper)).toContain('Gemeld aan');
    expect(await report({ ...gap, registration: another })).toContain('Gemeld aan');
    expect(await bot.core.gaps.all()).toMatchObject([
      { ...gap, count: 2 },
      { ...gap, registration: another, count: 1 },
    ]);
    const shown = wordsOf(await bot.hear(typed(keeper, 'mandaat controle')));
    for (const text of [gap.activity.slice(1), registration, another]) expect(shown).toContain(text);
    expect(shown).toContain('2 keer gemeld');
  });
});

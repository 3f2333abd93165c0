import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { everybodyAnywhere } from '../../src/conversation/needs.ts';
import { action } from '../../src/conversation/offer.ts';
import { use } from '../../src/features/compose.ts';
import type { FeatureModule } from '../../src/features/module.ts';
import { kompas } from '../../src/kompas.ts';
import { logLines } from '../../src/log-lines.ts';
import { startTestBot, type TestBot, tapped, team, typed } from '../support/bot.ts';

const [amira] = team as [(typeof team)[0]];
/** As Teams sends it with an activity. */
const VECTOR = 'kIa0RAkoUt0u+K47oA.3.1.4.159.2.6';

const fail = async () => {
  throw new Error('broken');
};
const ordinary = { needs: everybodyAnywhere };
const traceless = { needs: everybodyAnywhere, traceless: true };

/** A feature of which everything fails, in turns that may leave a trace and in turns that may not. */
const broken: FeatureModule = {
  name: 'broken',
  tables: [],
  open: () => undefined,
  offer: () => ({
    phrases: [
      { say: 'stuk gewoon', title: 'Stuk', ...ordinary, run: fail },
      { say: 'stuk stil', title: 'Stuk', ...traceless, run: fail },
    ],
    actions: {
      'broken.open': action(z.object({}), fail, ordinary),
      'broken.silent': action(z.object({}), fail, traceless),
    },
    hears: [
      { order: 'first', ...traceless, answer: async ({ text }) => (text === 'zwaar' ? fail() : undefined) },
      { order: 'first', ...ordinary, answer: async ({ text }) => (text === 'vraag' ? fail() : undefined) },
      {
        order: 'over phrases',
        ...traceless,
        answer: async ({ text }) => (text.endsWith('zwaar') ? fail() : undefined),
      },
      {
        order: 'over phrases',
        ...ordinary,
        answer: async ({ text }) => (text.endsWith('eerder') ? fail() : undefined),
      },
    ],
    searches: { stuk: { ...ordinary, run: fail, nothing: 'Niets' } },
  }),
};

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ features: [use(broken), ...kompas] });
});
afterAll(() => bot.stop());
beforeEach(() => {
  bot.lines.length = 0;
});

/** The lines of failed turns after an activity with this vector, as the log has them. */
async function failedBy(activity: object, vector = VECTOR): Promise<Record<string, unknown>[]> {
  await bot.post(activity, { 'MS-CV': vector });
  return bot.lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === logLines.turnFailed);
}

describe('the log of a turn that failed', () => {
  test.each([
    ['a tap', () => tapped(amira, 'broken.open', {})],
    ['a phrase', () => typed(amira, 'stuk gewoon')],
    ['free text', () => typed(amira, 'vraag')],
  ])('has a reference of ours and one of Microsoft: %s', async (_what, activity) => {
    const [line, ...more] = await failedBy(activity());
    expect(more).toEqual([]);
    expect(line).toMatchObject({ correlation: VECTOR, reference: expect.stringMatching(/^[0-9A-F]{6}$/) });
  });

  test('has that of Microsoft of a search too, of which nobody reads a code', async () => {
    const search = { name: 'composeExtension/query', value: { commandId: 'stuk', parameters: [] } };
    const [line] = await failedBy({ ...tapped(amira, '', {}), ...search });
    expect(line).toMatchObject({ kind: 'search', correlation: VECTOR });
  });

  test.each([
    ['a tap', () => tapped(amira, 'broken.silent', {})],
    ['a phrase', () => typed(amira, 'stuk stil')],
    ['free text', () => typed(amira, 'zwaar')],
    [
      'what an ordinary hearing makes of words behind a phrase that may leave none',
      () => typed(amira, 'signaal van eerder'),
    ],
    ['what is typed behind a phrase', () => typed(amira, 'afwezig want het is zwaar')],
  ])('has neither of a turn that may leave no trace (trust:no-trace): %s', async (_what, activity) => {
    const [line, ...more] = await failedBy(activity());
    expect(more).toEqual([]);
    expect(line).toMatchObject({ msg: logLines.turnFailed });
    expect(line).not.toHaveProperty('correlation');
    expect(line).not.toHaveProperty('reference');
    expect(bot.lines.join('')).not.toContain(VECTOR);
  });

  test('has no correlation of a turn that went well, nor how long it took exactly', async () => {
    await bot.post(typed(amira, 'mijn werkdagen'), { 'MS-CV': VECTOR });
    expect(bot.lines.join('')).not.toContain(VECTOR);
    const turns = bot.lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === logLines.turn);
    expect(turns).toHaveLength(1);
    expect([1_000, 2_500, 5_000, 15_000, 60_000]).toContain(turns[0]?.ms);
  });

  test('that may leave no trace gives no code that leads nowhere', async () => {
    const { body } = await bot.post(tapped(amira, 'broken.silent', {}));
    expect(body.value.fallbackText).toMatch(/^Dit lukte niet\./);
    expect(JSON.stringify(body)).not.toMatch(/\bCode\b/);
  });

  test.each([
    ['words', 'ik ben Amira Sol'],
    ['a line of its own', 'a.1{"level":50}'],
    ['what never ends', `${'a'.repeat(64)}${'.1234567890'.repeat(20)}`],
    ['an address', 'amira@gemeente.example'],
    ['nothing', ''],
  ])('keeps nothing of what is no correlation vector: %s', async (_what, header) => {
    const [line] = await failedBy(tapped(amira, 'broken.open', {}), header);
    expect(line).toMatchObject({ reference: expect.any(String) });
    expect(line).not.toHaveProperty('correlation');
  });

  test.each([['p82ptW4x80GRgeZm9NkMlQ.0'], ['tul4NUsfs9Cl7mOf.1.22'], ['e8iECJiOvUW3e/Jd.9.1.1!']])(
    'knows the shapes that a vector has: %s',
    async (vector) => {
      const [line] = await failedBy(tapped(amira, 'broken.open', {}), vector);
      expect(line?.correlation).toBe(vector);
    },
  );
});

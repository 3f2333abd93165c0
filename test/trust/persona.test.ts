import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Feature } from '../../src/conversation/offer.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import type { Access } from '../../src/people/person.ts';
import {
  imported,
  manager,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
} from '../support/bot.ts';
import { turnFor } from '../support/turn.ts';

const [chooser = somebody(1), colleague = somebody(2)] = team;
const TODAY = '2026-11-25';
const rights: Access[] = ['beheerder', 'mandaatbeheerder', 'projectleider'];
const viewers: Somebody[] = [colleague, manager, ...rights.map((_, n) => somebody(60 + n)), somebody(99)];

/** Fits the payload of every action that could be about somebody: other fields are left out by its schema. */
const payload = {
  period: '2026-W48',
  persona: 'sanne',
  answers: 'abab',
  tip: 'bram-3-a',
  how: 'helps',
  score: 4,
  id: chooser.id,
  person: chooser.account,
  directoryId: chooser.account,
  team: 'objecten-west',
  text: `persona van ${chooser.name}`,
  partner: chooser.upn,
  scene: 2,
  page: 0,
};

/** The town twice: in one of them the chooser recognised a persona, saw a tip and said what they thought of it. */
async function town(chose: boolean): Promise<TestBot> {
  const bot = await startTestBot({
    now: `${TODAY}T09:00:00Z`,
    seed: async ({ people }) => {
      await people.save([
        imported(chooser, { reach: 'open', tipDay: 'wo' }),
        ...rights.map((right, n) => imported(somebody(60 + n), { access: [right], team: 'objecten-west' })),
      ]);
    },
  });
  if (chose) {
    await bot.core.tips.choose(chooser.account, 'bram', TODAY);
    await bot.core.tips.show(chooser.account, 'bram-3-a', TODAY);
    await bot.core.tips.change(chooser.account, 'bram-3-a', (seen) => ({ ...seen, done: true, never: true }));
  }
  return bot;
}

/** What differs between two runs of the same: ports, and ids drawn at random. */
const tidy = (value: unknown): string =>
  JSON.stringify(value ?? null)
    .replace(/127\.0\.0\.1:\d+/g, 'host')
    .replace(/\b[AKLMOTV]-[0-9a-f]{8}\b/g, 'id')
    .replace(/\b[0-9A-F]{6}\b/g, 'code')
    .replace(/(?:links?|upload)\/[\w.-]+|bestand\/[\w.-]+/g, 'link');

const turnOf = (bot: TestBot, who: Somebody, scope: Turn['scope'], text = ''): Turn => ({
  ...turnFor(bot.core, who, bot.clock.now, text),
  scope,
});

/** Everything that a feature shows, sends or exports to one viewer. */
async function seenBy(bot: TestBot, feature: Feature, who: Somebody): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  const run = async (name: string, work: () => Promise<unknown>) => {
    // Lines that a log keeps of one and the same moment stand in it in any order.
    bot.clock.now = bot.clock.now.add({ seconds: 1 });
    seen[`${name} as ${who.id}`] = tidy(await work().catch((error: Error) => error.message));
  };
  for (const scope of ['personal', 'channel'] as const) {
    for (const phrase of feature.phrases)
      for (const rest of scope === 'personal' ? ['', chooser.name] : [''])
        await run(`"${phrase.say}" ${rest} in ${scope}`, () =>
          phrase.run(turnOf(bot, who, scope, `${phrase.say} ${rest}`), rest),
        );
    for (const [verb, { schema, run: act }] of Object.entries(feature.actions))
      await run(`${verb} in ${scope}`, async () => {
        const parsed = schema.safeParse(payload);
        return parsed.success ? act(turnOf(bot, who, scope), parsed.data) : 'another payload';
      });
  }
  for (const [name, file] of Object.entries(feature.files ?? {}))
    await run(`file ${name}`, async () => (await file.allowed(who.account)) && file.make(who.account));
  for (const [name, search] of Object.entries(feature.searches ?? {}))
    await run(`search ${name}`, () => search.run(turnOf(bot, who, 'personal', `persona ${chooser.name}`)));
  await run('free text', async () =>
    Promise.all(
      (feature.hears ?? []).map(({ answer }) =>
        answer(turnOf(bot, who, 'personal', `welke persona heeft ${chooser.name}?`)),
      ),
    ),
  );
  return seen;
}

describe('a persona choice', () => {
  let chosen: TestBot;
  let blank: TestBot;
  beforeAll(async () => {
    chosen = await town(true);
    blank = await town(false);
  });
  afterAll(() => Promise.all([chosen.stop(), blank.stop()]));

  test('changes nothing in any turn, export or search of anybody else', async () => {
    let compared = 0;
    for (const [n, feature] of chosen.features.entries())
      for (const who of viewers) {
        const twin = blank.features[n];
        if (!twin) throw new Error('both towns have the same features');
        const [one, other] = await Promise.all([seenBy(chosen, feature, who), seenBy(blank, twin, who)]);
        expect(one).toEqual(other);
        compared += Object.keys(one).length;
      }
    expect(compared).toBeGreaterThan(500);
  });

  test('reaches the actions about tips and personas in that comparison, and not only their refusals', () => {
    const tips = chosen.features.find(({ name }) => name === 'tips');
    const refused = Object.entries(tips?.actions ?? {}).filter(
      ([, { schema }]) => !schema.safeParse(payload).success,
    );
    expect(refused.map(([verb]) => verb)).toEqual([]);
  });

  test('shows in the own turns of who made it, so the comparison can tell', async () => {
    const ask = async (bot: TestBot) => tidy((await bot.post(tapped(chooser, 'privacy.show', {}))).body);
    expect(await ask(chosen)).toContain('Bram');
    expect(await ask(blank)).not.toContain('Bram');
  });

  test('leaves no trace in any message that is stored, not even the chooser’s own', async () => {
    for (const text of [
      'persona',
      'tip',
      'herken mijn stijl',
      'veranderkompas',
      'check-in',
      'mijn gegevens',
      'wekelijkse tip',
    ]) {
      const [one, other] = await Promise.all([
        chosen.hear(typed(chooser, text)),
        blank.hear(typed(chooser, text)),
      ]);
      expect(one.length).toBeGreaterThan(0);
      const words = (sent: typeof one) =>
        tidy(sent.map(({ activity }) => [activity.text, activity.attachments]));
      expect([text, words(one)]).toEqual([text, words(other)]);
    }
  });

  test('stands beside no name: the tables of tips hold pseudonyms only', async () => {
    expect(await chosen.core.tips.persona(chooser.account, TODAY)).toBe('bram');
    const text = JSON.stringify(await chosen.rows('personas', 'seentips', 'helpfultips'));
    expect(text).toContain('sealed');
    // Neither the style nor the tip can be read without the key.
    expect(text).not.toContain('bram');
    for (const { id, name, upn, account, user } of team)
      for (const trace of [`"${id}"`, name, upn, account, user]) expect(text).not.toContain(trace);
  });

  test('is read by the tips alone: nothing else in the code knows its table', () => {
    const root = join(import.meta.dirname, '../../src');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const readers = files.filter((file) => /\bpersonasTable\b/.test(readFileSync(join(root, file), 'utf8')));
    expect(readers.sort()).toEqual([
      'features/tips/advice/store.ts',
      'features/tips/index.ts',
      'features/tips/tables.ts',
    ]);
  });
});

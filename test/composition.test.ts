import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runKompas } from '../src/cli/run.ts';
import { type Entry, offerAll, openAll, use } from '../src/features/compose.ts';
import type { FeatureModule } from '../src/features/module.ts';
import { kompas, tablesOf } from '../src/kompas.ts';
import { visits } from './fixtures/visits/index.ts';
import { imported, manager, startTestBot, type TestBot, team, typed } from './support/bot.ts';
import { runAt } from './support/clock-job.ts';
import { toolsFor } from './support/tools.ts';

const [amira] = team as [(typeof team)[0]];

/** One line more than Kompas itself has. */
const features: readonly Entry[] = [...kompas, use(visits)];

describe('a feature that is added by a folder and one line', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot({ features, now: '2026-11-25T10:00:00Z' });
    const address = {
      serviceUrl: bot.connector.url,
      conversation: 'chat-manager',
      user: manager.user,
      bot: '28:b',
    };
    await bot.core.people.save([imported(manager, { access: ['manager'], reach: 'open', address })]);
  });
  afterAll(() => bot.stop());

  test('understands its phrase, and stands in the help under its own heading', async () => {
    expect(JSON.stringify(await bot.hear(typed(amira, 'ik kom langs')))).toContain('Je staat op de lijst');
    expect(JSON.stringify(await bot.hear(typed(amira, 'help')))).toContain('Bezoek');
  });

  test('has a table that can be shown, erased and left to expire', async () => {
    expect((await bot.rows('visits')).visits).toHaveLength(1);
    expect(bot.storage.definitions.map(({ name }) => name)).toContain('visits');
  });

  test('has a job, which runs in its hours and not outside them', async () => {
    const jobs = bot.app.features.flatMap((feature) => feature.jobs ?? []);
    const own = jobs.filter(({ name }) => name === 'visits-summary');
    const sent: string[] = [];
    const send = async (_to: object, { text }: { text: string }) => {
      sent.push(text);
      return { kind: 'sent' as const };
    };
    await runAt(own, bot.core, Temporal.Instant.from('2026-11-25T05:00:00Z'), { send });
    expect(sent).toEqual([]);
    await runAt(own, bot.core, Temporal.Instant.from('2026-11-25T10:00:00Z'), { send });
    expect(sent).toEqual(['Bezoek. Er kwamen 1 mensen langs.']);
  });

  test('has a command', async () => {
    let out = '';
    const terminal = {
      env: { KOMPAS_LOCAL: 'true' },
      folder: '.',
      input: () => Readable.from([]),
      out: (text: string) => {
        out += text;
      },
      err: (text: string) => {
        out += text;
      },
      now: () => bot.clock.now,
      storage: bot.storage,
    };
    expect(await runKompas(['bezoek'], terminal, features)).toBe(0);
    expect(out).toBe('1 bezoekers\n');
  });
});

describe('the composition', () => {
  const named = (name: string, more: Partial<FeatureModule> = {}): FeatureModule => ({
    name,
    tables: [],
    open: () => undefined,
    offer: () => ({ phrases: [], actions: {} }),
    ...more,
  });

  test('gives a feature what another one opened, whatever their order', async () => {
    const bell: FeatureModule<{ ring(): string }> = {
      ...named('bell'),
      open: () => ({ ring: () => 'ting' }),
    };
    let heard = '';
    const door: FeatureModule<undefined, { ring(): string }> = {
      ...named('door'),
      commands: undefined,
      open: () => undefined,
      offer: (_opened, _tools, { ring }) => {
        heard = ring();
        return { phrases: [], actions: {} };
      },
    };
    const list = [use(door, (of) => ({ ring: of(bell).ring })), use(bell)];
    const bot = await startTestBot();
    try {
      const tools = toolsFor(bot.core);
      expect(offerAll(list, openAll(list, tools), tools).map(({ name }) => name)).toEqual(['door', 'bell']);
      expect(heard).toBe('ting');
      const alone = [use(door, (of) => ({ ring: of(bell).ring }))];
      expect(() => offerAll(alone, openAll(alone, tools), tools)).toThrow('bell is not in the list');
    } finally {
      await bot.stop();
    }
  });

  test('names every table once', () => {
    const names = tablesOf().map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  test('fits on a page', () => {
    const lines = readFileSync(new URL('../src/kompas.ts', import.meta.url), 'utf8').split('\n');
    expect(lines.length).toBeLessThan(100);
  });
});

import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imported, somebody, startTestBot, type TestBot } from '../../support/bot.ts';
import { tapping, words } from './tapping.ts';

const keeper = somebody(20, 'Karin Beheer');
const other = somebody(21, 'Xenia Beheer');
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({
    seed: async ({ people, audit }) => {
      await people.save([keeper, other].map((who) => imported(who, { access: ['beheerder'] })));
      const day = (iso: string, n: number) => ({
        at: Temporal.Instant.from(iso).add({ minutes: n }),
        name: `${n}`,
      });
      for (const n of Array.from({ length: 14 }, (_, n) => n))
        await audit.record(
          other.account,
          `instellingen gemeente ${n}`,
          'gemeente',
          day('2026-11-20T09:00:00Z', n),
        );
      await audit.record(keeper.account, 'mensen koppel', other.id, day('2026-11-10T09:00:00Z', 1));
      await audit.record('cli', 'mandaat geregistreerd', 'V-1', day('2026-11-12T09:00:00Z', 1));
      await audit.record(
        'kompas',
        'instellingen leidinggevende vervalt',
        'objecten-west',
        day('2026-09-01T09:00:00Z', 1),
      );
    },
  });
});
afterAll(() => bot.stop());

const { on, say, tap, titles } = tapping(() => bot);
const looks = async () =>
  (await bot.core.audit.since(bot.clock.now.subtract({ hours: 2 }))).filter(
    ({ what }) => what === 'beheerlog bekeken',
  );

describe('logboek', () => {
  test('shows the newest first, a page at a time, with names; one look is one line in it', async () => {
    const before = (await looks()).length;
    const first = await say(keeper, 'logboek');
    expect(words(first)).toContain('instellingen gemeente 13');
    expect(words(first)).toContain(`Xenia Beheer (${other.upn})`);
    expect(words(first)).toContain('deel 1 van 2');
    expect(words(first)).not.toContain('instellingen gemeente 3:');
    const second = await on(keeper, first, 'Volgende');
    expect(words(second)).toContain('instellingen gemeente 3:');
    expect(words(second)).toContain('de opdrachtregel');
    expect(words(second)).toContain('mensen koppel: Xenia Beheer');
    expect(titles(second)).not.toContain('Volgende');
    expect(await looks()).toHaveLength(before + 1);
  });

  test('shows what is older than 30 days only to who asks, and what Kompas did by itself', async () => {
    expect(words(await say(keeper, 'logboek'))).not.toContain('vervalt');
    const form = await on(keeper, await say(keeper, 'beheerlog'), 'Kies wat je ziet');
    const found = await on(keeper, form, 'Laat zien', {
      kind: 'instellingen',
      from: '2026-08-30',
      until: '2026-09-02',
    });
    expect(words(found)).toContain('vervalt: Objecten West');
    expect(words(found)).toContain('Kompas zelf');
    expect(words(found)).toContain('4 dagen');
  });

  test('shows one kind alone', async () => {
    const found = words(await tap(keeper, 'log.show', { kind: 'mandaten' }));
    expect(found).toContain('mandaat geregistreerd');
    expect(found).not.toContain('instellingen gemeente');
  });

  test.each([
    [{ from: '2026-11-20', until: '2026-11-10' }, 'De eerste dag is later'],
    [{ from: '2020-01-01' }, '731 dagen terug'],
    [{ from: 'gisteren' }, 'Kies een dag die bestaat.'],
    [{ from: '2026-11-20', until: '9999-12-31' }, 'De laatste dag is nog niet geweest.'],
    [{ from: '2026-11-20', until: '+200000-01-01' }, 'De laatste dag is nog niet geweest.'],
  ])('%j is said to be wrong, in the form', async (asked, problem) => {
    expect(words(await tap(keeper, 'log.show', asked))).toContain(problem);
  });

  test('is a file behind a link, of which the log tells', async () => {
    const ready = words(await tap(keeper, 'log.export', { kind: 'mandaten' }));
    const [link = ''] = /http[^"]+\/bestand\/[^"]+/.exec(ready) ?? [];
    const { status, text } = await bot.http(new URL(link).pathname, { method: 'POST' });
    expect(status).toBe(200);
    expect(text).toContain('mandaat geregistreerd');
    expect(text).not.toContain('instellingen gemeente');
    // The last column holds what the line itself has, whatever name stands before it.
    const [head = '', ...lines] = text.trim().split('\r\n');
    expect(head).toContain('waarover_id');
    const logged = new Set(
      (await bot.core.audit.since(bot.clock.now.subtract({ hours: 24 * 40 }))).map(({ about }) => about),
    );
    const last = lines.map((one) => one.split(';').at(-1)?.replaceAll('"', '') ?? '');
    expect(last.filter((about) => !logged.has(about))).toEqual([]);
    expect(words(await tap(keeper, 'log.show', { kind: 'overig' }))).toContain('beheerlog geëxporteerd');
  });

  test('says so when there is more than it looks through, on the card and in no more words', async () => {
    const few = words(await tap(keeper, 'log.show', {}));
    expect(few).not.toContain('Er staat meer in het logboek');
    const lines = Array.from({ length: 2_001 }, (_, n) => ({ what: 'pilot: begonnen', about: `P-${n}` }));
    await bot.core.audit.recordAll(other.account, lines, 'many');
    const many = words(await tap(keeper, 'log.show', {}));
    expect(many).toContain('Er staat meer in het logboek: ik keek in 2.000 regels.');
    expect(many).toMatch(/deel 1 van \d+/);
  });

  test('finds a line of one kind behind thousands of another of the same days', async () => {
    const found = words(await tap(keeper, 'log.show', { kind: 'mandaten' }));
    expect(found).toContain('mandaat geregistreerd');
    expect(found).not.toContain('Er staat meer in het logboek');
  });

  test('a moment that somebody made up is no moment in the log', async () => {
    const before = await looks();
    await tap(keeper, 'log.show', { opened: '2026-11-24T00:00:00Z', page: 1 });
    const now = await looks();
    expect(now).toHaveLength(before.length + 1);
    expect(now.every(({ at }) => at > '2026-11-25')).toBe(true);
  });
});

test('the settings are a file behind a link', async () => {
  const ready = words(await tap(keeper, 'settings.export', {}));
  const [link = ''] = /http[^"]+\/bestand\/[^"]+/.exec(ready) ?? [];
  const { text } = await bot.http(new URL(link).pathname, { method: 'POST' });
  expect(text).toContain('"gemeente";"Instemming OR";"1 september 2026, test"');
  expect(text).toContain('"Objecten West";"Ritme"');
});

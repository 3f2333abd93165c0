import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { signalsJob } from '../../../../src/features/team/signals/telling.ts';
import { key } from '../../../../src/storage/index.ts';
import { runAt } from '../../../support/clock-job.ts';
import { RUIMTE, WEST } from '../town.ts';
import { amira, bert, everything, gijs, head, openSignalTown, type SignalTown, TEXT } from './town.ts';

const towns: SignalTown[] = [];
afterEach(async () => {
  for (const { bot } of towns.splice(0)) await bot.stop();
});
async function opened(now: string): Promise<SignalTown> {
  const town = await openSignalTown();
  towns.push(town);
  town.bot.clock.now = Temporal.Instant.from(now);
  return town;
}
const look = (town: SignalTown, at: string) => {
  town.bot.clock.now = Temporal.Instant.from(at);
};
const news = (town: SignalTown, at: string) => {
  look(town, at);
  return runAt(
    signalsJob({ ...town.bot.core, groups: town.bot.core.groups }),
    town.bot.core,
    town.bot.clock.now,
  );
};
const [MONDAY, TUESDAY, FRIDAY, SUNDAY] = ['2026-11-23', '2026-11-24', '2026-11-27', '2026-11-29'].map(
  (day) => `${day}T09:30:00Z`,
) as [string, string, string, string];
const NEXT_MONDAY = '2026-11-30T10:00:00Z';

/** What differs by chance: ids, marks, ports. */
const tidy = (value: unknown) =>
  JSON.stringify(value)
    .replace(/S-[\w-]{22}/g, 'S')
    .replace(/127\.0\.0\.1:\d+/g, 'host')
    .replace(/"passed":\[[^\]]*\]/g, '"passed":[]');

/** All that a signal of one moment becomes, for whoever reads it and for whoever reads storage, from the next week on. */
async function lifeOf(given: string, to: 'team' | 'department'): Promise<string[]> {
  const town = await opened(given);
  const place = to === 'team' ? WEST : RUIMTE;
  const keeper = to === 'team' ? gijs : head;
  expect(await town.give(amira, { to })).toContain('"Je signaal');
  const seen: unknown[] = [];
  const rows = async () =>
    ((await town.bot.rows('groups')).groups ?? []).map(({ partition, value }) => [partition, value]);
  await news(town, NEXT_MONDAY);
  const { id } = await town.only(place);
  const looks = async () => {
    seen.push(await rows());
    for (const who of [keeper, bert, head]) {
      for (const text of ['signalen', 'team', 'wat is ermee gedaan']) seen.push(await town.says(who, text));
      for (const verb of ['signal.open', 'signal.all', 'signal.list', 'team.open'])
        seen.push(await town.tap(who, verb, { ...place, id }));
    }
  };
  await looks();
  look(town, '2026-12-15T10:00:00Z');
  await looks();
  await town.save(keeper, place, id, 'answered', everything);
  await looks();
  expect(tidy(seen)).toContain(TEXT);
  return seen.map(tidy);
}

describe('a signal without name', () => {
  test.each([
    ['the team', 'team'],
    ['the department', 'department'],
  ] as const)(
    'to %s tells its week and nothing of its day, on no card, in no list, in no row',
    async (_, to) => {
      const monday = await lifeOf(MONDAY, to);
      for (const other of [TUESDAY, FRIDAY, SUNDAY]) expect(await lifeOf(other, to)).toEqual(monday);
    },
  );

  test('says which week it is from, where one with a name says the day', async () => {
    const town = await opened(TUESDAY);
    await town.give(amira);
    await town.give(bert, { named: 'ja', text: 'Met mijn naam' });
    await news(town, '2026-11-26T10:00:00Z');
    const list = await town.says(gijs, 'signalen');
    expect(list).toContain('een signaal uit week 48');
    expect(list).toContain('een signaal van 24 november 2026');
    expect(list).toContain('sinds deze week');
    const { id = '' } = (await town.signals()).find(({ named }) => !named) ?? {};
    const card = await town.tap(gijs, 'signal.open', { ...WEST, id });
    expect(card).toContain('week 48 (23 t/m 27 november) · sinds deze week');
    expect(card).not.toContain('24 november');
  });

  test('stands in an order that tells nothing, whichever of a week came first', async () => {
    const orders = [];
    for (const texts of [
      ['Een', 'Twee', 'Drie'],
      ['Drie', 'Twee', 'Een'],
    ]) {
      const town = await opened(MONDAY);
      // Its id follows from its day, so all are given on one day, in another order.
      for (const text of texts) await town.give(amira, { text });
      await news(town, NEXT_MONDAY);
      orders.push((await town.signals()).map(({ words }) => words.text));
    }
    expect(orders[0]).toEqual(orders[1]);
  });

  test('is seen by nobody on the day itself, and from the next day by who takes care of it, also before they are told', async () => {
    const town = await opened(TUESDAY);
    await town.give(amira);
    expect(await town.says(gijs, 'signalen')).toContain('Er staan geen signalen open');
    look(town, '2026-11-25T07:00:00Z');
    expect(await town.says(gijs, 'signalen')).toContain('uit week 48');
    await news(town, '2026-11-25T09:00:00Z');
    expect(await town.says(gijs, 'signalen')).toContain('uit week 48');
    const [row] = (await town.bot.rows('groups')).groups ?? [];
    expect(JSON.stringify(row?.value)).not.toMatch(/2026-11-2[3-8]/);
  });

  test('keeps no day either where it was answered before anybody was told, or nobody can be told', async () => {
    for (const isAnswered of [true, false]) {
      const town = await opened(TUESDAY);
      await town.give(amira);
      const { id } = await town.only(WEST);
      if (isAnswered) {
        look(town, '2026-11-25T07:30:00Z');
        expect(await town.save(gijs, WEST, id, 'answered', everything)).toContain('beantwoord');
      } else
        await town.bot.core.people.change('objecten-west', gijs.id, (now) => ({
          ...now,
          removed: '2026-11-24',
        }));
      await news(town, '2026-11-25T10:00:00Z');
      const rows = (await town.bot.rows('groups')).groups ?? [];
      expect(JSON.stringify(rows.filter(({ row }) => row.startsWith('g|')))).not.toMatch(/2026-11-2[34]/);
      expect(await town.tap(bert, 'team.open', WEST)).toContain('signal.open');
    }
  });

  test('is late after ten working days from the end of its week', async () => {
    const town = await opened(MONDAY);
    await town.give(amira);
    look(town, '2026-12-11T10:00:00Z');
    expect(await town.says(gijs, 'signalen')).toContain('al 10 werkdagen');
    expect(await town.says(gijs, 'signalen')).not.toContain('te laat');
    look(town, '2026-12-14T10:00:00Z');
    expect(await town.says(gijs, 'signalen')).toContain('te laat');
  });

  test('from before only the week was kept shows its week, and loses its day at the next change', async () => {
    const town = await opened(NEXT_MONDAY);
    const { groups, storage, tenant } = town.bot.core;
    const table = storage.definitions.find(({ name }) => name === 'groups');
    if (!table) throw new Error('there is no such table');
    await storage.table(table).put(key(tenant, 'team', WEST.key), key('g', 'S-old'), {
      source: 'raised',
      state: 'received',
      day: '2026-11-24',
      moved: '2026-11-24',
      announced: '2026-11-25',
      words: { text: TEXT },
    });
    const card = await town.tap(gijs, 'signal.open', { ...WEST, id: 'S-old' });
    expect(card).toContain('week 48');
    expect(card).not.toContain('24 november');
    await groups.changeSignal({ kind: 'team', key: WEST.key }, 'S-old', (now) => ({ ...now }));
    expect(JSON.stringify((await town.bot.rows('groups')).groups)).not.toMatch(/2026-11-2[3-8]/);
  });
});

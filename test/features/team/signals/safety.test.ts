import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groupsTable } from '../../../../src/features/team/groups/table.ts';
import { groupStore } from '../../../../src/features/team/store.ts';
import type { Storage } from '../../../../src/storage/index.ts';
import { imported, type Somebody, somebody, team } from '../../../support/bot.ts';
import { COUNCIL, RUIMTE, WEST } from '../town.ts';
import {
  amira,
  bert,
  elsewhere,
  everything,
  gijs,
  head,
  openSignalTown,
  type SignalTown,
  TEXT,
  works,
} from './town.ts';

let town: SignalTown;
let bot: SignalTown['bot'];

beforeEach(async () => {
  town = await openSignalTown();
  ({ bot } = town);
});
afterEach(() => bot.stop());

/** A second person leads Objecten West as well. */
const twoLead = () =>
  bot.core.settings.changeTeam(WEST.key, (now) => ({ ...now, managers: [elsewhere.upn] }));
const ownerRows = async () =>
  ((await bot.rows('groups')).groups ?? []).map(({ row }) => row).filter((row) => row.startsWith('o|'));

describe('whose a signal is', () => {
  const worksOut = (id: string, day: string) =>
    team.filter(({ account }) =>
      [JSON.stringify(['team|objecten-west', day, TEXT, account]), `${TEXT}${account}`].some((tried) =>
        id.includes(createHash('sha256').update(tried).digest('hex').slice(0, 16)),
      ),
    );

  test('cannot be worked out from what stands on a card, before or after it was erased', async () => {
    await town.give(amira, { named: 'ja' });
    const { id, day } = await town.only();
    expect(worksOut(id, day)).toEqual([]);
    await town.tap(amira, 'privacy.erase');
    expect((await town.only()).by).toBeUndefined();
    const rows = JSON.stringify(await bot.rows('groups'));
    for (const trace of [amira.account, amira.upn, amira.name]) expect(rows).not.toContain(trace);
  });

  test('the same words of two who put their names to them are two signals', async () => {
    await town.give(amira, { named: 'ja' });
    await town.give(bert, { named: 'ja' });
    expect((await town.signals()).map(({ by }) => by).sort()).toEqual([amira.account, bert.account].sort());
  });
});

describe('what was given past a manager', () => {
  const critical = { named: 'ja', text: 'Gijs luistert niet.' };

  test('they do not read once they head the department, and are not told of', async () => {
    await town.give(amira, { ...critical, to: 'department' });
    const { id } = await town.only(RUIMTE);
    await town.becomes(gijs, { access: ['manager', 'afdelingshoofd'] });
    await town.becomes(head, { access: ['medewerker'] });
    for (const [verb, data] of [
      ['signal.open', { ...RUIMTE, id }],
      ['signal.all', RUIMTE],
      ['team.open', RUIMTE],
      ['signal.list', {}],
      ['signal.step', { ...RUIMTE, id, to: 'seeing' }],
    ] as const)
      expect(await town.tap(gijs, verb, data)).not.toMatch(/luistert|Persoon 1|"id":"S-/);
  });

  test('they do not read as contact of the works council either', async () => {
    await town.give(amira, { ...critical, to: 'council' });
    await bot.core.settings.changeMunicipality((now) => ({ ...now, worksCouncil: [gijs.upn] }));
    expect(await town.says(gijs, 'signalen')).toContain('geen signalen open');
    expect(await town.tap(gijs, 'signal.all', COUNCIL)).not.toContain('luistert');
  });

  test('a new head does not read it, who was not named when it was given', async () => {
    await town.give(amira, { ...critical, to: 'department' });
    const { id } = await town.only(RUIMTE);
    await town.becomes(elsewhere, { access: ['afdelingshoofd'] });
    expect(await town.tap(elsewhere, 'signal.open', { ...RUIMTE, id })).toContain('is er niet meer');
  });

  test('they do not read after an import gave them another id, or an administrator another account', async () => {
    await town.give(amira, { ...critical, to: 'department' });
    const { id } = await town.only(RUIMTE);
    const { people } = bot.core;
    const was = await people.find(gijs.account);
    if (!was) throw new Error('the manager is there');
    await people.drop(was.team, was.id);
    await people.save([{ ...was, id: 'p77', access: ['afdelingshoofd'] }]);
    await people.mendDirectory();
    expect(await town.tap(gijs, 'signal.open', { ...RUIMTE, id })).toContain('is er niet meer');
    const again = somebody(78, gijs.name);
    await people.drop(was.team, 'p77');
    await people.save([{ ...was, directoryId: again.account, access: ['afdelingshoofd'] }]);
    expect(await town.tap(again, 'signal.open', { ...RUIMTE, id })).toContain('is er niet meer');
  });

  test('they are not asked to take up, and nothing about themselves tells them that it is there', async () => {
    await town.give(amira, { ...critical, to: 'department' });
    const { id } = await town.only(RUIMTE);
    await town.becomes(gijs, { access: ['manager', 'afdelingshoofd'] });
    expect(await town.tap(head, 'signal.step', { ...RUIMTE, id, to: 'answered' })).not.toContain(
      gijs.account,
    );
    await town.save(head, RUIMTE, id, 'answered', { ...everything, owner: gijs.account });
    expect(await ownerRows()).toEqual([]);
    expect(await town.tap(gijs, 'privacy.show')).not.toContain('Je pakt een signaal');
  });

  test('is another signal than the same words past the manager of another team', async () => {
    await town.give(amira, { to: 'department' });
    await town.give(works, { to: 'department' });
    expect(await town.signals(RUIMTE)).toHaveLength(2);
  });

  test('has as many marks whoever leads the team it came from', async () => {
    await twoLead();
    await town.give(amira, { to: 'department' });
    await town.give(works, { to: 'department' });
    const marks = (await town.signals(RUIMTE)).map(({ passed = [] }) => passed);
    expect(new Set(marks.map(({ length }) => length)).size).toBe(1);
    for (const list of marks) expect(list).toEqual([...new Set(list)].sort());
  });

  test('holds no name of who it passes', async () => {
    await town.give(amira, { to: 'department' });
    const rows = JSON.stringify(await bot.rows('groups'));
    for (const trace of [gijs.account, gijs.upn, gijs.name]) expect(rows).not.toContain(trace);
  });
});

describe('a decision that broke off', () => {
  let id: string;
  beforeEach(async () => {
    await town.give(amira);
    ({ id } = await town.only());
    town.nextDay();
  });

  test('is in the log after a second tap, and once', async () => {
    const form = await town.formOf(gijs, WEST, id, 'answered');
    const { record } = bot.core.audit;
    bot.core.audit.record = () => {
      bot.core.audit.record = record;
      return Promise.reject(new Error('storage is away'));
    };
    expect(await town.tap(gijs, 'signal.save', { ...form, ...everything })).toContain('Dit lukte niet');
    for (let tap = 0; tap < 3; tap += 1)
      expect(await town.tap(gijs, 'signal.save', { ...form, ...everything })).toContain('al bewaard');
    expect((await town.audited()).map(([, what]) => what)).toEqual([
      'besluit over signaal',
      'signaal beantwoord',
    ]);
    expect((await town.only()).unlogged).toEqual([]);
  });

  test('has its owner from the same moment as its words', async () => {
    await town.save(gijs, WEST, id, 'answered', everything);
    expect(await town.only()).toMatchObject({ owner: amira.account, words: { told: everything.told } });
    await town.save(gijs, WEST, id, 'answered', { told: 'Anders' });
    expect((await town.only()).owner).toBe(amira.account);
  });
});

describe('an erasure', () => {
  test('of who takes a signal up stands, also when the clock writes at that moment', async () => {
    await town.give(amira);
    const { id } = await town.only();
    town.nextDay();
    await town.save(gijs, WEST, id, 'answered', everything);
    await bot.core.groups.changeSignal(WEST, id, (now) => ({ ...now, announced: '2026-11-25' }));
    expect(await ownerRows()).toHaveLength(1);
    const { range } = bot.storage.table(groupsTable);
    const table = bot.storage.table(groupsTable);
    let isFirst = true;
    const erasingMeanwhile: Storage = {
      ...bot.storage,
      table: (definition) => ({
        ...bot.storage.table(definition),
        range: async (selection) => {
          const rows = await bot.storage.table(definition).range(selection);
          if (isFirst && selection.partition?.includes(WEST.key)) {
            isFirst = false;
            await town.tap(amira, 'privacy.erase');
          }
          return rows;
        },
      }),
    };
    const [tenant = ''] = (await range({ from: '' }))[0]?.partition.split('|') ?? [];
    await groupStore(erasingMeanwhile, tenant).changeSignal(WEST, id, (now) => ({
      ...now,
      reminded: '2026-12-01',
    }));
    expect(await ownerRows()).toEqual([]);
    expect(JSON.stringify(await table.range({ from: '' }))).toContain('2026-12-01');
  });

  test('of who gave it with a name takes it from nobody who is at it', async () => {
    await town.give(amira, { named: 'ja' });
    const { id } = await town.only();
    await town.save(gijs, WEST, id, 'seeing', everything);
    await town.tap(amira, 'privacy.erase');
    const card = await town.tap(gijs, 'signal.open', { ...WEST, id });
    expect(card).toContain('Signaal: bekeken');
    expect(card).not.toContain('Gegeven door');
  });
});

describe('what a decision costs', () => {
  test('is three ranges of the group and two transactions', async () => {
    await town.give(amira);
    const { id } = await town.only();
    town.nextDay();
    const form = await town.formOf(gijs, WEST, id, 'answered');
    const start = bot.requests.length;
    await town.tap(gijs, 'signal.save', { ...form, ...everything });
    const asked = bot.requests.slice(start).map(({ method, url }) => `${method} ${url}`);
    expect(asked.filter((one) => /^GET .*groups\(\)/.test(one))).toHaveLength(3);
    expect(asked.filter((one) => /^POST .*\$batch/.test(one))).toHaveLength(2);
  });
});

describe('two who decide at once', () => {
  let id: string;
  beforeEach(async () => {
    await town.give(amira);
    ({ id } = await town.only());
    town.nextDay();
    await twoLead();
  });

  test.each([
    ['another owner', { owner: bert.account }],
    ['another day', { due: '2026-12-24' }],
  ])('with the same words and %s are not of one mind', async (_what, change) => {
    const [one, two] = [
      await town.formOf(gijs, WEST, id, 'answered'),
      await town.formOf(elsewhere, WEST, id, 'answered'),
    ];
    await town.tap(gijs, 'signal.save', { ...one, ...everything });
    const card = await town.tap(elsewhere, 'signal.save', { ...two, ...everything, ...change });
    expect(card).not.toContain('Dit is al bewaard');
    expect(await town.only()).toMatchObject({ owner: amira.account, due: everything.due });
  });

  test('with the same words, one yes and one no, are not of one mind', async () => {
    for (const to of ['seeing', 'judging']) await town.save(gijs, WEST, id, to, everything);
    const [one, two] = [
      await town.formOf(gijs, WEST, id, 'deciding'),
      await town.formOf(elsewhere, WEST, id, 'deciding'),
    ];
    const words = { decided: 'We wachten op het nieuwe systeem', reason: 'Er is geen geld' };
    const { owner, due } = everything;
    await town.tap(gijs, 'signal.save', { ...one, ...words, acts: 'nee' });
    const card = await town.tap(elsewhere, 'signal.save', { ...two, ...words, acts: 'ja', owner, due });
    expect(card).not.toContain('Dit is al bewaard');
    expect((await town.only()).acts).toBe(false);
  });

  test('an older form takes it from nobody who got it since', async () => {
    for (const to of ['seeing', 'judging', 'deciding']) await town.save(gijs, WEST, id, to, everything);
    const old = await town.formOf(elsewhere, WEST, id, 'deciding');
    await town.save(gijs, WEST, id, 'deciding', { ...everything, owner: bert.id });
    const { decided, acts, due } = everything;
    const card = await town.tap(elsewhere, 'signal.save', {
      ...old,
      decided,
      acts,
      due,
      owner: amira.id,
    });
    expect(card).toContain('Iemand anders was je voor');
    expect((await town.only()).owner).toBe(bert.account);
  });

  test('leave one owner, however close together', async () => {
    for (const to of ['seeing', 'judging', 'deciding']) await town.save(gijs, WEST, id, to, everything);
    const form = await town.formOf(gijs, WEST, id, 'deciding');
    const { decided, acts, due } = everything;
    await Promise.all(
      [bert, gijs].map(({ id: owner }) =>
        town.tap(gijs, 'signal.save', { ...form, decided, acts, due, owner }),
      ),
    );
    expect(await ownerRows()).toHaveLength(1);
  });
});

describe('the size of a form', () => {
  test('stays under 28 KB in a team of a hundred, with every answer as long as it may be', async () => {
    const crowd = Array.from({ length: 110 }, (_, n) =>
      imported(somebody(200 + n, `Annemarie van der Heijden ${n}`)),
    );
    await bot.core.people.save(crowd);
    await town.give(amira, { text: 'x'.repeat(1_000) });
    const { id } = await town.only();
    town.nextDay();
    const form = await town.formOf(gijs, WEST, id, 'answered');
    const all = [
      'size',
      'cause',
      'complete',
      'others',
      'judged',
      'table',
      'decided',
      'reason',
      'check',
      'told',
    ];
    const words = Object.fromEntries(all.map((question) => [question, 'x'.repeat(2_000)]));
    const card = await town.tap(gijs, 'signal.save', { ...form, ...words, acts: '' });
    expect(card).toContain('signal.save');
    expect(Buffer.byteLength(card)).toBeLessThan(28_000);
  });
});

describe('more signals than the team view holds', () => {
  const count = 25;
  beforeEach(async () => {
    const crowd = [0, 1, 2, 3, 4].map((n) => somebody(400 + n));
    await town.bot.core.people.save(crowd.map((who) => imported(who)));
    for (let n = 0; n < count; n += 1)
      await town.give(crowd[n % crowd.length] as Somebody, { text: `Signaal nummer ${n}.` });
    town.nextDay();
  });
  const numbers = (card: string) => [...card.matchAll(/Signaal nummer (\d+)\./g)].map(([, n]) => Number(n));

  test('can all be read by the team, page by page', async () => {
    const view = await town.tap(bert, 'team.open', WEST);
    expect(view).toContain(`Signalen (${count})`);
    expect(view).toContain('signal.all');
    const pages = await Promise.all([0, 1, 2].map((page) => town.tap(bert, 'signal.all', { ...WEST, page })));
    expect(pages.flatMap(numbers).sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n));
    expect(pages[0]).toContain('Volgende');
    expect(pages[0]).not.toContain('Vorige');
    expect(pages[2]).toContain('deel 3 van 3');
    expect(await town.tap(bert, 'signal.all', { ...WEST, page: 99 })).toContain('deel 3 van 3');
  });

  test('are closed to who is in another team', async () => {
    expect(await town.tap(elsewhere, 'signal.all', WEST)).toContain('niet voor jou');
    expect(await town.tap(head, 'signal.all', WEST)).toContain('Signaal nummer');
  });

  test('put the open ones before what was answered', async () => {
    const [first] = await town.signals();
    await town.save(gijs, WEST, first?.id ?? '', 'answered', everything);
    const text = first?.words.text ?? '';
    expect(await town.tap(bert, 'signal.all', { ...WEST, page: 0 })).not.toContain(text);
    expect(await town.tap(bert, 'signal.all', { ...WEST, page: 2 })).toContain(text);
  });
});

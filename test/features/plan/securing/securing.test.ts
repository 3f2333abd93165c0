import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agreementFieldIds } from '../../../../src/features/plan/content/securing.ts';
import { plan } from '../../../../src/features/plan/index.ts';
import { ageInWords, securingStateOf } from '../../../../src/features/plan/securing/rules.ts';
import { MOST_A_DAY, type Securing } from '../../../../src/features/plan/securing/securing.ts';
import { type Somebody, startTestBot, type TestBot, typed, wordsOf } from '../../../support/bot.ts';
import { amira, bert, joris, municipality, tap } from '../town.ts';

const empty: Securing = {
  agreements: { version: 0, texts: {}, handedOver: {} },
  points: [],
  owners: new Map(),
};

describe('how far it is', () => {
  test('names what is missing, in the light form less, and nothing once all is there', () => {
    const nobody = () => false;
    expect(securingStateOf(empty, 'light', nobody).missing).toEqual([
      'wie beslist als iets vastloopt',
      'het vaste overleg',
    ]);
    expect(securingStateOf(empty, 'full', nobody).missing).toHaveLength(6);
    const texts = Object.fromEntries(agreementFieldIds.map((id) => [id, 'Zo doen we het']));
    const owners = new Map([
      ['proces-BAG', 'a'],
      ['data-BAG', 'b'],
    ]);
    const done = { ...empty, agreements: { version: 1, texts, handedOver: {} }, owners };
    expect(securingStateOf(done, 'full', () => true).missing).toEqual([]);
    expect(securingStateOf(done, 'full', (id) => id === 'a').missing).not.toEqual([]);
  });

  test.each([
    ['2026-11-25', 'sinds vandaag'],
    ['2026-11-24', 'al 1 dag'],
    ['2026-11-11', 'al 2 weken'],
  ])('a point since %s stands there %s', (since, words) => {
    expect(ageInWords(since, '2026-11-25')).toBe(words);
  });
});

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({ seed: municipality });
});
afterEach(() => bot.stop());

const says = async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text)));
const kept = () => bot.core.opened(plan).securing.read();
const point = (change: object = {}) => ({
  id: 'V-0000000a',
  text: 'Meldingen missen een tekening',
  source: 'retro',
  step: '8',
  table: 'regie',
  owner: bert.account,
  due: '',
  ...change,
});

describe('what stays', () => {
  test('is recorded by who keeps the plan and read by everybody, with owners by name', async () => {
    await tap(bot, joris, 'securing.save', {
      seen: 0,
      escalation: 'De Objectregisseur beslist',
      meeting: '',
    });
    await tap(bot, joris, 'securing.save-owners', {
      registration: 'BAG',
      seen: 1,
      process: bert.account,
      data: 'niemand',
    });
    const words = await says(amira, 'borging');
    expect(words).toContain('De Objectregisseur beslist');
    expect(words).toContain(bert.name);
    expect(words).not.toContain('securing.edit');
    expect(await tap(bot, joris, 'securing.save', { seen: 0, escalation: 'Anders', meeting: '' })).toContain(
      'net eerder',
    );
    expect(await tap(bot, amira, 'securing.save', { seen: 2, escalation: 'x', meeting: '' })).not.toContain(
      'Bewaard.',
    );
    await tap(bot, bert, 'privacy.erase');
    expect((await kept()).owners.size).toBe(0);
  });

  test('shows an owner in van mij, and lets them take only themselves away', async () => {
    await tap(bot, joris, 'securing.save-owners', {
      registration: 'BAG',
      seen: 0,
      process: bert.account,
      data: joris.account,
    });
    expect(await says(bert, 'van mij')).toContain('BAG: jij bent proceseigenaar');
    expect(await says(bert, 'borging')).toContain('Haal mij weg');
    await tap(bot, amira, 'securing.leave', { registration: 'BAG' });
    expect((await kept()).owners.size).toBe(2);
    await tap(bot, bert, 'securing.leave', { registration: 'BAG' });
    expect([...(await kept()).owners]).toEqual([['data-BAG', joris.account]]);
  });

  test('is handed over item by item, each with its day', async () => {
    expect(await tap(bot, joris, 'securing.hand-over', { seen: 0, done: 'roles,kompas' })).toContain(
      '2 van 6 klaar',
    );
    expect((await kept()).agreements.handedOver).toEqual({ roles: '2026-11-25', kompas: '2026-11-25' });
  });
});

describe('the board', () => {
  test('holds a point without names, with who takes it up, and where it comes from', async () => {
    expect(await tap(bot, joris, 'board.add', point({ text: `Vraag ${bert.name}` }))).toContain(
      'haal de naam',
    );
    expect(await tap(bot, joris, 'board.add', point())).toContain('staat op het verbeterbord');
    const words = await says(amira, 'verbeterbord');
    for (const part of [
      'Meldingen missen een tekening',
      'Retro',
      'Regiekamersessie',
      bert.name,
      'sinds vandaag',
    ])
      expect(words).toContain(part);
    expect(await says(bert, 'van mij')).toContain('Meldingen missen een tekening');
    expect(await tap(bot, amira, 'board.add', point({ id: 'V-0000000b' }))).not.toContain(
      'staat op het verbeterbord',
    );
  });

  test('shows the day beside a name and never that it is late, and takes no day that is past', async () => {
    expect(await tap(bot, joris, 'board.add', point({ due: '2026-11-24' }))).toContain(
      'kies vandaag of een latere dag',
    );
    await tap(bot, joris, 'board.add', point({ due: '2026-11-25' }));
    bot.clock.now = bot.clock.now.add({ hours: 72 });
    const words = await says(amira, 'verbeterbord');
    expect(words).toContain('uiterlijk 25 november');
    expect(words).not.toContain('te laat');
  });

  test('takes so many points of one person in a day, each with a line in the log without its words', async () => {
    for (let n = 0; n < MOST_A_DAY; n += 1)
      await tap(bot, joris, 'board.add', point({ id: `V-000000${10 + n}` }));
    expect(await tap(bot, joris, 'board.add', point({ id: 'V-00000099' }))).toContain('Morgen kan het weer');
    expect((await kept()).points).toHaveLength(MOST_A_DAY);
    await tap(bot, joris, 'board.done', { id: 'V-00000010', seen: 1 });
    const lines = await bot.core.audit.since(bot.clock.now.subtract({ hours: 1 }));
    expect(lines.filter(({ what }) => what.startsWith('verbeterbord'))).toHaveLength(MOST_A_DAY + 1);
    expect(JSON.stringify(lines)).not.toContain('Meldingen');
  });

  test('lets who takes a point up call it done and take that back, and others not', async () => {
    await tap(bot, joris, 'board.add', point());
    const at = (seen: number) => ({ id: 'V-0000000a', seen });
    expect(await tap(bot, amira, 'board.done', at(1))).toContain('Dit punt wijzig jij niet');
    expect(await tap(bot, bert, 'board.done', at(1))).toContain('Dit is gedaan.');
    expect(await says(amira, 'verbeterbord')).not.toContain('Meldingen missen');
    expect(await tap(bot, bert, 'board.undone', at(1))).toContain('net eerder');
    expect(await tap(bot, bert, 'board.undone', at(2))).toContain('Dit staat weer open.');
  });

  test('takes a point of a team from who leads it, after they looked at its words', async () => {
    const { groups } = bot.core.opened((await import('../../../../src/features/team/index.ts')).team);
    await groups.addPoint(
      { kind: 'team', key: 'objecten-west' },
      { id: '2026-11-20-better-1', kind: 'better', text: 'Eerder bellen', day: '2026-11-20' },
    );
    await bot.core.people.change('objecten-west', amira.id, (now) => ({ ...now, access: ['manager'] }));
    expect(await tap(bot, amira, 'board.pass')).toContain('Teamgesprek: Eerder bellen');
    const form = await tap(bot, amira, 'board.passing', { point: 'talk|objecten-west|2026-11-20-better-1' });
    expect(form).toContain('board.add');
    expect(form).toContain('Eerder bellen');
    expect(await tap(bot, joris, 'board.pass')).toContain('Er is niets om door te geven');
    expect((await kept()).points).toEqual([]);
  });
});

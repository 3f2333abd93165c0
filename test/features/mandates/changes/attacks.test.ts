import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  imported,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
} from '../../../support/bot.ts';
import { demoRegister } from '../registers.ts';
import { form, toKarim } from './form.ts';

const noud = somebody(5, 'Noud Kreek');
const oumaima = somebody(6, 'Oumaima Singel');
const third = somebody(7, 'Karim Dijk');
const stranger = somebody(99);
const decision = { number: 'B-7', date: '2026-11-20', publication: 'GMB-7' };
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot();
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([noud, oumaima, third].map((who) => imported(who, { access: ['mandaatbeheerder'] })));
});
afterEach(() => bot.stop());

const tap = async (who: Somebody, verb: string, data: object) =>
  JSON.stringify((await bot.post(tapped(who, verb, data))).body.value);
const entry = async (id: string) => (await bot.core.register.current()).lookup.entry(id);
const open = () => bot.core.proposals.open();
const audited = async (what: string) =>
  ((await bot.rows('audit')).audit ?? []).filter(({ value }) => value.what === what);
const proposed = async (data: object = toKarim) => {
  await tap(noud, 'mandates.propose', data);
  return (await open())[0]?.id ?? '';
};

describe('who acts is the account of the activity', () => {
  test('and nothing that the data claims', async () => {
    const asNoud = {
      by: noud.account,
      directoryId: noud.account,
      state: 'registered',
      access: ['mandaatbeheerder'],
    };
    expect(await tap(stranger, 'mandates.propose', { ...toKarim, ...asNoud })).toContain(
      'voor mandaatbeheerders',
    );
    await tap(oumaima, 'mandates.propose', { ...toKarim, ...asNoud, decision, entry: {}, id: 'x' });
    const [one] = await open();
    expect(one).toMatchObject({ by: oumaima.account, state: 'open' });
    expect(one?.decision).toBeUndefined();
    const id = one?.id ?? '';
    const claims = { id, ...decision, directoryId: noud.account, decidedBy: noud.account };
    expect(await tap(oumaima, 'mandates.approve', claims)).toContain('je eigen voorstel niet registreren');
    expect(await tap(stranger, 'mandates.approve', claims)).toContain('voor mandaatbeheerders');
    expect(await tap(stranger, 'mandates.withdraw', claims)).toContain('Ik ken je nog niet');
    await tap(third, 'mandates.approve', claims);
    const [row] = await audited('mandaat geregistreerd');
    expect(row?.value.who).toBe(third.account);
  });

  test('on every device: one’s own proposal is one’s own', async () => {
    const id = await proposed();
    const phone = { ...noud, id: 'p5-phone', user: '29:another-device', name: 'Iemand Anders' };
    expect(await tap(phone, 'mandates.approve', { id, ...decision })).toContain('je eigen voorstel niet');
    expect(await tap(phone, 'mandates.reject', { id, reason: 'x' })).toContain('je eigen voorstel niet');
    expect((await entry('R01'))?.holder).toBe('Amira Sol');
  });

  test('with another account one’s own proposal stays one’s own', async () => {
    const id = await proposed();
    const other = { ...noud, account: '00000000-0000-4000-8000-000000000999', user: '29:user-999' };
    const row = await bot.core.people.find(noud.account);
    if (!row) throw new Error('nobody there');
    await bot.core.people.rebind(row, other.account);
    expect(await tap(other, 'mandates.approve', { id, ...decision })).toContain('je eigen voorstel niet');
    expect(await tap(other, 'mandates.reject', { id, reason: 'x' })).toContain('je eigen voorstel niet');
    expect(await tap(other, 'mandates.proposal', { id })).not.toContain('mandates.approve');
    expect((await entry('R01'))?.holder).toBe('Amira Sol');
    expect(await tap(other, 'mandates.withdraw', { id })).toContain('Ingetrokken');
  });

  test('with another row in the people file one’s own proposal stays one’s own', async () => {
    const id = await proposed();
    const row = await bot.core.people.find(noud.account);
    if (!row) throw new Error('nobody there');
    await bot.core.people.drop(row.team, row.id);
    await bot.core.people.save([{ ...row, id: 'p5-anew' }]);
    expect(await tap(noud, 'mandates.approve', { id, ...decision })).toContain('je eigen voorstel niet');
  });

  test('with another account and another row too', async () => {
    const id = await proposed();
    const other = { ...noud, account: '00000000-0000-4000-8000-000000000999', user: '29:user-999' };
    const row = await bot.core.people.find(noud.account);
    if (!row) throw new Error('nobody there');
    await bot.core.people.rebind(row, other.account);
    const bound = await bot.core.people.find(other.account);
    if (!bound) throw new Error('not bound');
    await bot.core.people.drop(bound.team, bound.id);
    await bot.core.people.save([{ ...bound, id: 'p5-anew' }]);
    expect(await tap(other, 'mandates.approve', { id, ...decision })).toContain('je eigen voorstel niet');
    expect(await tap(other, 'mandates.withdraw', { id })).toContain('Ingetrokken');
  });

  test('whose right was taken away meanwhile may no longer decide', async () => {
    const id = await proposed();
    await bot.core.people.save([imported(oumaima)]);
    expect(await tap(oumaima, 'mandates.approve', { id, ...decision })).toContain('voor mandaatbeheerders');
    expect((await entry('R01'))?.holder).toBe('Amira Sol');
  });

  test('who left meanwhile may not withdraw either; who works here still may, without the right', async () => {
    const id = await proposed();
    await bot.core.people.save([imported(noud, { access: ['mandaatbeheerder'], removed: '2026-11-24' })]);
    expect(await tap(noud, 'mandates.withdraw', { id })).toContain('Ik ken je nog niet');
    expect(await open()).toHaveLength(1);
    await bot.core.people.save([imported(noud)]);
    expect(await tap(noud, 'mandates.withdraw', { id })).toContain('Ingetrokken');
    expect(await open()).toEqual([]);
  });
});

test('of two who register at once one decision counts, and the log has one line', async () => {
  const id = await proposed();
  const cards = await Promise.all([
    tap(oumaima, 'mandates.approve', { id, ...decision, number: 'B-1' }),
    tap(third, 'mandates.approve', { id, ...decision, number: 'B-2' }),
  ]);
  expect(cards.filter((card) => card.includes('Het register is bijgewerkt'))).toHaveLength(1);
  const basis = (await entry('R01'))?.basis ?? '';
  expect(['B-1', 'B-2'].filter((number) => basis.includes(number))).toHaveLength(1);
  const rows = await audited('mandaat geregistreerd');
  expect(rows).toHaveLength(1);
  const { mandateproposals = [] } = await bot.rows('mandateproposals');
  expect(mandateproposals[0]?.value).toMatchObject({ state: 'registered', decidedBy: rows[0]?.value.who });
});

test('whoever finishes what a colleague decided hears that it is the colleague’s decision', async () => {
  const id = await proposed();
  const { register } = bot.core;
  const real = register.register;
  register.register = () => Promise.reject(new Error('the machine stopped'));
  await tap(oumaima, 'mandates.approve', { id, ...decision });
  register.register = real;
  const card = await tap(third, 'mandates.approve', { id, ...decision, number: 'B-99' });
  expect(card).toContain('Je collega was eerder: het besluit dat die invulde, geldt.');
  expect((await entry('R01'))?.basis).toContain('B-7');
});

test('an entry that was ended meanwhile is not changed', async () => {
  const id = await proposed();
  const known = await bot.core.register.current();
  const now = known.lookup.entry('R01');
  if (!now) throw new Error('R01 is there');
  await bot.core.register.register(known, { ...now, until: '2026-11-22' }, '2026-11-24T09:00:00.000Z');
  expect(await tap(oumaima, 'mandates.approve', { id, ...decision })).toContain('intussen gewijzigd');
  expect(await entry('R01')).toMatchObject({ holder: 'Amira Sol', until: '2026-11-22' });
});

describe('a decision', () => {
  test.each([
    ['2026-11-26', 'ligt in de toekomst'],
    ['2126-11-20', 'ligt in de toekomst'],
    ['2026-02-30', 'Kies bij “Datum van het besluit” een dag die bestaat.'],
    ['30 februari', 'Kies bij “Datum van het besluit” een dag die bestaat.'],
    ['', 'Vul nog in: datum van het besluit.'],
  ])('of %s is refused', async (date, words) => {
    const id = await proposed();
    const card = await tap(oumaima, 'mandates.approve', { id, ...decision, date });
    expect(card).toContain(words);
    // The field for a day cannot show words: they stand above it.
    if (date === '30 februari') expect(card).toContain('Datum van het besluit: je typte “30 februari”.');
    expect(card).toContain(decision.number);
    expect((await entry('R01'))?.holder).toBe('Amira Sol');
    expect((await open())[0]?.state).toBe('open');
  });

  test('of today is taken', async () => {
    const id = await proposed();
    await tap(oumaima, 'mandates.approve', { id, ...decision, date: '2026-11-25' });
    expect((await entry('R01'))?.holder).toBe('Karim Dijk');
  });

  test('with texts that are too long is refused with what is too long', async () => {
    const id = await proposed();
    const long = 'x'.repeat(5_000);
    expect(await tap(oumaima, 'mandates.approve', { id, ...decision, number: long })).toContain(
      'langer dan 100',
    );
    expect(await tap(oumaima, 'mandates.approve', { id, ...decision, publication: long })).toContain(
      'langer dan 300',
    );
    const card = await tap(oumaima, 'mandates.reject', { id, reason: long });
    expect(card).toContain('Je reden is langer dan 500 tekens');
    // What fits in the field is still there.
    expect(card).toContain('x'.repeat(500));
    expect(card).not.toContain('x'.repeat(501));
    expect((await open())[0]?.state).toBe('open');
  });
});

test('HTML and Markdown in a proposal are shown as they are, in text that formats nothing', async () => {
  const nasty = '<script>alert(1)</script> **vet** [klik](http://evil) <at>Iemand</at> ${id}';
  const id = await proposed({ ...toKarim, voorwaarden: nasty });
  const { body } = await bot.post(tapped(oumaima, 'mandates.proposal', { id }));
  const owners: string[] = [];
  JSON.stringify(body.value, function (this: { type?: string }, name, value) {
    if (typeof value === 'string' && value.includes('evil')) owners.push(`${this.type}.${name}`);
    return value;
  });
  expect(new Set(owners)).toEqual(new Set(['TextRun.text']));
  await tap(oumaima, 'mandates.approve', { id, ...decision, number: '<b>1</b>' });
  expect(await entry('R01')).toMatchObject({ conditions: nasty, basis: expect.stringContaining('<b>1</b>') });
});

describe('a proposal for a new entry', () => {
  const fresh = { kind: 'new', ...form(), registratie: 'BGT', houder: 'Karim Dijk', vervanger: '' };

  test('never takes the number of one that is there', async () => {
    await proposed({ ...fresh, of: 'R01', id: 'R01' });
    const [one] = await open();
    expect(one?.before).toBeUndefined();
    expect(one?.entry.id).not.toBe('R01');
  });

  test('that says the same as one that waits is remarked', async () => {
    await proposed(fresh);
    expect(await tap(noud, 'mandates.propose', fresh)).toContain(
      'een voorstel dat hetzelfde zegt. Je deed het',
    );
    expect(await open()).toHaveLength(1);
  });
});

test('a text that is longer than its field is not proposed, and its beginning stands in the form again', async () => {
  const card = await tap(oumaima, 'mandates.propose', { ...toKarim, voorwaarden: 'x'.repeat(5_000) });
  expect(card).toContain('Voorwaarden: hooguit 4.000 tekens. Het zijn er 5.000.');
  expect(card).toContain('x'.repeat(4_000));
  expect(card).not.toContain('x'.repeat(4_001));
  expect(card).toContain('Karim Dijk');
  expect(await open()).toEqual([]);
});

test.each([
  ['mandates.approve', {}],
  ['mandates.approve', { id: 7 }],
  ['mandates.approve', { id: { $ne: '' } }],
  ['mandates.reject', { id: 'x'.repeat(5_000), reason: 'x' }],
  ['mandates.propose', { kind: 'delete', of: 'R01' }],
  ['mandates.propose', { kind: 'end', of: ['R01'] }],
  ['mandates.proposal', null],
  ['mandates.new', { activity: 'x'.repeat(5_000), registration: '', area: '' }],
  ['mandates.check', { from: -1 }],
])('%s with %j changes nothing', async (verb, data) => {
  expect(await tap(oumaima, verb, data as object)).toContain('Deze kaart werkt niet meer');
  expect(await open()).toEqual([]);
  expect(await entry('R01')).toMatchObject({ holder: 'Amira Sol' });
});

describe('two who propose the same', () => {
  const later = () => {
    bot.clock.now = bot.clock.now.add({ minutes: 5 });
  };
  /** Proposes, also after the form said what else waits for this entry. */
  async function proposes(who: Somebody, data: object): Promise<void> {
    const [, seen] = /"seen":("[^"]+")/.exec(await tap(who, 'mandates.propose', data)) ?? [];
    if (seen) await tap(who, 'mandates.propose', { ...data, seen: JSON.parse(seen) });
  }
  /** Both propose Karim for R01, and the first proposal is registered. */
  async function bothProposed(): Promise<string> {
    await proposes(noud, toKarim);
    later();
    await proposes(third, toKarim);
    const [first, second] = await open();
    later();
    expect(await tap(oumaima, 'mandates.approve', { id: first?.id, ...decision })).toContain('Geregistreerd');
    later();
    return second?.id ?? '';
  }

  test('are not both registered on one decision', async () => {
    const second = await bothProposed();
    expect(await tap(oumaima, 'mandates.approve', { id: second, ...decision })).toContain(
      'intussen gewijzigd',
    );
    expect(await audited('mandaat geregistreerd')).toHaveLength(1);
    expect(await open()).toMatchObject([{ id: second, state: 'open' }]);
  });

  test('are not told that theirs is registered when the register has gone back since', async () => {
    const second = await bothProposed();
    await proposes(noud, { kind: 'change', of: 'R01', ...form({ houder: 'Amira Sol' }) });
    const back = (await open()).find(({ id }) => id !== second)?.id;
    const other = { ...decision, number: 'B-8', publication: 'GMB-8' };
    expect(await tap(oumaima, 'mandates.approve', { id: back, ...other })).toContain('Geregistreerd');
    later();
    expect(await tap(oumaima, 'mandates.approve', { id: second, ...decision })).toContain(
      'intussen gewijzigd',
    );
    expect((await entry('R01'))?.holder).toBe('Amira Sol');
    expect(await audited('mandaat geregistreerd')).toHaveLength(2);
  });
});

test('marks that turn the direction of writing reach neither the second person nor the register', async () => {
  const id = await proposed({
    kind: 'change',
    of: 'R01',
    ...form({
      houder: 'Karim\u2066 Di\u00ADjk',
      voorwaarden: 'Alleen tot \u202E000.01 orue\u202C en niet\u2063 in het weekend',
    }),
  });
  const card = await tap(oumaima, 'mandates.proposal', { id });
  expect(card).toContain('Alleen tot 000.01 orue en niet in het weekend');
  expect(card).not.toMatch(/[\u00AD\u2066\u202E\u202C\u2063]/);
  const [one] = await open();
  expect(one?.entry).toMatchObject({ holder: 'Karim Dijk' });
});

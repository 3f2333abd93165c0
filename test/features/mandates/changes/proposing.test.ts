import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registeredEntry, sameEntry } from '../../../../src/features/mandates/changes/proposal.ts';
import {
  imported,
  type Sent,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { demoRegister } from '../registers.ts';

const noud = somebody(5, 'Noud Kreek');
const oumaima = somebody(6, 'Oumaima Singel');
const karim = somebody(7, 'Karim Dijk');
const manager = somebody(8, 'Pleun Wiel');
const decision = { number: 'B-7', date: '2026-11-20', publication: 'GMB-7' };
let bot: TestBot;

const reachable = (who: Somebody) => ({
  reach: 'open' as const,
  address: {
    serviceUrl: bot.connector.url,
    conversation: `chat-${who.id}`,
    user: who.user,
    bot: '28:kompas',
  },
});

beforeEach(async () => {
  bot = await startTestBot();
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([
    imported(noud, { access: ['mandaatbeheerder'], ...reachable(noud) }),
    imported(oumaima, { access: ['mandaatbeheerder'], ...reachable(oumaima) }),
    imported(karim, reachable(karim)),
    imported(manager, reachable(manager)),
  ]);
});
afterEach(() => bot.stop());

const tap = async (who: Somebody, verb: string, data: object) => {
  const start = bot.connector.sent.length;
  const { body } = await bot.post(tapped(who, verb, data));
  return { card: JSON.stringify(body.value), sent: bot.connector.sent.slice(start) };
};
const toKarim = { kind: 'change', of: 'R01', ...form({ houder: 'Karim Dijk' }) };
const entry = async (id: string) => (await bot.core.register.current()).lookup.entry(id);
const openId = async () => (await bot.core.proposals.open())[0]?.id ?? '';
const to = (sent: readonly Sent[], who: Somebody) =>
  wordsOf(sent.filter(({ conversation }) => conversation === `chat-${who.id}`));

/** What the form of R01 sends when nothing is touched, with something changed. */
function form(change: object) {
  return {
    ...{ soort: 'machtiging', activiteit: 'verwerken', registratie: 'BAG', gebied: 'Delfshaven' },
    ...{ rol: 'Objectregistrator', houder: 'Amira Sol', vervanger: 'Bert Kade' },
    ...{ organisatie: 'Gemeente Rotterdam', vier_ogen: 'nee', ondermandaat_toegestaan: 'nee' },
    ...{ geldig_van: '2026-01-01', ...change },
  };
}

describe('a change of the register', () => {
  test('is proposed, told to the other, registered with its decision and told to proposer and holder', async () => {
    const proposed = await tap(noud, 'mandates.propose', toKarim);
    expect(proposed.card).toContain('Karim Dijk');
    expect(to(proposed.sent, oumaima)).toContain('Voorgesteld door');
    expect((await entry('R01'))?.holder).toBe('Amira Sol');

    const approved = await tap(oumaima, 'mandates.approve', { id: await openId(), ...decision });
    expect(approved.card).toContain('Het register is bijgewerkt');
    expect(await entry('R01')).toMatchObject({
      ...{ holder: 'Karim Dijk', publication: 'GMB-7' },
      basis: 'Mandaatbesluit 2026, art. 4; besluit B-7 van 20 november 2026',
    });
    expect(to(approved.sent, noud)).toContain('Je voorstel is geregistreerd');
    expect(to(approved.sent, karim)).toContain('Een mandaat op jouw naam is gewijzigd');
    expect(await bot.core.proposals.open()).toEqual([]);
    const { audit = [] } = await bot.rows('audit');
    expect(audit.map(({ value }) => value.what)).toEqual(
      expect.arrayContaining(['mandaat voorgesteld', 'mandaat geregistreerd']),
    );
  });

  test('is rejected with a reason that the proposer reads, and nothing changes', async () => {
    await tap(noud, 'mandates.propose', toKarim);
    const id = await openId();
    expect((await tap(oumaima, 'mandates.reject', { id })).card).toContain('Geef een reden');
    const rejected = await tap(oumaima, 'mandates.reject', { id, reason: 'Karim **werkt** in Oost' });
    expect(to(rejected.sent, noud)).toContain('Reden: Karim **werkt** in Oost');
    expect((await entry('R01'))?.holder).toBe('Amira Sol');
  });

  test('is never registered by its proposer', async () => {
    await tap(noud, 'mandates.propose', toKarim);
    const { card } = await tap(noud, 'mandates.approve', { id: await openId(), ...decision });
    expect(card).toContain('Je kunt je eigen voorstel niet registreren');
    expect((await entry('R01'))?.holder).toBe('Amira Sol');
  });

  test('is not for others: neither proposing nor deciding', async () => {
    expect((await tap(karim, 'mandates.propose', toKarim)).card).toContain('Dit is voor mandaatbeheerders');
    await tap(noud, 'mandates.propose', toKarim);
    const id = await openId();
    for (const [verb, data] of [
      ['mandates.approve', { id, ...decision }],
      ['mandates.reject', { id, reason: 'nee' }],
      ['mandates.proposal', { id }],
    ] as const)
      expect((await tap(karim, verb, data)).card).toContain('Dit is voor mandaatbeheerders');
    expect(await bot.core.proposals.open()).toHaveLength(1);
  });

  test('needs the number and date of a decision, and where it was published', async () => {
    await tap(noud, 'mandates.propose', { kind: 'new', ...form({ registratie: 'BGT' }) });
    const id = await openId();
    expect((await tap(oumaima, 'mandates.approve', { id })).card).toContain('Vul het nummer');
    const noPlace = { id, number: 'B-7', date: '2026-11-20' };
    expect((await tap(oumaima, 'mandates.approve', noPlace)).card).toContain('waar het besluit');
    const odd = { ...noPlace, date: '2026-02-30', publication: 'x' };
    expect((await tap(oumaima, 'mandates.approve', odd)).card).toContain('Vul het nummer');
    expect(await bot.core.proposals.open()).toHaveLength(1);
  });

  test('that two people tap at once is registered once', async () => {
    await tap(noud, 'mandates.propose', toKarim);
    const data = { id: await openId(), ...decision };
    const both = await Promise.all([
      tap(oumaima, 'mandates.approve', data),
      tap(oumaima, 'mandates.approve', data),
    ]);
    expect(both.filter(({ card }) => card.includes('Het register is bijgewerkt'))).toHaveLength(1);
    const { records } = await bot.core.register.current();
    expect(records.entries.filter(({ value }) => value.id === 'R01')).toHaveLength(2);
  });

  test('of an entry that changed meanwhile is told so, and loses nothing', async () => {
    await tap(noud, 'mandates.propose', toKarim);
    const first = await openId();
    await tap(oumaima, 'mandates.propose', {
      ...toKarim,
      ...form({ houder: 'Bert Kade', vervanger: '' }),
    });
    const second = (await bot.core.proposals.open()).find(({ id }) => id !== first)?.id ?? '';
    await tap(noud, 'mandates.approve', { id: second, ...decision });
    const late = await tap(oumaima, 'mandates.approve', { id: first, ...decision });
    expect(late.card).toContain('Dit mandaat is intussen gewijzigd');
    expect((await entry('R01'))?.holder).toBe('Bert Kade');
    expect(await bot.core.proposals.open()).toHaveLength(1);
  });

  test('of another entry meanwhile stands in nobody’s way', async () => {
    await tap(noud, 'mandates.propose', toKarim);
    const id = await openId();
    const known = await bot.core.register.current();
    const other = known.lookup.entry('R02');
    if (!other) throw new Error('the demo has R02');
    await bot.core.register.register(known, { ...other, conditions: 'x' }, '2026-11-24T09:00:00.000Z');
    await tap(oumaima, 'mandates.approve', { id, ...decision });
    expect((await entry('R01'))?.holder).toBe('Karim Dijk');
    expect((await entry('R02'))?.conditions).toBe('x');
  });

  test('can be withdrawn by its proposer only', async () => {
    await tap(noud, 'mandates.propose', toKarim);
    const id = await openId();
    expect((await tap(oumaima, 'mandates.withdraw', { id })).card).toContain('er niet meer');
    expect((await tap(noud, 'mandates.withdraw', { id })).card).toContain('Ingetrokken');
    expect(await bot.core.proposals.open()).toEqual([]);
  });

  test('ends an entry on a day', async () => {
    const early = { kind: 'end', of: 'R01', geldig_tot_en_met: '2025-01-01' };
    expect((await tap(noud, 'mandates.propose', early)).card).toContain('vóór de eerste dag');
    await tap(noud, 'mandates.propose', { ...early, geldig_tot_en_met: '2026-12-31' });
    await tap(oumaima, 'mandates.approve', { id: await openId(), ...decision });
    expect((await entry('R01'))?.until).toBe('2026-12-31');
  });

  test('that changes nothing, or is wrong, is said above the form with all still filled in', async () => {
    const nothing = await tap(noud, 'mandates.propose', { kind: 'change', of: 'R01', ...form({}) });
    expect(nothing.card).toContain('Je hebt niets gewijzigd');
    const wrong = form({ limiet_eur: '12k5', gebied: 'Nergens', uit_mandaat: 'X9' });
    const { card } = await tap(noud, 'mandates.propose', { kind: 'new', ...wrong });
    for (const words of ['12k5', 'Nergens', 'X9 staat niet in het register', 'Amira Sol'])
      expect(card).toContain(words);
    expect(await bot.core.proposals.open()).toEqual([]);
  });
});

describe('a municipality with one mandaatbeheerder', () => {
  beforeEach(async () => {
    await bot.core.people.save([imported(oumaima, reachable(oumaima))]);
  });

  test('hears that somebody has to be named', async () => {
    const { card } = await tap(noud, 'mandates.propose', toKarim);
    expect(card).toContain('Er is nog niemand die dit kan registreren');
  });

  test('has changes registered by the second person that was named', async () => {
    const { municipality } = await bot.core.settings.read();
    await bot.core.settings.saveMunicipality({ ...municipality, secondRegistrar: manager.upn });
    const { sent } = await tap(noud, 'mandates.propose', toKarim);
    expect(to(sent, manager)).toContain('Voorgesteld door');
    await tap(manager, 'mandates.approve', { id: await openId(), ...decision });
    expect((await entry('R01'))?.holder).toBe('Karim Dijk');
  });
});

describe('the list of proposals', () => {
  test('is empty at first, and then opens each', async () => {
    expect(wordsOf(await bot.hear(typed(noud, 'voorstellen')))).toContain('Er wacht nu niets');
    await tap(noud, 'mandates.propose', toKarim);
    expect(wordsOf(await bot.hear(typed(oumaima, 'voorstellen')))).toContain('Openen');
  });
});

test('an entry is the same whatever the order of its fields', () => {
  const one = demoRegister().entries[0];
  if (!one) throw new Error('the demo has entries');
  const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as typeof one;
  expect(sameEntry(one, turned)).toBe(true);
  expect(sameEntry(one, registeredEntry({ entry: one }, decision))).toBe(false);
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { differences } from '../../../../src/features/mandates/changes/differences.ts';
import { registeredEntry, sameEntry } from '../../../../src/features/mandates/changes/proposal.ts';
import {
  chatOf,
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
import { form, toKarim } from './form.ts';

const noud = somebody(5, 'Noud Kreek');
const oumaima = somebody(6, 'Oumaima Singel');
const karim = somebody(7, 'Karim Dijk');
const manager = somebody(8, 'Pleun Wiel');
const decision = { number: 'B-7', date: '2026-11-20', publication: 'GMB-7' };
let bot: TestBot;

const reachable = (who: Somebody) => ({ reach: 'open' as const, address: chatOf(who, bot.connector.url) });

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
/** Proposes, and again when something was remarked first. */
const propose = async (who: Somebody, data: object) => {
  const { body } = await bot.post(tapped(who, 'mandates.propose', data));
  const found = JSON.stringify(body.value).match(/"seen":("(?:[^"\\]|\\.)*")/);
  const seen = found?.[1] && JSON.parse(found[1]);
  return seen
    ? tap(who, 'mandates.propose', { ...data, seen })
    : { card: JSON.stringify(body.value), sent: [] };
};
const entry = async (id: string) => (await bot.core.register.current()).lookup.entry(id);
const openId = async () => (await bot.core.proposals.open())[0]?.id ?? '';
const to = (sent: readonly Sent[], who: Somebody) =>
  wordsOf(sent.filter(({ conversation }) => conversation === `chat-${who.id}`));

describe('a change of the register', () => {
  test('is proposed, told to the other, registered with its decision and told to proposer and holder', async () => {
    const proposed = await tap(noud, 'mandates.propose', toKarim);
    expect(proposed.card).toContain('Karim Dijk');
    expect(to(proposed.sent, oumaima)).toContain('Voorgesteld door');
    expect((await entry('R01'))?.holder).toBe('Amira Sol');

    const approved = await tap(oumaima, 'mandates.approve', { id: await openId(), ...decision });
    expect(approved.card).toContain('Het register is bijgewerkt');
    expect(approved.card).toContain('R01 · BAG verwerken · Delfshaven · Karim Dijk');
    expect(to(approved.sent, noud)).toContain('Het gaat om R01: BAG verwerken in Delfshaven.');
    expect(await entry('R01')).toMatchObject({
      holder: 'Karim Dijk',
      publication: 'GMB-7',
      basis: 'Mandaatbesluit 2026, art. 4; besluit B-7 van 20 november 2026',
    });
    expect(to(approved.sent, noud)).toContain('Je voorstel is geregistreerd');
    expect(to(approved.sent, karim)).toContain('Een mandaat op jouw naam is gewijzigd');
    expect(to(approved.sent, karim)).toContain('Houder: Amira Sol → Karim Dijk');
    expect(await bot.core.proposals.open()).toEqual([]);
    const { audit = [] } = await bot.rows('audit');
    expect(audit.map(({ value }) => value.what)).toEqual(
      expect.arrayContaining(['mandaat voorgesteld', 'mandaat geregistreerd']),
    );
  });

  test('shows whose mandate it is, and of each field what it was and becomes', async () => {
    const vague = { kind: 'change', of: 'R05', ...form({ activiteit: 'valideren', gebied: 'Charlois' }) };
    const others = { soort: 'machtiging', houder: 'Driss Haven', vervanger: 'Sjaak Onbekend' };
    const same = { rol: 'Kwaliteitscoördinator', vier_ogen: 'ja', geldig_tot_en_met: '' };
    const proposed = await propose(noud, { ...vague, ...others, ...same });
    expect(proposed.card).toContain('Driss Haven');
    for (const words of ['geen → ', 'Sjaak Onbekend', '30 juni 2026 → '])
      expect(proposed.card).toContain(words);
    const { card } = await tap(oumaima, 'mandates.proposal', { id: await openId() });
    expect(card).toContain('"text":"Houder: "');
    expect(card).toContain('geen → ');
    const list = wordsOf(await bot.hear(typed(oumaima, 'voorstellen')));
    expect(list).toContain('Charlois · Driss Haven');
    expect(list).toContain('Vervangers: geen → Sjaak Onbekend · Tot en met: 30 juni 2026 → geen · Wacht');
  });

  test('is rejected with a reason that the proposer reads, and nothing changes', async () => {
    await tap(noud, 'mandates.propose', toKarim);
    const id = await openId();
    expect((await tap(oumaima, 'mandates.reject', { id })).card).toContain('Geef een reden');
    const rejected = await tap(oumaima, 'mandates.reject', { id, reason: 'Karim **werkt** in Oost' });
    expect(to(rejected.sent, noud)).toContain('Reden: Karim **werkt** in Oost');
    expect((await entry('R01'))?.holder).toBe('Amira Sol');
  });

  test('that is rejected can be adjusted and proposed again, with all that it said', async () => {
    await propose(noud, { kind: 'new', ...form({ registratie: 'BGT' }) });
    const id = await openId();
    const rejected = await tap(oumaima, 'mandates.reject', { id, reason: 'nee' });
    const told = to(rejected.sent, noud);
    expect(told).toContain('Het gaat om een nieuw mandaat: BGT verwerken in Delfshaven.');
    expect(told).toContain(
      `"title":"Pas aan en stel opnieuw voor","verb":"mandates.again","data":{"id":"${id}"}`,
    );
    const { card } = await tap(noud, 'mandates.again', { id });
    for (const value of ['Amira Sol', 'BGT', '2026-01-01']) expect(card).toContain(`"value":"${value}"`);
    expect(card).toContain('"data":{"kind":"new"}');
    await tap(noud, 'mandates.propose', toKarim);
    const change = await openId();
    await tap(oumaima, 'mandates.reject', { id: change, reason: 'nee' });
    const changed = (await tap(noud, 'mandates.again', { id: change })).card;
    expect(changed).toContain('"value":"Karim Dijk"');
    expect(changed).toContain('"data":{"kind":"change","of":"R01"}');
    // What waits, or is somebody else's, is not opened so.
    await tap(noud, 'mandates.propose', toKarim);
    for (const [who, one] of [
      [noud, await openId()],
      [oumaima, change],
    ] as const)
      expect((await tap(who, 'mandates.again', { id: one })).card).toContain('er niet meer');
  });

  test('of who holds it says from when that counts, on the form and to who decides', async () => {
    const opened = (await tap(noud, 'mandates.change', { id: 'R01' })).card;
    expect(opened).toContain('vanaf de eerste dag, ook voor dagen die voorbij zijn');
    await tap(noud, 'mandates.propose', toKarim);
    const words = 'Karim Dijk is dan houder vanaf 1 januari 2026, ook voor dagen die voorbij zijn.';
    expect((await tap(oumaima, 'mandates.proposal', { id: await openId() })).card).toContain(words);
    const later = { ...form({ houder: 'Bert Kade', vervanger: '', geldig_van: '2026-12-01' }) };
    expect((await propose(noud, { kind: 'change', of: 'R01', ...later })).card).not.toContain(
      'is dan houder',
    );
  });

  test('that is new is named by what it is about: nobody knows its number', async () => {
    await propose(noud, { kind: 'new', ...form({ registratie: 'BGT' }) });
    const { card } = await tap(oumaima, 'mandates.proposal', { id: await openId() });
    expect(card).toMatch(/"text":"BGT verwerken · Delfshaven · K-[^"]*"/);
    for (const phrase of ['voorstellen', 'van mij'])
      expect(wordsOf(await bot.hear(typed(oumaima, phrase)))).toMatch(
        /Nieuw mandaat · BGT verwerken · Delfshaven · K-/,
      );
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
    await propose(noud, { kind: 'new', ...form({ registratie: 'BGT' }) });
    const id = await openId();
    expect((await tap(oumaima, 'mandates.approve', { id })).card).toContain(
      'Vul nog in: nummer van het besluit, datum van het besluit en waar het besluit is gepubliceerd.',
    );
    const noPlace = { id, number: 'B-7', date: '2026-11-20' };
    expect((await tap(oumaima, 'mandates.approve', noPlace)).card).toContain('waar het besluit');
    const odd = { ...noPlace, date: '2026-02-30', publication: 'x' };
    expect((await tap(oumaima, 'mandates.approve', odd)).card).toContain(
      'Kies bij “Datum van het besluit” een dag die bestaat.',
    );
    expect(await bot.core.proposals.open()).toHaveLength(1);
  });

  test('asks for the date of the decision, and does not fill in today', async () => {
    await tap(noud, 'mandates.propose', toKarim);
    const id = await openId();
    const shown = await tap(oumaima, 'mandates.proposal', { id });
    expect(shown.card).toContain('Akkoord en registreren');
    expect(shown.card).not.toContain('Datum van het besluit');
    const { card } = await tap(oumaima, 'mandates.deciding', { id, open: 'approve' });
    expect(card).toContain('"label":"Datum van het besluit","isRequired":true');
    expect(card).not.toContain('2026-11-2');
    expect((await tap(oumaima, 'mandates.approve', { id, number: 'B-7' })).card).toContain('datum van');
  });

  test('that changes an entry never keeps the old publication unasked, and an end does', async () => {
    await tap(noud, 'mandates.propose', toKarim);
    const noPlace = { number: 'B-7', date: '2026-11-20' };
    const refused = await tap(oumaima, 'mandates.approve', { id: await openId(), ...noPlace });
    expect(refused.card).toContain('Vul nog in: waar het besluit is gepubliceerd.');
    for (const kept of Object.values(noPlace)) expect(refused.card).toContain(`"value":"${kept}"`);
    expect((await entry('R01'))?.publication).toBe('GMB-2025-900101');
    await tap(oumaima, 'mandates.reject', { id: await openId(), reason: 'nee' });
    await tap(noud, 'mandates.propose', { kind: 'end', of: 'R01', geldig_tot_en_met: '2026-12-31' });
    await tap(oumaima, 'mandates.approve', { id: await openId(), ...noPlace });
    expect(await entry('R01')).toMatchObject({ until: '2026-12-31', publication: 'GMB-2025-900101' });
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
    await propose(oumaima, { ...toKarim, ...form({ houder: 'Bert Kade', vervanger: '' }) });
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
    // The card of the other is still there: opening a form on it says so before anything is filled in.
    for (const open of ['approve', 'reject'])
      expect((await tap(oumaima, 'mandates.deciding', { id, open })).card).toContain('er niet meer');
  });

  test('says who can register it, and opens no form for who proposed it', async () => {
    const { card } = await tap(noud, 'mandates.propose', toKarim);
    expect(card).toContain('Dat kan Oumaima Singel doen.');
    const id = await openId();
    const own = await tap(noud, 'mandates.deciding', { id, open: 'approve' });
    expect(own.card).toContain('Je kunt je eigen voorstel niet registreren');
  });

  test('ends an entry on a day', async () => {
    const early = { kind: 'end', of: 'R01', geldig_tot_en_met: '2025-01-01' };
    expect((await tap(noud, 'mandates.propose', early)).card).toContain('Dit mandaat begint pas op');
    await tap(noud, 'mandates.propose', { ...early, geldig_tot_en_met: '2026-12-31' });
    await tap(oumaima, 'mandates.approve', { id: await openId(), ...decision });
    expect((await entry('R01'))?.until).toBe('2026-12-31');
  });

  test('that changes nothing, or is wrong, is said above the form with all still filled in', async () => {
    const nothing = await tap(noud, 'mandates.propose', { kind: 'change', of: 'R01', ...form() });
    expect(nothing.card).toContain('Je hebt niets gewijzigd');
    const wrong = form({ limiet_eur: '12k5', gebied: 'Nergens', uit_mandaat: 'X9' });
    const { card } = await tap(noud, 'mandates.propose', { kind: 'new', ...wrong });
    for (const words of ['12k5', 'Nergens', 'X9 staat niet in het register', 'Amira Sol'])
      expect(card).toContain(words);
    expect(await bot.core.proposals.open()).toEqual([]);
  });
});

test('a form that is sent empty marks what it needs, and says it again beside the button', async () => {
  const { body } = await bot.post(tapped(noud, 'mandates.propose', { kind: 'new', soort: 'mandaat' }));
  const parts: { id?: string; label?: string; text?: string; isRequired?: boolean }[] = body.value.body;
  const needed = parts.filter(({ isRequired }) => isRequired === true).map(({ id }) => id);
  expect(needed).toEqual(['gebied', 'houder', 'soort', 'geldig_van']);
  // An activity may be typed in the field below, so Teams cannot mark the list.
  const marked = parts.filter(({ label }) => label?.includes('(nodig)')).map(({ id }) => id);
  expect(marked).toEqual(['activiteit']);
  const words = parts.map(({ text }) => text);
  expect(words).toContain('Vul nog in: Activiteit, Houder, Gebied, Eerste dag.');
  const whole = await tap(noud, 'mandates.propose', { kind: 'new' });
  expect(whole.card).toContain('Vul nog in: Soort, Activiteit, Houder, Gebied, Eerste dag.');
  const wrong = await tap(noud, 'mandates.propose', { kind: 'new', ...form({ limiet_eur: '12k5' }) });
  expect(wrong.card).toContain('Boven het formulier staat wat er niet klopt.');
  const { card } = await tap(noud, 'mandates.change', { id: 'R01' });
  expect(card).not.toMatch(/Vul nog in|Boven het formulier/);
});

describe('the form of an entry', () => {
  const importAs = async (change: object) => {
    const { register } = bot.core;
    const known = await register.current();
    const { entries, ...rest } = known.lookup.register;
    const next = entries.map((one) => (one.id === 'R01' ? { ...one, ...change } : one));
    await register.replace(known, { ...rest, entries: next }, '2026-11-24T09:00:00.000Z');
  };
  const change = (fields: object) =>
    tap(noud, 'mandates.propose', { kind: 'change', of: 'R01', ...form(fields) });

  test('has a line for each deputy, and leaves a comma in a name alone', async () => {
    await importAs({ deputies: ['Bos, J.', 'Bert Kade'] });
    const { card } = await tap(noud, 'mandates.change', { id: 'R01' });
    expect(card).toContain(JSON.stringify('Bos, J.\nBert Kade'));
    expect((await change({ vervanger: 'Bos, J.\r\nBert Kade' })).card).toContain('niets gewijzigd');
    await propose(noud, {
      kind: 'change',
      of: 'R01',
      ...form({ vervanger: 'Bos, J.\nBert Kade\n Dam, K. ' }),
    });
    expect((await bot.core.proposals.open())[0]?.entry.deputies).toEqual(['Bos, J.', 'Bert Kade', 'Dam, K.']);
  });

  test('shows every change of the deputies, also one that reads the same', async () => {
    const { lookup } = await bot.core.register.current();
    const one = lookup.entry('R01');
    if (!one) throw new Error('R01 is there');
    const among = (before: string[], after: string[]) =>
      differences({ entry: { ...one, deputies: after }, before: { ...one, deputies: before } }, lookup);
    for (const separator of [', ', '; ', ' · ', '\n'])
      expect(among([`Bos${separator}J.`], ['Bos', 'J.'])).toMatchObject([{ label: 'Vervangers' }]);
    expect(among(['Bos'], ['Bos'])).toEqual([]);
  });

  test.each([700, 9_000])(
    'carries a text of %i characters, and keeps it when it is left alone',
    async (length) => {
      const conditions = 'Alleen na overleg. '
        .repeat(length / 10)
        .slice(0, length)
        .trim();
      await importAs({ conditions });
      const { body } = await bot.post(tapped(noud, 'mandates.change', { id: 'R01' }));
      const input = body.value.body.find(({ id }: { id?: string }) => id === 'voorwaarden');
      expect(input.value.length).toBeLessThanOrEqual(input.maxLength);
      expect(conditions.startsWith(input.value)).toBe(true);
      const { card } = await change({ voorwaarden: input.value, houder: 'Karim Dijk' });
      expect(card).toContain('Karim Dijk');
      const [proposal] = await bot.core.proposals.open();
      expect(proposal?.entry).toMatchObject({ conditions, holder: 'Karim Dijk' });
    },
  );

  test('for an end takes a day that exists and never extends', async () => {
    await importAs({ until: '2027-06-30' });
    const end = (day: string) =>
      tap(noud, 'mandates.propose', { kind: 'end', of: 'R01', geldig_tot_en_met: day });
    for (const odd of ['2026-02-30', 'morgen', '31-12-2026T00:00:00Z', '9']) {
      const { card } = await end(odd);
      expect(card).toContain('Kies bij “Laatste dag” een dag die bestaat.');
      expect(card).toContain(`Laatste dag: je typte “${odd}”.`);
    }
    const later = (await end('2027-07-01')).card;
    expect(later).toContain('eindigt al op 30 juni 2027');
    expect(later).toContain('Wil je het verlengen? Typ “wijzig mandaat');
    expect(await bot.core.proposals.open()).toEqual([]);
    await end('2027-06-29');
    expect((await bot.core.proposals.open())[0]?.entry.until).toBe('2027-06-29');
  });
});

describe('a registration that something comes in between of', () => {
  /** Does `work` once, right before or after the register changes. */
  function around(work: { before?: () => Promise<unknown>; after?: () => Promise<unknown> }) {
    const { register } = bot.core;
    const real = register.register;
    register.register = async (...given) => {
      register.register = real;
      await work.before?.();
      const done = await real(...given);
      await work.after?.();
      return done;
    };
  }
  const audited = async (what: string) =>
    ((await bot.rows('audit')).audit ?? []).filter(({ value }) => value.what === what).length;
  const state = async () => (await bot.rows('mandateproposals')).mandateproposals?.[0]?.value;
  const proposedByNoud = async () => {
    await tap(noud, 'mandates.propose', toKarim);
    return openId();
  };
  const crash = () => Promise.reject(new Error('the machine stopped'));

  test('cannot be withdrawn or rejected meanwhile: it has one outcome', async () => {
    const id = await proposedByNoud();
    const cards: string[] = [];
    around({
      before: async () => {
        cards.push((await tap(noud, 'mandates.withdraw', { id })).card);
        cards.push((await tap(oumaima, 'mandates.reject', { id, reason: 'nee' })).card);
      },
    });
    const { card } = await tap(oumaima, 'mandates.approve', { id, ...decision });
    expect(card).toContain('Het register is bijgewerkt');
    expect(cards).toHaveLength(2);
    for (const refused of cards) expect(refused).toContain('Dit voorstel wordt al geregistreerd');
    expect(await state()).toMatchObject({ state: 'registered', decidedDay: expect.any(String) });
    expect(await audited('mandaat geregistreerd')).toBe(1);
    expect(await audited('mandaatvoorstel ingetrokken')).toBe(0);
  });

  test('that was withdrawn first changes nothing', async () => {
    const id = await proposedByNoud();
    const { proposals } = bot.core;
    const real = proposals.claim;
    proposals.claim = async (...given) => {
      proposals.claim = real;
      await tap(noud, 'mandates.withdraw', { id });
      return real(...given);
    };
    const { card } = await tap(oumaima, 'mandates.approve', { id, ...decision });
    expect(card).toContain('er niet meer');
    expect((await entry('R01'))?.holder).toBe('Amira Sol');
    expect(await audited('mandaat geregistreerd')).toBe(0);
  });

  test.each([
    ['before the register changed', { before: crash }],
    ['after the register changed', { after: crash }],
  ])('is finished by the next who may, when it broke off %s', async (_, work) => {
    const id = await proposedByNoud();
    around(work);
    await tap(oumaima, 'mandates.approve', { id, ...decision });
    expect((await state())?.state).toBe('registering');
    expect((await tap(noud, 'mandates.withdraw', { id })).card).toContain('wordt al geregistreerd');
    expect(wordsOf(await bot.hear(typed(oumaima, 'voorstellen')))).toContain('nog niet afgemaakt');
    expect((await tap(oumaima, 'mandates.proposal', { id })).card).toContain('Maak het af');
    const { card, sent } = await tap(oumaima, 'mandates.approve', { id });
    expect(card).toContain('Het register is bijgewerkt');
    expect(to(sent, noud)).toContain('Je voorstel is geregistreerd');
    expect(await entry('R01')).toMatchObject({ holder: 'Karim Dijk', publication: 'GMB-7' });
    const { records } = await bot.core.register.current();
    expect(records.entries.filter(({ value }) => value.id === 'R01')).toHaveLength(2);
    expect(await audited('mandaat geregistreerd')).toBe(1);
    expect(await bot.core.proposals.open()).toEqual([]);
  });

  test('is in the log once, also when writing that down failed at first', async () => {
    const id = await proposedByNoud();
    const { audit } = bot.core;
    const real = audit.record;
    audit.record = async () => {
      audit.record = real;
      throw new Error('the machine stopped');
    };
    await tap(oumaima, 'mandates.approve', { id, ...decision });
    expect((await entry('R01'))?.holder).toBe('Karim Dijk');
    expect(await audited('mandaat geregistreerd')).toBe(0);
    const realDecide = bot.core.proposals.decide;
    bot.core.proposals.decide = async () => {
      bot.core.proposals.decide = realDecide;
      throw new Error('and again, right after');
    };
    await tap(oumaima, 'mandates.approve', { id });
    expect((await state())?.state).toBe('registering');
    bot.clock.now = bot.clock.now.add({ hours: 1 });
    expect((await tap(oumaima, 'mandates.approve', { id })).card).toContain('Het register is bijgewerkt');
    expect(await audited('mandaat geregistreerd')).toBe(1);
  });

  test('counts as done when it broke off and the entry was changed again since', async () => {
    const id = await proposedByNoud();
    around({ after: crash });
    await tap(oumaima, 'mandates.approve', { id, ...decision });
    const known = await bot.core.register.current();
    const now = known.lookup.entry('R01');
    if (!now) throw new Error('R01 is there');
    await bot.core.register.register(known, { ...now, conditions: 'later' }, bot.clock.now.toString());
    const { card } = await tap(oumaima, 'mandates.approve', { id });
    expect(card).toContain('Geregistreerd');
    expect((await entry('R01'))?.conditions).toBe('later');
    expect((await state())?.state).toBe('registered');
  });

  test('goes back to open when the entry changed meanwhile', async () => {
    const id = await proposedByNoud();
    const known = await bot.core.register.current();
    const now = known.lookup.entry('R01');
    if (!now) throw new Error('R01 is there');
    around({
      before: () =>
        bot.core.register.register(known, { ...now, conditions: 'x' }, '2026-11-24T09:00:00.000Z'),
    });
    const { card } = await tap(oumaima, 'mandates.approve', { id, ...decision });
    expect(card).toContain('Dit mandaat is intussen gewijzigd');
    const { state: back, decidedBy, decision: kept } = (await state()) ?? {};
    expect([back, decidedBy, kept]).toEqual(['open', undefined, undefined]);
    expect((await tap(noud, 'mandates.withdraw', { id })).card).toContain('Ingetrokken');
  });

  test('changes nothing when its area or its parent went with an import', async () => {
    const { register } = bot.core;
    const whole = (await register.current()).lookup.register;
    const fresh = { kind: 'new', ...form({ registratie: 'BGT', gebied: 'Charlois', uit_mandaat: 'R02' }) };
    await propose(noud, fresh);
    const id = await openId();
    const charlois = whole.areas.find(({ name }) => name === 'Charlois')?.code;
    for (const [words, gone] of [
      ['Het gebied van dit voorstel', { areas: whole.areas.filter(({ code }) => code !== charlois) }],
      [
        'Het mandaat waar dit voorstel uit komt',
        { entries: whole.entries.filter((one) => one.id !== 'R02') },
      ],
    ] as const) {
      await register.replace(await register.current(), { ...whole, ...gone }, '2026-11-24T09:00:00.000Z');
      const before = (await register.current()).lookup.register.entries.length;
      const { card } = await tap(oumaima, 'mandates.approve', { id, ...decision });
      expect(card).toContain(`${words}`);
      expect((await register.current()).lookup.register.entries).toHaveLength(before);
      expect((await state())?.state).toBe('open');
    }
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
    await bot.core.settings.changeMunicipality(() => ({ ...municipality, secondRegistrar: manager.upn }));
    const { sent } = await tap(noud, 'mandates.propose', toKarim);
    expect(to(sent, manager)).toContain('Voorgesteld door');
    await tap(manager, 'mandates.approve', { id: await openId(), ...decision });
    expect((await entry('R01'))?.holder).toBe('Karim Dijk');
  });
});

describe('what should be known first', () => {
  test('a holder and deputies who are no employees are named, and may be proposed all the same', async () => {
    const outside = {
      ...toKarim,
      ...form({ houder: 'Xander Verweg', vervanger: 'Bert Kade\nYsbrand Elders' }),
    };
    const first = await tap(noud, 'mandates.propose', outside);
    expect(first.card).toContain('Xander Verweg en Ysbrand Elders staan niet in het mensenbestand');
    expect(first.card).toContain('Mag het zo? Tik dan op “Stel toch voor”.');
    // The form is longer than a screen: the button says it too.
    expect(first.card).toMatch(
      /"id":"voorwaarden".*Xander Verweg en Ysbrand Elders staan niet in het mensenbestand\..*"title":"Stel toch voor"/,
    );
    expect(first.sent).toEqual([]);
    expect(await bot.core.proposals.open()).toEqual([]);
    const { card, sent } = await propose(noud, outside);
    const words = 'Xander Verweg en Ysbrand Elders staan niet in het mensenbestand';
    expect(card).toContain(words);
    expect(to(sent, oumaima)).toContain(words);
    expect((await tap(oumaima, 'mandates.proposal', { id: await openId() })).card).toContain(words);
  });

  test('other unknown names than those that were read are said again', async () => {
    const seen = 'Xander Verweg staat niet in het mensenbestand.';
    const other = { ...toKarim, ...form({ houder: 'Zoë Anders' }), seen };
    expect((await tap(noud, 'mandates.propose', other)).card).toContain('Zoë Anders staat niet');
    expect(await bot.core.proposals.open()).toEqual([]);
  });

  test('nothing is said of employees, of functions and of names that were there', async () => {
    const { register } = bot.core;
    const known = await register.current();
    const teamleider = { function: 'Teamleider', person: 'Karim Dijk', from: '2026-01-01' };
    const whole = { ...known.lookup.register, tenures: [teamleider] };
    await register.replace(known, whole, '2026-11-24T09:00:00.000Z');
    const { card } = await tap(noud, 'mandates.propose', {
      ...toKarim,
      ...form({ houder: 'Teamleider', vervanger: 'Bert Kade\nKarim Dijk' }),
    });
    expect(card).not.toContain('medewerkers');
    expect(await bot.core.proposals.open()).toHaveLength(1);
  });

  test('another proposal for the same entry: who made it and when, and going on is allowed', async () => {
    await tap(noud, 'mandates.propose', toKarim);
    const end = { kind: 'end', of: 'R01', geldig_tot_en_met: '2026-12-31' };
    const { card } = await tap(oumaima, 'mandates.propose', end);
    expect(card).toContain(
      'Er wacht al een ander voorstel voor R01. Noud Kreek deed het op 25 november 2026.',
    );
    expect(await bot.core.proposals.open()).toHaveLength(1);
    await propose(oumaima, end);
    expect(await bot.core.proposals.open()).toHaveLength(2);
    expect((await tap(noud, 'mandates.propose', end)).card).toContain('Je deed het op');
  });
});

describe('an entry by its number', () => {
  const say = async (text: string) => wordsOf(await bot.hear(typed(noud, text)));

  test('is found in other capitals', async () => {
    expect(await say('wijzig mandaat r01')).toContain('Wijziging voorstellen');
    expect(await say('beëindig mandaat r01')).toContain('Einde van een mandaat voorstellen');
  });

  test.each(['wijzig mandaat', 'beëindig mandaat'])('that is not there: "%s" says so', async (phrase) => {
    const near = await say(`${phrase} r99`);
    expect(near).toContain('R99 staat niet in het register');
    expect(near).toContain(`"text":"${phrase} R09"`);
    expect(await say(`${phrase} R020`)).toContain(`"text":"${phrase} R02"`);
    const far = await say(`${phrase} Q-4711`);
    expect(far).toContain('Q-4711 staat niet in het register');
    expect(far).not.toContain('Bedoel je');
  });

  test.each(['', 'van Piet', '<b>R01</b>', '[R1](http://evil)'])(
    '"%s" is none: it is asked for',
    async (text) => {
      const words = await say(`wijzig mandaat ${text}`);
      expect(words).toContain('Welk mandaat bedoel je');
      expect(words).not.toContain('evil');
    },
  );
});

describe('the list of proposals', () => {
  test('is empty at first, and then opens each', async () => {
    expect(wordsOf(await bot.hear(typed(noud, 'voorstellen')))).toContain('Er wacht nu niets');
    await tap(noud, 'mandates.propose', toKarim);
    const list = wordsOf(await bot.hear(typed(oumaima, 'voorstellen')));
    expect(list).toContain('Er wacht één voorstel.');
    expect(list).toContain('"title":"Open"');
  });

  test('says which entry each is about', async () => {
    await tap(noud, 'mandates.propose', toKarim);
    expect(wordsOf(await bot.hear(typed(oumaima, 'voorstellen')))).toContain('Wijziging · R01 · BAG');
  });
});

test('an entry is the same whatever the order of its fields', () => {
  const one = demoRegister().entries[0];
  if (!one) throw new Error('the demo has entries');
  const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as typeof one;
  expect(sameEntry(one, turned)).toBe(true);
  expect(sameEntry(one, registeredEntry({ entry: one }, decision))).toBe(false);
});

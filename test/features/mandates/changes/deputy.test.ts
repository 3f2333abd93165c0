import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRegister } from '../../../../src/features/mandates/import/read-register.ts';
import { writeRegister } from '../../../../src/features/mandates/import/write.ts';
import { createLookup } from '../../../../src/features/mandates/register/lookup.ts';
import { namedIn } from '../../../../src/features/mandates/register/named.ts';
import type { RegisterEntry } from '../../../../src/features/mandates/register/register.ts';
import { readCsv } from '../../../../src/files/csv.ts';
import {
  imported,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { demoRegister } from '../registers.ts';
import { entry, town } from '../town.ts';

const noud = somebody(5, 'Noud Kreek');
const oumaima = somebody(6, 'Oumaima Singel');
const karim = somebody(7, 'Karim Dijk');
const decision = { number: 'B-7', date: '2026-11-20', publication: 'GMB-7' };
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot();
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([
    imported(noud, { access: ['mandaatbeheerder'] }),
    imported(oumaima, { access: ['mandaatbeheerder'] }),
    imported(karim),
    imported(somebody(8, 'Eefje Polder')),
    imported(somebody(9, 'Driss Haven')),
  ]);
});
afterEach(() => bot.stop());

const tap = async (verb: string, data: object, who = noud) =>
  JSON.stringify((await bot.post(tapped(who, verb, data))).body.value);
const say = async (text: string, who = noud) => wordsOf(await bot.hear(typed(who, text)));
const r03 = { of: 'R03', from: 'check', vervanger: 'Eefje Polder', per: '2026-12-15' };
const current = async () => (await bot.core.register.current()).lookup.entry('R03');
const registered = async () => {
  const [open] = await bot.core.proposals.open();
  await tap('mandates.approve', { id: open?.id ?? '', ...decision }, oumaima);
};

describe('another deputy', () => {
  test('is a choice, a field for others and a day, filled in with who deputises now', async () => {
    for (const form of [
      await say('wijzig vervanger R03'),
      await tap('mandates.deputy', { id: 'R03', from: 'check' }),
    ]) {
      expect(form.match(/"type":"Input\./g)).toHaveLength(3);
      expect(form).toMatch(/"id":"eerste".*"value":"Driss Haven"/);
      // Who holds the mandate replaces nobody in it.
      expect(form).not.toContain('"title":"Chantal Duin"');
      expect(form).toContain('"value":"2026-11-25"');
    }
  });

  test('counts from its day on, and until then who deputised does', async () => {
    const proposed = await tap('mandates.propose-deputy', r03);
    expect(proposed).toContain('Eefje Polder vanaf 15 december 2026');
    // Who it was until then stands before the arrow already.
    expect(proposed).not.toContain('tot dan');
    await registered();
    expect(await say('wie vervangt Chantal Duin bij BAG valideren in Delfshaven?')).toContain(
      'Driss Haven vervangt Chantal Duin',
    );
    expect(await say('wie vervangt Chantal Duin bij BAG valideren in Delfshaven op 15 december?')).toContain(
      'Eefje Polder vervangt Chantal Duin',
    );
    expect((await current())?.holder).toBe('Chantal Duin');
  });

  test('for a day that does not exist leaves the field empty', async () => {
    const form = await tap('mandates.propose-deputy', { ...r03, per: '31-02-2027' });
    expect(form).toMatch(/"id":"per","label":"[^"]*","value":""/);
    expect(form).toContain('"errorMessage":"Kies bij “Per wanneer?” een dag die bestaat."');
    expect(form).toContain('je typte “31-02-2027”');
  });

  test('of whom something should be known says so beside the button, which then says what it does', async () => {
    const fresh = await tap('mandates.deputy', { id: 'R03', from: 'check' });
    expect(fresh).toContain('"title":"Stel voor"');
    expect(fresh).not.toContain('Lees eerst wat boven de velden staat.');
    const form = await tap('mandates.propose-deputy', { ...r03, vervanger: 'Wim Onbekend' });
    expect(form).toMatch(/"id":"per".*Lees eerst wat boven de velden staat\..*"title":"Stel toch voor"/);
  });

  test('that waits already is said when the form is opened, with the way to it', async () => {
    await tap('mandates.propose-deputy', r03);
    const [open] = await bot.core.proposals.open();
    for (const form of [
      await say('wijzig vervanger R03'),
      await say('wijzig mandaat R03'),
      await say('beëindig mandaat R03'),
    ]) {
      expect(form).toContain('Er wacht al een ander voorstel voor R03. Je deed het op 25 november 2026.');
      expect(form).toContain(`"verb":"mandates.proposal","data":{"id":"${open?.id}"}`);
    }
    expect(await say('wijzig vervanger R03')).not.toContain('niet goed ingevuld');
    // What was said when it was opened is not said once more.
    const form = await say('wijzig vervanger R03');
    const seen = JSON.parse(form.match(/"seen":("(?:[^"\\]|\\.)*")/)?.[1] ?? '""');
    await tap('mandates.propose-deputy', { ...r03, vervanger: 'Karim Dijk', seen });
    expect(await bot.core.proposals.open()).toHaveLength(2);
  });

  test('leads back to the list from which it was proposed', async () => {
    expect(await tap('mandates.propose-deputy', { ...r03, from: 'cover' })).toContain(
      '"title":"Terug naar de bezetting","verb":"mandates.cover"',
    );
  });

  test('that was rejected is filled in again for who proposed it', async () => {
    await tap('mandates.propose-deputy', r03);
    const [open] = await bot.core.proposals.open();
    const again = { id: open?.id ?? '' };
    await tap('mandates.reject', { ...again, reason: 'Eerst overleggen' }, oumaima);
    const form = await tap('mandates.again', again);
    expect(form).toContain('Vervanger wijzigen');
    expect(form).toMatch(/"id":"eerste".*"value":"Eefje Polder"/);
    expect(form).toContain('"value":"2026-12-15"');
    expect(await tap('mandates.again', again, oumaima)).toContain('Dit voorstel is er niet meer');
  });

  test('may be nobody', async () => {
    expect(await tap('mandates.propose-deputy', { ...r03, vervanger: '' })).toContain(
      'niemand vanaf 15 december 2026',
    );
  });

  test.each([
    [{ per: '' }, 'Kies bij “Per wanneer?” een dag die bestaat.'],
    [{ per: '2026-02-31' }, 'Kies bij “Per wanneer?” een dag die bestaat.'],
    [{ per: '2025-12-31' }, 'Dit mandaat geldt pas vanaf 1 januari 2026.'],
    [{ per: '31-02-2027' }, 'Kies bij “Per wanneer?” een dag die bestaat.'],
    [{ vervanger: 'Driss Haven' }, 'Kies eerst een andere vervanger.'],
    [{ vervanger: 'x'.repeat(201) }, 'langer dan 200 tekens'],
  ])(
    'that is wrong (%j) is said beside the open form, which keeps what was typed',
    async (change, problem) => {
      const sent = { ...r03, ...change };
      const form = await tap('mandates.propose-deputy', sent);
      expect(form).toContain(problem);
      expect(form).toContain('Annuleer');
      expect(form).toContain(JSON.stringify(sent.vervanger));
      expect(await bot.core.proposals.open()).toEqual([]);
    },
  );

  test('who does not work here is remarked once, and then may be', async () => {
    const sent = { ...r03, vervanger: 'Wim Onbekend' };
    const form = await tap('mandates.propose-deputy', sent);
    expect(form).toContain('Wim Onbekend staat niet in het mensenbestand');
    const seen = JSON.parse(form.match(/"seen":("(?:[^"\\]|\\.)*")/)?.[1] ?? '""');
    await tap('mandates.propose-deputy', { ...sent, seen });
    expect(await bot.core.proposals.open()).toHaveLength(1);
  });

  test('chosen from the list stands before who was typed', async () => {
    await tap('mandates.propose-deputy', { ...r03, eerste: 'Driss Haven', vervanger: 'Eefje Polder' });
    const [open] = await bot.core.proposals.open();
    expect(open?.entry.deputies).toEqual(['Driss Haven', 'Eefje Polder']);
  });

  test.each(['eefje', 'Eefje', 'polder', 'eefje polder', 'EEFJE POLDER'])(
    'typed as %s is Eefje Polder, where one is called so',
    async (vervanger) => {
      expect(await tap('mandates.propose-deputy', { ...r03, vervanger })).toContain(
        'Eefje Polder vanaf 15 december 2026',
      );
    },
  );

  test('typed as a first name of two people is asked about', async () => {
    await bot.core.people.save([imported(somebody(10, 'Eefje Brug'))]);
    const form = await tap('mandates.propose-deputy', { ...r03, vervanger: 'eefje' });
    expect(form).toContain('kan meer mensen zijn: Eefje Brug en Eefje Polder. Typ de hele naam.');
    expect(await bot.core.proposals.open()).toEqual([]);
  });

  test('of more people than a list holds a name is typed and looked up', async () => {
    await bot.core.people.save(
      Array.from({ length: 60 }, (_, n) => imported(somebody(100 + n, `Kees Nummer${n}`))),
    );
    expect(await say('wijzig vervanger R03')).toContain('Typ een deel van de naam');
    const sent = { ...r03, vervanger: '', eersteName: 'eefje' };
    expect(await tap('mandates.propose-deputy', sent)).toContain('Eefje Polder vanaf 15 december 2026');
    const unclear = await tap('mandates.propose-deputy', { ...sent, eersteName: 'kees' });
    expect(unclear).toContain('Welke bedoel je?');
  });

  test('the form says why whoever deputises now will not do, and of a new one that they will not either', async () => {
    const reason = /Lotte Vaart[^"]*BGT[^"]*goedkeuren/;
    expect(await tap('mandates.deputy', { id: 'R14', from: 'check' })).toMatch(reason);
    const sent = { of: 'R14', from: 'check', vervanger: 'Lotte Vaart', per: '2026-12-15' };
    await tap('mandates.propose-deputy', { ...sent, vervanger: 'Driss Haven', per: '2026-11-25' });
    expect(await bot.core.proposals.open()).toHaveLength(1);
    const again = await tap('mandates.propose-deputy', {
      ...sent,
      vervanger: 'Karim Dijk',
      per: '2026-11-25',
    });
    expect(again).toContain('Mag het zo? Tik dan op “Stel toch voor”.');
  });

  test('a second change waits for no day beyond the first', async () => {
    await tap('mandates.propose-deputy', r03);
    await registered();
    expect(
      await tap('mandates.propose-deputy', { ...r03, vervanger: 'Karim Dijk', per: '2027-02-01' }),
    ).toContain('Op 15 december 2026 verandert de vervanger al.');
    // The day itself may be taken again, or an earlier one.
    expect(
      await tap('mandates.propose-deputy', { ...r03, vervanger: 'Karim Dijk', per: '2026-12-01' }),
    ).toContain('Karim Dijk vanaf 1 december 2026, tot dan Driss Haven');
  });

  test('is arranged from the check and the cover, and Annuleer leads back there', async () => {
    expect(await say('mandaat controle')).toContain('"verb":"mandates.deputy"');
    const [check, cover] = [
      await tap('mandates.deputy', { id: 'R03', from: 'check' }),
      await tap('mandates.deputy', { id: 'R03', from: 'cover' }),
    ];
    expect(check).toContain('"back":{"verb":"mandates.check"');
    expect(cover).toContain('"back":{"verb":"mandates.cover"');
  });

  test('is for a mandaatbeheerder alone', async () => {
    expect(await tap('mandates.propose-deputy', r03, karim)).toContain('Dit is voor mandaatbeheerders');
    expect(await bot.core.proposals.open()).toEqual([]);
  });
});

describe('a decision that is filled in wrong', () => {
  test('keeps the form open that it was filled in on, with what is wrong inside', async () => {
    await tap('mandates.propose-deputy', r03);
    const [open] = await bot.core.proposals.open();
    const id = open?.id ?? '';
    const approving = await tap(
      'mandates.approve',
      { id, number: 'B-7', date: '', publication: '' },
      oumaima,
    );
    expect(approving).toContain('Vul nog in: datum van het besluit en waar het besluit is gepubliceerd.');
    expect(approving).toContain('"value":"B-7"');
    expect(approving).not.toContain('Reden, voor wie het voorstel deed');
    const rejecting = await tap('mandates.reject', { id, reason: '' }, oumaima);
    expect(rejecting).toContain('Reden, voor wie het voorstel deed');
    expect(rejecting).toContain('Geef een reden.');
    expect(rejecting).not.toContain('Nummer van het besluit');
  });
});

describe('a register in which a deputy changes on a day', () => {
  const changing: RegisterEntry = entry({
    id: 'M1',
    deputies: ['Cor Dam'],
    earlierDeputies: { names: ['Bo Vis'], until: '2026-12-14' },
  });
  const register = { entries: [changing], areas: town, tenures: [] };

  test('is written and read again as it was', () => {
    const { mandaten, gebieden } = writeRegister(register);
    const [list, areas] = [mandaten, gebieden].map((text) => readCsv(new TextEncoder().encode(text)));
    if (!list || !areas || 'problems' in list || 'problems' in areas) throw new Error('no CSV');
    const read = readRegister(list, areas);
    expect('register' in read && read.register.entries[0]).toMatchObject({
      deputies: ['Cor Dam'],
      earlierDeputies: { names: ['Bo Vis'], until: '2026-12-14' },
    });
  });

  test('names each of them on their days', () => {
    const lookup = createLookup(register);
    expect(lookup.deputies(changing, '2026-12-14')).toEqual(['Bo Vis']);
    expect(lookup.deputies(changing, '2026-12-15')).toEqual(['Cor Dam']);
    expect(lookup.deputisedBy('Bo Vis')).toHaveLength(1);
  });

  test('tells both of them that they stand in it', () => {
    const records = { entries: [{ value: changing, at: '2026-01-01T00:00:00Z' }], areas: [], tenures: [] };
    for (const name of ['Bo Vis', 'Cor Dam']) expect(namedIn(records, [name])).toHaveLength(1);
  });
});

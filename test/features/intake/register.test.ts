import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { intakeTable } from '../../../src/features/intake/tables.ts';
import {
  chatOf,
  imported,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../support/bot.ts';
import { type FileHost, sender, startFileHost } from './sending.ts';

const kees = somebody(50, 'Kees Register');
const karin = somebody(51, 'Karin Register');
const admin = somebody(52, 'Aad Beheer');

let bot: TestBot;
let host: FileHost;
beforeAll(async () => {
  host = await startFileHost();
});
afterAll(() => host.stop());

async function start() {
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '10000' },
    seed: async ({ people }) => {
      await people.save([
        imported(kees, { access: ['mandaatbeheerder'] }),
        imported(karin, { access: ['mandaatbeheerder'] }),
        imported(admin, { access: ['beheerder'] }),
      ]);
    },
  });
  for (const who of [kees, karin])
    await bot.core.people.save([
      imported(who, {
        access: ['mandaatbeheerder'],
        reach: 'open',
        address: chatOf(who, bot.connector.url),
      }),
    ]);
  return { kees: sender(bot, host, kees), karin: sender(bot, host, karin), admin: sender(bot, host, admin) };
}

const entries = async () => (await bot.core.register.current()).lookup.register.entries;
const own = Buffer.from(
  'Bevoegdheid;Gemandateerde;Wijk;Status\nvalideren;Amira Sol;Noord;loopt\nverwerken;Bert Kade;;loopt\n',
);

describe('a list of mandates with columns of its own', () => {
  test('is settled on the card, carried out, and read at once the next time', async () => {
    const { kees: sends } = await start();
    let shown = await sends.send('lijst.csv', own);
    expect(shown.words).not.toMatch(/--[a-z]/);
    expect(shown.buttons.has('Doorvoeren')).toBe(false);
    const wanted: Record<string, string> = {
      'Van welke soort zijn alle mandaten in deze lijst?': 'mandaat',
      'Vanaf welke dag geldt alles in deze lijst?': '2026-01-01',
      'Voor welke registratie is deze lijst?': 'BAG',
      'Wat betekent een lege cel in “wijk”?': 'hele gemeente',
      'Telt een regel met “loopt” mee?': 'ja',
    };
    for (let round = 0; round < 4 && !shown.buttons.has('Doorvoeren'); round += 1) {
      const form = await sends.tap(shown, 'Beantwoord de vragen');
      shown = await sends.tap(form, 'Lees opnieuw', form.fill(wanted));
    }
    expect(shown.words).toContain('2 mandaten');
    expect((await sends.tap(shown, 'Doorvoeren')).words).toContain('Doorgevoerd');
    expect(await entries()).toHaveLength(2);
    const again = await sends.send('lijst.csv', own);
    expect(again.words).toContain('staat al zo in Kompas');
    await bot.stop();
  });
});

describe('a register that is there', () => {
  const register = readFileSync('demo/mandaten.csv');
  const changed = Buffer.from(register.toString().replace('Amira Sol;Bert Kade', 'Amira Sol;Gijs Toren'));

  test('is changed by two: nobody carries out their own file', async () => {
    const { kees: sends, karin: decides, admin: manages } = await start();
    const areas = await sends.send('gebieden.csv', readFileSync('demo/gebieden.csv'));
    await sends.tap(areas, 'Doorvoeren');
    await sends.tap(await sends.send('mandaten.csv', register), 'Doorvoeren');
    const before = await entries();
    expect(before.length).toBeGreaterThan(10);

    const shown = await sends.send('mandaten.csv', changed);
    expect(shown.words).toContain('Gijs Toren');
    expect(shown.buttons.has('Doorvoeren')).toBe(false);
    const { data = {} } = shown.buttons.get('Leg voor aan een collega') ?? {};
    await bot.post(tapped(kees, 'intake.apply', data));
    expect(await entries()).toEqual(before);

    await sends.tap(shown, 'Leg voor aan een collega');
    const asked = decides.last();
    const seen = await decides.tap(asked, 'Bekijk');
    const agree = seen.buttons.get('Doorvoeren') ?? { verb: '', data: {} };
    for (const who of [kees, admin]) await bot.post(tapped(who, agree.verb, agree.data));
    expect(await entries()).toEqual(before);
    expect(manages.last().words).not.toContain('Gijs');

    expect((await decides.tap(seen, 'Doorvoeren')).words).toContain('Doorgevoerd');
    expect((await entries()).find(({ id }) => id === 'R01')?.deputies).toEqual(['Gijs Toren']);
    expect(sends.last().words).toContain('Je bestand is doorgevoerd');
    expect((await decides.tap(seen, 'Doorvoeren')).words).toContain('al doorgevoerd');
    await bot.stop();
  });
});

describe('a file that waits for a second person', () => {
  test('is read whole by who decides: amounts, deputies and terms, of what is new and of what changes', async () => {
    const { kees: sends, karin: decides } = await start();
    await sends.tap(await sends.send('gebieden.csv', readFileSync('demo/gebieden.csv')), 'Doorvoeren');
    await sends.tap(await sends.send('mandaten.csv', register), 'Doorvoeren');
    const [heading = '', first = '', ...rest] = register.toString().trim().split(/\r?\n/);
    const columns = heading.replace('\ufeff', '').split(';');
    const lineWith = (cells: Record<string, string>) =>
      columns.map((name, n) => cells[name] ?? first.split(';')[n] ?? '').join(';');
    const basis = 'Mandaatbesluit 2026, artikel 4, in samenhang met het algemeen deel. '.repeat(6).trim();
    const file = [
      heading,
      lineWith({ grondslag: basis, limiet_eur: '7654321' }),
      ...rest,
      lineWith({
        id: 'R99',
        vervanger: 'Kees Register',
        limiet_eur: '9876543',
        voorwaarden: 'Ook voor eigen panden',
      }),
    ].join('\n');
    await sends.tap(await sends.send('mandaten.csv', Buffer.from(file)), 'Leg voor aan een collega');
    let card = await decides.tap(decides.last(), 'Bekijk');
    let words = card.words;
    while (card.buttons.has('Volgende')) {
      card = await decides.tap(card, 'Volgende');
      words += card.words;
    }
    const whole = words.replaceAll(/[\s…]+/g, ' ');
    for (const part of ['7654321', '9876543', 'Kees Register', 'Ook voor eigen panden'])
      expect(whole).toContain(part);
    await bot.stop();
  });

  test('stands in the list of what is theirs, for who may decide alone, until somebody did', async () => {
    const { kees: sends, karin: decides } = await start();
    const mine = async (who: typeof kees) => wordsOf(await bot.hear(typed(who, 'van mij')));
    const anAsk = 'een collega vraagt je om mee te kijken';
    await sends.tap(await sends.send('gebieden.csv', readFileSync('demo/gebieden.csv')), 'Doorvoeren');
    await sends.tap(await sends.send('mandaten.csv', register), 'Doorvoeren');
    const shown = await sends.send('mandaten.csv', changed);
    expect(await mine(kees)).toContain('jij stuurde het, en voerde het nog niet door');
    expect(await mine(karin)).not.toContain(anAsk);
    await sends.tap(shown, 'Leg voor aan een collega');
    expect(await mine(karin)).toContain(anAsk);
    for (const who of [kees, admin]) expect(await mine(who)).not.toContain(anAsk);
    await decides.tap(await decides.tap(decides.last(), 'Bekijk'), 'Niet doen');
    expect(await mine(karin)).not.toContain(anAsk);
    await bot.stop();
  });

  const register = readFileSync('demo/mandaten.csv');
  const changed = Buffer.from(register.toString().replace('Amira Sol;Bert Kade', 'Amira Sol;Gijs Toren'));

  test('is told of once a day, however often it is put before them or sent again', async () => {
    const { kees: sends, karin: decides } = await start();
    await sends.tap(await sends.send('gebieden.csv', readFileSync('demo/gebieden.csv')), 'Doorvoeren');
    await sends.tap(await sends.send('mandaten.csv', register), 'Doorvoeren');
    const shown = await sends.send('mandaten.csv', changed);
    const before = decides.all().length;
    const told = () => decides.all().length - before;
    const lines = async () =>
      (await bot.core.audit.since(bot.clock.now.subtract({ hours: 48 }))).filter(
        ({ what }) => what === 'bestand voorgelegd',
      ).length;
    for (let n = 0; n < 5; n += 1)
      expect((await sends.tap(shown, 'Leg voor aan een collega')).words).toContain('Een collega kijkt');
    expect([told(), await lines()]).toEqual([1, 1]);
    await sends.tap(await sends.send('mandaten.csv', changed), 'Leg voor aan een collega');
    expect(told()).toBe(1);

    // Another file is news.
    const other = Buffer.from(register.toString().replace('Amira Sol;Bert Kade', 'Amira Sol;Cor Dam'));
    await sends.tap(await sends.send('mandaten.csv', other), 'Leg voor aan een collega');
    expect(told()).toBe(2);
    await bot.stop();
  });

  test('takes the place of the one before, whose bytes go: one file of a kind waits, however often it is sent', async () => {
    const { kees: sends, karin: decides } = await start();
    await sends.tap(await sends.send('gebieden.csv', readFileSync('demo/gebieden.csv')), 'Doorvoeren');
    await sends.tap(await sends.send('mandaten.csv', register), 'Doorvoeren');
    const rows = async () => {
      const all = await bot.storage.table(intakeTable).range({ from: '' });
      const ofKind = (kind: string) => all.filter(({ row }) => row.split('|').includes(kind)).length;
      return { asked: ofKind('asked'), parts: ofKind('p') };
    };
    const listOf = (deputy: string) =>
      Buffer.from(register.toString().replace('Amira Sol;Bert Kade', `Amira Sol;${deputy}`));
    const first = await sends.send('mandaten.csv', listOf('Gijs Toren'));
    await sends.tap(first, 'Leg voor aan een collega');
    const told = decides.last();
    const once = await rows();
    expect(once).toMatchObject({ asked: 1 });
    for (const deputy of ['Cor Dam', 'Dina Eik', 'Eva Berg'])
      await sends.tap(await sends.send('mandaten.csv', listOf(deputy)), 'Leg voor aan een collega');
    expect(await rows()).toEqual(once);
    // Who was asked about the first sees that there is a newer one, and nothing comes of the first.
    expect((await decides.tap(told, 'Bekijk')).words).toContain('Dit bestand is vervangen');
    expect((await sends.tap(first, 'Leg voor aan een collega')).words).toContain('Dit bestand is vervangen');
    expect((await decides.tap(decides.last(), 'Bekijk')).words).toContain('Eva Berg');

    // As another kind it is put before nobody any more, and goes with the next one that is sent.
    const other = await sends.send('mandaten.csv', listOf('Femke Laan'));
    await sends.tap(other, 'Leg voor aan een collega');
    const { data = {} } = other.buttons.get('Leg voor aan een collega') ?? {};
    await bot.post(
      tapped(kees, 'intake.kind', { upload: (data as { upload: string }).upload, kind: 'areas' }),
    );
    await sends.tap(await sends.send('mandaten.csv', listOf('Gerda Bos')), 'Leg voor aan een collega');
    expect(await rows()).toEqual(once);
    await bot.stop();
  });

  test('can be put before them again when nobody could be told', async () => {
    const { kees: sends, karin: decides } = await start();
    await sends.tap(await sends.send('gebieden.csv', readFileSync('demo/gebieden.csv')), 'Doorvoeren');
    await sends.tap(await sends.send('mandaten.csv', register), 'Doorvoeren');
    const shown = await sends.send('mandaten.csv', changed);
    const reach = async (reach: 'blocked' | 'open') => {
      for (const { team, id, directoryId } of await bot.core.people.everybody())
        if (directoryId !== kees.account)
          await bot.core.people.change(team, id, (now) => ({ ...now, reach }));
    };
    await reach('blocked');
    const before = decides.all().length;
    expect((await sends.tap(shown, 'Leg voor aan een collega')).words).toContain(
      'leg het daarna opnieuw voor',
    );
    await reach('open');
    expect((await sends.tap(shown, 'Leg voor aan een collega')).words).toContain('Een collega kijkt');
    expect(decides.all().length - before).toBe(1);
    await bot.stop();
  });

  test('is shown anew after the register changed, and is nothing once its sender lost the right', async () => {
    const { kees: sends, karin: decides } = await start();
    await sends.tap(await sends.send('gebieden.csv', readFileSync('demo/gebieden.csv')), 'Doorvoeren');
    await sends.tap(await sends.send('mandaten.csv', register), 'Doorvoeren');
    await sends.tap(await sends.send('mandaten.csv', changed), 'Leg voor aan een collega');
    const seen = await decides.tap(decides.last(), 'Bekijk');

    const { register: store, proposals } = bot.core;
    const known = await store.current();
    const [other] = known.lookup.register.entries.filter(({ id }) => id === 'R02');
    if (!other) throw new Error('no such entry');
    const at = bot.clock.now.toString({ smallestUnit: 'millisecond' });
    await store.register(known, { ...other, conditions: 'Alleen op kantoor' }, at);
    const [before] = (await entries()).filter(({ id }) => id === 'R01');
    if (!before) throw new Error('no such entry');
    await proposals.add({
      id: 'K-1',
      kind: 'change',
      entry: { ...before, holder: 'Cor Dam' },
      before,
      by: kees.account,
      at,
      state: 'open',
    });

    const anew = await decides.tap(seen, 'Doorvoeren');
    expect(anew.words).toContain('er is intussen iets veranderd');
    expect(anew.words).toContain('Over mandaat R01 wacht nog een voorstel');
    expect((await entries()).find(({ id }) => id === 'R01')?.deputies).toEqual(['Bert Kade']);

    const [row] = (await bot.core.people.everybody()).filter(
      ({ directoryId }) => directoryId === kees.account,
    );
    if (!row) throw new Error('nobody');
    await bot.core.people.save([{ ...row, access: ['medewerker'] }]);
    const lost = await decides.tap(anew, 'Doorvoeren');
    expect(lost.words).toContain('Dit bestand telt niet meer');
    expect((await entries()).find(({ id }) => id === 'R01')?.deputies).toEqual(['Bert Kade']);
    await bot.stop();
  });
});

describe('a list of areas that comes after the list of mandates', () => {
  const mandates = Buffer.from(
    'Bevoegdheid;Gemandateerde;Wijk;Registratie;Soort;Vanaf\nvalideren;Amira Sol;Noord;BAG;mandaat;1-1-2026\nverwerken;Bert Kade;hele gemeente;BAG;mandaat;1-1-2026\n',
  );
  const areas = (...lines: string[]) =>
    Buffer.from(['code;naam;soort;ouder;aliassen', 'GM1;Gemeente Stad;gemeente;;', ...lines].join('\n'));

  test('takes the mandates along to the codes of the municipality itself, and says so', async () => {
    const { kees: sends, karin: decides } = await start();
    await sends.tap(await sends.send('lijst.csv', mandates), 'Doorvoeren');
    const codes = (await entries()).map(({ area }) => area);
    expect(codes).not.toContain('W01');

    const lost = await sends.send('gebieden.csv', areas('W02;Zuid;wijk;GM1;'));
    expect(lost.words).toContain('Gebied Noord staat niet in dit bestand');
    expect(lost.buttons.has('Leg voor aan een collega')).toBe(false);

    const shown = await sends.send('gebieden.csv', areas('W01;Noord;wijk;GM1;', 'B11;Haven;buurt;W01;'));
    expect(shown.words).toContain('Noord is nu wijk Noord (W01): 1 mandaat gaat mee.');
    await sends.tap(shown, 'Leg voor aan een collega');
    await decides.tap(await decides.tap(decides.last(), 'Bekijk'), 'Doorvoeren');
    expect((await entries()).map(({ area }) => area)).toEqual(['W01', 'GM1']);
    expect((await sends.type('wie valideert BAG in Haven?')).words).toContain('Amira Sol');
    await bot.stop();
  });

  test('asks to settle which place is meant where two have the name', async () => {
    const { kees: sends } = await start();
    await sends.tap(await sends.send('lijst.csv', mandates), 'Doorvoeren');
    const shown = await sends.send('gebieden.csv', areas('W01;Noord;wijk;GM1;', 'W02;Noord;wijk;GM1;'));
    expect(shown.words).toContain('Gebied Noord staat niet in dit bestand');
    await bot.stop();
  });
});

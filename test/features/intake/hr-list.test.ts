import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imported, somebody, startTestBot, type TestBot, tapped } from '../../support/bot.ts';
import { csv, type FileHost, line, readCard, sender, startFileHost } from './sending.ts';

const admin = somebody(50, 'Aad Beheer');
let bot: TestBot;
let host: FileHost;
beforeAll(async () => {
  host = await startFileHost();
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '10000' },
    seed: ({ people }) => people.save([imported(admin, { access: ['beheerder'] })]),
  });
});
afterAll(async () => {
  await bot.stop();
  await host.stop();
});

const aad = () => sender(bot, host, admin);
const list = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'));
const HEADING = 'Personeelsnr;Voornaam;Achternaam;E-mailadres;Afdeling/team;Functie;Werkdagen;Leidinggevende';
const byUpn = (upn: string) => bot.core.people.byUpn(upn);

describe('a list of a personnel department', () => {
  test('is taken for people, shows teams, rights and days, names what it leaves out, and is carried out', async () => {
    const shown = await aad().send(
      'personeel.csv',
      list(
        HEADING,
        '9001;Gijs;Toren;gijs.toren@x.example;Objecten Zuid;Adviseur;maandag t/m vrijdag;ja',
        '9002;Ans;Vis;ans.vis@x.example;Objecten Zuid;;ma/di/do;nee',
      ),
    );
    expect(shown.words).toContain('Gijs Toren (9001): Objecten Zuid; leidinggevende; maandag t/m vrijdag');
    expect(shown.words).toContain('Ans Vis (9002): Objecten Zuid; medewerker; ma, di, do');
    expect(shown.words).toContain('Niet gelezen: Functie.');
    const done = await aad().tap(shown, 'Doorvoeren');
    expect(done.words).toContain('Doorgevoerd');
    expect(done.words).toContain('Stuur het vorige mensenbestand opnieuw');
    expect(await byUpn('gijs.toren@x.example')).toMatchObject({ access: ['manager'] });
  });

  test('leaves what it does not speak of as it stands, and never brings rights back', async () => {
    const { people } = bot.core;
    const [kept, back] = [somebody(71, 'Karin Blijft'), somebody(72, 'Theo Terug')];
    await people.save([
      imported(kept, { access: ['beheerder'], workdays: ['ma'], role: 'Objectregisseur' }),
      imported(back, { access: ['beheerder'], removed: '2026-10-01' }),
    ]);
    const shown = await aad().send(
      'personeel.csv',
      list(
        'Personeelsnummer;Naam;E-mail;Team',
        ...[kept, back].map(({ id, name, upn }) => `${id};${name};${upn};Objecten West`),
      ),
    );
    await aad().tap(shown, 'Doorvoeren');
    expect(await people.find(kept.account)).toMatchObject({
      access: ['beheerder'],
      workdays: ['ma'],
      role: 'Objectregisseur',
    });
    expect(await byUpn(back.upn)).toMatchObject({ access: ['medewerker'] });
  });

  test('takes the right to lead from who has it no more, and no other right', async () => {
    const [boss] = [somebody(73, 'Bea Baas')];
    await bot.core.people.save([imported(boss, { access: ['manager', 'projectleider'] })]);
    const { id, name, upn } = boss;
    const shown = await aad().send(
      'personeel.csv',
      list('Personeelsnummer;Naam;E-mail;Team;Manager', `${id};${name};${upn};Objecten West;nee`),
    );
    expect(shown.words).toContain('rechten: leidinggevende, projectleider → projectleider');
  });

  test('asks which of two columns it is, must be answered, and is remembered for the next list', async () => {
    const lines = [
      'Personeelsnummer;Naam;Mail;UPN;Team',
      '9011;Cor Vis;cor.vis@x.example;cvis@x.example;Objecten Zuid',
    ];
    const shown = await aad().send('personeel.csv', list(...lines));
    expect(shown.words).toContain('Dit moet je nog beantwoorden');
    expect(shown.words).toContain('Welke kolom is voor het e-mailadres?');
    expect(shown.buttons.has('Doorvoeren')).toBe(false);
    const form = await aad().tap(shown, 'Beantwoord de vragen');
    const again = await aad().tap(form, 'Lees opnieuw', { one0: 'upn' });
    expect(again.words).toContain('Cor Vis (9011)');
    await aad().tap(again, 'Doorvoeren');
    expect(await byUpn('cvis@x.example')).toMatchObject({ id: '9011' });
    const next = await aad().send(
      'personeel.csv',
      list(...lines, '9012;Dre Vis;dre.vis@x.example;dvis@x.example;Objecten Zuid'),
    );
    expect(next.words).not.toContain('Dit moet je nog beantwoorden');
    expect(next.words).toContain('Dre Vis (9012)');
  });
});

describe('a card of a file', () => {
  test('with faults says each once with its lines, and leads on', async () => {
    const shown = await aad().send(
      'mensen.csv',
      csv(
        line(somebody(81), { days: 'soms' }),
        line(somebody(82), { days: 'soms' }),
        line({ ...somebody(83), upn: 'x' }, { days: 'soms' }),
      ),
    );
    expect(shown.words).toContain(
      'Regels 2, 3, 4: Bij werkdagen ken ik “soms” niet. Kies uit: ma, di, wo, do, vr, za, zo. Meer dan één? Zet er een komma tussen.',
    );
    expect(shown.words).toContain('Regel 4: email is geen e-mailadres.');
    expect(shown.words).not.toMatch(/vragen|"/);
    expect([...shown.buttons.keys()]).toEqual(
      expect.arrayContaining(['Upload opnieuw', 'Bekijk een voorbeeld', 'Niet doen']),
    );
    const upload = await aad().tap(shown, 'Upload opnieuw');
    expect(upload.words).toContain('Upload een mensenbestand');
    const gone = await aad().tap(shown, 'Niet doen');
    expect([...gone.buttons.keys()]).toEqual(expect.arrayContaining(['Upload opnieuw']));
    expect(gone.buttons.size).toBeGreaterThan(1);
  });

  test('that changes nothing says so, leads on, and lets chats be opened that were not', async () => {
    const before = (await bot.core.settings.read()).municipality.peopleSince;
    bot.clock.now = bot.clock.now.add({ minutes: 1 });
    const shown = await aad().send('mensen.csv', csv(line(admin, { access: 'beheerder' })));
    expect(shown.words).toContain('Alles in dit bestand staat al zo in Kompas.');
    expect(shown.words).not.toContain('nog niet doorgevoerd');
    expect(shown.buttons.has('Naar beheer') || shown.buttons.has('Verder met inrichten')).toBe(true);
    expect((await bot.core.settings.read()).municipality.peopleSince).not.toBe(before);
  });

  test('says what it asks and that it need not be answered; Annuleer leads back to the card', async () => {
    const shown = await aad().send('mensen.csv', csv(line(somebody(84, 'Nel Nieuw'))));
    expect(shown.words).toContain('Dit mag je nog beantwoorden, maar het hoeft niet');
    expect(shown.words).toContain('Staat iedereen in dit bestand? Nu: Nee, er gaat niemand weg.');
    const form = await aad().tap(shown, 'Beantwoord de vragen');
    const back = await aad().tap(form, 'Annuleer');
    expect(back.words).toContain('Nel Nieuw');
    expect(back.buttons.has('Doorvoeren')).toBe(true);
  });

  test('of the wrong kind can be made another', async () => {
    const shown = await aad().send('iets.csv', list('een;twee', '1;2'));
    expect([...shown.buttons.keys()].at(-2)).toBe('Een lijst van tips');
    const tips = await aad().tap(shown, 'Een lijst van tips');
    const choice = await aad().tap(tips, 'Dit is een andere lijst');
    const people = await aad().tap(choice, 'Een mensenbestand');
    expect(people.words).toContain('Dit ontbreekt in de kop: id, naam, email, team.');
    expect(people.words).toContain('Welke kolom is voor de naam?');
  });
});

describe('a link to the upload page that was asked for people', () => {
  const pathOf = async (kind?: string) => {
    const { body } = await bot.post(tapped(admin, 'intake.upload', kind ? { kind } : {}));
    const [link] = readCard(body.value).links;
    return new URL(link?.url ?? '').pathname;
  };
  const post = async (path: string, bytes: Uint8Array) => {
    const body = new FormData();
    body.append('bestand', new Blob([new Uint8Array(bytes)]), 'x.csv');
    const sent = await bot.http(path, { method: 'POST', body });
    await bot.app.idle();
    return sent;
  };

  test('takes what comes for people without asking', async () => {
    const path = await pathOf('people');
    expect((await post(path, list('een;twee', '1;2'))).status).toBe(200);
    expect(aad().last().words).not.toContain('Wat voor lijst is dit?');
    expect(aad().last().words).toContain('Dit ontbreekt in de kop');
  });

  test('says at once when it was used', async () => {
    const path = await pathOf();
    await post(path, list('een;twee', '1;2'));
    const again = await bot.http(path);
    expect(again.status).toBe(410);
    expect(again.text).toContain('al gebruikt');
    expect(again.text).not.toContain('type="file"');
  });

  test('is none for a kind that they may not send', async () => {
    const { links } = bot.app.services;
    const path = new URL(links.create('upload:register', admin.account, 'upload')).pathname;
    expect((await bot.http(path)).status).toBe(403);
  });
});

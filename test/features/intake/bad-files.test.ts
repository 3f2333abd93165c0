import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeXlsx } from '../../../src/files/write-xlsx.ts';
import { imported, inChannel, somebody, startTestBot, type TestBot } from '../../support/bot.ts';
import { csv, type FileHost, line, sender, startFileHost, withFile } from './sending.ts';

const admin = somebody(50, 'Aad Beheer');
const keeper = somebody(51, 'Kees Register');
const colleague = somebody(52, 'Cor Collega');

let bot: TestBot;
let host: FileHost;
beforeAll(async () => {
  host = await startFileHost();
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '10000' },
    seed: async ({ people }) => {
      await people.save([
        imported(admin, { access: ['beheerder'] }),
        imported(keeper, { access: ['mandaatbeheerder'] }),
        imported(colleague),
      ]);
    },
  });
});
afterAll(async () => {
  await bot.stop();
  await host.stop();
});

const list = csv(line(somebody(60, 'Nina Nieuw')));
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const sheetOf = (rows: string) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });

describe('a file that is no list', () => {
  test.each<[string, string, Uint8Array, string]>([
    ['a program with another name', 'mensen.xlsx', Buffer.from('MZ\u0090\u0000\u0003'), 'geen Excel-bestand'],
    ['a program that claims to be a list', 'mensen.csv', Buffer.from('MZ\u0090\u0000\u0003'), 'geen lijst'],
    ['a program', 'mensen.exe', Buffer.from('MZ\u0090\u0000\u0003'), 'geen lijst'],
    [
      'a workbook with a password',
      'mensen.xlsx',
      new Uint8Array([...compound, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      'wachtwoord',
    ],
    ['an old workbook', 'mensen.xls', new Uint8Array(compound), 'ouder Excel-bestand'],
    ['a workbook with macros', 'mensen.xlsm', writeXlsx([{ name: 'a', rows: [['id']] }]), 'macro'],
    [
      'a workbook with macros under another name',
      'mensen.xlsx',
      zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/vbaProject.bin': strToU8('x') }),
      'macro',
    ],
    ['a sheet of 300,000 lines', 'mensen.xlsx', sheetOf('<row r="300000"><c r="A300000"/></row>'), '300000'],
    ['a list of 300,000 lines', 'mensen.csv', Buffer.from('id;naam\n'.repeat(300_000)), '100.000 regels'],
    [
      'a bomb',
      'mensen.xlsx',
      zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(200_000_000) }, { level: 9 }),
      'te groot',
    ],
    ['too large', 'mensen.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), '10 MB'],
    ['a broken zip', 'mensen.xlsx', Buffer.from('PK\u0003\u0004 en dan niets'), 'niet lezen'],
    ['a page of text', 'brief.pdf', Buffer.from('%PDF-1.7'), 'pdf'],
    ['nothing', 'mensen.csv', new Uint8Array(), 'leeg'],
    [
      'a list with a hundred thousand columns',
      'mensen.csv',
      Buffer.from(Array.from({ length: 100_000 }, (_, n) => `é${n}`).join(';')),
      'Hoogstens 1.000 kan',
    ],
    [
      'a list of people with a cell of half a million letters',
      'mensen.csv',
      csv(line(somebody(60, 'N'.repeat(500_000)))),
      'Hoogstens 32.767 kan',
    ],
  ])('is refused with what to do: %s', async (_what, name, bytes, words) => {
    const aad = sender(bot, host, admin);
    const said = await aad.send(name, bytes);
    expect(said.words).toContain(words);
    expect(said.words).toMatch(/Er is niets veranderd\./);
    expect(said.buttons.has('Doorvoeren')).toBe(false);
  });
});

test('a long cell that is not known is told by its beginning', async () => {
  const long = 'x'.repeat(30_000);
  const text = csv(line(somebody(60, 'Nina Nieuw'))).toString();
  const [heading = '', row = ''] = text.trim().split('\n');
  const role = heading.split(';').indexOf('toegang');
  const cells = row.split(';').map((cell, n) => (n === role ? long : cell));
  const said = await sender(bot, host, admin).send(
    'mensen.csv',
    Buffer.from(`${heading}\n${cells.join(';')}\n`),
  );
  expect(said.words).toContain(`${'x'.repeat(79)}…`);
  expect(said.words).not.toContain('x'.repeat(81));
});

describe('a file of somebody', () => {
  test('who may send nothing is not fetched', async () => {
    const before = host.asked.length;
    for (const who of [colleague, somebody(98)]) {
      const said = await sender(bot, host, who).send('mensen.csv', list);
      expect(said.words).toContain('niet');
      expect(said.buttons.has('Doorvoeren')).toBe(false);
    }
    expect(host.asked.length).toBe(before);
  });

  test('who may send another list says what it looks like, and is read no further', async () => {
    const said = await sender(bot, host, keeper).send('mensen.csv', list);
    expect(said.words).toContain('Het lijkt op een mensenbestand. Dat mag jij niet inlezen.');
    expect(said.words).not.toContain('Nina');
    const typed = await sender(bot, host, keeper).send('mensen.csv', list, 'mensen');
    expect(typed.words).toContain('mag jij niet inlezen');
  });

  test('of which nobody can see what it is, asks; also where one kind is all they may send', async () => {
    const odd = Buffer.from('een;twee\n1;2\n');
    const said = await sender(bot, host, admin).send('iets.csv', odd);
    expect(said.words).toContain('Wat voor lijst is dit?');
    expect([...said.buttons.keys()]).toEqual(
      expect.arrayContaining(['Een mensenbestand', 'Een lijst van tips', 'Niet doen']),
    );
    const chosen = await sender(bot, host, admin).tap(said, 'Een mensenbestand');
    expect(chosen.words).toContain('Dit ontbreekt in de kop');
    expect(chosen.buttons.has('Doorvoeren')).toBe(false);
  });
});

describe('a message with', () => {
  test('a file in a channel: it is never fetched, and that is said in private', async () => {
    const before = host.asked.length;
    await bot.core.people.save([
      imported(admin, {
        access: ['beheerder'],
        reach: 'open',
        address: {
          serviceUrl: bot.connector.url,
          conversation: `chat-${admin.id}`,
          user: admin.user,
          bot: '28:kompas',
        },
      }),
    ]);
    await bot.post(inChannel(withFile(admin, [{ name: 'mensen.csv', address: host.give(list) }])));
    await bot.app.idle();
    expect(host.asked.length).toBe(before);
    expect(sender(bot, host, admin).last().words).toContain('Ik lees geen bestanden in een kanaal of groep');
    const aloud = bot.connector.sent.filter(({ conversation }) => conversation === '19:channel');
    expect(JSON.stringify(aloud)).not.toContain('mensen');
  });

  test('several files: none is fetched, and one at a time is asked for', async () => {
    const before = host.asked.length;
    const two = ['a.csv', 'b.csv'].map((name) => ({ name, address: host.give(list) }));
    const said = await sender(bot, host, admin).post(withFile(admin, two));
    expect(said.words).toContain('Stuur één bestand tegelijk');
    expect(host.asked.length).toBe(before);
  });

  test.each([
    ['a picture', { contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/x' }],
    ['a link', { contentType: 'reference', contentUrl: 'https://gemeente.sharepoint.com/x.xlsx' }],
    ['something odd', { contentType: 'application/vnd.microsoft.teams.file.consent' }],
    ['a file without an address', { contentType: 'application/vnd.microsoft.teams.file.download.info' }],
    [
      'a file that points inside',
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name: 'mensen.csv',
        content: { downloadUrl: 'http://169.254.169.254/metadata' },
      },
    ],
  ])('%s gets a clear answer', async (_what, attachment) => {
    const aad = sender(bot, host, admin);
    const said = await aad.post({ ...withFile(admin, []), attachments: [attachment] });
    expect(said.words).toContain('Dit bestand heb ik niet gelezen');
  });

  test('words and a file: both are answered, and distress always', async () => {
    const aad = sender(bot, host, admin);
    const [sent, rewritten] = [bot.connector.sent.length, bot.connector.rewritten.length];
    await aad.send('mensen.csv', list, 'mijn dag was zo zwaar, ik wil dood');
    const words = JSON.stringify([bot.connector.sent.slice(sent), bot.connector.rewritten.slice(rewritten)]);
    expect(words).toContain('113');
    expect(words).toContain('nog niets veranderd');
  });

  test('a file: something is seen at once, and then how far it is, in one message', async () => {
    const aad = sender(bot, host, admin);
    const [sent, rewritten] = [bot.connector.sent.length, bot.connector.rewritten.length];
    await aad.send('mensen.csv', list);
    expect(bot.connector.sent.slice(sent).map(({ activity }) => activity.type)).toEqual([
      'typing',
      'message',
    ]);
    expect(bot.connector.rewritten.slice(rewritten).length).toBe(2);
  });
});

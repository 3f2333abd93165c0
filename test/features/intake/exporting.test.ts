import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/files/csv.ts';
import { imported, somebody, startTestBot, type TestBot } from '../../support/bot.ts';
import { demoRegister } from '../mandates/registers.ts';
import { type FileHost, type Read, sender, startFileHost } from './sending.ts';

const admin = somebody(50, '=Aad Beheer');
const keeper = somebody(51, 'Kees Register');
const colleague = somebody(52, 'Cor Collega');

let bot: TestBot;
let host: FileHost;
beforeAll(async () => {
  host = await startFileHost();
  bot = await startTestBot({
    seed: async ({ people, register }) => {
      await people.save([
        imported(admin, { access: ['beheerder'] }),
        imported(keeper, { access: ['mandaatbeheerder'] }),
        imported(colleague),
      ]);
      await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
    },
  });
});
afterAll(async () => {
  await bot.stop();
  await host.stop();
});

/** The files behind the links on a card, by their title. */
const linksOn = ({ links }: Read) => new Map(links.map(({ title, url }) => [title, new URL(url).pathname]));
const fetched = (path: string | undefined) => bot.http(path ?? '/', { method: 'POST' });

describe('exporteer', () => {
  test('gives an administrator people and tips, which an import takes back as they are', async () => {
    const aad = sender(bot, host, admin);
    const links = linksOn(await aad.tap(await aad.type('exporteer'), 'Maak de links'));
    expect([...links.keys()].sort()).toEqual(['Mensen', 'Rolprofielen', 'Takenlijst', 'Tips']);
    const people = await fetched(links.get('Mensen'));
    expect(people.status).toBe(200);
    expect(people.text).toContain(`"'=Aad Beheer"`);
    expect(people.text).not.toMatch(/checkin|afwezig/i);
    const again = await aad.send('mensen.csv', Buffer.from(people.text));
    expect(again.words).toContain('staat al zo in Kompas');
    const tips = await fetched(links.get('Tips'));
    expect((await aad.send('tips.csv', Buffer.from(tips.text))).words).toContain('staat al zo in Kompas');
    // A link works once.
    expect((await fetched(links.get('Mensen'))).status).toBe(410);
    const log = await bot.core.audit.since(bot.clock.now.subtract({ hours: 1 }));
    expect(log.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['mensen geëxporteerd', 'tips geëxporteerd']),
    );
  });

  test('gives a mandaatbeheerder the register with its areas and functions', async () => {
    const kees = sender(bot, host, keeper);
    const links = linksOn(await kees.tap(await kees.type('exporteer'), 'Maak de links'));
    expect([...links.keys()]).toEqual(['Mandaten', 'Gebieden', 'Functies']);
    const mandates = readCsv(Buffer.from((await fetched(links.get('Mandaten'))).text));
    expect('problems' in mandates ? 0 : mandates.rows.length).toBeGreaterThan(10);
  });

  test('gives nobody else anything', async () => {
    for (const who of [colleague, somebody(99)]) {
      const said = await sender(bot, host, who).type('exporteer');
      expect(said.buttons.has('Maak de links')).toBe(false);
    }
  });
});

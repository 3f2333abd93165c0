import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeXlsx } from '../../../../src/files/write-xlsx.ts';
import { startTestBot, type TestBot, tapped, typed, wordsOf } from '../../../support/bot.ts';
import { type FileHost, readCard, sender, startFileHost } from '../../intake/sending.ts';
import { amira, head, household, keeper } from '../town.ts';

let bot: TestBot;
let host: FileHost;
beforeAll(async () => {
  host = await startFileHost();
  bot = await startTestBot({ seed: household });
});
afterAll(async () => {
  await bot.stop();
  await host.stop();
});

const says = async (text: string) => wordsOf(await bot.hear(typed(amira, text)));

describe('role profiles as a file', () => {
  test('are fetched by who may change them, and sent back by an administrator', async () => {
    const { links } = readCard((await bot.post(tapped(head, 'profile.file', {}))).body.value);
    const { text, status } = await bot.http(new URL(links[0]?.url ?? '').pathname, { method: 'POST' });
    expect(status).toBe(200);
    expect(text).toContain('"Objectregisseur";"Grenzen"');
    const changed = text.replace('Door deze rol word je geen leidinggevende.', 'Je leidt geen team.');
    const sends = sender(bot, host, keeper);
    const plan = await sends.send('rolprofielen.csv', Buffer.from(changed));
    expect(plan.words).toContain('Objectregisseur: Grenzen');
    expect(await says('rolprofiel objectregisseur')).not.toContain('Je leidt geen team.');
    expect((await sends.tap(plan, 'Doorvoeren')).words).toContain('De nieuwe tekst geldt vanaf nu.');
    expect(await says('rolprofiel objectregisseur')).toContain('Je leidt geen team.');
    expect(await says('rolprofiel objectregistrator')).toContain('Van Kompas');
  });

  test('come as Excel too, and are refused as a whole with what is wrong', async () => {
    const sends = sender(bot, host, keeper);
    const bytes = writeXlsx([
      {
        name: 'Blad1',
        rows: [
          ['rol', 'onderdeel', 'tekst'],
          ['Geodata-engineer', 'Taken', 'Je bouwt koppelingen.'],
          ['Tovenaar', 'Taken', 'Je tovert.'],
        ],
      },
    ]);
    const plan = await sends.send('rolprofielen.xlsx', bytes);
    expect(plan.words).toContain('Tovenaar');
    expect(plan.buttons.has('Doorvoeren')).toBe(false);
    expect(await says('rolprofiel geodata-engineer')).not.toContain('Je bouwt koppelingen.');
  });
});

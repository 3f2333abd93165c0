import { afterAll, beforeAll, expect, test } from 'vitest';
import { privacyPage } from '../../src/bot/pages.ts';
import {
  imported,
  installation,
  somebody,
  startTestBot,
  type TestBot,
  typed,
  wordsOf,
} from '../support/bot.ts';

const STATEMENT = 'https://www.gemeente.example/privacy?van=kompas&voor=medewerkers';
const [earlier, newcomer] = [somebody(41), somebody(42)];
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({
    // Friday, when the window has closed: the welcome is all that is sent.
    now: '2026-11-27T15:30:00Z',
    seed: ({ people }) => people.save([imported(earlier), imported(newcomer)]),
  });
});
afterAll(() => bot.stop());

const places = async (who: typeof earlier) => [
  wordsOf(await bot.hear(installation(who, 'add'))),
  wordsOf(await bot.hear(typed(who, 'mijn gegevens'))),
  (await bot.http('/privacy')).text.replaceAll('&#38;', '&'),
];

test('there is no link while the municipality has no privacy statement', async () => {
  for (const words of await places(earlier)) expect(words).not.toContain('Privacyverklaring');
});

test('the welcome, mijn gegevens and the page link to the privacy statement of the municipality', async () => {
  await bot.core.settings.changeMunicipality((now) => ({ ...now, privacyStatement: STATEMENT }));
  for (const words of await places(newcomer)) {
    expect(words).toContain('Privacyverklaring van de gemeente');
    expect(words).toContain(STATEMENT);
  }
});

test('an address cannot break out of the page', () => {
  const { body } = privacyPage('https://x.example/"><script>alert(1)</script>');
  expect(body).not.toContain('<script>');
});

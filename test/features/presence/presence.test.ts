import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { absenceWords } from '../../../src/features/presence/absence-words.ts';
import {
  chatOf,
  imported,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../support/bot.ts';

const [amira] = team as [(typeof team)[0]];
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());
beforeEach(() => {
  const address = chatOf(amira, bot.connector.url);
  return bot.core.people.save([imported(amira, { reach: 'open', address })]);
});

const me = () => bot.core.people.find(amira.account);
/** What Kompas answers, in one line: title and text of its card. */
async function say(text: string, who = amira): Promise<string> {
  const [sent, ...more] = await bot.hear(typed(who, text));
  expect(more).toEqual([]);
  return sent?.activity.summary ?? '';
}

describe('being away', () => {
  test('until a day ends the day before, and the answer says so in words', async () => {
    expect(await say('afwezig tot 1 december')).toBe(
      'Dat is genoteerd. Je bent er niet vanaf vandaag tot en met maandag 30 november. ' +
        'Dan stuur ik je geen berichten. Vanaf dinsdag 1 december ben je er weer.',
    );
    expect(await me()).toMatchObject({ absentFrom: '2026-11-25', absentUntil: '2026-11-30' });
  });

  test.each([
    ['Afwezig t/m vrijdag', '2026-11-25', '2026-11-27'],
    ['afwezig volgende week', '2026-11-30', '2026-12-06'],
    ['ik ben weg van 1 tot en met 5 december', '2026-12-01', '2026-12-05'],
    ['ik ben vrij vrijdag', '2026-11-27', '2026-11-27'],
    ['ik ben er niet tot maandag', '2026-11-25', '2026-11-29'],
    ['Kompas, afwezig morgen graag', '2026-11-26', '2026-11-26'],
    ['Hoi!\nafwezig tot 3 januari', '2026-11-25', '2027-01-02'],
  ])('"%s" is kept as %s up to and including %s', async (text, absentFrom, absentUntil) => {
    expect(await say(text)).toMatch(/^Dat is genoteerd/);
    expect(await me()).toMatchObject({ absentFrom, absentUntil });
  });

  const rowOfAmira = async () => (await bot.rows('people')).people?.find(({ row }) => row.endsWith(amira.id));
  test.each([
    'beter',
    'ik voel me beter',
    'ik voel me weer beter',
    'ik ben er weer',
    'ik werk sinds maandag weer',
  ])(
    '"%s" of somebody who is not away writes nothing, and leaves a holiday to come as it is',
    async (text) => {
      const before = await rowOfAmira();
      expect(await say(text)).toContain('Je staat niet als afwezig');
      expect(await rowOfAmira()).toEqual(before);
      await say('afwezig van 14 tot en met 31 december');
      const holiday = await rowOfAmira();
      expect(await say(text)).toContain('14 december');
      expect(await rowOfAmira()).toEqual(holiday);
    },
  );

  test('a holiday to come is taken back from the card that tells of it', async () => {
    await say('afwezig van 14 tot en met 31 december');
    const [card] = await bot.hear(typed(amira, 'mijn afwezigheid'));
    expect(JSON.stringify(card)).toContain('"verb":"presence.restore","data":{}');
    await bot.post(tapped(amira, 'presence.restore', {}));
    expect((await me())?.absentFrom).toBeUndefined();
  });

  test.each(['afwezig vandaag: Bert', 'afwezig morgen is Bert', 'afwezig? wie is er morgen'])(
    '"%s" may be about a colleague: it is asked first',
    async (text) => {
      const before = await rowOfAmira();
      expect(await say(text)).toContain('Ben je dan zelf weg?');
      expect(await rowOfAmira()).toEqual(before);
    },
  );

  test.each([
    ['afwezig', 'Tot wanneer ben je weg?'],
    ['afwezig tot', 'Tot wanneer ben je weg?'],
    ['afwezig tot 30 februari', 'Tot wanneer ben je weg?'],
    ['afwezig vanaf morgen', 'Tot wanneer ben je weg?'],
    ['ik ben weg met griep', 'Tot wanneer ben je weg?'],
    ['afwezig gisteren', 'Die dag is al voorbij'],
    ['afwezig 1 december 2025', 'Die dag is al voorbij'],
    ['afwezig tot 1 december 2036', 'Dat is wel heel ver weg'],
  ])('"%s" is asked again, and changes nothing', async (text, title) => {
    const before = await bot.rows('people');
    expect(await say(text)).toContain(title);
    expect(await bot.rows('people')).toEqual(before);
  });

  test('without a day asks kindly for one, also when it was tapped in the help', async () => {
    expect(await say('afwezig tot')).toContain('Typ erbij op welke dag je er weer bent.');
    const { body } = await bot.post(tapped(amira, 'help.say', { text: 'afwezig tot' }));
    expect(body.value.fallbackText).toContain('Typ erbij op welke dag je er weer bent.');
    expect(await say('afwezig tot de lente')).toContain('Ik begrijp niet welke dag je bedoelt.');
  });

  test('keeps no reason', async () => {
    await say('ik ben weg tot maandag want ik heb griep');
    expect(JSON.stringify(await bot.rows('people'))).not.toContain('griep');
    expect(bot.lines.join('')).not.toContain('griep');
  });

  test('ends when somebody says that they are back, typed or tapped', async () => {
    await say('afwezig tot 1 december');
    expect(await say('ik ben er weer')).toMatch(/^Fijn dat je er weer bent/);
    expect(await me()).not.toHaveProperty('absentUntil');

    const words = wordsOf(await bot.hear(typed(amira, 'afwezig tot 1 december')));
    expect(words).toContain('"data":{"text":"ik ben er weer"}');
    await bot.post(tapped(amira, 'help.say', { text: 'ik ben er weer' }));
    expect(await me()).not.toHaveProperty('absentFrom');
  });

  test('changes nothing else about somebody', async () => {
    const before = await me();
    await say('afwezig tot 1 december');
    await say('ik ben er weer');
    expect(await me()).toEqual(before);
  });
});

describe('working days', () => {
  test('are shown, changed, and changed back by the button', async () => {
    expect(await say('mijn werkdagen')).toContain('maandag, dinsdag, woensdag, donderdag en vrijdag');
    expect(await say('mijn werkdagen ma, di en do')).toBe(
      'Je werkdagen zijn bewaard. Je werkt op maandag, dinsdag en donderdag.',
    );
    expect(await me()).toMatchObject({ workdays: ['ma', 'di', 'do'], ownWorkdays: true });
    const words = wordsOf(await bot.hear(typed(amira, 'mijn werkdagen wo')));
    expect(words).toContain('"data":{"text":"mijn werkdagen ma di do"}');
    await bot.post(tapped(amira, 'help.say', { text: 'mijn werkdagen ma di do' }));
    expect(await me()).toMatchObject({ workdays: ['ma', 'di', 'do'] });
  });

  test.each(['mijn werkdagen', 'Mijn werkdagen?', 'mijn werkdagen graag', 'Kompas: werkdagen!'])(
    'are only shown by "%s"',
    async (text) => {
      const before = await bot.rows('people');
      expect(await say(text)).toMatch(/^Je werkdagen\. Je werkt op/);
      expect(await bot.rows('people')).toEqual(before);
    },
  );

  test.each(['mijn werkdagen elke dag', 'mijn werkdagen ma foo', 'ik werk op kantoor'])(
    'are not guessed from "%s"',
    async (text) => {
      const before = await bot.rows('people');
      expect(await say(text)).toMatch(/^Welke dagen werk je/);
      expect(await bot.rows('people')).toEqual(before);
    },
  );
});

test('working days on which there are no check-ins are kept, and said to bring none', async () => {
  const none = 'check-ins zijn er van maandag tot en met vrijdag. Met deze dagen krijg je er geen.';
  expect(await say('mijn werkdagen za zo')).toContain(none);
  expect(await me()).toMatchObject({ workdays: ['za', 'zo'] });
  expect(await say('mijn werkdagen')).toContain(none);
  expect(await say('mijn werkdagen vr za')).not.toContain(none);
});

test('somebody whom nobody added is told whom to ask', async () => {
  for (const text of ['afwezig tot 1 december', 'ik ben er weer', 'mijn werkdagen', 'mijn werkdagen ma']) {
    expect(await say(text, somebody(99)), text).toMatch(/^Ik ken je nog niet/);
  }
});

test('an absence is put in words that leave no doubt about the year', () => {
  const day = Temporal.PlainDate.from;
  const words = (first: string, last: string) =>
    absenceWords({ first: day(first), last: day(last) }, day('2026-11-25'));
  expect(words('2026-11-25', '2026-11-25')).toMatch(/^Je bent er niet op woensdag 25 november\./);
  expect(words('2026-12-28', '2027-01-03')).toBe(
    'Je bent er niet vanaf maandag 28 december tot en met zondag 3 januari 2027. ' +
      'Dan stuur ik je geen berichten. Vanaf maandag 4 januari 2027 ben je er weer.',
  );
  expect(words('2026-12-10', '2026-12-11')).toContain('Vanaf maandag 14 december ben je er weer.');
});

import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { leftOf } from '../../../src/features/presence/after-all.ts';
import type { Person } from '../../../src/people/person.ts';
import {
  chatOf,
  imported,
  inChannel,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../support/bot.ts';
import { kompas, mentioning } from '../../support/mentioning.ts';
import { demoRegister } from '../mandates/registers.ts';

const [amira] = team as [(typeof team)[0]];
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot();
  const { register } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
});
afterAll(() => bot.stop());

const stands = (absence: Partial<Person> = {}) => {
  const address = chatOf(amira, bot.connector.url);
  return bot.core.people.save([imported(amira, { reach: 'open', address, ...absence })]);
};
beforeEach(() => stands());

const me = async () => {
  const { absentFrom, absentUntil } = (await bot.core.people.find(amira.account)) ?? {};
  return absentUntil === undefined && absentFrom === undefined ? 'here' : `${absentFrom}..${absentUntil}`;
};
const say = async (text: string, who = amira) => wordsOf(await bot.hear(typed(who, text)));
const tap = async (verb: string, data: object) =>
  JSON.stringify((await bot.post(tapped(amira, verb, data))).body.value);
/** What the button with this title carries. */
const buttonIn = (words: string, title: string) => {
  const [, verb = '', data = '{}'] =
    new RegExp(`"title":"${title}","verb":"([^"]+)","data":(\\{[^}]*\\})`).exec(words) ?? [];
  return { verb, data: JSON.parse(data) as object };
};
const press = async (words: string, title: string) => {
  const { verb, data } = buttonIn(words, title);
  expect(verb, title).not.toBe('');
  return tap(verb, data);
};

describe('somebody who says to be away, in their own words', () => {
  test.each([
    ['ik ben tot 4 januari afwezig', '2026-11-25..2027-01-03'],
    ['ik heb morgen vrij', '2026-11-26..2026-11-26'],
    ['ben maandag en dinsdag weg', '2026-11-30..2026-12-01'],
    ['volgende week vakantie', '2026-11-30..2026-12-06'],
    ['ik ben er morgen niet', '2026-11-26..2026-11-26'],
    ['ik ben met verlof t/m 12 december', '2026-11-25..2026-12-12'],
    ['met zwangerschapsverlof tot 1 maart', '2026-11-25..2027-02-28'],
    ['ik ga 2 weken op vakantie', '2026-11-25..2026-12-08'],
    ['vandaag niet aanwezig', '2026-11-25..2026-11-25'],
    ['ik ben ziek tot maandag', '2026-11-25..2026-11-29'],
    ['afwezig maandag en dinsdag', '2026-11-30..2026-12-01'],
    ['afwezig maandag, want dinsdag ben ik weer beter', '2026-11-30..2026-11-30'],
    ['afwezig 2 weken', '2026-11-25..2026-12-08'],
  ])('"%s" is kept as %s, and read back', async (text, days) => {
    const words = await say(text);
    expect(words).toContain('Dat is genoteerd');
    expect(words).toContain('Je bent er niet');
    expect(words).toContain('geen reden');
    expect(await me()).toBe(days);
  });

  test.each([
    ['ik ben weg', 'Tot wanneer ben je weg?'],
    ['vakantie', 'Tot wanneer ben je weg?'],
    ['ik ben vanaf maandag vrij', 'Tot wanneer ben je weg?'],
    ['ik ben tot 30 februari weg', 'Ik begrijp niet welke dag je bedoelt.'],
    ['ik ben tot 12 uur weg', 'Ik houd alleen hele dagen bij'],
    ['afwezig vanmiddag', 'Ik houd alleen hele dagen bij'],
    ['ik ben maandag en donderdag vrij', 'Ik kan maar één periode bewaren'],
    ['afwezig maandag en donderdag', 'Ik kan maar één periode bewaren'],
    ['ik ben elke vrijdag vrij', 'Geef dan je werkdagen door'],
    ['ik ben gisteren weg', 'Die dag is al voorbij'],
    ['ik ben weg tot 1 december 2036', 'Dat is wel heel ver weg'],
  ])('"%s" is asked again, and changes nothing', async (text, answer) => {
    await stands({ absentFrom: '2026-12-20', absentUntil: '2027-01-03' });
    const before = await bot.rows('people');
    expect(await say(text)).toContain(answer);
    expect(await bot.rows('people')).toEqual(before);
  });

  test('is heard in their own chat when they say it in a channel', async () => {
    const activity = mentioning(inChannel(typed(amira, '')), [kompas, ' ik ben ziek']);
    const sent = await bot.hear(activity);
    const inTeam = wordsOf(sent.filter(({ conversation }) => conversation === '19:channel'));
    expect(inTeam).toContain('Ik heb je antwoord in onze eigen chat gezet.');
    expect(inTeam).not.toContain('genoteerd');
    expect(wordsOf(sent.filter(({ conversation }) => conversation === 'chat-p1'))).toContain(
      'Dat is genoteerd',
    );
    expect(await me()).toBe('2026-11-25..2026-11-25');
  });

  test('and whom nobody added is told whom to ask', async () => {
    for (const text of ['ik ben ziek', 'ik ben morgen weg', 'ik ben weer beter'])
      expect(await say(text, somebody(99)), text).toContain('Ik ken je nog niet');
  });
});

test('a reason is kept nowhere and said nowhere', async () => {
  const reason = /ziek|verlof|zwanger|griep|vakantie|begrafenis/i;
  for (const text of [
    'ik ben ziek',
    'ziek gemeld',
    'ik heb griep',
    'met zwangerschapsverlof tot 1 maart',
    'ik ben met verlof t/m 12 december',
    'ik ga 2 weken op vakantie',
    'ik ben morgen weg wegens een begrafenis',
    'ik ben weer ziek, ik kom morgen niet',
    'ik ben niet meer ziek',
    'ik ga met zwangerschapsverlof',
    'afwezig t/m vrijdag wegens griep',
  ])
    expect(await say(text), text).not.toMatch(reason);
  expect(JSON.stringify(await bot.rows('people', 'audit', 'directory'))).not.toMatch(reason);
  expect(bot.lines.join('')).not.toMatch(reason);
});

describe('somebody who cannot work and names no day', () => {
  test('is away today, and reads how to make it longer', async () => {
    const words = await say('ik ben ziek');
    expect(words).toContain('Dat is genoteerd voor vandaag');
    expect(words).toContain('Je bent er niet op woensdag 25 november.');
    expect(await me()).toBe('2026-11-25..2026-11-25');
    expect(await press(words, 'Ook donderdag 26 november')).toContain(
      'vanaf vandaag tot en met donderdag 26 november',
    );
    expect(await me()).toBe('2026-11-25..2026-11-26');
    await press(words, 'Tot en met 27 november');
    expect(await me()).toBe('2026-11-25..2026-11-27');
  });

  test.each([
    ['2026-11-26T09:00:00Z', '2026-11-27', '2026-12-04'],
    ['2026-11-27T09:00:00Z', '2026-11-30', '2026-12-04'],
    ['2026-11-29T09:00:00Z', '2026-11-30', '2026-12-04'],
  ])('on %s is offered the next days on which people work', async (now, next, until) => {
    const { now: before } = bot.clock;
    bot.clock.now = Temporal.Instant.from(now);
    const words = await say('ik ben ziek');
    bot.clock.now = before;
    expect(words).toContain(` t/m ${next}"`);
    expect(words).toContain(` t/m ${until}"`);
  });

  test('who is away longer already stays so', async () => {
    await stands({ absentFrom: '2026-11-23', absentUntil: '2026-12-04' });
    expect(await say('ik ben nog ziek')).toContain('tot en met vrijdag 4 december');
    expect(await me()).toBe('2026-11-23..2026-12-04');
  });

  test.each(['beter', 'ik ben weer beter', 'ik ben niet meer ziek', 'ik ben er weer'])(
    'is back with "%s"',
    async (text) => {
      await say('ik ben ziek');
      const words = await say(text);
      expect(words).toContain('Fijn dat je er weer bent');
      expect(await me()).toBe('here');
      await press(words, 'Maak ongedaan');
      expect(await me()).toBe('2026-11-25..2026-11-25');
    },
  );
});

describe('"Maak ongedaan"', () => {
  test('brings back the absence that stood there', async () => {
    await stands({ absentFrom: '2026-12-20', absentUntil: '2027-01-03' });
    const asked = await say('ik heb morgen vrij');
    expect(asked).toContain('Nu staat er: zondag 20 december tot en met zondag 3 januari 2027');
    expect(await me()).toBe('2026-12-20..2027-01-03');
    const words = await press(asked, 'Bewaar donderdag 26 november');
    expect(words).toContain('Dat is genoteerd');
    expect(words).not.toContain('Ik ben er weer');
    const answer = await press(words, 'Maak ongedaan');
    expect(answer).toContain('Dat is teruggedraaid');
    expect(answer).toContain('vanaf zondag 20 december tot en met zondag 3 januari 2027');
    expect(await me()).toBe('2026-12-20..2027-01-03');
  });

  test('takes the absence away where there was none, and changes nothing else', async () => {
    const before = await bot.core.people.find(amira.account);
    const words = await say('ik heb morgen vrij');
    expect(await press(words, 'Maak ongedaan')).toContain('Je staat niet als afwezig');
    expect(await bot.core.people.find(amira.account)).toEqual(before);
  });

  test('brings back an absence without an end', async () => {
    await stands({ absentFrom: '2026-11-20' });
    const words = await say('ik heb morgen vrij');
    expect(await press(words, 'Maak ongedaan')).toContain('Je bent er niet vanaf woensdag 25 november.');
    expect(await me()).toBe('2026-11-20..undefined');
  });

  test('takes no other dates than dates', async () => {
    const before = await bot.rows('people');
    for (const data of [{ absentFrom: 'ziek' }, { absentUntil: '2026-02-30' }, { absentUntil: 5 }])
      expect(await tap('presence.restore', data)).toContain('Deze kaart werkt niet meer');
    expect(await bot.rows('people')).toEqual(before);
  });

  test.each([
    ['years away', { absentFrom: '2026-11-25', absentUntil: '9999-12-31' }, 'Klopt het jaar?'],
    ['that ends before it begins', { absentFrom: '2026-12-02', absentUntil: '2026-12-01' }, 'Tot wanneer'],
  ])('brings nothing back %s', async (_what, data, words) => {
    const before = await bot.rows('people');
    expect(await tap('presence.restore', data)).toContain(words);
    expect(await bot.rows('people')).toEqual(before);
  });
});

test('who works on no day of the week has said something else', async () => {
  const before = await bot.rows('people');
  await say('ik werk elke dag behalve ma di wo do vr');
  expect(await bot.rows('people')).toEqual(before);
});

test('what is left of an absence is told by a week of it, however long it is', () => {
  const [now, tomorrow] = ['2026-11-25', '2026-11-26'].map((day) => Temporal.PlainDate.from(day)) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  const there = { kind: 'days', days: { first: tomorrow, last: tomorrow } } as const;
  // Walked day by day this would take minutes.
  const away = { absentFrom: '2026-11-20', absentUntil: '+250000-01-01' };
  expect(leftOf({ ...away, workdays: [] }, there, now)).toEqual({});
  expect(leftOf({ ...away, workdays: ['wo'] }, there, now)).toBe('in between');
});

describe('what is nobody’s own absence', () => {
  test.each([
    ['wie vervangt Gijs als hij ziek is?', 'Hanna Kering'],
    ['wie vervangt Gijs Toren, ik ben morgen weg', 'Hanna Kering'],
    ['mag Driss Haven BAG valideren in Charlois als Eefje ziek is?', 'Alleen als vervanger'],
    ['wie valideert BAG in Delfshaven als Chantal vrij is?', 'Chantal Duin'],
    ['mag ik BAG valideren in Delfshaven als Chantal Duin vrij is?', '"Nee, '],
  ])('a question about mandates stays one: "%s"', async (text, answer) => {
    const before = await bot.rows('people');
    expect(await say(text)).toContain(answer);
    expect(await bot.rows('people')).toEqual(before);
  });

  test.each([
    'Gijs is ziek',
    'mijn zoon is ziek',
    'Femke is met verlof tot 1 maart',
    'mag ik tekenen als Femke vrij is?',
    'ik ben moe',
    'ik ben het zat',
    'ik ben vrij zeker',
    'ik ben er niet mee eens',
    'ik ben weg van dit systeem',
    'ben ik morgen vrij?',
    'vakantie aanvragen',
  ])('"%s" changes nothing', async (text) => {
    const before = await bot.rows('people');
    expect(await say(text)).not.toContain('genoteerd');
    expect(await bot.rows('people')).toEqual(before);
  });

  test.each([
    'ik ben ziek en ik wil niet meer leven',
    'ik ben er niet meer, ik trek het niet',
    'ik ben weg, ik ben zo bang en verdrietig',
    'ik ben ziek, ik voel me somber en eenzaam',
    'ik ben vandaag ziek want ik ben overspannen',
  ])('somebody who does not seem well is offered a person first: "%s"', async (text) => {
    const before = await bot.rows('people');
    expect(await say(text)).toMatch(/Wat naar dat je je zo voelt|Praat nu met iemand/);
    expect(await bot.rows('people')).toEqual(before);
  });

  test('somebody who names the days and feels ill is away on those days', async () => {
    expect(await say('ik ben t/m vrijdag ziek, ik voel me niet lekker')).toContain('Dat is genoteerd');
    expect(await me()).toBe('2026-11-25..2026-11-27');
  });
});

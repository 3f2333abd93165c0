import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { peopleMentioned } from '../../../../src/features/mandates/chat/mentioned.ts';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { colleaguesOf } from '../../../../src/features/mandates/register/colleagues.ts';
import type { Person } from '../../../../src/people/person.ts';
import {
  chatOf,
  imported,
  inChannel,
  somebody,
  startTestBot,
  type TestBot,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { at, kompas, type Mentioned, mentioning } from '../../../support/mentioning.ts';
import { demoLookup, demoRegister } from '../registers.ts';

const asker = somebody(2, 'Karim Dijk');
const gijs = somebody(51, 'Gijs Toren');
/** Somebody else of that name, whom nobody added. */
const otherGijs = somebody(52, 'Gijs Toren');
const driss = somebody(4, 'Driss Haven');
const chantal = somebody(3, 'Chantal Duin');
const eefje = somebody(55, 'Eefje Polder');
const femke = somebody(56, 'Femke Noord');
const stranger = somebody(57, 'Sam Duinker');
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot();
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([
    imported(asker),
    imported(gijs),
    imported(driss, { reach: 'open', address: chatOf(driss) }),
    imported(chantal, { teamsId: chantal.user }),
    imported(eefje, { name: 'Polder, Eefje (RDAM)' }),
    imported(femke),
  ]);
});
afterAll(() => bot.stop());

const say = async (...parts: (string | Mentioned)[]) =>
  wordsOf(await bot.hear(mentioning(typed(asker, ''), parts)));

describe('a question with a colleague in it who was mentioned', () => {
  test.each([
    ['Gijs Toren'],
    ['Toren, Gijs (RDAM)'],
    ['Gijs Toren | Gemeente X'],
    ['G. Toren (extern)'],
    ['Gijs'],
    ['Noord, Max BAG (Delfshaven)'],
  ])('is about that colleague, who is called %s by Teams', async (name) => {
    const words = await say('wat mag ', at(gijs, { name }), '?');
    expect(words).toContain('Gijs Toren heeft 2 mandaten');
    expect(words).toContain('Mandaten · Gijs Toren · vandaag');
  });

  test('is understood in a channel behind the mention of Kompas, and in a rich message', async () => {
    const activity = mentioning(inChannel(typed(asker, '')), [kompas, ' wat mag ', at(gijs), '?']);
    expect(wordsOf(await bot.hear(activity))).toContain('Gijs Toren heeft 2 mandaten');
    expect(wordsOf(await bot.hear({ ...activity, text: '' }))).toContain('Gijs Toren heeft 2 mandaten');
  });

  test('knows them without a directory id by their chat with Kompas or the roster of their team, and else by their name', async () => {
    const nameless = { aadObjectId: undefined };
    expect(await say('wat mag ', at(driss, { ...nameless, name: 'D. (extern)' }), '?')).toContain(
      'Driss Haven heeft',
    );
    expect(await say('wat mag ', at(chantal, { ...nameless, name: 'C. (extern)' }), '?')).toContain(
      'Chantal Duin',
    );
    expect(await say('wat mag ', at(gijs, { ...nameless, name: 'Toren, Gijs' }), '?')).toContain(
      'Gijs Toren heeft 2',
    );
  });

  test('knows a directory id in capitals', async () => {
    const capitals = { aadObjectId: gijs.account.toUpperCase(), name: 'G.' };
    expect(await say('wat mag ', at(gijs, capitals), '?')).toContain('Gijs Toren heeft 2 mandaten');
  });

  test.each([
    ['wie vervangt ', '?', 'Hanna Kering'],
    ['wie vervangt ', ' als hij ziek is?', 'Hanna Kering'],
    ['mag ', ' een opdracht geven van 10.000 euro?', '"Ja, '],
    ['mag ', ' een opdracht geven van 100.000 euro?', '"Nee, '],
    ['mag ', ' BAG valideren in Delfshaven?', '"Nee, '],
    ['tot welk bedrag mag ', ' tekenen?', '25.000'],
    ['welke mandaten heeft ', '?', 'Gijs Toren heeft 2 mandaten'],
    ['mag ', ' dat?', 'Om welke activiteit gaat het?'],
    ['mag ', ' dit ook?', 'Om welke activiteit gaat het?'],
  ])('is answered: %s@%s', async (before, behind, answer) => {
    expect(await say(before, at(gijs, { name: 'Max' }), behind)).toContain(answer);
  });

  test('is about both when two are mentioned: which of them is asked by button', async () => {
    const words = await say(
      'mag ',
      at(gijs, { name: 'G.' }),
      ' of ',
      at(chantal, { name: 'C.' }),
      ' BAG valideren in Delfshaven?',
    );
    expect(words).toContain('Wie bedoel je?');
    expect(words).toContain('"people":["Gijs Toren","Chantal Duin"]');
  });

  test('may ask it for when another is away who was mentioned as well', async () => {
    const words = await say(
      'mag ',
      at(driss, { name: 'D.' }),
      ' BAG valideren in Charlois als ',
      at(eefje, { name: 'E.' }),
      ' er niet is?',
    );
    expect(words).toContain('Alleen als vervanger, en alleen zolang Eefje Polder er niet is.');
  });

  test('finds them in the register where the people file writes the name in another way', async () => {
    expect(await say('wat mag ', at(eefje, { name: 'E.' }), '?')).toContain('Eefje Polder heeft één mandaat');
  });

  test('says of a colleague without mandates what it says of anybody who has none', async () => {
    expect(await say('mag ', at(femke), ' BAG valideren in Delfshaven?')).toContain(
      'Hiervoor is niets vastgelegd op deze naam.',
    );
    expect(await say('wat mag ', at(femke), '?')).toContain('Geen mandaten');
    expect(await say('wie vervangt ', at(femke), '?')).toContain('Niet vastgelegd');
  });

  test('says of somebody whom nobody knows that they do not stand in the register', async () => {
    for (const name of ['Sam Duinker', 'Chantal (extern)', 'Gijs Torens', 'Driss'])
      expect(await say('mag ', at(stranger, { name }), ' BAG valideren in Delfshaven?'), name).toContain(
        `${name} staat niet in het register`,
      );
    const both = await say('mag ', at(chantal), ' of ', at(stranger), ' BAG valideren in Delfshaven?');
    expect(both).toContain('Sam Duinker staat niet in het register');
  });

  test('is never answered about somebody else of the same name', async () => {
    const words = await say('mag ', at(otherGijs), ' een opdracht geven van 10.000 euro?');
    expect(words).toContain('Deze Gijs Toren staat niet in het register');
    expect(words).not.toContain('"Ja, ');
  });

  test('reads the words of a tag or a channel as words', async () => {
    for (const place of [
      { id: '19:channel', name: 'Charlois' },
      { id: '29:tag', name: 'Charlois' },
    ])
      expect(await say('wie verwerkt BAG in ', place, '?')).toContain('Bert Kade');
  });

  test('that is not about mandates is none', async () => {
    expect(await say('ken je ', at(gijs), '?')).toContain('Dat begrijp ik niet');
    expect(await say(at(gijs))).toContain('Dat begrijp ik niet');
  });

  test('stands in no log', async () => {
    await say('wat mag ', at(gijs), '?');
    expect(bot.lines.join('')).not.toMatch(/Toren|Duinker/);
    expect(bot.lines.join('')).not.toContain(gijs.account);
  });
});

describe('of two colleagues with one name', () => {
  beforeAll(async () => {
    await bot.core.people.save([imported(otherGijs)]);
    // What is known of people may be some seconds old.
    bot.clock.now = bot.clock.now.add({ minutes: 1 });
  });

  test('each is answered about by what the register has under that name, with a warning', async () => {
    for (const one of [gijs, otherGijs]) {
      const words = await say('wat mag ', at(one), '?');
      expect(words).toContain('Gijs Toren heeft 2 mandaten');
      expect(words).toContain('er werken hier meer mensen met deze naam');
    }
    expect(await say('mag ', at(gijs), ' een opdracht geven van 10.000 euro?')).toContain(
      'meer mensen met deze naam',
    );
  });

  test('the warning is there for a typed name too, and not where there is nothing to mix up', async () => {
    expect(await say('wat mag Gijs Toren?')).toContain('meer mensen met deze naam');
    expect(await say('mag Gijs Toren BAG valideren in Delfshaven?')).not.toContain(
      'meer mensen met deze naam',
    );
    expect(await say('wat mag Driss Haven?')).not.toContain('meer mensen met deze naam');
    expect(
      colleaguesOf([imported(gijs), imported(otherGijs, { removed: '2026-01-01' })], []).isShared(
        'Gijs Toren',
      ),
    ).toBe(false);
  });
});

describe('who is mentioned', () => {
  const lookup = demoLookup();
  const named = (people: Person[], name: string, who = gijs) => {
    const mention = { name, start: 0, end: 4, account: who.user, directoryId: who.account };
    return peopleMentioned({ text: 'wie?', mentions: [mention] }, people, lookup).map((one) => [
      one.name,
      one.known,
    ]);
  };

  test('is somebody who left, as long as their row is there', () => {
    expect(named([imported(gijs, { removed: '2026-11-01' })], 'G.')).toEqual([['Gijs Toren', true]]);
  });

  test('is whoever was imported by that name and has no account yet', () => {
    expect(named([imported(femke, { directoryId: undefined })], 'Noord, Femke', stranger)).toEqual([
      ['Femke Noord', true],
    ]);
  });

  test('is not whoever has the same name without what stands behind it', () => {
    const extern = imported(stranger, { name: 'Gijs Toren (extern)' });
    expect(named([imported(gijs), extern], 'Gijs Toren (extern)', stranger)).toEqual([
      ['Gijs Toren (extern)', true],
    ]);
    expect(named([extern], 'Gijs Toren (extern)', stranger)).toEqual([['Gijs Toren', true]]);
  });

  test('behind the end of what is read is nobody', () => {
    const mention = { name: 'x', start: 2, end: 9, account: '29:x', directoryId: gijs.account };
    expect(peopleMentioned({ text: 'wie?', mentions: [mention] }, [imported(gijs)], lookup)).toEqual([]);
  });
});

test('a name that was mentioned is read as nothing else, whatever words it is made of', () => {
  const today = Temporal.PlainDate.from('2026-11-25');
  const lookup = demoLookup();
  const words = [
    'Noord',
    'BAG',
    'Max',
    'valideren',
    '1 december',
    '€ 5.000',
    'niet',
    'Driss',
    'Wie',
    'ik',
    'verlof',
    'Qxaxq',
  ];
  for (const word of words) {
    const question = `mag ${word} BAG valideren in Delfshaven?`;
    const named = [{ start: 4, end: 4 + word.length, name: 'Chantal Duin', known: true }];
    const { understood, answer } = ask(question, lookup, today, undefined, named);
    expect(understood?.people, word).toEqual(['Chantal Duin']);
    expect(answer.outcome, word).toBe('yes');
  }
});

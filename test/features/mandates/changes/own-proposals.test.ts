import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const [noud, oumaima, karim] = [
  somebody(5, 'Noud Kreek'),
  somebody(6, 'Oumaima Singel'),
  somebody(7, 'Karim Dijk'),
];
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({ now: '2026-11-25T09:30:00Z', env: { TURNS_PER_MINUTE: '1000' } });
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([
    imported(noud, { access: ['mandaatbeheerder'] }),
    imported(oumaima, { access: ['mandaatbeheerder'] }),
    imported(karim),
    imported(somebody(9, 'Driss Haven')),
  ]);
  await tap('mandates.propose-deputy', {
    of: 'R14',
    from: 'check',
    vervanger: 'Driss Haven',
    per: '2026-12-15',
  });
});
afterAll(() => bot.stop());

const tap = async (verb: string, data: object, who = noud) =>
  JSON.stringify((await bot.post(tapped(who, verb, data))).body.value);
const say = async (text: string, who = noud) => wordsOf(await bot.hear(typed(who, text)));

describe('a proposal that waits', () => {
  test('stands in the check in the place of the advice, with the way to it', async () => {
    const own = await say('controle');
    expect(own).toContain('Jouw voorstel wacht sinds 25 november 2026 op een ander.');
    expect(own).toContain('"title":"Open het voorstel","verb":"mandates.proposal"');
    expect(await say('controle', oumaima)).toContain(
      'Sinds 25 november 2026 wacht een voorstel van Noud Kreek op een besluit.',
    );
  });

  test('stands in "van mij" of whoever proposed it, and of whoever decides', async () => {
    const mine = await say('van mij');
    expect(mine).toMatch(/Jouw voorstellen.*R14.*wacht op een ander/);
    expect(mine).toContain('Er wacht niets op je');
    expect(await say('van mij', oumaima)).toMatch(/Voorstellen om te registreren.*R14/);
    expect(await say('van mij', karim)).not.toContain('R14');
  });

  test.each([
    'haal voorstel r14 terug',
    'trek mijn voorstel in',
    'ik wil mijn voorstel voor R14 intrekken',
    'kan ik een voorstel terugtrekken?',
    'mijn mandaatvoorstel annuleren',
  ])('%s leads to taking it back', async (text) => {
    expect(await say(text)).toContain('"title":"Trek dit voorstel in"');
  });

  test('is in the list for "mijn voorstellen"', async () => {
    expect(await say('mijn voorstellen')).toContain('Jouw voorstel: een ander beslist');
  });

  test('leads back to the check', async () => {
    expect(await say('trek mijn voorstel in')).toContain(
      '"title":"Naar de controle","verb":"mandates.check"',
    );
  });

  test('is nothing to somebody who keeps no register', async () => {
    expect(await say('trek mijn voorstel in', karim)).not.toContain('R14');
  });
});

describe('another deputy, in other words', () => {
  test.each([
    'nieuwe vervanger voor r13',
    'vervanger R13 wijzigen',
    'andere vervanger bij mandaat R13',
    'ik wil de vervanger van R13 veranderen',
    'pas de vervanger van r13 aan',
    'wijzig vervanger van R13',
  ])('%s opens the form', async (text) => {
    const words = await say(text);
    expect(words).toContain('Vervanger wijzigen');
    expect(words).toContain('R13 · opdracht verstrekken');
  });

  test('is for who keeps the register', async () => {
    expect(await say('vervanger R13 wijzigen', karim)).not.toContain('Vervanger wijzigen');
  });
});

describe('a report about the register', () => {
  const report = async () => {
    const words = await tap(
      'mandates.report-wrong',
      { ids: ['R08'], what: 'Farid werkt hier niet meer' },
      karim,
    );
    return JSON.parse(words.match(/"verb":"mandates.take-back","data":(\{.*?\})/)?.[1] ?? '{}');
  };

  test('is taken back from the card that says it was reported, while it is open', async () => {
    const data = await report();
    expect(await tap('mandates.take-back', data, karim)).toContain('Je melding is weg');
    expect(await say('gemeld over het register')).not.toContain('Farid');
    expect(await tap('mandates.take-back', data, karim)).toContain('staat niet meer open');
  });

  test('that was closed stays', async () => {
    const { id } = await report();
    // A second tap is the same report.
    expect((await report()).id).toBe(id);
    const [open] = (await bot.core.gaps.all()).filter(({ closed }) => closed === undefined);
    const closed = await tap('mandates.close-report', { ref: open?.ref, done: 'gedaan' });
    expect(closed).toContain('Meldt iemand dit nog eens, dan is dat een nieuwe melding.');
    expect(await tap('mandates.take-back', { id }, karim)).toContain('staat niet meer open');
  });

  test.each([
    'ik wil mijn melding over het register intrekken',
    'trek mijn melding over het mandaat in',
    'kan ik een registermelding ongedaan maken',
  ])('%s: says that nobody knows whose it is, and who to tell', async (text) => {
    const words = await say(text, karim);
    expect(words).toContain('Ik bewaar niet wie iets over het register meldt.');
    expect(words).toContain('wie is mandaatbeheerder');
  });
});

describe('the number of a mandate in words of one’s own', () => {
  test.each([
    ['ik wil R17 aanpassen', 'Wijziging voorstellen'],
    ['kan je r17 wijzigen?', 'Wijziging voorstellen'],
    ['R16 opzeggen', 'Einde van een mandaat voorstellen'],
    ['beeindig R16', 'Einde van een mandaat voorstellen'],
    ['R16 stopt per 1 januari', 'Einde van een mandaat voorstellen'],
    ['laat R03 zien', 'Beëindig R03'],
    ['wie heeft R13', 'Wijzig R13'],
  ])('"%s" leads a mandaatbeheerder to it', async (text, words) => {
    expect(await say(text)).toContain(words);
  });

  test('is nothing for a colleague, and not of a number that is none', async () => {
    expect(await say('R16 opzeggen', karim)).not.toContain('Einde van een mandaat voorstellen');
    expect(await say('laat R999 zien')).not.toContain('Wijzig R999');
    expect(await say('kamer 16 stopt ermee')).not.toContain('Einde van een mandaat voorstellen');
  });
});

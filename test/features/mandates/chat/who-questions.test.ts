import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { imported, somebody, startTestBot, type TestBot, typed, wordsOf } from '../../../support/bot.ts';
import { demoRegister, lookupOf } from '../registers.ts';

const [asker, keeper, other] = [
  somebody(2, 'Karim Dijk'),
  somebody(5, 'Noud Kreek'),
  somebody(6, 'Oumaima Singel'),
];
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({ now: '2026-11-25T09:30:00Z', env: { TURNS_PER_MINUTE: '1000' } });
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([
    imported(asker),
    imported(keeper, { access: ['mandaatbeheerder'] }),
    imported(other, { access: ['mandaatbeheerder'] }),
  ]);
});
afterAll(() => bot.stop());
beforeEach(() => {
  bot.clock.now = bot.clock.now.add({ hours: 1 });
});
const say = async (text: string, who = asker) => wordsOf(await bot.hear(typed(who, text)));

describe('whom somebody has to turn to, in ordinary words', () => {
  test.each([
    'wie moet ik hebben voor woz in noord',
    'wie moet ik hebben voor bag in delfshaven',
    'bij wie moet ik zijn voor de BGT',
    'waar moet ik zijn voor de woz?',
    'wie doet de BAG in Noord',
    'wie is er van de bgt',
    'wie is hier van de bag?',
    'naar wie stuur ik een mutatie van de BAG',
    'aan wie geef ik een bag mutatie door',
    'van wie moet ik een handtekening voor een bag mutatie',
    'wie kan mij helpen met de woz',
    'wie beheert de bag',
    'wie weet er meer van de woz',
    'waar kan ik terecht met een vraag over de BGT',
    'met wie moet ik bellen over de bgt',
    'wie zou ik moeten bellen voor de bag',
  ])('%s is asked what is to be done, of what the registration has', async (text) => {
    const words = await say(text);
    expect(words).toContain('Om welke activiteit gaat het?');
    expect(words).toMatch(/"title":"Valideren","verb":"mandates.ask"/);
  });

  test('offers what the registration has of its own before what holds for all', async () => {
    expect(await say('wie moet ik hebben voor woz in noord')).toMatch(
      /"title":"Valideren".*"title":"Koppelen"/,
    );
  });

  test.each([
    ['bij wie moet ik zijn om bag te laten valideren in Noord', 'Driss Haven'],
    ['waar moet ik zijn voor BAG valideren in Noord', 'Driss Haven'],
    ['wie moet ik hebben om de woz te valideren in noord?', 'Farid Brug'],
    ['naar wie moet ik een mutatie sturen om die te valideren voor de BAG in Charlois', 'Eefje Polder'],
  ])('%s is answered', async (text, name) => {
    expect(await say(text)).toContain(name);
  });

  test.each([
    ['wie gaat er over bomen', 'bomen'],
    ['wie mag bomen kappen', 'kappen'],
    ['wie geeft een huisnummer uit', 'huisnummer'],
    ['wie deelt de huisnummers uit?', 'huisnummers'],
    ['van wie moet ik een handtekening voor een huisnummer', 'huisnummer'],
    ['bij wie moet ik zijn voor een straatnaam', 'straatnaam'],
    ['wie doet de openbare verlichting', 'verlichting'],
    ['wie regelt straatnamen', 'straatnamen'],
    ['wie kan mij helpen met een kapvergunning', 'kapvergunning'],
    ['naar wie stuur ik een bezwaarschrift', 'bezwaarschrift'],
    ['waar moet ik zijn voor een dakkapel', 'dakkapel'],
    ['wie beslist over een kapvergunning', 'kapvergunning'],
    ['hoi, weet je wie er over de bruggen gaat', 'bruggen'],
    ['weet jij bij wie ik moet zijn voor een uitrit', 'uitrit'],
    ['who do i ask about trees', 'trees'],
  ])('%s: the word %s is named, with what the register has and who keeps it', async (text, word) => {
    const words = await say(text);
    expect(words).toContain('Welke activiteit bedoel je?');
    expect(words).toContain(`“${word}”`);
    expect(words).toContain('ken ik niet');
    expect(words).toContain('Valideren');
    expect(words).toContain('Noud Kreek of Oumaima Singel, mandaatbeheerder');
  });

  test('what comes nearest stands first, and its own words are none that nobody knows', async () => {
    const words = await say('wie mag een dakkapel goedkeuren');
    expect(words).toContain('Het woord “dakkapel” ken ik niet');
    expect(words).toMatch(/"text":"Goedkeuren".*"text":"Koppelen"/);
    expect(words).toContain('Wie mag BGT goedkeuren in Kralingen-Crooswijk?');
  });

  test('who keeps the register is not sent to themselves', async () => {
    const words = await say('wie gaat er over bomen', keeper);
    expect(words).toContain('Vraag het aan Oumaima Singel, mandaatbeheerder');
  });
});

describe('who-questions that are not for the register', () => {
  test.each([
    'wie leidt mijn team',
    'wie is mijn manager',
    'wie is mijn baas',
    'wie is de leider van het team',
    'wie ziet dit',
    'wie ziet mijn antwoord',
    'wie mag dit zien',
    'wie leest mijn toelichting',
    'wie heeft er geantwoord',
    'wie heeft er ingevuld',
    'wie heeft dat signaal gegeven',
    'wie zat er slecht bij deze week',
    'wie is er vandaag niet',
    'wie komt er morgen',
    'wie gaat er over mijn verlof',
    'wie regelt mijn vakantie',
    'naar wie stuur ik mijn declaratie',
    'bij wie moet ik zijn voor mijn salaris',
    'bij wie moet ik zijn voor een nieuwe laptop',
    'waar moet ik zijn voor een nieuw wachtwoord',
    'wie gaat er over de check-in',
    'wie doet er mee aan de retro',
    'wie doet de koffie',
    'wie kan mij helpen',
    'wie kan ik bellen',
    'met wie kan ik praten over werkdruk',
    'bij wie kan ik terecht als ik gepest word',
    'waar moet ik op letten',
    'wie heeft jou gemaakt',
    'wie ben jij',
    'wie verstrekt de broodjes',
    'wie betaalt dit',
  ])('%s', async (text) => {
    expect(await say(text)).not.toMatch(/Welke activiteit|Noem een activiteit|ken ik niet/);
  });
});

test('a register that knows the activity answers, however it is asked', () => {
  const file = (name: string) => readFileSync(new URL(`../questions/veenwolde/${name}.csv`, import.meta.url));
  const lookup = lookupOf(file('mandaten'), file('gebieden'));
  const day = Temporal.PlainDate.from('2026-11-22');
  const answers = [
    'wie mag een huisnummer toekennen',
    'wie geeft een huisnummer uit',
    'bij wie moet ik zijn voor een huisnummer',
    'wie moet ik hebben voor huisnummers',
    'van wie moet ik een handtekening voor een huisnummer',
  ].map((line) => ask(line, lookup, day).answer.answers);
  expect(answers).toEqual(Array(5).fill(answers[0]));
});

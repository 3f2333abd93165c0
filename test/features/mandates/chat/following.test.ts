import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { GOES_ON_MS, lastQuestions } from '../../../../src/features/mandates/chat/last-questions.ts';
import {
  chatOf,
  imported,
  inChannel,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { demoLookup, demoRegister } from '../registers.ts';

const [asker, other, amira] = [
  somebody(2, 'Karim Dijk'),
  somebody(3, 'Chantal Duin'),
  somebody(4, 'Amira Sol'),
];
const start = Temporal.Instant.from('2026-11-25T09:30:00Z');
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({ now: start.toString(), env: { TURNS_PER_MINUTE: '1000' } });
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([asker, other, amira].map((who) => imported(who)));
});
afterAll(() => bot.stop());
beforeEach(() => {
  bot.clock.now = bot.clock.now.add({ minutes: 15 });
});

const say = async (text: string, who = asker) => wordsOf(await bot.hear(typed(who, text)));
const sayInChannel = async (text: string, who = asker) =>
  wordsOf(await bot.hear(inChannel(typed(who, text))));
const later = (minutes: number) => {
  bot.clock.now = bot.clock.now.add({ minutes });
};
const notUnderstood = 'Dat begrijp ik niet';
const askedBack = 'Waar gaat je vraag over?';

describe('going on about a question', () => {
  test('says as which whole question it was read, and goes on from there', async () => {
    await say('wie valideert BAG in Noord?');
    const bert = await say('mag Bert dat ook?');
    expect(bert).toContain('Gelezen als');
    expect(bert).toContain('mag Bert Kade BAG valideren in Noord?');
    expect(bert).toContain('Nee, Bert Kade mag BAG niet valideren in Noord');
    expect(await say('en voor de BGT?')).toContain('mag Bert Kade BGT valideren in Noord?');
    expect(await say('en ik?')).toContain('mag Karim Dijk BGT valideren in Noord?');
  });

  test('what was asked for is named in one word', async () => {
    expect(await say('mag ik de BAG opschonen in Charlois?')).toContain(
      'Het woord \\"opschonen\\" ken ik niet. Om welke activiteit gaat het?',
    );
    expect(await say('om op te ruimen')).toContain(notUnderstood);
    expect(await say('schonen')).toContain('Om welke activiteit gaat het?');
    expect(await say('wijzigen')).toContain('Bedoel je verwerken?');
    expect(await say('verwerken')).toContain('Nee, je mag BAG niet verwerken in Charlois');
    expect(await say('Noord')).toContain('mag Karim Dijk BAG verwerken in Noord?');
    expect(await say('wie valideert?')).toContain('Noem een registratie of een wijk.');
    expect(await say('bgt')).toContain('wie mag BGT valideren?');
    expect(await say('in de wijk Charlois')).toContain('wie mag BGT valideren in Charlois?');
    // Of a question that has its activity, words of consent say something else.
    expect(await say('akkoord')).not.toContain('goedkeuren');
    later(11);
    expect(await say('Noord')).toContain(notUnderstood);
    expect(await say('verwerken')).toContain(notUnderstood);
  });

  test.each([
    ['wie vervangt?', 'Bert Kade', 'wie vervangt Bert Kade?'],
    ['wie valideert BAG in Noord op 31 februari?', '28 februari', 'in Noord op 28 februari 2027?'],
    ['wie geeft een opdracht van € 3k5 in Delfshaven?', '€ 2.500', 'opdrachten van € 2.500 verstrekken'],
    ['wie valideert BAG in Noord of Charlois?', 'Charlois', 'wie mag BAG valideren in Charlois?'],
    [
      'wie mag BGT goedkeuren of valideren in Delfshaven?',
      'valideren',
      'wie mag BGT valideren in Delfshaven?',
    ],
  ])('%s: asked back, "%s" is enough', async (question, part, whole) => {
    expect(await say(question)).toContain('Ik heb nog iets nodig');
    expect(await say(part)).toContain(whole);
  });

  test.each([
    'hetzelfde voor de BGT',
    'zelfde voor BGT',
    'idem BGT',
    'precies dezelfde vraag voor BGT',
    'same for BGT',
  ])('"%s" is the same question about that', async (text) => {
    await say('wie valideert BAG in Delfshaven?');
    expect(await say(text)).toContain('wie mag BGT valideren in Delfshaven?');
  });

  test('a whole question is not said to be read as anything', async () => {
    expect(await say('wie valideert BAG in Noord?')).not.toContain('Gelezen als');
  });

  test('reads a pronoun as the one whom the answer names, and asks which of more', async () => {
    await say('wie valideert BAG in Delfshaven?');
    expect(await say('en als zij er niet is?')).toContain('Driss Haven vervangt Chantal Duin');
    await say('mag Amira Sol BAG valideren in Delfshaven?');
    const which = await say('wie vervangt haar?');
    expect(which).toContain('Wie bedoel je?');
    expect(which).toContain('"title":"Amira Sol"');
    expect(which).toContain('"title":"Chantal Duin"');
  });

  test('tells the ground and the days when somebody asks for them', async () => {
    await say('wie valideert BAG in Delfshaven?');
    expect(await say('waarom?')).toContain('Grondslag: machtiging, Mandaatbesluit 2026, art. 5');
    expect(await say('sinds wanneer?')).toContain('Geldig: vanaf 1 januari 2026');
  });

  test('goes on from what was tapped too', async () => {
    const question = {
      kind: 'who',
      activity: 'valideren',
      registration: 'BAG',
      area: 'WK059905',
      date: '2026-11-25',
    };
    await bot.post(tapped(asker, 'mandates.ask', { question }));
    expect(await say('en voor de BGT?')).toContain(
      'wie mag BGT valideren in Noord op 25 november 2026?'.replace(' op 25 november 2026', ''),
    );
  });

  test('names nobody whom the register does not know', async () => {
    await say('wie valideert BAG in Noord?');
    expect(await say('mag Henk Oldenzaal dat ook?')).toContain('Henk Oldenzaal staat niet in het register');
    // What was typed is not carried on.
    const next = await say('en voor de BGT?');
    expect(next).not.toContain('Oldenzaal');
    expect(next).toContain('mag de persoon uit je vraag BGT valideren in Noord?');
  });
});

describe('what is about something else', () => {
  test.each([
    'en hoe is het weer?',
    'mag ik morgen vrij?',
    'wie doet vanavond de was?',
    'ik ben morgen vrij',
    'dank je',
    'ik zit er helemaal doorheen',
    'ik wil dood',
    'en waarom zou ik nog?',
    'mijn gegevens',
  ])('%s is not read as going on', async (text) => {
    await say('wie valideert BAG in Noord?');
    expect(await say(text)).not.toContain('Gelezen als');
  });

  test.each([
    'wat is een check-in',
    'wat is de check in?',
    'wat is BGT',
    'wat is een mandaat',
    'wat is vier ogen',
    'wat betekent ondermandaat',
    'kan je mijn check in weghalen',
    'kun je mijn check-in wissen?',
  ])('%s is answered with nobody’s mandates', async (text) => {
    await say('wie geeft een kapvergunning?');
    await say('wie valideert BAG in Noord?');
    const words = await say(text);
    expect(words).not.toMatch(/Gelezen als|mandaten"|heeft één mandaat|staat niet in het register/);
  });

  test.each(['wie geeft een huisnummer uit', 'wie gaat er over bomen'])(
    'what comes behind "%s" is about no question before it',
    async (text) => {
      await say('mag Bert BGT valideren in Noord?');
      await say(text);
      const words = await say('en in hoogvliet?');
      expect(words).toContain(askedBack);
      expect(words).not.toContain('Bert Kade');
    },
  );

  test.each(['kan je mijn fiets maken', 'blabla', 'wat is een check-in'])(
    'what comes behind "%s" is about the question that was answered before it',
    async (text) => {
      await say('wie valideert BAG in Noord?');
      await say(text);
      expect(await say('en in Hoogvliet?')).toContain('wie mag BAG valideren in Hoogvliet?');
    },
  );

  test('words of thanks between two questions end nothing', async () => {
    await say('wie valideert BAG in Noord?');
    await say('dank je');
    expect(await say('en in Charlois?')).toContain('wie mag BAG valideren in Charlois?');
  });

  test.each([
    ['wat doet een kwaliteitscoördinator', 'valideert mutaties'],
    ['wat is een objectregisseur?', 'de hele keten'],
    ['wat doet de objectregistrator', 'Verwerkt mutaties'],
    ['wat doet een geodata engineer', 'Koppelt de systemen'],
  ])('%s is told of the role', async (text, words) => {
    expect(await say(text)).toContain(words);
  });

  test('a question of its own takes nothing over', async () => {
    await say('wie valideert BAG in Noord?');
    const words = await say('wie keurt BGT goed in Kralingen?');
    expect(words).toContain('Lotte Vaart');
    expect(words).not.toContain('Gelezen als');
  });
});

describe('a question that was asked back', () => {
  test('is settled by who is named, and left for the one before it by what leaves it open', async () => {
    await say('wie valideert BAG in Delfshaven?');
    expect(await say('mogen Karim en Lotte dat ook?')).toContain('Wie bedoel je?');
    expect(await say('en Lotte?')).toContain('mag Lotte Vaart BAG valideren in Delfshaven?');
    await say('wie valideert BAG in Delfshaven?');
    await say('mogen Karim en Lotte dat ook?');
    expect(await say('en voor de BGT dan?')).toContain('wie mag BGT valideren in Delfshaven?');
    expect(await say('mag ik het zelf ook doen?')).toContain('mag Karim Dijk BGT valideren in Delfshaven?');
  });

  test('about other work is gone on about itself', async () => {
    await say('wie valideert BAG in Delfshaven?');
    await say('mogen Karim en Lotte BGT goedkeuren in Kralingen?');
    const words = await say('en in Noord?');
    expect(words).toContain('BGT goedkeuren in Noord?');
    expect(words).not.toContain('BAG valideren');
  });

  test('leaves the one before it no longer than ten minutes after that was asked', async () => {
    await say('wie valideert BAG in Delfshaven?');
    later(6);
    await say('mogen Karim en Lotte dat ook?');
    later(6);
    expect(await say('en in Kralingen?')).toContain('Wie bedoel je?');
  });

  test('without anybody named leads to who may', async () => {
    const words = await say('mag iemand BAG valideren in Noord?');
    expect(words).toContain('Over wie gaat je vraag?');
    expect(words).toContain('"title":"Wie mag dit?"');
  });
});

describe('who else may', () => {
  test('is nobody, with who deputises and who settles a dispute', async () => {
    await say('wie valideert BAG in Delfshaven?');
    const words = await say('mag iemand anders dat ook doen?');
    expect(words).toContain('Niemand anders mag BAG valideren in Delfshaven');
    expect(words).toContain(
      'Alleen Chantal Duin mag dit. Een vervanger mag het alleen als Chantal Duin er niet is.',
    );
    for (const name of ['Driss Haven', 'Eefje Polder', 'Gijs Toren']) expect(words).toContain(name);
  });

  test.each([
    'mogen er meer mensen BAG valideren in Delfshaven?',
    'wie kan BAG nog meer valideren in Delfshaven?',
  ])('%s asks it by itself', async (text) => {
    expect(await say(text)).toContain('Niemand anders mag BAG valideren in Delfshaven');
  });

  test('is whoever may through a wider area', async () => {
    await say('wie valideert BAG in Noord?');
    expect(await say('en wie nog meer?')).toContain(
      'Naast Driss Haven mag ook Chantal Duin BAG valideren in Noord',
    );
  });

  test('is said beside the one who was asked about', async () => {
    await say('mag Chantal Duin BAG valideren in Noord?');
    expect(await say('mag een collega dat ook?')).toContain(
      'Naast Chantal Duin mag ook Driss Haven BAG valideren in Noord',
    );
  });
});

describe('after ten minutes', () => {
  test('a question is not known any more, and is asked back', async () => {
    await say('wie valideert BAG in Noord?');
    later(9);
    expect(await say('en voor de BGT?')).toContain('wie mag BGT valideren in Noord?');
    later(10);
    const words = await say('en in Delfshaven?');
    expect(words).toContain(askedBack);
    expect(words).not.toContain('Gelezen als');
  });

  test.each([
    'en voor de BGT?',
    'waarom?',
    'en ik?',
    'mag ik dat ook?',
    'en als hij er niet is?',
    'tot welk bedrag?',
    'en goedkeuren?',
    'en vanaf 1 januari?',
    'mag Bert dat ook?',
    'wie vervangt haar?',
    'maar niet in Noord?',
  ])('%s is asked back and not misunderstood', async (text) => {
    const words = await say(text);
    expect(words).not.toContain(notUnderstood);
    expect(words).not.toContain('Gelezen als');
  });

  test('it is gone from memory, also when nobody asks anything', () => {
    vi.useFakeTimers();
    const last = lastQuestions();
    const turn = { now: start, directoryId: asker.account, address: chatOf(asker) };
    const asked = {
      kind: 'who' as const,
      areas: [],
      people: [],
      date: '2026-11-25',
      dated: true,
      self: false,
      own: false,
      expiring: false,
    };
    last.keep(turn, { asked, people: ['Driss Haven'] });
    expect(last.of(turn, demoLookup())?.people).toEqual(['Driss Haven']);
    vi.advanceTimersByTime(GOES_ON_MS);
    // By the clock of the turn it would still hold.
    expect(last.of(turn, demoLookup())).toBeUndefined();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
});

describe('the last question', () => {
  test('of a channel is that of each person there', async () => {
    await sayInChannel('wie valideert BAG in Noord?');
    await sayInChannel('wie keurt BGT goed in Kralingen?', other);
    expect(await sayInChannel('en in Hoogvliet?')).toContain('wie mag BAG valideren in Hoogvliet?');
    expect(await sayInChannel('en in Hoogvliet?', other)).toContain('wie mag BGT goedkeuren in Hoogvliet?');
  });

  test('of one chat is not that of another', async () => {
    await say('wie valideert BAG in Noord?');
    expect(await sayInChannel('en in Hoogvliet?')).toContain(askedBack);
    expect(await say('en in Hoogvliet?', other)).toContain(askedBack);
  });

  test('stands in no row', async () => {
    const before = bot.requests.filter(({ method }) => method !== 'GET').length;
    await say('wie valideert BAG in Noord?');
    await say('mag Bert dat ook?');
    expect(bot.requests.filter(({ method }) => method !== 'GET').slice(before)).toEqual([]);
  });
});

test('of who does not work here no question is known a moment later', async () => {
  const guest = somebody(99);
  await say('wie valideert BAG in Noord?', guest);
  expect(await say('en voor de BGT?', guest)).toContain(askedBack);
});

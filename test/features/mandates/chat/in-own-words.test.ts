import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  imported,
  inChannel,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { demoRegister } from '../registers.ts';

const [asker, keeper] = [somebody(1, 'Amira Sol'), somebody(5, 'Noud Kreek')];
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({ now: '2026-11-30T09:30:00Z', env: { TURNS_PER_MINUTE: '1000' } });
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([
    imported(asker),
    imported(somebody(2, 'Bert Kade')),
    imported(keeper, { access: ['mandaatbeheerder'] }),
    imported(somebody(6, 'Oumaima Singel'), { access: ['mandaatbeheerder'] }),
  ]);
});
afterAll(() => bot.stop());
beforeEach(() => {
  bot.clock.now = bot.clock.now.add({ hours: 1 });
});
const say = async (text: string, who = asker) => wordsOf(await bot.hear(typed(who, text)));

describe('on a card', () => {
  test('whoever asks is spoken to', async () => {
    expect(await say('wie vervang ik?')).toContain('Jij vervangt Bert Kade');
    expect(await say('wat mag ik als Bert er niet is?')).toContain('Jij vervangt Bert Kade bij één mandaat');
  });

  test('of a question that may be either both are one tap away', async () => {
    const words = await say('wie moet Bert vervangen', keeper);
    const carried = /"title":"Voor wie is Bert vervanger\?","verb":"mandates.ask","data":(\{.*?\}\})/.exec(
      words,
    );
    const { body } = await bot.post(tapped(keeper, 'mandates.ask', JSON.parse(carried?.[1] ?? '{}')));
    expect(JSON.stringify(body)).toContain('Bert Kade vervangt Amira Sol');
  });

  test('"mag ik dat als hij er niet is" is about who was named before', async () => {
    await say('wie vervangt Bert Kade?');
    expect(await say('mag ik dat als hij er niet is?')).toContain('Ja, je vervangt Bert Kade');
    await say('wie verwerkt BAG in Charlois?', keeper);
    expect(await say('mag Amira dat als hij er niet is?', keeper)).toContain(
      'Gelezen als: mag Amira Sol BAG verwerken in Charlois als Bert Kade er niet is?',
    );
  });

  test('what goes on keeps which way round it was asked', async () => {
    await say('voor wie is Bert vervanger?');
    expect(await say('en Driss?')).toContain('Driss Haven vervangt Chantal Duin en Eefje Polder');
  });
});

describe('when nobody is there', () => {
  test.each([
    'welke mandaten vallen open als houder en vervanger weg zijn?',
    'bij welke mandaten is er de komende weken niemand?',
    'welke mandaten zijn onbezet?',
    'zijn er mandaten die open komen te staan in de vakantie?',
    'waar zijn de houder en de vervanger allebei weg?',
    'op welke dagen is er niemand die mag valideren?',
  ])('%s is answered with the days, to who keeps the register', async (text) => {
    expect(await say(text, keeper)).toContain('Er is steeds iemand die het mag.');
    expect(await say(text)).not.toContain('Er is steeds iemand die het mag.');
  });

  test.each([
    ['welke mandaten hebben geen vervanger?', 'Bij 6 mandaten is geen vervanger'],
    ['bij welke mandaten is er niemand als vervanger?', 'Bij 6 mandaten is geen vervanger'],
    ['bij welke mandaten is er niemand die vervangt?', 'Bij 6 mandaten is geen vervanger'],
    ['wie valideert BAG in Noord als de houder en de vervanger weg zijn?', 'Chantal Duin'],
  ])('%s is about something else', async (text, expected) => {
    const words = await say(text, keeper);
    expect(words).toContain(expected);
    expect(words).not.toContain('Er is steeds iemand die het mag.');
  });
});

describe('a whole new question', () => {
  test.each([
    ['welke mandaten zijn er?', '16 mandaten'],
    ['hoeveel mandaten zijn er', '16 mandaten'],
    ['laat alle mandaten zien', '16 mandaten'],
    ['wie heeft er geen vervanger?', 'Bij 6 mandaten is geen vervanger'],
    ['wie doet de WOZ?', 'Om welke activiteit gaat het?'],
    ['wie vervang ik?', 'Jij vervangt Bert Kade'],
    ['welke andere mandaten heeft Bert?', 'Bert Kade heeft één mandaat'],
  ])('%s is not filled in from the last one', async (text, expected) => {
    await say('wie valideert BAG in Noord?');
    const words = await say(text);
    expect(words).toContain(expected);
    expect(words).not.toContain('Gelezen als');
  });
});

test.each([
  'heb ik nog andere mandaten?',
  'mijn andere mandaten',
  'welke mandaten heb ik nog meer',
  'heb ik een mandaat',
])('%s shows all that is theirs, also as a deputy', async (text) => {
  const words = await say(text);
  expect(words).toContain('Mijn mandaten');
  expect(words).toContain('Zolang Bert Kade er niet is');
});

describe('what is told of the register', () => {
  test.each([
    ['het klopt niet dat Driss in Noord valideert, die is daar weg', 'R17'],
    ['Driss moet eruit bij R17', 'R17'],
    ['haal R17 eruit', 'R17'],
    ['R16 geldt niet meer', 'R16'],
    ['Bert verwerkt geen BAG meer in Charlois, hij zit daar niet meer', 'R02'],
    ['Lotte staat er ten onrechte bij als houder van R15', 'R15'],
    ['R17 moet op naam van Chantal', 'R17'],
    ['schrap Driss bij R04', 'R04'],
  ])('%s: a colleague reports it', async (text, id) => {
    const words = await say(text);
    expect(words).toContain('Meld dit');
    expect(words).toContain(`${id} · `);
    expect(words).toContain(`"value":"${text}"`);
  });

  test.each([
    ['het klopt niet dat Driss in Noord valideert, die is daar weg', 'Wijzig R17'],
    ['Driss moet eruit bij R17', 'Wijzig R17'],
    ['Driss moet eruit bij R17', 'Beëindig R17'],
    ['haal R17 eruit', 'Einde van een mandaat voorstellen'],
    ['R05 kan weg', 'Einde van een mandaat voorstellen'],
    ['verwijder R05', 'Einde van een mandaat voorstellen'],
    ['R17 moet uit het register', 'Einde van een mandaat voorstellen'],
    ['beëindig het mandaat van Farid Brug', 'R08 · WOZ valideren'],
    ['beëindig mandaat van Chantal', 'beëindig mandaat R13'],
    ['ik wil de vervanger van Farid regelen', 'Vervanger wijzigen'],
    ['zet Bert als vervanger bij R05', 'Vervanger wijzigen'],
    ['er staat een fout in het register', 'Welk mandaat klopt niet?'],
  ])('%s: who keeps it gets %s', async (text, expected) => {
    expect(await say(text, keeper)).toContain(expected);
  });

  test.each([
    'nieuwe collega Samira Bos mag vanaf 1 januari BAG verwerken in Hillegersberg',
    'geef Samira Bos vanaf 1 januari een mandaat om BAG te verwerken in Hillegersberg',
    'nieuw mandaat: Samira Bos, BAG verwerken in Hillegersberg, vanaf 1 januari',
    'Samira Bos moet een mandaat krijgen voor BAG verwerken in Hillegersberg vanaf 1 januari',
  ])('%s: somebody whom the register does not know gets a form with all that was said', async (text) => {
    const words = await say(text, keeper);
    expect(words).toContain('Nieuw mandaat voorstellen');
    expect(words).toContain('Samira Bos');
    expect(words).toContain('2027-01-01');
  });

  test.each([
    'Gijs stopt ermee, zijn mandaat voor opdrachten in Rotterdam moet eindigen per 31 december',
    'het mandaat van Gijs voor opdrachten stopt op 31 december',
  ])('%s: is led to its end, also where others of the same name end no mandate', async (text) => {
    const words = await say(text, keeper);
    expect(words).toMatch(/Einde van een mandaat voorstellen|beëindig mandaat R/);
    expect(words).not.toContain('Nieuw mandaat voorstellen');
    expect(words).not.toContain('Hanna Kering · ');
  });

  test('"daar" is what was asked last', async () => {
    await say('wie valideert BAG in Noord?', keeper);
    const words = await say('Driss zit daar niet meer', keeper);
    expect(words).toContain('Wijzig R17');
    expect(words).not.toContain('Wijzig R04');
  });

  test.each([
    'Chantal moet ook BGT valideren in Noord',
    'zet Chantal erbij voor BGT valideren in Noord',
    'geef Chantal mandaat voor BGT valideren in Noord',
    'Chantal mist een mandaat om BGT te valideren in Noord',
    'Chantal krijgt vanaf 1 januari mandaat om BGT te valideren in Noord',
  ])('%s begins a new mandate with what is sure', async (text) => {
    const words = await say(text, keeper);
    expect(words).toContain('Nieuw mandaat voorstellen');
    for (const value of ['Chantal Duin', 'valideren', 'BGT', 'WK059905'])
      expect(words).toContain(`"value":"${value}"`);
    expect(await say(text)).toContain('Meld dit');
  });

  test('another holder is filled in', async () => {
    const words = await say('vervang Driss door Chantal bij R17', keeper);
    expect(words).toContain('Wijziging voorstellen');
    expect(words).toContain('"value":"Chantal Duin"');
  });

  test.each([
    'Bert moet maandag ook komen',
    'ik ben er morgen niet',
    'Gijs moet mijn signaal lezen',
    'moet Chantal BGT valideren in Noord?',
    'is Bert er niet meer?',
  ])('%s tells nothing of it', async (text) => {
    expect(await say(text)).not.toMatch(/Meld dit|Welk mandaat klopt niet/);
    expect(await say(text, keeper)).not.toMatch(/voorstellen"|Welk mandaat klopt niet/);
  });

  test('nothing of it is answered where others read along', async () => {
    const words = wordsOf(await bot.hear(inChannel(typed(asker, 'haal R17 eruit'))));
    expect(words).not.toContain('Meld dit');
  });
});

describe('a command in words of their own', () => {
  test.each([
    ['mag ik mandaten exporteren', 'Maak de links'],
    ['kan ik het register downloaden als excel', 'Maak de links'],
    ['ik wil de melding over R17 afhandelen', 'Gemeld over het register'],
    ["zijn er meldingen van collega's?", 'Gemeld over het register'],
    ['heeft iemand iets gemeld?', 'Gemeld over het register'],
    ['is het register helemaal in orde?', 'Controle van het mandatenregister'],
    ['wat klopt er niet in het register?', 'Controle van het mandatenregister'],
  ])('%s', async (text, expected) => {
    expect(await say(text, keeper)).toContain(expected);
  });

  test('whoever may not is told who can', async () => {
    expect(await say('mag ik mandaten exporteren')).toContain('Wie zijn dat?');
  });
});

describe('a refusal', () => {
  test.each([
    'wie valideert blorps BAG in Noord?',
    'wie is geen vervanger van Bert?',
    'mag Bert BAG verwerken behalve in Noord?',
  ])('%s leads on', async (text) => {
    const words = await say(text);
    for (const title of ['Mijn mandaten', 'Wie is mandaatbeheerder?', 'Meld een fout'])
      expect(words).toContain(`"title":"${title}"`);
    expect(await say(text, keeper)).toContain('"title":"Bekijk de controle"');
  });

  test('of what nobody may names who knows more', async () => {
    expect(await say('mag Bert BGT valideren in Charlois?')).toContain('Noud Kreek of Oumaima Singel');
  });

  test('what goes on about nothing leads on', async () => {
    expect(await say('mag dat daar ook?')).toContain('"title":"Mijn mandaten"');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import {
  imported,
  installation,
  somebody,
  startTestBot,
  type TestBot,
  typed,
  wordsOf,
} from '../support/bot.ts';

const amira = somebody(1, 'Amira Sol');
const gijs = somebody(9, 'Gijs Toren');
const hanna = somebody(51, 'Hanna Kering');
const ties = somebody(54, 'Ties Hof');
const pia = somebody(56, 'Pia Vos');
const everybody = [amira, gijs, hanna, ties, pia];

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '10000' },
    seed: async ({ people, settings }) => {
      const west = { key: 'objecten-west', name: 'Objecten West', schedule: defaultSchedule };
      await settings.saveTeam({ ...west, department: 'Ruimte' });
      await people.save([
        imported(amira),
        imported(gijs, { access: ['medewerker', 'manager'] }),
        imported(hanna, { access: ['medewerker', 'afdelingshoofd'] }),
        imported(ties, { access: ['medewerker', 'beheerder'] }),
        imported(pia, { access: ['medewerker', 'projectleider'] }),
      ]);
    },
  });
  for (const who of everybody) await bot.hear(installation(who, 'add'));
});
afterAll(() => bot.stop());

const says = async (text: string, who = amira) => wordsOf(await bot.hear(typed(who, text)));
const row = async () =>
  (await bot.core.people.everybody()).find(({ id }) => id === amira.id) ?? imported(amira);
const awayFrom = (absentFrom?: string, absentUntil?: string) =>
  bot.core.people.change(
    'objecten-west',
    amira.id,
    ({ absentFrom: _from, absentUntil: _until, ...rest }) => ({
      ...rest,
      ...(absentFrom ? { absentFrom } : {}),
      ...(absentUntil ? { absentUntil } : {}),
    }),
  );

describe('being there after all', () => {
  beforeEach(() => awayFrom('2026-11-30', '2026-12-06'));

  test.each([
    'ik ben er volgende week toch wel',
    'ik ben er volgende week toch',
    'volgende week ben ik er toch gewoon',
    'ik ben volgende week toch aanwezig',
    'ik werk volgende week toch',
    'ik kom volgende week toch werken',
    'mijn vakantie gaat niet door',
    'mijn verlof volgende week gaat niet door',
    'de vakantie gaat niet meer door',
    'mijn vakantie is geannuleerd',
    'mijn verlof is ingetrokken',
    'ik ga toch niet op vakantie',
    'ik ga volgende week toch niet weg',
    'ik ben toch niet weg volgende week',
    'ik ben toch niet afwezig',
    'ik heb toch geen vrij',
    'ik heb volgende week toch geen vrij',
    'ik wil mijn vakantie annuleren',
    'haal mijn afwezigheid weg',
    'ik trek mijn verlof in',
    'annuleer mijn vakantie',
    'my holiday is cancelled',
  ])('"%s" ends what is noted, and can be undone', async (text) => {
    const said = await says(text);
    expect(said).toContain('Je bent er toch');
    expect(said).toContain('Maak ongedaan');
    expect((await row()).absentUntil).toBeUndefined();
  });

  test('in English shows what is noted, with the button that ends it', async () => {
    expect(await says('I will be in next week after all')).toContain('Toch niet weg');
  });

  test('of the last days keeps those before', async () => {
    await says('ik ben er vrijdag 4 december toch wel');
    expect(await row()).toMatchObject({ absentFrom: '2026-11-30', absentUntil: '2026-12-03' });
  });

  test('of the first days keeps those after', async () => {
    await says('ik ben er maandag 30 november toch');
    expect(await row()).toMatchObject({ absentFrom: '2026-12-01', absentUntil: '2026-12-06' });
  });

  test('of a day in between changes nothing and says what stands', async () => {
    const said = await says('ik ben er woensdag 2 december toch wel');
    expect(said).toContain('Er is nog niets veranderd');
    expect(await row()).toMatchObject({ absentFrom: '2026-11-30', absentUntil: '2026-12-06' });
  });

  test('of other days changes nothing and says what stands', async () => {
    const said = await says('ik ben er 14 december toch wel');
    expect(said).toContain('maandag 30 november');
    expect(await row()).toMatchObject({ absentUntil: '2026-12-06' });
  });

  test.each([
    'mijn check-in gaat niet door',
    'is Bert er volgende week toch wel?',
    'ben ik er volgende week?',
    'mijn signaal is ingetrokken',
    'ik ben er toch wel klaar mee',
  ])('"%s" is something else', async (text) => {
    await says(text);
    expect(await row()).toMatchObject({ absentFrom: '2026-11-30', absentUntil: '2026-12-06' });
  });

  test('ill while a holiday is noted: which days go is said before they go', async () => {
    const said = await says('ik ben ziek');
    expect(said).toContain('Welke dagen moet ik bewaren?');
    expect(said).toContain('vallen de andere weg');
    expect(await row()).toMatchObject({ absentFrom: '2026-11-30' });
  });
});

/** What is typed, by who types it and by words of the answer. */
const kinds: readonly [string, typeof amira, RegExp, readonly string[]][] = [
  [
    'one’s own comment is changed at the check-in',
    amira,
    /Je toelichting en wie die leest.*checkin\.more.*"text":"check-in"/s,
    [
      'ik wil mijn toelichting aanpassen',
      'mijn toelichting aanpassen',
      'mijn toelichting verwijderen',
      'toelichting verwijderen',
      'kan ik mijn toelichting nog wijzigen',
      'hoe haal ik mijn toelichting weg',
      'ik wil mijn toelichting toch niet delen',
      'pas mijn toelichting aan',
      'ik wil iets anders in mijn toelichting zetten',
      'wis mijn toelichting',
      'mijn toelichting klopt niet meer',
      'ik heb spijt van mijn toelichting',
      'kan mijn toelichting weg',
    ],
  ],
  [
    'a signal of one’s own that was answered or not',
    amira,
    /Mijn signalen met naam/,
    [
      'is mijn signaal al beantwoord',
      'is mijn signaal al opgepakt?',
      'is er al gereageerd op mijn signaal',
      'heeft Gijs al gereageerd op mijn signaal',
      'heeft iemand mijn signaal gelezen',
      'wie pakt mijn signaal op',
      'wanneer krijg ik antwoord op mijn signaal',
      'is mijn signaal klaar',
      'is mijn signaal afgerond',
      'is mijn signaal aan Gijs al behandeld',
      'heb ik al antwoord op mijn signaal',
    ],
  ],
  [
    'whether somebody reacted, which may be to anything',
    amira,
    /vertel ik nooit.*"text":"mijn signalen".*"text":"reacties"/s,
    [
      'heeft Gijs al gereageerd?',
      'heeft Gijs al geantwoord',
      'heeft hij al gereageerd',
      'heeft mijn leidinggevende al gereageerd',
      'heeft mijn baas al iets teruggezegd',
      'reageerde Gijs al',
      'heeft er al iemand gereageerd',
      'heb ik al een reactie van Gijs',
      'is er al een reactie van mijn leidinggevende',
      'heeft Gijs Toren al antwoord gegeven',
    ],
  ],
  [
    'what was shared by name, for who leads the team',
    gijs,
    /"verb":"comments.named".*/s,
    [
      'wat heeft Amira met mij gedeeld',
      'wat deelde Amira met mij',
      'heeft Amira iets met mij gedeeld',
      'heeft iemand iets met mij gedeeld',
      'wie deelde iets met naam',
      'wat is er met naam gedeeld',
      'met naam gedeeld',
      'toelichtingen met naam',
      'laat zien wat er met naam gedeeld is',
      'wat schreef Amira aan mij',
      'waar lees ik wat iemand met naam deelt',
      'wat is er deze week met mij gedeeld',
      'toelichtingen',
    ],
  ],
  [
    'what was shared by name, for who leads nothing',
    amira,
    /^(?!.*comments\.named).*(?:vertel ik nooit|Wat is er gedeeld)/s,
    ['wat heeft Bert met mij gedeeld', 'wat heeft Amira met Gijs gedeeld', 'wat deelde Bert met mij'],
  ],
  [
    'another moment for the check-in',
    gijs,
    /Wanneer wil je de check-in\?/,
    [
      'zet de check-in op dinsdagochtend',
      'zet de check-in op dinsdag',
      'zet mijn check-in op woensdagmiddag',
      'check-in liever op donderdagochtend',
      'verplaats de check-in naar maandagmiddag',
      'ik wil de check-in op vrijdagochtend',
      'kan de check-in in de ochtend',
      'stuur de check-in op dinsdag om 10 uur',
      'doe de check-in maar ’s ochtends',
      'de tijd van de check-in past me niet',
      'de dag van de check-in komt me niet uit',
      'de check-in komt te vroeg',
    ],
  ],
  [
    'another moment for the check-in, typed by who may set it for a team',
    ties,
    /"text":"mijn tijd.*"text":"ritme"|"text":"ritme".*"text":"mijn tijd/s,
    ['zet de check-in op dinsdagochtend', 'zet de check-in op dinsdag', 'verplaats de check-in naar maandag'],
  ],
  [
    'when a check-in closes',
    amira,
    /sluit vrijdag 27 november om 15\.00 uur/,
    [
      'hoe laat sluit de check-in?',
      'wanneer sluit de check-in',
      'tot wanneer kan ik de check-in invullen',
      'tot hoe laat kan ik antwoorden',
      'tot wanneer kan ik mijn antwoord wijzigen',
      'hoe lang is de check-in nog open',
      'wanneer gaat de check-in dicht',
      'is de check-in nog open',
      'kan ik nog antwoorden op de check-in',
      'tot wanneer staat de check-in open',
    ],
  ],
  [
    'what is to be done now',
    gijs,
    /wacht(?:en)? /,
    [
      'wat moet ik nu doen?',
      'wat moet ik nu',
      'wat moet ik vandaag doen',
      'wat ligt er op mijn bordje?',
      'wat staat er op mijn naam',
      'wat wacht er allemaal op mij',
      'wat heb ik vandaag te doen',
      'wat is er voor mij',
      'ik wil alles zien wat op mij wacht',
      'waar moet ik wat mee',
      'moet ik vandaag nog iets',
      'wat is mijn volgende stap',
    ],
  ],
  [
    'thanks for a colleague',
    gijs,
    /ompliment/,
    [
      'bedank Amira voor haar hulp',
      'kun je Amira bedanken',
      'kan je Amira van mij bedanken',
      'wil je Amira bedanken voor haar werk',
      'zeg Amira dank je wel',
      'Amira bedanken',
      'een bedankje voor Amira',
      'stuur Amira een bedankje',
      'ik wil Amira even bedanken',
      'ik wil een collega een paar woorden sturen',
      'ik wil een paar woorden sturen aan Amira',
    ],
  ],
  [
    'a signal to somebody',
    amira,
    /signal\.send/,
    [
      'ik wil een signaal geven aan Gijs',
      'ik wil een signaal geven',
      'ik wil een signaal doorgeven aan mijn leidinggevende',
      'geef een signaal aan Gijs',
      'ik heb een signaal voor Gijs',
      'stuur een signaal naar mijn leidinggevende',
      'kan ik een signaal geven',
      'hoe geef ik een signaal',
      'een signaal geven',
      'ik wil doorgeven wat beter kan',
      'er loopt iets niet goed en het kan beter',
      'er zit me iets dwars op het werk',
      'mijn leidinggevende moet weten dat het werk te zwaar is',
      'ik wil mijn leidinggevende vertellen wat mijn werk zwaar maakt',
      'ik krijg mijn werk niet af door steeds wisselende besluiten',
      'ik loop ergens tegenaan, mijn werk zit vast omdat besluiten te laat komen',
    ],
  ],
];

describe.each(kinds)('%s', (_kind, who, words, lines) => {
  test.each(lines)('"%s"', async (text) => {
    const said = await says(text, who);
    expect(said).toMatch(words);
    expect(said).not.toMatch(/Dat begrijp ik niet|Die knop staat op een kaart/);
  });
});

describe('who is told to ask the administrator', () => {
  test.each([
    'wie ziet dat ik zwaar koos?',
    'wie ziet mijn antwoord',
    'wat bewaar je over mij',
    'hoe lang bewaar je mijn gegevens',
    'wie is mijn afdelingshoofd',
  ])('"%s" reads who that is, with a way to the chat', async (text) => {
    const said = await says(text, text.includes('afdelingshoofd') ? hanna : amira);
    expect(said).toContain('Ties Hof');
    expect(said).toContain('https://teams.microsoft.com/l/chat/0/0?users=');
  });

  test('somebody whom nobody added reads no names', async () => {
    expect(await says('van mij', somebody(77))).not.toContain('Ties Hof');
  });

  test('who is an administrator is not sent to themselves', async () => {
    expect(await says('wat bewaar je over mij', ties)).not.toContain('l/chat/0/0');
  });
});

describe('what is not understood', () => {
  const buttonsIn = (said: string) =>
    [...said.matchAll(/"data":\{"text":"([^"]+)"\}/g)].map(([, one]) => one);

  test.each([
    'hoeveel bedankjes zijn er dit jaar',
    'Amira spreken over fietsen',
    'wat is er veranderd deze week in het register?',
    'wat is mijn taak bij een geschil',
    'wat doen we met de fietsen deze week',
    'rondje lopen',
    'help de fietsenstalling',
  ])('"%s": no button stands there twice, and help is one of them', async (text) => {
    const buttons = buttonsIn(await says(text));
    expect(new Set(buttons).size).toBe(buttons.length);
    expect(buttons).toContain('help');
    expect(buttons).not.toContain('wie ben jij');
  });

  test.each(['de fietsen veranderen deze week', 'wat proberen de fietsen', 'welke rol heeft een fiets'])(
    '"%s": no pilot for who is in none',
    async (text) =>
      expect(buttonsIn(await says(text))).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/ronde|rollen in de pilot/)]),
      ),
  );

  test.each([
    'zet de fiets op dinsdagochtend neer',
    'haal R17 eruit',
    'welke fietsen hebben we',
    'iemand anders moet de fiets leiden',
    'stop met die fietsen',
    'een week zonder fietsen',
    'laat me eens iets leuks zien',
    'geef mij de fiets van Bert',
    'maak een lijst van fietsen',
    'sluit de deur van het pand',
  ])('"%s" names no button', async (text) => {
    expect(await says(text)).not.toContain('Die knop staat op een kaart');
  });
});

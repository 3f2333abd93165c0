import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import {
  imported,
  installation,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../support/bot.ts';

const amira = somebody(1, 'Amira Sol');
const gijs = somebody(9, 'Gijs Toren');
const noud = somebody(51, 'Noud Kreek');
const ties = somebody(52, 'Ties Hof');
/** In the team by Teams alone. */
const ilse = somebody(53, 'Ilse Meer');
/** Alone in a team. */
const bo = somebody(60, 'Bo Kade');

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '10000' },
    seed: async ({ people, settings }) => {
      await settings.saveTeam({
        key: 'objecten-west',
        name: 'Objecten West',
        schedule: defaultSchedule,
        department: 'Ruimte',
      });
      await people.save([
        imported(amira),
        imported(gijs, { access: ['medewerker', 'manager'] }),
        imported(noud, { access: ['medewerker', 'mandaatbeheerder'] }),
        imported(ties, { access: ['medewerker', 'beheerder'] }),
        imported(ilse, { source: 'teams' }),
        imported(bo, { team: 'oost' }),
      ]);
      await settings.saveTeam({ key: 'oost', name: 'Oost', schedule: defaultSchedule });
    },
  });
  for (const who of [amira, gijs, noud, ties, ilse, bo]) await bot.hear(installation(who, 'add'));
});
afterAll(() => bot.stop());

const says = async (text: string, who = amira) => wordsOf(await bot.hear(typed(who, text)));

interface Kind {
  of: string;
  who: typeof amira;
  /** The verb of a button that the answer leads to, or words of it. */
  leads: RegExp;
  lines: readonly string[];
}

const kinds: readonly Kind[] = [
  {
    of: 'what somebody gave',
    who: amira,
    leads: /signal\.mine/,
    lines: [
      'wat heb ik ook alweer doorgegeven?',
      'hoe staat het met die trage luchtfoto’s die ik meldde',
      'signalen',
    ],
  },
  {
    of: 'another wish about who reads the own comment',
    who: amira,
    leads: /checkin\.more/,
    lines: [
      'ik wil toch dat mijn team de toelichting mag lezen, zonder naam',
      'verander wie mijn toelichting mag lezen',
      'wie leest mijn toelichting nu?',
      'ik wil mn toelichting toch delen met gijs',
      'nee toch niet, alleen ik wil het lezen',
      'zet mijn toelichting op met naam',
      'wis mijn tekst',
      'ik wil toch dat alleen mijn leidinggevende het leest',
    ],
  },
  {
    of: 'a question of who reads the own comment leads to it',
    who: amira,
    leads: /"text":"mijn toelichting"/,
    lines: ['wie leest mijn toelichting?', 'kan mijn baas mijn toelichting zien?'],
  },
  {
    of: 'a signal of one’s own that has to go',
    who: amira,
    leads: /signal\.mine/,
    lines: [
      'ik wil mijn signaal over de planning intrekken',
      'wat heeft gijs met het signaal gedaan',
      'doen ze al wat met wat ik gemeld heb?',
    ],
  },
  {
    of: 'something to tell',
    who: amira,
    leads: /signal\.send/,
    lines: ['ik wil iets doorgeven: de printer op de balie is al weken kapot', 'ik wil wat laten weten'],
  },
  {
    of: 'days that are said again',
    who: amira,
    leads: /presence\.restore|mijn afwezigheid/,
    lines: [
      'oeps ik bedoel ik ben weg tot 14 december',
      'sorry, ik ben weg tot 15 december',
      'nee laat maar, ik ben er gewoon',
      'wanner ben ik vrij',
      'oke dan ben ik do en vr weg',
    ],
  },
  {
    of: 'what is kept',
    who: amira,
    leads: /privacy\.show/,
    lines: [
      'wat weet je allemaal van mij',
      'welke gegevens hou je van mij bij?',
      'wat heb je van mij vastgelegd',
    ],
  },
  {
    of: 'what waits',
    who: gijs,
    leads: /Er wacht niets op je/,
    lines: [
      'en wat is nu de volgende stap voor mij',
      'wat is er van mij?',
      'wat ligt er nog voor me?',
      'wat wacht er op me',
      'waarop moet ik nog reageren?',
      'waar moet ik nog op antwoorden',
      'wat staat er nog open voor mij?',
    ],
  },
  {
    of: 'sending the check-in, for who may not',
    who: gijs,
    leads: /De check-in gaat vanzelf naar je team.*al open, tot vrijdag 27 november.*Die typt: checkin nu/,
    lines: ['stuur de check-in nu', 'verstuur de check-in nu', 'kun je de check-in nu versturen'],
  },
  {
    of: 'sending the check-in, for who may',
    who: ties,
    leads: /Voor welk team|Nu stuurt Kompas geen kaarten/,
    lines: ['stuur de check-in nu', 'verstuur de check-in nu', 'stuur nu een check-in objecten west'],
  },
  {
    of: 'check-ins that were never stopped',
    who: gijs,
    leads: /Je krijgt al check-ins/,
    lines: ['start check-ins'],
  },
  {
    of: 'whether the answer of who leads the team counts',
    who: gijs,
    leads: /Nee, jouw antwoord telt niet mee in het teambeeld/,
    lines: [
      'telt mijn antwoord mee?',
      'telt mijn check-in mee in het teambeeld?',
      'tel ik mee in het teambeeld',
    ],
  },
  {
    of: 'whether an answer counts in a team that is large enough',
    who: amira,
    leads: /Ja, wat jij antwoordt, telt mee/,
    lines: [
      'telt mijn antwoord mee?',
      'waarom telt mijn antwoord niet mee',
      'wordt mijn antwoord meegeteld?',
    ],
  },
  {
    of: 'whether the answer of who is in a team by Teams alone counts',
    who: ilse,
    leads: /telt nog niet mee.*beheerder/,
    lines: ['telt mijn antwoord mee?'],
  },
  {
    of: 'whether an answer counts in a team of too few',
    who: bo,
    leads: /Jullie team heeft nu geen teambeeld.*6 antwoorden/,
    lines: ['telt mijn antwoord mee?', 'telt mijn check-in mee in het teambeeld?'],
  },
  {
    of: 'tips that were kept',
    who: amira,
    leads: /tips\.kept/,
    lines: ['mijn bewaarde tips', 'bewaarde tips', 'waar zijn de tips die ik bewaard heb'],
  },
  {
    of: 'an action that was called done by accident',
    who: amira,
    leads: /geen actie op gedaan/,
    lines: [
      'ik heb een actie per ongeluk op gedaan gezet',
      'de actie is toch niet gedaan',
      'per ongeluk op gedaan getikt',
    ],
  },
  {
    of: 'something that is broken',
    who: amira,
    leads: /Wil je dat laten weten.*"text":"signaal"/,
    lines: [
      'de printer op de 3e verdieping doet het alweer niet',
      'het koffieapparaat is weer kapot',
      'de verwarming doet het niet',
    ],
  },
  {
    of: 'how the own weeks were',
    who: amira,
    leads: /checkin\.line/,
    lines: ['hoe ging het met mij de afgelopen weken?', 'hoe zat ik er de laatste weken bij'],
  },
  {
    of: 'a holiday that may be an absence',
    who: noud,
    leads: /Ben je weg\?.*"text":"afwezig/,
    lines: [
      'volgende week lekker naar Terschelling',
      'ik heb vakantie nodig',
      'ik heb zin in vakantie',
      'bijna vakantie',
    ],
  },
  {
    of: 'one more tip',
    who: amira,
    leads: /tips\.show/,
    lines: [
      'nog een',
      'nog een tip graag',
      'doe maar een andere',
      'een andere tip',
      'geef me er nog een',
      'doe eens een andere',
    ],
  },
  {
    of: 'signals that are there',
    who: gijs,
    leads: /signal\.all/,
    lines: [
      'laat alle signalen zien',
      'hoe verder met dit signaal?',
      'hoe staat het met de signalen',
      'hoeveel signalen zijn er',
    ],
  },
  {
    of: 'what a team told',
    who: gijs,
    leads: /toelichtingen|comments\.open/,
    lines: [
      'wat is er gemeld door het team',
      'heeft iemand iets toegelicht bij de check-in?',
      'zijn er nog toelichtingen',
    ],
  },
  {
    of: 'a day that changed',
    who: gijs,
    leads: /changes\.new/,
    lines: [
      'verplaats het roosterprogramma naar 18 januari',
      'de invoering is een week later, waar zet ik dat?',
      'de livegang is uitgesteld',
      'het nieuwe systeem schuift naar 12 januari',
    ],
  },
  {
    of: 'who is away',
    who: gijs,
    leads: /Van ieder apart houd ik dat niet bij/,
    lines: ['wie is er weg deze week in mijn team', 'wie is er volgende week vrij van het team'],
  },
  {
    of: 'what was told of the register',
    who: noud,
    leads: /melding/,
    lines: [
      'wat hebben collegas gemeld',
      'zijn er nog klachten over het register',
      'heeft iemand gezegd dat er iets niet klopt in het register',
      'wat hebben mensen gemeld over fouten?',
      "wat is er door collega's gemeld over het register?",
    ],
  },
  {
    of: 'a proposal of one’s own',
    who: noud,
    leads: /voorstellen/,
    lines: ['is mijn voorstel al goedgekeurd?', 'wanneer is mijn voorstel besloten'],
  },
  {
    of: 'who keeps the register',
    who: noud,
    leads: /mandaatbeheerder/,
    lines: [
      'wie moet ik hebben als ik een wijziging in het register wil',
      'mag ik mijn eigen voorstel goedkeuren',
      'wie registreert dat dan',
    ],
  },
  {
    of: 'bringing a list in',
    who: noud,
    leads: /Stuur mij een bestand/,
    lines: [
      'ik heb een excel met mandaten, hoe zet ik die erin',
      'hoe krijg ik een nieuwe lijst erin',
      'hoe lees ik een nieuw mandatenregister in',
      'ik wil een nieuwe lijst inladen',
    ],
  },
  {
    of: 'taking back something',
    who: amira,
    leads: /Wat wil je ongedaan maken/,
    lines: ['toch niet, haal dat maar weer weg', 'trek dat weer in', 'nee trek dat toch maar in'],
  },
  {
    of: 'a signal in other words',
    who: amira,
    leads: /signal\.send/,
    lines: [
      'printer op de 3e doet het steeds niet, waar kan ik dat kwijt',
      'het is hier te druk, zeg dat tegen gijs',
    ],
  },
  {
    of: 'a signal of one’s own, in short',
    who: amira,
    leads: /signal\.mine/,
    lines: ['ik wil toch mn signaal terugnemen', 'trek mn signaal in'],
  },
  {
    of: 'the check-in of this week',
    who: amira,
    leads: /check-in|Check-in/,
    lines: [
      'mijn antwoord',
      'wat heb ik ingevuld deze week?',
      'toch wel invullen',
      'haal mn antwoord maar weg',
      'mag ik een weekje overslaan',
    ],
  },
  {
    of: 'how long it is kept',
    who: amira,
    leads: /Wat Kompas bewaart/,
    lines: ['hoe lang blijft mijn antwoord bewaard', 'hoe lang blijft een toelichting staan'],
  },
  {
    of: 'who sees that somebody is away',
    who: amira,
    leads: /Soms ziet een collega/,
    lines: [
      'gaat iemand zien dat ik vrij ben?',
      'kan gijs zien dat ik ziek ben?',
      'wie ziet mijn afwezigheid',
    ],
  },
  {
    of: 'what a manager does with a signal',
    who: gijs,
    leads: /signal\.all/,
    lines: [
      'signaal werkdruk, andere datum',
      'kan ik de datum van dat signaal verzetten',
      'ik pak werkdruk op',
      'dit signaal wil ik oppakken',
    ],
  },
  {
    of: 'another answer of a manager',
    who: gijs,
    leads: /Welk antwoord bedoel je/,
    lines: ['dat antwoord klopt niet, wil t aanpassen', 'kan ik mn antwoord nog verbeteren'],
  },
  {
    of: 'a signal that was closed too soon',
    who: gijs,
    leads: /blijft dicht/,
    lines: ['signaal is toch nog niet klaar, weer openzetten', 'signaal weer openzetten'],
  },
  {
    of: 'how a whole team is',
    who: gijs,
    leads: /team/,
    lines: ['hoe zat mn team erbij vorige week', 'hoe zat objecten west er vorige week bij'],
  },
  {
    of: 'a talk to prepare',
    who: gijs,
    leads: /teamgesprek|Teamgesprek|kanaal/,
    lines: ['help me een gesprek met mn team voorbereiden', 'werkoverleg voorbereiden'],
  },
  {
    of: 'points of a team',
    who: gijs,
    leads: /punten/,
    lines: ['actiepunten van het team met wie en wanneer'],
  },
  {
    of: 'what people shared',
    who: gijs,
    leads: /comments\.open/,
    lines: [
      'wat schreven ze bij de checkin',
      'reageren op wat iemand schreef',
      'waar lopen mensen tegenaan',
      "wat schreven mijn collega's?",
      'reageer op een toelichting',
      'lees de reacties van mijn team',
    ],
  },
  {
    of: 'what is not in Kompas',
    who: gijs,
    leads: /Dat staat niet in Kompas|zie je in Teams/,
    lines: ['wie mag mijn declaratie tekenen', 'wie zit er in mijn team'],
  },
  {
    of: 'one’s own role',
    who: amira,
    leads: /"text":"mijn rollen"|assignments\.mine|rolkaart/,
    lines: [
      'welke rol heb ik nu',
      'mijn rol, klopt die',
      'wat is mijn rol eigenlijk',
      'wat is mijn functie in het team',
    ],
  },
  { of: 'a file', who: noud, leads: /intake\.exports/, lines: ['kan ik alles in excel krijgen?'] },
  {
    of: 'an answer to nothing',
    who: noud,
    leads: /Waarop antwoord je/,
    lines: ['toch wel', 'ja toch wel', 'toch niet'],
  },
  {
    of: 'only a subject: what may be meant is offered',
    who: gijs,
    leads: /Bedoel je dit/,
    lines: ['hoe is het met de tips voor managers', 'kan dat signaal weg', 'de kalender klopt niet'],
  },
];

describe.each(kinds)('$of', ({ who, leads, lines }) => {
  test.each(lines)('"%s"', async (text) => {
    const said = await says(text, who);
    expect(said).toMatch(leads);
    expect(said).not.toMatch(/Dat begrijp ik niet|Die knop staat op een kaart/);
  });
});

test.each([
  'wie vulde iets in bij de toelichting',
  'wie gaf het signaal over de planning',
  'gaat het wel goed met amira',
  'wie heeft de check-in niet gedaan deze week',
  'hoe gaat het met driss de laatste tijd',
  'is pieter ziek of gewoon chagrijnig',
  'wat vindt bert van de check-in',
])('"%s" is told to nobody', async (text) => expect(await says(text, gijs)).toContain('ertel ik nooit'));

describe('days that are said again, once they are noted', () => {
  test.each([
    ['oh nee alleen vrijdag', '2026-11-27', '2026-11-27'],
    ['nee tot 28 december', '2026-11-26', '2026-12-27'],
    ['nee sorry, 26 november', '2026-11-26', '2026-11-26'],
    ['ik bedoel vrijdag 27 november', '2026-11-27', '2026-11-27'],
  ])('"%s"', async (text, absentFrom, absentUntil) => {
    await says('ik ben donderdag en vrijdag vrij');
    await says(text);
    expect(await bot.core.people.find(amira.account)).toMatchObject({ absentFrom, absentUntil });
    await bot.post(tapped(amira, 'presence.restore', {}));
  });

  test('that lie apart are asked about: they may be about something else', async () => {
    await says('ik ben donderdag en vrijdag vrij');
    expect(await says('nee sorry, 10 december')).toContain('presence.replace');
    expect(await bot.core.people.find(amira.account)).toMatchObject({ absentFrom: '2026-11-26' });
    await bot.post(tapped(amira, 'presence.restore', {}));
  });

  test.each([
    'doe toch maar niet, ik werk gewoon',
    'ik ga toch niet weg',
    'nee, ik ben er gewoon',
    'toch niet afwezig',
  ])('"%s"', async (text) => {
    await says('ik ben donderdag en vrijdag vrij');
    const said = await says(text);
    expect(said).toContain('Dit staat er niet meer');
    expect((await bot.core.people.find(amira.account))?.absentFrom).toBeUndefined();
  });

  test.each(['toch niet, ik ben er wel', 'ga toch niet weg', 'ik ben er wel', 'toch wel'])(
    '"%s" is asked about, and taken off with one tap',
    async (text) => {
      await says('ik ben donderdag en vrijdag vrij');
      const said = await says(text);
      expect(said).toMatch(/Nu staat er: donderdag 26 november tot en met vrijdag 27 november/);
      expect(said).toMatch(
        /"title":"Toch niet weg"[^}]*"verb":"presence\.restore"|"verb":"presence\.restore"/,
      );
      expect(await bot.core.people.find(amira.account)).toMatchObject({ absentFrom: '2026-11-26' });
      await bot.post(tapped(amira, 'presence.restore', {}));
      expect((await bot.core.people.find(amira.account))?.absentFrom).toBeUndefined();
    },
  );

  test('"ga toch niet weg" says how it stands where nothing was noted', async () =>
    expect(await says('ga toch niet weg', noud)).toContain('Je staat niet als afwezig'));

  test('one of them is taken off in other words', async () => {
    await says('ik ben donderdag en vrijdag vrij');
    await says('oh toch niet vrij vrijdag');
    expect(await bot.core.people.find(amira.account)).toMatchObject({ absentUntil: '2026-11-26' });
    await bot.post(tapped(amira, 'presence.restore', {}));
  });

  test('is asked about where nothing was noted', async () => {
    await says('haal mijn afwezigheid weg');
    expect(await says('nee wacht, alleen vrijdag')).toContain('Ben je dan zelf weg?');
  });

  test('one of them is taken off', async () => {
    await says('ik ben donderdag en vrijdag vrij');
    await says('haal donderdag er weer af');
    expect(await bot.core.people.find(amira.account)).toMatchObject({ absentFrom: '2026-11-27' });
    await bot.post(tapped(amira, 'presence.restore', {}));
  });
});

test.each([
  'volgende week lekker naar Terschelling',
  'ga toch niet weg',
  'stuur maar een bericht',
  'laat de rest zitten',
])('"%s" is no button', async (text) =>
  expect(await says(text, noud)).not.toContain('Die knop staat op een kaart'),
);

test('one letter off is what was meant, and nothing that only looks like it', async () => {
  const said = await says('chek in');
  expect(said).toContain('check-in');
  expect(said).not.toContain('maak ongedaan');
});

test('what can be undone is also an action', async () =>
  expect(await says('maak ongedaan')).toContain('"text":"gedane acties"'));

test('check-ins that were stopped come again', async () => {
  await says('stop check-ins', noud);
  expect(await says('start check-ins', noud)).toContain('Je krijgt weer check-ins');
  expect(await says('start check-ins', noud)).toContain('Je krijgt al check-ins');
});

describe('of one colleague nothing is told, in words that fit the question', () => {
  test('who worries about somebody is told to ask them, and the name is not repeated', async () => {
    const said = await says('hoe gaat het met Amira?', gijs);
    expect(said).toContain('Hoe een collega erbij zit, vertel ik nooit');
    expect(said).toContain('Vraag het die collega zelf');
    expect(said).not.toMatch(/Amira|Jouw gegevens/);
  });
  test('who waits for answers reads until when they can come', async () => {
    const said = await says('wie heeft nog niet geantwoord?', gijs);
    expect(said).toContain('Wie nog niet antwoordde, vertel ik nooit');
    expect(said).toContain('sluit vrijdag 27 november om 15.00 uur');
    expect(said).not.toContain('Jouw gegevens');
  });
});

test('who asks who sees an answer also reads who reads what was shared with it', async () =>
  expect(await says('wie ziet mijn antwoord?')).toContain(
    'Dan leest je leidinggevende je toelichting en je naam, niet je keuze.',
  ));

test.each(['ik ben moe', 'pff ik ben kapot vandaag'])('"%s" says nothing of leaving', async (text) => {
  const said = await says(text);
  expect(said).toContain('Wil je erover praten?');
  expect(said).not.toContain('weg willen');
});

test('the answer about the own comment is the same for who wrote none: it is stored', async () => {
  expect(await says('wis mijn tekst', gijs)).toBe(await says('wis mijn tekst', noud));
});

test('a report says of a signal of today nothing but that it comes tomorrow', async () => {
  expect(await says('terugkoppeling')).toContain('Een signaal van vandaag komt er morgen bij.');
});

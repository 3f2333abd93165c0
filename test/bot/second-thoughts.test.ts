import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
const noud = somebody(51, 'Noud Kreek');

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
      ]);
    },
  });
  for (const who of [amira, gijs, noud]) await bot.hear(installation(who, 'add'));
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
    lines: ['ik wil mijn signaal over de planning intrekken', 'wat heeft gijs met het signaal gedaan'],
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
    lines: ['wat is er van mij?', 'wat ligt er nog voor me?', 'wat wacht er op me'],
  },
  {
    of: 'one more tip',
    who: amira,
    leads: /tips\.show/,
    lines: ['nog een', 'nog een tip graag', 'doe maar een andere', 'een andere tip', 'geef me er nog een'],
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
    lines: ['wat hebben mensen gemeld over fouten?', "wat is er door collega's gemeld over het register?"],
  },
  {
    of: 'a proposal of one’s own',
    who: noud,
    leads: /voorstellen/,
    lines: ['is mijn voorstel al goedgekeurd?', 'wanneer is mijn voorstel besloten'],
  },
  { of: 'a file', who: noud, leads: /intake\.exports/, lines: ['kan ik alles in excel krijgen?'] },
  {
    of: 'an answer to nothing',
    who: amira,
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

test.each(['wie vulde iets in bij de toelichting', 'wie gaf het signaal over de planning'])(
  '"%s" is told to nobody',
  async (text) => expect(await says(text, gijs)).toContain('Dat vertel ik nooit'),
);

test('the answer about the own comment is the same for who wrote none: it is stored', async () => {
  expect(await says('wis mijn tekst', gijs)).toBe(await says('wis mijn tekst', noud));
});

test('a report says of a signal of today nothing but that it comes tomorrow', async () => {
  expect(await says('terugkoppeling')).toContain('Een signaal van vandaag komt er morgen bij.');
});

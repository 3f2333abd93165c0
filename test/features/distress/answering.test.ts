import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  inChannel,
  installation,
  type Sent,
  startTestBot,
  type TestBot,
  team,
  typed,
  wordsOf,
} from '../../support/bot.ts';

const [amira, bert] = team as [(typeof team)[0], (typeof team)[0]];
const helpers = {
  counsellor: { name: 'Rosa Linde', contact: '010 000 00 00' },
  companyDoctor: { name: 'Arbodienst Voorbeeld', contact: '010 000 00 01' },
  socialWork: { name: 'Mo Kade', contact: '010 000 00 02' },
};
const helperLines = [
  'Vertrouwenspersoon: Rosa Linde, 010 000 00 00',
  'Bedrijfsarts: Arbodienst Voorbeeld, 010 000 00 01',
  'Bedrijfsmaatschappelijk werk: Mo Kade, 010 000 00 02',
];
const procedure = 'https://www.gemeente.example/melden';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ env: { TURNS_PER_MINUTE: '10000' } });
  await bot.hear(installation(amira, 'add'));
});
afterAll(() => bot.stop());

const says = async (text: string) => wordsOf(await bot.hear(typed(amira, text)));

describe('where the municipality names nobody', () => {
  test('somebody in danger still gets the numbers that everybody can call', async () => {
    const words = await says('ik wil dood');
    expect(words).toContain('(tel:113)');
    expect(words).not.toContain('Bedrijfsarts');
    expect(words).toContain('ik wil even praten');
  });
});

describe('where the municipality names who helps', () => {
  beforeAll(() => bot.core.settings.changeMunicipality((now) => ({ ...now, ...helpers, procedure })));

  test.each([
    'ik wil dood',
    'mijn collega wil dood',
    'mijn chef pest me',
    'ik zit er helemaal doorheen',
    'ik ga dood van de werkdruk',
    'ik ben moe',
    'ik wil weg bij de gemeente',
    'mijn moeder is overleden',
    'ik voel me rot',
  ])('"%s" names all three, a person to talk to, and what is kept', async (text) => {
    const words = await says(text);
    for (const line of helperLines) expect(words).toContain(line);
    expect(words).toContain('"title":"Ik wil even praten"');
    expect(words).toContain('Ik bewaar niet wat je typte');
    expect(words).not.toContain('afwezig tot');
    expect(words).not.toContain('Dat begrijp ik niet');
  });

  test.each(['ik ga dood', 'ik maak er een eind aan', 'I want to die', 'ik wil niet meer leven'])(
    '"%s": 113 and 112 can be tapped and read',
    async (text) => {
      const sent = await bot.hear(typed(amira, text));
      const words = wordsOf(sent);
      for (const link of ['[113](tel:113)', '[0800-0113](tel:08000113)', '[112](tel:112)'])
        expect(words).toContain(link);
      const [one] = sent;
      expect(one?.activity.summary).toContain('Bel 113 of 0800-0113');
      expect(one?.activity.summary).not.toContain('](tel:');
    },
  );

  test('a danger to somebody else has words of its own', async () => {
    const words = await says('een burger dreigt met zelfmoord');
    expect(words).toContain('zorgen om iemand');
    expect(words).toContain('(tel:112)');
  });

  test('who is bullied reads of the counsellor and the procedure, and not of grief', async () => {
    const words = await says('mijn chef pest me');
    expect(words).toContain('Dit hoort niet');
    expect(words).toContain(procedure);
    expect(words).not.toContain('Wat verdrietig');
  });

  test.each([
    ['ik heb ruzie met mijn baas', 'Dat is vervelend'],
    ['ik ben boos op Gijs', 'Dat is vervelend'],
    ['mijn team heeft ruzie met elkaar', 'Dat is vervelend'],
    ['ik haat mijn werk', 'Wil je erover praten?'],
    ['ik word gek van mijn baas', 'Zo te horen wordt het je te veel'],
    ['mijn dag was rot, ik wil niet meer leven', 'Praat nu met iemand'],
    ['mijn team pest mij', 'Dit hoort niet'],
    ['compliment voor Bert, want ik wil dood', 'Praat nu met iemand'],
    ['signaal: ik zit er helemaal doorheen', 'Wat naar dat je je zo voelt'],
    ['mijn werkdagen zijn een hel, ik trek het niet meer', 'Wat naar dat je je zo voelt'],
  ])('"%s" is heard before any phrase: %s', async (text, words) => {
    expect(await says(text)).toContain(words);
  });

  test.each(['mijn tijd dinsdag 10 uur', 'compliment voor Bert', 'afwezig tot 1 december'])(
    '"%s" is the phrase that it was',
    async (text) => {
      expect(await says(text)).not.toContain('"template":"talk"');
      expect(await says(text)).not.toMatch(/vertrouwenspersoon|Ik bewaar niet wat je typte/i);
    },
  );

  test.each(['mijn chef pest me', 'ik word lastiggevallen door Gijs', 'ik heb ruzie met mijn baas'])(
    '"%s" leads to people who do not lead the team, the counsellor first',
    async (text) => {
      expect(await says(text)).toContain('"text":"praten buiten mijn team"');
      const words = await says('praten buiten mijn team');
      expect(words).toContain(helperLines[0]);
      expect(words).not.toContain('mijn leidinggevende');
      expect(words).toContain('Wie je team of afdeling leidt, staat hier niet bij');
    },
  );

  test('a figure of speech alarms nobody, and has one line with 113', async () => {
    const words = await says('ik ga dood van de werkdruk');
    expect(words).toContain('bij wijze van spreken');
    expect(words).not.toContain('Praat nu met iemand');
    expect(words).toContain('(tel:113)');
  });

  test.each(['ik ben moe', 'ik wil ontslag', 'mijn chef pest me'])(
    '"%s" says nothing of death',
    async (text) => {
      expect(await says(text)).not.toContain('113');
    },
  );

  test('somebody who types English reads one line of it', async () => {
    expect(await says('I want to die')).toContain('In English: call 113');
    expect(await says('my boss is bullying me')).toContain('In English: type');
    expect(await says('ik wil dood')).not.toContain('In English');
  });

  test('in a channel nothing of it is said: the answer is in the own chat', async () => {
    const sent: Sent[] = await bot.hear(inChannel(typed(amira, '<at>Kompas</at> ik wil niet meer leven')));
    expect(sent.map(({ conversation }) => conversation)).toEqual(['chat-p1', '19:channel']);
    expect(wordsOf(sent.slice(1))).not.toMatch(/113|zelfmoord|dood/);
    const elsewhere = await bot.hear(inChannel(typed(bert, '<at>Kompas</at> ik wil niet meer leven')));
    expect(wordsOf(elsewhere)).not.toMatch(/113|zelfmoord|dood/);
  });

  test('days off that are named beside being tired are noted, without why', async () => {
    const words = await says('ik ben moe, ik ben vrijdag vrij');
    expect(words).toContain('Dat is genoteerd');
    await says('ik ben er weer');
  });

  test('nothing is written about it, and the log does not tell', async () => {
    const tables = ['people', 'directory', 'settings', 'audit', 'answers'];
    const before = await bot.rows(...tables);
    const lines = bot.lines.length;
    for (const text of ['ik wil dood', 'mijn chef pest me', 'ik ben moe', 'mijn moeder is overleden'])
      await says(text);
    expect(await bot.rows(...tables)).toEqual(before);
    expect(bot.lines.slice(lines).join('')).not.toMatch(/dood|pest|moe|distress|overleden/);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  inChannel,
  installation,
  somebody,
  startTestBot,
  type TestBot,
  team,
  typed,
  wordsOf,
} from '../support/bot.ts';

const [amira] = team as [(typeof team)[0]];
const stranger = somebody(77);

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ env: { TURNS_PER_MINUTE: '10000' } });
  await bot.hear(installation(amira, 'add'));
});
afterAll(() => bot.stop());

const says = async (text: string, who = amira) => wordsOf(await bot.hear(typed(who, text)));
/** What was typed before about being away is none of the next line's business. */
const isBack = () =>
  bot.core.people.change(
    'objecten-west',
    amira.id,
    ({ absentFrom: _from, absentUntil: _until, ...rest }) => rest,
  );

/** What people typed that was not understood, in the words in which they typed it, and more of the same. */
const lines: Record<string, readonly string[]> = {
  'Bedoel je je check-in?': [
    'goed',
    'gaat wel',
    'heel zwaar',
    '🙂',
    'zwaar',
    'heel goed',
    'Het gaat wel',
    'goed hoor',
    'goed hoor!',
    'prima',
    'slecht',
    'matig',
    'redelijk',
    "'t gaat wel",
    'gaat best goed vandaag',
    'met mij gaat het goed',
    'ik voel me prima',
    'mwah',
    'kan beter',
    'niet slecht',
    'heel goed!!',
    'zwaar weekje',
    'beetje moe maar goed',
    'goed, en met jou?',
    '😀',
    '😄',
    '😐',
    '🙁',
    '😣',
    '☹️',
    '🙂🙂',
    ':)',
    ':-(',
    '4',
    'een 3',
    '4/5',
    'good',
    'fine',
    'not bad',
    'bad',
    "I'm fine",
    'I feel good',
  ],
  'Jouw lijn': ['mijn lijn', 'laat mijn lijn zien', 'mijn antwoorden', 'my line'],
  'Graag gedaan': [
    'dank je',
    'dankjewel',
    'dank je wel!',
    'bedankt',
    'Bedankt hoor',
    'thanks',
    'thank you so much',
    'thx',
    'top, dank je',
    'super bedankt',
    '👍',
    '🙏',
  ],
  'Dit kun je mij vragen': [
    'help me',
    'help!',
    'kun je me helpen',
    'what can you do',
    'can you help me',
    'I need help',
  ],
  'Waar kan ik je mee helpen': [
    'hoi',
    'hallo',
    'hello',
    'hi',
    'hey',
    'good morning',
    'goedemorgen',
    'goedemiddag Kompas',
    'hallo daar',
    '?',
    '??',
    '...',
    '🎉',
    'test',
    'testen 123',
  ],
  'Tot de volgende keer': ['doei', 'tot morgen', 'fijn weekend', 'bye', 'goodbye', 'tot ziens'],
  'Ik ben Kompas': ['wie ben je', 'who are you', 'what are you', 'are you a robot', 'ben je een robot'],
  'Waarop antwoord je?': [
    'ja',
    'nee',
    'yes',
    'no',
    'ok',
    'oké',
    'okay',
    'is goed',
    'akkoord',
    'doe maar',
    'sorry',
  ],
  'Met mij gaat het altijd hetzelfde': ['hoe gaat het', 'hoe gaat het met jou', 'how are you'],
  'Dat spijt me': ['stomme bot', 'je snapt er niks van', 'wat een waardeloos ding', 'this is useless'],
  'Wat wil je stoppen?': [
    'stop',
    'unsubscribe',
    'afmelden',
    'ik wil me afmelden',
    'stop sending me messages',
  ],
  'Wat Kompas van jou bewaart': ['my data', 'show my data', 'what do you know about me', 'mijn data'],
  'Alles wissen?': ['delete my data', 'forget me', 'erase my data'],
  'Praat met iemand buiten je team': [
    'vertrouwenspersoon',
    'ik zoek de vertrouwenspersoon',
    'kan ik met de bedrijfsarts praten',
    'ik wil met iemand praten over mijn baas, is er een vertrouwenspersoon',
    'wie is de vertrouwenspersoon',
  ],
  'Een vraag om te praten kan ik niet terughalen': [
    'toch maar niet',
    'trek mijn vraag in',
    'ik wil toch niet praten',
  ],
  'Kies met wie je even wilt praten': [
    'ik wil een coach',
    'ik zoek een coach',
    'mag ik een gesprek met een coach',
    'ik wil mijn hart luchten',
    'met wie kan ik praten',
    'ik heb iemand nodig om mee te praten',
    'I want to talk to someone',
    'can I talk to someone',
    'talk to someone',
    'ik wil met iemand praten',
    'kan ik met iemand praten',
  ],
  'Je leidinggevende ziet jouw antwoord op de check-in niet': [
    'who sees my answer',
    'who can see my answer',
    'ziet mijn leidinggevende mijn antwoord',
  ],
  'Dat staat op de kaart zelf': [
    'wie kan dit zien',
    'is this anonymous',
    'ziet mijn leidinggevende dit',
    'kan mijn baas dit zien?',
    'gaat dit naar mijn leidinggevende',
  ],
  'Nee. Je collega’s en je leidinggevende zien jouw antwoord op de check-in niet': [
    'kan de directie zien wat ik koos',
  ],
  'Nee. Je leidinggevende ziet jouw antwoord op de check-in niet': ['kan mijn baas mijn antwoord zien?'],
  'Nee. Kompas laat niemand zien wat je hier typt': [
    'kan mijn leidinggevende zien wat ik typ?',
    'leest iemand wat ik hier schrijf',
  ],
  'Kompas laat niemand zien wat je hier typt': ['who can see this chat', 'wie leest deze chat'],
  'Je kiest zelf wie je signaal leest': ['wie krijgt mijn signaal te zien', 'wie leest mijn signaal'],
  'Ja, als je het aan je leidinggevende stuurt': ['kan mijn baas mijn signaal zien'],
  'Je takenmatrix zien jij en de leidinggevende die meekijkt': [
    'wie ziet mijn takenmatrix',
    'ziet mijn leidinggevende mijn takenmatrix?',
  ],
  'Je rolindicatie zien jij en de leidinggevende die meekijkt': ['kan hr mijn rolindicatie lezen?'],
  'Je rol ziet iedereen, zodra jij “Klopt” zegt': ['wie ziet mijn rollen', 'kan mijn team mijn rol zien?'],
  'Je kiest zelf wie je toelichting leest': ['wie ziet mijn toelichting'],
  'Je staat niet als afwezig': [
    'wanneer ben ik weg?',
    'mijn afwezigheid',
    'heb ik morgen vrij?',
    'tot wanneer ben ik afwezig',
    'sta ik als afwezig',
    'ben ik vrijdag vrij?',
  ],
  'Verlof vraag je niet bij mij aan': [
    'hoeveel vakantiedagen heb ik nog?',
    'ik wil vakantie aanvragen',
    'kan ik verlof opnemen',
    'hoe vraag ik verlof aan',
  ],
  Beterschap: ['hoofdpijn vandaag thuis', 'ik heb hoofdpijn', 'verkouden', 'koorts, blijf thuis'],
  'Een compliment voor een collega': [
    'ik wil Noud een compliment geven',
    'geef Bert een compliment',
    'ik wil een compliment geven aan Bert',
    'ik wil Bert bedanken',
  ],
  'Objecten West': ['wat speelt er in mijn team', 'hoe zit het team'],
  'ertel ik nooit': [
    'wie heeft dit gezegd?',
    'kun je zien wie werkdruk heeft aangevinkt',
    'wie deed er niet mee',
    'wie heeft de scanner gemeld',
    'wat heeft Amira ingevuld',
    'hoe gaat het met Amira?',
    'wie van mijn team zit slecht',
  ],
  'Dat zeg ik van niemand': ['hoe vaak is Bert ziek', 'is Bert ziek'],
  'Hoe zit je erbij': ['check in', 'my check-in', 'do my check-in'],
  'Je werkdagen zijn bewaard': [
    'ik werk maandag, dinsdag en donderdag',
    'ik werk op maandag en dinsdag',
    'Ik werk altijd van maandag tot en met donderdag.',
    'ik werk ma di do',
    'mijn vaste werkdagen zijn maandag, woensdag en vrijdag',
    'I work Monday, Tuesday and Thursday',
    'I work on Mondays and Tuesdays',
    'ik werk elke dag behalve woensdag',
    'ik werk parttime, maandag tot en met woensdag',
  ],
  'Werk je elke week alleen op maandag?': ['ik werk maandag'],
  'Wie jouw team leidt': [
    'wie is mijn leidinggevende',
    'mijn leidinggevende',
    'wie is mijn manager?',
    'wie leidt mijn team',
    'who is my manager',
    'who is my boss',
  ],
  'Dit is voor mandaatbeheerders': [
    'mandaten exporteren',
    'mandaten export',
    'exporteer de mandaten',
    'mandaten downloaden',
    'export mandates',
  ],
  'Dat is genoteerd': [
    'ik ben ziek',
    'ik ben tot 4 januari afwezig',
    'ik heb morgen vrij',
    'ik ben vandaag ziek',
    'ik ben morgen vrij',
    'ik ben vrijdag niet aan het werk',
    'morgen ben ik er niet',
    'ik ben er vrijdag niet',
    'ik ben met vakantie tot maandag',
    'helaas ben ik ziek vandaag',
    "I'm sick today",
    "I'm sick",
    "I'm off tomorrow",
    'I am on holiday until Monday',
    "I'm on vacation until 4 January",
    'I will be away next week',
    "I won't be in tomorrow",
    'out of office until Monday',
    'I have the day off tomorrow',
  ],
};

/** What is asked in a sentence of one's own, by what it is about. */
const asked: Record<string, readonly string[]> = {
  'Je antwoord wijzigen of intrekken': [
    'kan ik mijn antwoord wijzigen',
    'ik heb verkeerd geklikt',
    'can I change my answer',
  ],
  'Je check-in komt elke week op je eerste werkdag om': [
    'wanneer is de volgende check-in',
    'when is the next check-in',
    'wanneer komt mijn check-in?',
    'hoe laat komt de check-in',
    'start check-ins',
  ],
  'Wat wil je ongedaan maken?': ['maak ongedaan', 'ongedaan maken', 'intrekken', 'ik heb me vergist', 'undo'],
  'Dit kun je mij vragen': ['alles wat ik kan', 'alles wat je kan', 'wat kan je allemaal'],
  'Die knop staat op een kaart': [
    'meld dit gat',
    'bewaar',
    'Verstuur',
    'toch niet gedaan',
    'neem contact op',
  ],
  'Wat Kompas bewaart': ['hoe lang bewaar je mijn gegevens', 'where is my data stored'],
  'Thuis werken is ook werken': ['ik werk vandaag thuis', 'I work from home today'],
  'Ik houd alleen hele dagen bij': ['ik ga morgen naar de tandarts'],
  'Wil je iets laten weten?': ['ik wil een klacht indienen', 'ik heb een idee'],
  'Wat ik van jou weet': ['wie ben ik', 'wat is mijn functie'],
  'Bekijk je rollen': ['wat is mijn rol', 'welke rol heb ik'],
  'Daar weet ik niets van': ['vertel een grap', 'hoe laat is het'],
  'Ik help je op weg': ['ik snap het niet', 'wat bedoel je', 'wie kan mij helpen', 'hoe werkt Kompas'],
};

describe.each(Object.entries({ ...lines, ...asked }))('what is answered with "%s"', (words, texts) => {
  beforeEach(isBack);
  test.each(texts)('"%s"', async (text) => {
    const said = await says(text);
    expect(said).toContain(words);
    expect(said).not.toContain('Dat begrijp ik niet');
  });
});

describe('what is no sentence', () => {
  test('a link that was pasted', async () => {
    for (const text of ['https://www.gemeente.example/page?x=1', 'www.gemeente.example'])
      expect(await says(text)).toContain('Ik kan geen links openen');
  });

  test('a long text', async () => {
    expect(await says('kijk eens: https://example.com')).toContain('Ik kan geen links openen');
    const long =
      'Vorige week hebben we met de groep gezeten en toen kwam er van alles langs over planning. '.repeat(8);
    expect(await says(long)).toContain('Dat is veel tekst');
  });

  test('a picture alone', async () => {
    const picture = { contentType: 'image/gif', contentUrl: 'https://media.example/x.gif' };
    const sent = await bot.hear({ ...typed(amira, ''), attachments: [picture] });
    expect(wordsOf(sent)).toContain('Dit bestand heb ik niet gelezen');
  });
});

describe('somebody who types English', () => {
  test.each(['help me', 'what can you do', 'my data', 'stop sending me messages', 'who are you'])(
    'reads one line of it: "%s"',
    async (text) => {
      expect(await says(text)).toContain('In English:');
    },
  );

  test('still sees who reads along', async () => {
    expect(await says('mijn gegevens')).toContain('Wie ziet dit?');
    expect(await says('my data')).toContain('Wie ziet dit?');
  });

  test.each(['help', 'stop', 'mijn gegevens', 'wie ben jij'])(
    'in Dutch no word of it: "%s"',
    async (text) => {
      expect(await says(text)).not.toContain('In English');
    },
  );
});

describe('somebody whom nobody added', () => {
  test.each(['goed', '🙂', 'dank je', 'hi', 'help me', 'wie is mijn leidinggevende', 'ik ben ziek'])(
    'is answered too: "%s"',
    async (text) => {
      expect(await says(text, stranger)).not.toContain('Dat begrijp ik niet');
    },
  );
});

describe('how somebody is, typed rather than tapped', () => {
  test('is answered with the same message, whatever was typed', async () => {
    const words: string[] = [];
    for (const one of ['goed', 'heel zwaar', '🙁', 'bad', '2', 'prima hoor']) words.push(await says(one));
    expect(new Set(words).size).toBe(1);
    for (const word of ['heel zwaar', 'zwaar', 'gaat wel', 'goed', 'heel goed'])
      expect(words[0]).toContain(`"title":"${word}"`);
    expect(words[0]).toContain('blijft in Teams staan');
  });

  test('is recorded only by a tap', async () => {
    await says('heel zwaar');
    expect((await bot.rows('answers')).answers).toEqual([]);
  });

  test('is answered in the own chat when it is typed in a channel, which reads nothing of it', async () => {
    const sent = await bot.hear(inChannel(typed(amira, '<at>Kompas</at> heel zwaar')));
    expect(sent.map(({ conversation }) => conversation)).toEqual(['chat-p1', '19:channel']);
    expect(wordsOf(sent.slice(1))).toContain('eigen chat gezet');
    expect(wordsOf(sent.slice(1))).not.toMatch(/zwaar|check-in/i);
  });

  test('while no check-in is open says when the next one comes', async () => {
    const before = bot.clock.now;
    bot.clock.now = bot.clock.now.add({ hours: 24 * 3 });
    const said = await says('goed');
    bot.clock.now = before;
    expect(said).toContain('De volgende begint');
    expect(said).not.toContain('"title":"heel goed"');
  });
});

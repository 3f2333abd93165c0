import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTips, holes, problemsOf, textOf } from '../../../src/features/tips/content/check.ts';
import { builtInTips, personaContents } from '../../../src/features/tips/content/index.ts';
import { doubles, repeats } from '../../../src/features/tips/content/likeness.ts';
import { quiz } from '../../../src/features/tips/content/quiz.ts';
import { personas, type Tip } from '../../../src/features/tips/content/types.ts';
import { linesToType, remarksOf } from '../../../src/features/tips/content/wording.ts';
import { nearest } from '../../../src/features/tips/personas/rules.ts';
import { normalise } from '../../../src/language/normalise.ts';
import { readingEase, wordsOf } from '../../../src/language/reading-ease.ts';
import { ibroRoles } from '../../../src/people/person.ts';
import { themes } from '../../../src/people/themes.ts';
import {
  manager,
  somebody,
  startTestBot,
  type TestBot,
  typed,
  wordsOf as wordsOfSent,
} from '../../support/bot.ts';

const good: Tip = {
  id: 'x-1',
  for: 'employee',
  persona: 'bram',
  step: 3,
  themes: [],
  minutes: 15,
  basis: { step: 3 },
  act: 'Bel de collega die na jou komt. Vraag wat zij met jouw werk doet.',
  why: 'Dan weet je waar het op let.',
};

describe('the tips that come with Kompas', () => {
  test('pass the content test', () => {
    const report = checkTips(builtInTips);
    console.info(JSON.stringify(report));
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({ employee: 96, manager: 72, role: 96 });
    expect(report.toKompas).toBeGreaterThanOrEqual(10);
    expect(report.maxWords).toBeLessThanOrEqual(60);
    expect(report.minReadingEase).toBeGreaterThanOrEqual(60);
  });

  test('cover every theme that a check-in can be about, for employees of every persona', () => {
    const named = Object.keys(themes).filter((theme) => theme !== 'anders');
    for (const persona of personas) {
      const found = new Set(
        builtInTips.filter((tip) => tip.persona === persona).flatMap((tip) => tip.themes),
      );
      expect([...found].sort()).toEqual(named.sort());
    }
  });

  test('the cards of the personas have every field of the method, in a few short lines that call nobody anything', () => {
    for (const { persona, card } of personaContents) {
      const { core, says, about, character, goals, challenges, needs } = card;
      for (const lines of [character, goals, challenges, needs]) {
        expect([persona, lines.length >= 3 && lines.length <= 5]).toEqual([persona, true]);
        for (const line of lines) expect([line, wordsOf(line).length <= 14]).toEqual([line, true]);
      }
      const all = [core, says, about, ...character, ...goals, ...challenges, ...needs];
      for (const text of all) expect(text).toMatch(/[.?!”]$/);
      expect(all.join(' ')).not.toMatch(/net niet|je bent een |persona|type mens|weerstand|afwachtend/i);
      expect([core, about].every((text) => /\b(je|jij|jou|jouw)\b/i.test(text))).toBe(true);
    }
  });

  test('the cards of the personas read as easily as tips do', () => {
    for (const { persona, card, compass } of personaContents)
      expect([
        persona,
        readingEase(
          Object.values({ ...card, ...compass })
            .flat()
            .join(' '),
        ) >= 60,
      ]).toEqual([persona, true]);
  });
});

describe('the content test', () => {
  test('has nothing against a good tip', () => {
    expect(problemsOf(good)).toEqual([]);
  });

  test.each<[Partial<Tip>, string]>([
    [{ why: `${'Dit is een zin. '.repeat(15)}` }, 'heeft 77 woorden, hooguit 60 mag'],
    [{ why: 'Organisatieveranderingen vereisen verantwoordelijkheidsverdelingen.' }, 'leest te moeilijk'],
    [{ why: 'Jij bent een Ellen.' }, 'plakt een etiket op iemand'],
    [{ why: 'Dat past bij de Kritische in je.' }, 'plakt een etiket op iemand'],
    [{ why: 'Je bent het type dat dit fijn vindt.' }, 'plakt een etiket op iemand'],
    [{ why: 'Dit helpt omdat je je zwaar voelt.' }, 'noemt een gevoel als reden'],
    [{ act: 'Klik <b>hier</b>.' }, 'bevat HTML of opmaak'],
    [{ act: 'Klik [hier](http://x.example).' }, 'bevat HTML of opmaak'],
    [{ act: '' }, 'zegt niet wat je kunt doen'],
    [{ why: ' ' }, 'zegt niet waarom het helpt'],
    [{ minutes: 0 }, 'duurt geen 1 tot 60 minuten'],
    [{ minutes: 90 }, 'duurt geen 1 tot 60 minuten'],
    [{ why: 'Zonder punt aan het eind' }, 'eindigt niet op een punt'],
  ])('finds what is wrong with %j', (change, reason) => {
    expect(problemsOf({ ...good, ...change }).join()).toContain(reason);
  });

  test('finds the same and nearly the same, and no more than that', () => {
    const nearly = {
      ...good,
      id: 'x-2',
      act: 'Bel de collega die na jou komt en vraag wat zij met jouw werk doet.',
    };
    const other = {
      ...good,
      id: 'x-3',
      act: 'Teken de weg van een melding.',
      why: 'Zo zie je waar het stokt.',
    };
    expect(doubles([good, other])).toEqual([]);
    expect(doubles([good, nearly])).toEqual([{ id: 'x-2', reason: 'zegt bijna hetzelfde als x-1' }]);
    expect(doubles([good, good])).toEqual([{ id: 'x-1', reason: 'staat er twee keer' }]);
  });

  test.each<[string, string, string]>([
    [
      'Teken op één blad hoe een gewone mutatie nu loopt. Zet een kruis waar het werk vaak blijft liggen.',
      'Teken op één vel hoe een melding nu door jullie team loopt. Zet een kruis op elke plek waar het werk ligt te wachten.',
      'draw-first',
    ],
    [
      'Bel bij de eerste mutatie die je terugkrijgt en vraag wat de ander zag.',
      'Pak de telefoon bij de eerste mutatie die je niet begrijpt, nog voor je hem terugstuurt.',
      'call-first',
    ],
    [
      'Ga een keer mee naar een inmeting. Vertel daarna wat je hebt gezien.',
      'Ga een half uur mee bij een inmeting. Let op wat je daar ziet.',
      'look-elsewhere',
    ],
  ])('finds the same request in other words: %s', (act, other, fact) => {
    const [one, two] = ([act, other] as const).map((text, n): Tip => {
      return {
        ...good,
        id: `r-${n}`,
        act: text,
        why: 'Zo gaat het beter.',
        basis: { fact: fact as 'call-first' },
      };
    }) as [Tip, Tip];
    const found = (...tips: Tip[]) =>
      repeats([...builtInTips, ...tips]).map(({ id, reason }) => `${id} ${reason}`);
    expect(found(one, two)).toContain('r-1 vraagt hetzelfde als r-0');
    const elsewhere: Tip = { ...two, act: 'Schrijf drie woorden op een briefje en geef het aan de balie.' };
    expect(found(one, elsewhere)).not.toContain('r-1 vraagt hetzelfde als r-0');
  });

  test('finds a third tip of one step on the same fact, also when it shares no word', () => {
    const about = (n: number, act: string): Tip => ({
      ...good,
      id: `f-${n}`,
      act,
      why: `${act}`,
      basis: { fact: 'ask-early' },
    });
    const three = [
      about(1, 'Bel vroeg.'),
      about(2, 'Schrijf een vraag op.'),
      about(3, 'Loop langs de balie.'),
    ];
    expect(repeats(three)).toEqual([
      { id: 'f-3', reason: 'steunt bij dezelfde stap op hetzelfde feit als f-1, f-2' },
    ]);
    expect(repeats(three.slice(0, 2))).toEqual([]);
  });

  test('finds each cell of the matrix that is not full', () => {
    for (const missing of builtInTips.filter(({ persona, role }) => persona || role)) {
      const found = holes(builtInTips.filter(({ id }) => id !== missing.id));
      expect([missing.id, found.length > 0]).toEqual([missing.id, true]);
    }
  });

  test.each(['1', '2', '3', '4', '5', '6', '7', '8'])('finds a manager without tips at step %s', (step) => {
    const found = holes(builtInTips.filter((tip) => tip.for !== 'manager' || `${tip.step}` !== step));
    expect(found.map(({ reason }) => reason)).toContain(`leidinggevende, stap ${step}: 0 van 6`);
  });

  test.each(['3', '7'])('finds a step %s with tips for who is in a pilot alone', (step) => {
    const found = holes(
      builtInTips.map((tip) => (`${tip.step}` === step ? { ...tip, forPilot: true } : tip)),
    );
    const reasons = found.map(({ reason }) => reason);
    for (const who of [...personas, ...ibroRoles])
      expect(reasons).toContain(`${who}, stap ${step}, buiten een pilot: 0 van 1`);
    expect(reasons).toContain(`leidinggevende, stap ${step}, buiten een pilot: 0 van 3`);
  });

  test('says how long a tip takes', () => {
    expect(textOf({ ...good, minutes: 60 })).toMatch(/Ongeveer een uur\.$/);
  });
});

describe('an editor’s remarks on a tip', () => {
  test('are none on a good one, nor on any that comes with Kompas', () => {
    expect(remarksOf(good)).toEqual([]);
    expect(builtInTips.flatMap((tip) => remarksOf(tip).map((reason) => `${tip.id} ${reason}`))).toEqual([]);
  });

  test.each<[Partial<Tip>, string]>([
    [{ act: `${'Bel even. '.repeat(21)}` }, 'zegt in 42 woorden wat je doet, hooguit 40 mag'],
    [{ why: 'Wie deeltijd werkt, mist een bericht.' }, 'begint een zin met “Wie”: zeg wie'],
    [{ why: 'Wie de oorzaak vindt, hoeft niet te herstellen.' }, 'begint een zin met “Wie”: zeg wie'],
    [{ act: 'Spreek met wie jouw werk nakijkt af wanneer het goed is.' }, 'zegt “met wie …”'],
    [{ act: 'Leg het voor aan wie de mandaten bijhoudt.' }, 'zegt “met wie …”'],
    [{ act: 'Haal drie zaken uit je bak die al een maand open staan.' }, 'zegt “open staan”'],
    [{ act: 'Bekijk de zaak die openstaat.' }, 'zegt “open staan”'],
    [{ act: 'Laat het einddoel zo lang rusten.' }, 'zegt “zo lang”'],
    [{ act: 'Stop als de tijd om is.' }, 'zegt “als de tijd om is”'],
    [{ act: 'Vraag collega’s die deeltijd werken.' }, 'zegt “deeltijd werken”'],
    [{ act: 'Bewaar vragen die niet dringend zijn voor één vast moment.' }, 'is op twee manieren te lezen'],
    [{ act: 'Vraag wat u nodig heeft.' }, 'zegt “u” in plaats van “je”'],
    [{ act: 'Kijk mee in de proef.' }, 'noemt een pilot, en gaat ook naar mensen zonder pilot'],
    [{ act: 'Houd een stand-up van tien minuten.' }, 'noemt een pilot, en gaat ook naar mensen zonder pilot'],
    [
      { role: 'Objectregisseur', act: 'Drink koffie.', why: 'Dat is fijn.' },
      'noemt het registratiewerk niet',
    ],
    [{ act: 'Typ mijn mandaten in deze chat.' }, 'zegt niet tussen aanhalingstekens wat je typt'],
    [{ act: 'Typ “mijn mandatenlijst” in deze chat.' }, 'laat “mijn mandatenlijst” typen'],
    [{ act: 'Typ “leerpunt” in deze chat.' }, 'laat “leerpunt” typen, en dat kan alleen in een pilot'],
  ])('name what is wrong with %j', (change, reason) => {
    expect(remarksOf({ ...good, ...change }).join()).toContain(reason);
  });

  test.each<Partial<Tip>>([
    { act: 'Noteer wie verwerkt en wie valideert.' },
    { act: 'Zet op één blad bij wie je aanklopt.' },
    { act: 'Maak een vraag: “Wie valideert op vrijdag?” Stel die in het overleg.' },
    { act: 'Neem een steekproef van tien mutaties.' },
    { act: 'Kijk mee in de proef.', forPilot: true },
    { act: 'Typ “@Kompas teamdialoog” in het kanaal van je team.' },
    { act: 'Vraag het zolang het nieuw is.' },
  ])('leave %j alone', (change) => {
    expect(remarksOf({ ...good, ...change })).toEqual([]);
  });
});

describe('what a tip says to type', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot();
  });
  afterAll(() => bot.stop());

  const lines = builtInTips.flatMap((tip) => linesToType(tip).map((line) => ({ tip, line })));

  test('is a phrase that exists, for whom the tip is', () => {
    expect(lines.length).toBeGreaterThanOrEqual(10);
    const phrases = bot.features.flatMap((feature) => feature.phrases);
    // A question about mandates is free text: the next test types it.
    for (const { tip, line } of lines.filter((one) => !one.line.endsWith('?'))) {
      const phrase = phrases.find(({ say, also = [] }) =>
        [say, ...also].some((one) => normalise(one) === normalise(line)),
      );
      const who = phrase?.needs.who;
      const allowed =
        who === 'everybody' ||
        who === 'colleague' ||
        (tip.for === 'manager' && Array.isArray(who) && who.includes('manager'));
      const inPilot = phrase?.needs.checked?.includes('pilot') ?? false;
      expect([tip.id, line, allowed, inPilot && !tip.forPilot]).toEqual([tip.id, line, true, false]);
    }
  });

  test('is understood when it is typed', async () => {
    for (const { tip, line } of lines) {
      const who = tip.for === 'manager' ? manager : somebody(1);
      const words = wordsOfSent(await bot.hear(typed(who, line)));
      expect([line, words.length > 0, /begrijp|snap ik|niet verstaan/i.test(words)]).toEqual([
        line,
        true,
        false,
      ]);
    }
    expect(wordsOfSent(await bot.hear(typed(somebody(1), 'kwak kwak')))).toMatch(
      /begrijp|snap ik|niet verstaan/i,
    );
  });
});

describe('herken mijn stijl', () => {
  const ways = Array.from({ length: 2 ** quiz.length }, (_, n) =>
    n.toString(2).padStart(quiz.length, '0').replaceAll('0', 'a').replaceAll('1', 'b'),
  );

  test('can end with every persona first, and gives two different ones', () => {
    expect(ways).toHaveLength(64);
    const ends = ways.map(nearest);
    expect(new Set(ends.map(([first]) => first))).toEqual(new Set(personas));
    for (const [first, second] of ends) expect(first).not.toBe(second);
  });

  test('names each persona as often as any other, and never on both sides', () => {
    for (const persona of personas) {
      const sides = quiz.flatMap(({ a, b }) => [a, b].filter(({ fits }) => fits.includes(persona)));
      expect([persona, sides.length]).toEqual([persona, quiz.length]);
    }
    for (const { a, b } of quiz) expect(a.fits.filter((persona) => b.fits.includes(persona))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { checkTips, doubles, holes, problemsOf, textOf } from '../../../src/features/tips/content/check.ts';
import { builtInTips, personaContents } from '../../../src/features/tips/content/index.ts';
import { quiz } from '../../../src/features/tips/content/quiz.ts';
import { personas, type Tip } from '../../../src/features/tips/content/types.ts';
import { nearest } from '../../../src/features/tips/personas/rules.ts';
import { readingEase } from '../../../src/language/reading-ease.ts';
import { themes } from '../../../src/people/themes.ts';

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
    expect(report).toMatchObject({ employee: 96, manager: 48, role: 96 });
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

  test('the cards of the personas read as easily as tips do', () => {
    for (const { persona, card, compass } of personaContents)
      expect([persona, readingEase(Object.values({ ...card, ...compass }).join(' ')) >= 60]).toEqual([
        persona,
        true,
      ]);
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

  test('finds each cell of the matrix that is not full', () => {
    for (const missing of builtInTips) {
      const found = holes(builtInTips.filter(({ id }) => id !== missing.id));
      expect([missing.id, found.length]).toEqual([missing.id, 1]);
    }
  });

  test('says how long a tip takes', () => {
    expect(textOf({ ...good, minutes: 60 })).toMatch(/Ongeveer een uur\.$/);
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

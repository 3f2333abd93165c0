import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chooseTip,
  currentTip,
  NOT_AGAIN_DAYS,
  type SeenTip,
  type TipChoice,
  type TipReader,
} from '../../../src/features/tips/advice/rules.ts';
import { builtInTips } from '../../../src/features/tips/content/index.ts';
import { personas, type Tip } from '../../../src/features/tips/content/types.ts';
import { choiceCounts, lastDayOf } from '../../../src/features/tips/personas/rules.ts';
import { ibroRoles } from '../../../src/people/person.ts';
import { steps } from '../../../src/people/steps.ts';
import { type Theme, themes } from '../../../src/people/themes.ts';

const START = Date.parse('2026-01-01');
const dayOf = (n: number) => new Date(START + n * 86_400_000).toISOString().slice(0, 10);
const themeNames = Object.keys(themes) as Theme[];

const reader = fc.record({
  audience: fc.constantFrom('employee' as const, 'manager' as const),
  persona: fc.option(fc.constantFrom(...personas), { nil: undefined }),
  roles: fc.uniqueArray(fc.constantFrom(...ibroRoles), { maxLength: 2 }),
  inPilot: fc.boolean(),
  step: fc.option(fc.constantFrom(...steps.map(({ step }) => step)), { nil: undefined }),
  themes: fc.uniqueArray(fc.constantFrom(...themeNames), { maxLength: 2 }),
  seed: fc.constantFrom('een', 'twee'),
});

const anybody: TipReader = { audience: 'employee', roles: [], inPilot: true, themes: [], seed: 'een' };
const shelf = (change: Partial<TipChoice> = {}): TipChoice => ({
  tips: builtInTips,
  history: [],
  helpful: new Map(),
  today: dayOf(100),
  ...change,
});
const byId = (id: string) => builtInTips.find((tip) => tip.id === id);

describe('choosing a tip', () => {
  test('never shows a tip again within twelve weeks, nor one that is not for this person, whatever they do', () => {
    const move = fc.record({
      days: fc.constantFrom(0, 0, 1, 3, 7, 30),
      reply: fc.constantFrom('look', 'next', 'never', 'later', 'done', 'undo'),
      reader,
      off: fc.subarray(builtInTips.slice(0, 30).map(({ id }) => id)),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 120 }), (moves) => {
        const history = new Map<string, SeenTip>();
        const shown = new Map<string, number[]>();
        let now = 0;
        for (const { days, reply, reader: who, off } of moves) {
          now += days;
          const at = {
            tips: builtInTips.filter(({ id }) => !off.includes(id)),
            history: [...history.values()],
            helpful: new Map<string, number>(),
            today: dayOf(now),
          };
          const current = currentTip(at, who);
          if (current) {
            const change = { never: { never: true }, later: { kept: true } }[reply as 'never'] ?? {};
            if (reply !== 'look')
              history.set(current.id, {
                ...(history.get(current.id) as SeenTip),
                done: reply !== 'undo',
                ...change,
              });
            continue;
          }
          const next = chooseTip(at, who);
          if (!next) continue;
          expect(history.get(next.id)?.never).not.toBe(true);
          expect(off).not.toContain(next.id);
          shown.set(next.id, [...(shown.get(next.id) ?? []), now]);
          history.set(next.id, { tip: next.id, day: dayOf(now) });
        }
        for (const days of shown.values())
          for (const [n, day] of days.entries())
            if (n > 0) expect(day - (days[n - 1] ?? 0)).toBeGreaterThanOrEqual(NOT_AGAIN_DAYS);
      }),
      { numRuns: 150 },
    );
  });

  test('gives the same for the same, in whatever order things are listed', () => {
    const seen = fc.record({
      tip: fc.constantFrom(...builtInTips.map(({ id }) => id)),
      day: fc.integer({ min: 0, max: 100 }).map(dayOf),
    });
    const counts = fc.dictionary(fc.constantFrom(...builtInTips.map(({ id }) => id)), fc.nat(50));
    fc.assert(
      fc.property(
        reader,
        fc.uniqueArray(seen, { selector: ({ tip }) => tip }),
        counts,
        (who, history, helpful) => {
          const one = shelf({ history, helpful: new Map(Object.entries(helpful)) });
          const other = shelf({
            tips: [...builtInTips].reverse(),
            history: [...history].reverse(),
            helpful: new Map(Object.entries(helpful).reverse()),
          });
          expect(chooseTip(other, who)).toBe(chooseTip(one, who));
          expect(currentTip(other, who)).toBe(currentTip(one, who));
        },
      ),
    );
  });

  test('gives somebody only tips for them: no other role, and for a manager only those for managers', () => {
    fc.assert(
      fc.property(reader, (who) => {
        const tip = chooseTip(shelf(), who);
        expect(tip?.for).toBe(who.audience);
        if (tip?.role) expect(who.roles).toContain(tip.role);
      }),
    );
  });

  test('follows the style, the step and the theme', () => {
    for (const persona of personas) {
      const tip = chooseTip(shelf(), { ...anybody, persona, step: 6 });
      expect(tip).toMatchObject({ persona, step: 6 });
    }
  });

  test('follows the theme, as long as the step is the same or next to it', () => {
    for (const persona of personas)
      for (const { step } of steps)
        for (const theme of themeNames) {
          const about = (tip: Tip) => tip.themes.includes(theme);
          const own = builtInTips.filter((tip) => tip.persona === persona && tip.for === 'employee');
          const near = own.filter((tip) => about(tip) && Math.abs((tip.step ?? 0) - step) <= 1);
          const tip = chooseTip(shelf(), { ...anybody, persona, step, themes: [theme] });
          if (near.length > 0) expect(near).toContain(tip);
          else expect(tip).toMatchObject({ persona, step });
        }
  });

  test('gives somebody without style and with a role tips for that role in this step', () => {
    const tip = chooseTip(shelf(), { ...anybody, roles: ['Geodata-engineer'], step: 4 });
    expect(tip).toMatchObject({ role: 'Geodata-engineer', step: 4 });
  });

  test('gives two people different tips when they fit equally well', () => {
    const seeds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    expect(new Set(seeds.map((seed) => chooseTip(shelf(), { ...anybody, seed })?.id)).size).toBeGreaterThan(
      1,
    );
  });

  test('puts what helped others first among tips that fit equally well, and never before one that fits better', () => {
    const who: TipReader = { ...anybody, persona: 'bram', step: 5 };
    const pair = builtInTips.filter(
      ({ persona, step, for: whom }) => persona === 'bram' && step === 5 && whom === 'employee',
    );
    expect(pair).toHaveLength(2);
    for (const { id } of pair) expect(chooseTip(shelf({ helpful: new Map([[id, 3]]) }), who)?.id).toBe(id);
    const other = builtInTips.find(({ persona, step }) => persona === 'ellen' && step === 5) as Tip;
    expect(chooseTip(shelf({ helpful: new Map([[other.id, 100_000]]) }), who)?.persona).toBe('bram');
  });

  test('gives nothing when everything was seen, and the first one again after twelve weeks', () => {
    const all = builtInTips.map(({ id }) => ({ tip: id, day: dayOf(50), done: true }));
    const first = all.map((seen, n) => (n === 0 ? { ...seen, day: dayOf(16) } : seen));
    expect(chooseTip(shelf({ history: all }), anybody)).toBeUndefined();
    expect(chooseTip(shelf({ history: first, today: dayOf(99) }), anybody)).toBeUndefined();
    expect(chooseTip(shelf({ history: first, today: dayOf(100) }), anybody)?.id).toBe(all[0]?.tip);
  });
});

describe('the tip somebody is at', () => {
  const at = (history: SeenTip[], change: Partial<TipReader> = {}) =>
    currentTip(shelf({ history }), { ...anybody, ...change })?.id;
  const seen = (tip: string, day: number, more: Partial<SeenTip> = {}): SeenTip => ({
    tip,
    day: dayOf(day),
    ...more,
  });

  test('stays for a week, unless they react', () => {
    expect(at([seen('bram-3-a', 94)])).toBe('bram-3-a');
    expect(at([seen('bram-3-a', 93)])).toBeUndefined();
    for (const more of [{ done: true }, { never: true }, { kept: true }])
      expect(at([seen('bram-3-a', 99, more)])).toBeUndefined();
  });

  test('is the newest one', () => {
    expect(at([seen('bram-3-a', 96), seen('bram-4-a', 98)])).toBe('bram-4-a');
  });

  test('makes way for a theme that was named since, when there is a tip about it', () => {
    const off = builtInTips.find(
      ({ themes: list, for: whom, persona }) => persona && whom === 'employee' && !list.includes('techniek'),
    ) as Tip;
    expect(at([seen(off.id, 99)], { themes: ['techniek'] })).toBeUndefined();
    // No tip is about "iets anders".
    expect(at([seen(off.id, 99)], { themes: ['anders'] })).toBe(off.id);
    const fitting = builtInTips.find(
      ({ themes: list, for: whom }) => whom === 'employee' && list.includes('techniek'),
    ) as Tip;
    expect(at([seen(off.id, 99), seen(fitting.id, 99)], { themes: ['techniek'] })).toBe(fitting.id);
  });

  test('is gone when an administrator switched it off', () => {
    const tips = builtInTips.filter(({ id }) => id !== 'bram-3-a');
    expect(currentTip(shelf({ tips, history: [seen('bram-3-a', 99)] }), anybody)).toBeUndefined();
    expect(byId('bram-3-a')).toBeDefined();
  });
});

describe('a persona', () => {
  test('counts for thirty days, its own included', () => {
    expect(choiceCounts({ day: '2026-11-01' }, '2026-11-30')).toBe(true);
    expect(choiceCounts({ day: '2026-11-01' }, '2026-12-01')).toBe(false);
    expect(lastDayOf('2026-11-01')).toBe('2026-11-30');
  });
});

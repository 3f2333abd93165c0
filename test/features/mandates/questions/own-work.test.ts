import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import type { RegisterEntry, Tenure } from '../../../../src/features/mandates/register/register.ts';
import { demoLookup } from '../registers.ts';
import { entry, townLookup } from '../town.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const processes = entry({ id: 'M1', activity: 'verwerken', area: 'N', deputies: [] });
const validates = entry({ id: 'M2', area: 'N', deputies: [] });
const another = (change: Partial<RegisterEntry> = {}) => entry({ id: 'M3', holder: 'Cor Dam', ...change });

const askOf = (entries: RegisterEntry[], question: string, tenures: Tenure[] = []) =>
  ask(question, townLookup(entries, { tenures }), today).answer;
const QUESTION = 'mag Ans Bos BAG valideren in Noord?';

describe('who may check something and also processes it there', () => {
  test('may, but not what they processed themselves, and the answer names who does', () => {
    const { answer } = ask('mag Driss Haven BAG valideren in Noord?', demoLookup(), today);
    expect(answer).toMatchObject({
      outcome: 'yes',
      ownWork: { person: 'Driss Haven', others: ['Chantal Duin'], asDeputy: false },
    });
    expect(answer.reason).toBe(
      'Voor BAG, in Noord. Niet wat Driss Haven zelf verwerkte. Dat doet Chantal Duin.',
    );
  });

  test.each<[string, RegisterEntry[], object]>([
    [
      'the one beside them',
      [another({ area: 'N' }), another({ id: 'M4', holder: 'Dik Es' })],
      { others: ['Cor Dam'], asDeputy: false },
    ],
    ['the one further up', [another()], { others: ['Cor Dam'], asDeputy: false }],
    [
      'not for another place or registration',
      [another({ area: 'Z' }), another({ id: 'M4', registration: 'BGT' })],
      { others: [] },
    ],
    ['not who only did before', [another({ until: '2026-10-31' })], { others: [] }],
    ['nobody twice', [another(), another({ id: 'M4', registration: '' })], { others: ['Cor Dam'] }],
  ])('is followed by %s', (_what, more, ownWork) => {
    expect(askOf([processes, validates, ...more], QUESTION)).toMatchObject({ outcome: 'yes', ownWork });
  });

  test('is followed by a deputy when no other holder is there, and never by themselves', () => {
    const deputised = { ...validates, deputies: ['Ans Bos', 'Bo Vis'] };
    const { ownWork, reason } = askOf([processes, deputised], QUESTION);
    expect(ownWork).toMatchObject({ others: ['Bo Vis'], asDeputy: true });
    expect(reason).toContain('Dat doet Bo Vis, als vervanger.');
    expect(askOf([processes, validates], QUESTION).reason).toContain(
      'Niemand anders is daarvoor vastgelegd.',
    );
  });

  test('is found through functions, by the day', () => {
    const tenures = [
      { function: 'Registrator', person: 'Ans Bos', from: '2026-01-01', until: '2026-10-31' },
      { function: 'Registrator', person: 'Bo Vis', from: '2026-11-01' },
    ];
    const asFunction = [{ ...processes, holder: 'Registrator' }, validates];
    expect(askOf(asFunction, QUESTION, tenures).ownWork).toBeUndefined();
    expect(
      askOf(asFunction, 'mag Ans Bos BAG valideren in Noord op 1 maart 2026?', tenures).ownWork,
    ).toMatchObject({ person: 'Ans Bos' });
  });

  test('counts where they only stand in, and for approving', () => {
    const standsIn = [{ ...processes, holder: 'Cor Dam', deputies: ['Ans Bos'] }, validates];
    expect(askOf(standsIn, QUESTION).ownWork).toBeDefined();
    const approves = [processes, { ...validates, activity: 'goedkeuren' }];
    expect(askOf(approves, 'mag Ans Bos BAG goedkeuren in Noord?').ownWork).toBeDefined();
  });

  test('counts where one area lies in the other', () => {
    const wide = [{ ...processes, area: 'Z1' }, entry({ id: 'M2' })];
    expect(askOf(wide, 'mag Ans Bos BAG valideren in Stad?').ownWork).toBeDefined();
    expect(askOf(wide, 'mag Ans Bos BAG valideren in Zuid?').ownWork).toBeDefined();
    expect(askOf(wide, QUESTION).ownWork).toBeUndefined();
  });

  test('counts in own words of the register', () => {
    const own = [{ ...processes, activity: 'Bijhouden van BAG-mutaties' }, validates];
    expect(askOf(own, QUESTION).ownWork).toBeDefined();
  });

  test.each([
    ['another registration', { registration: 'BGT' }],
    ['another place', { area: 'Z' }],
    ['another time', { until: '2026-10-31' }],
    ['another person', { holder: 'Bo Vis' }],
    ['other work', { activity: 'koppelen' }],
  ])('is asked nothing for %s', (_what, change) => {
    const { outcome, ownWork } = askOf([{ ...processes, ...change }, validates], QUESTION);
    expect([outcome, ownWork]).toEqual(['yes', undefined]);
  });

  test('may process without a word about checking', () => {
    expect(askOf([processes, validates], 'mag Ans Bos BAG verwerken in Noord?').ownWork).toBeUndefined();
  });

  test('as a deputy for who is away is told the same', () => {
    const deputy = [processes, entry({ id: 'M2', area: 'N', holder: 'Cor Dam', deputies: ['Ans Bos'] })];
    const answer = askOf(deputy, 'mag Ans Bos BAG valideren in Noord als Cor Dam er niet is?');
    // Cor is away: nobody is left.
    expect(answer).toMatchObject({ outcome: 'yes', ownWork: { person: 'Ans Bos', others: [] } });
  });

  test('is simply refused where they may not check at all', () => {
    const { outcome, ownWork } = askOf([processes], QUESTION);
    expect([outcome, ownWork]).toEqual(['no', undefined]);
  });
});

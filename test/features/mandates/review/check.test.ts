import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestIn } from '../../../../src/features/mandates/questions/answering/holding.ts';
import type { Area, RegisterEntry, Tenure } from '../../../../src/features/mandates/register/register.ts';
import { checkRegister } from '../../../../src/features/mandates/review/check.ts';
import { type FindingKind, findingKinds } from '../../../../src/features/mandates/review/finding.ts';
import {
  activityInWords,
  doingInWords,
} from '../../../../src/features/mandates/vocabulary/activity-in-words.ts';
import { demoLookup } from '../registers.ts';
import { anyEntries, anyTenures, entry, town, townLookup } from '../town.ts';

const day = '2026-11-22';
const everybody = { present: () => true };
const without = (...gone: string[]) => ({ present: (name: string) => !gone.includes(name) });

interface With {
  areas?: Area[];
  tenures?: Tenure[];
  people?: { present(name: string): boolean };
}

/** Who settles a dispute about whatever others validate. */
const directs = entry({
  id: 'D1',
  activity: 'regie',
  registration: '',
  holder: 'Els Kok',
  deputies: ['Flip Ster'],
});

/** Everything found in a register of these entries. */
const findings = (entries: RegisterEntry[], { people = everybody, ...more }: With = {}) =>
  checkRegister(townLookup(entries, more), day, people);

/** The sentences of one kind. */
const sentences = (kind: FindingKind, entries: RegisterEntry[], more: With = {}) =>
  findings(entries, more)
    .filter((one) => one.kind === kind)
    .map(({ text }) => text);

test.each(['constructor', 'toString', '__proto__'])('an activity called %s is said as any other', (name) => {
  expect(activityInWords(name, ['BAG'])).toBe(`${name} voor BAG`);
  expect(doingInWords(name, ['BAG'], 'niemand')).toBe(`doet niemand ${name} voor BAG`);
});

describe('a register in order', () => {
  test('gives nothing to say', () => {
    expect(findings([entry(), directs])).toEqual([]);
  });

  test('so does an empty one', () => {
    expect(findings([])).toEqual([]);
  });
});

describe('where nobody may', () => {
  const inNoord = entry({ area: 'N' });

  test('a wijk that cannot reach what another wijk has is named, with its buurten folded into it', () => {
    expect(sentences('gap', [inNoord])).toEqual([
      'Niemand mag BAG valideren in 1 van de 2 wijken van Stad: Zuid.',
    ]);
  });

  test('an entry for the whole town reaches every wijk and buurt', () => {
    expect(sentences('gap', [inNoord, entry({ id: 'M2' })])).toEqual([]);
  });

  test('entries in all parts make the whole', () => {
    const parts = ['N', 'Z1', 'Z2'].map((area, index) => entry({ id: `M${index}`, area }));
    expect(sentences('gap', parts)).toEqual([]);
    expect(sentences('gap', parts.slice(0, 2))).toEqual([
      'Niemand mag BAG valideren in 1 van de 2 buurten van Zuid: Kade.',
    ]);
  });

  test('an entry for all registrations covers each', () => {
    const all = entry({ id: 'M2', area: 'Z', registration: '' });
    expect(sentences('gap', [inNoord, all])).toEqual([]);
  });

  test('registrations that lack the same come in one sentence', () => {
    expect(sentences('gap', [inNoord, entry({ id: 'M2', area: 'N', registration: 'BGT' })])).toEqual([
      'Niemand mag BAG en BGT valideren in 1 van de 2 wijken van Stad: Zuid.',
    ]);
  });

  test('of many wijken the few that do have somebody are named', () => {
    const more = Array.from(
      { length: 8 },
      (_, n): Area => ({
        code: `W${n}`,
        name: `Wijk ${n}`,
        kind: 'wijk',
        parent: 'G',
        aliases: [],
      }),
    );
    expect(sentences('gap', [inNoord], { areas: [...town, ...more] })).toEqual([
      'Niemand mag BAG valideren in 9 van de 10 wijken van Stad; wel in Noord.',
    ]);
  });

  test('what no longer holds is not asked of other areas', () => {
    expect(sentences('gap', [entry({ area: 'N', until: '2026-10-31' })])).toEqual([]);
  });
});

describe('one person who processes and validates', () => {
  const processes = entry({ id: 'M1', activity: 'verwerken', area: 'N' });
  const validates = entry({ id: 'M2', area: 'N' });
  const other = (change: Partial<RegisterEntry>) => entry({ id: 'M3', holder: 'Cor Dam', ...change });

  test('is an error when nobody else validates there', () => {
    expect(sentences('own-check', [processes, validates])).toEqual([
      'Ans Bos mag BAG verwerken en valideren in Noord, en niemand anders mag daar valideren (M1 en M2).',
    ]);
  });

  test('is fine when somebody else validates there too', () => {
    expect(sentences('own-check', [processes, validates, other({ area: 'N' })])).toEqual([]);
    expect(sentences('own-check', [processes, validates, other({ area: 'Z' })])).toHaveLength(1);
  });

  test('deserves a look when the other one is only found further up', () => {
    const [found] = findings([processes, validates, other({})]).filter(({ kind }) => kind === 'own-check');
    expect(found).toMatchObject({
      severity: 'let op',
      text: 'Ans Bos mag BAG verwerken en valideren in Noord (M1 en M2). Verder mag Cor Dam daar valideren, met een mandaat voor een groter gebied.',
    });
  });

  test('counts when one area lies in the other, and when an entry is for all registrations', () => {
    const wide = entry({ id: 'M2', registration: '' });
    expect(sentences('own-check', [processes, wide])[0]).toContain(
      'BAG verwerken en valideren in Noord, en niemand',
    );
    const low = entry({ id: 'M2', area: 'Z1' });
    const high = entry({ id: 'M1', activity: 'verwerken' });
    expect(sentences('own-check', [high, low])[0]).toContain('in Haven, en niemand');
  });

  test('does not count for different areas or registrations, or when it is over', () => {
    expect(sentences('own-check', [processes, entry({ id: 'M2', area: 'Z' })])).toEqual([]);
    expect(sentences('own-check', [processes, entry({ id: 'M2', area: 'N', registration: 'BGT' })])).toEqual(
      [],
    );
    expect(sentences('own-check', [processes, { ...validates, until: '2026-11-21' }])).toEqual([]);
  });

  test('is found through a function', () => {
    const tenures = [{ function: 'Teamleider', person: 'Ans Bos', from: '2026-01-01' }];
    const asLeader = { ...validates, holder: 'Teamleider' };
    expect(sentences('own-check', [processes, asLeader], { tenures })).toHaveLength(1);
    expect(sentences('own-check', [processes, asLeader])).toEqual([]);
  });
});

describe('what is to be kept apart', () => {
  const processes = entry({ id: 'M1', activity: 'verwerken', area: 'N' });
  const approves = entry({ id: 'M2', activity: 'goedkeuren', area: 'N' });

  test('is processing and approving too', () => {
    expect(sentences('own-check', [processes, approves])).toEqual([
      'Ans Bos mag BAG verwerken en goedkeuren in Noord, en niemand anders mag daar goedkeuren (M1 en M2).',
    ]);
    const other = entry({ id: 'M3', activity: 'goedkeuren', area: 'N', holder: 'Cor Dam' });
    expect(sentences('own-check', [processes, approves, other])).toEqual([]);
    expect(sentences('own-check', [processes, { ...approves, holder: 'Cor Dam' }])).toEqual([]);
  });

  test.each([
    ['Verwerken van BAG-mutaties', 'Valideren van BAG-mutaties', 'BAG verwerken en valideren'],
    ['Bijhouden van de BAG', 'Goedkeuren van wijzigingen in de BAG', 'BAG verwerken en goedkeuren'],
    ['BAG-mutaties invoeren', 'Kwaliteitscontrole van de BAG', 'BAG verwerken en valideren'],
    ['Verwerken van klachten', 'Klachten goedkeuren', 'klachten verwerken en goedkeuren'],
  ])('is recognised in own words: %s and %s', (first, second, what) => {
    const own = [
      { ...processes, activity: first, registration: '' },
      { ...approves, activity: second, registration: '' },
    ];
    expect(sentences('own-check', own)).toEqual([
      expect.stringMatching(new RegExp(`^Ans Bos mag ${what} in Noord, en niemand anders.*M1 en M2`)),
    ]);
  });

  test('is found within one entry', () => {
    const both = entry({ activity: 'Verwerken en valideren van BGT-mutaties', registration: 'BGT' });
    expect(sentences('own-check', [both])).toEqual([
      'Ans Bos mag BGT verwerken en valideren in Stad, en niemand anders mag daar valideren (M1).',
    ]);
  });

  test.each([
    ['Verwerken van klachten', 'Goedkeuren van subsidies'],
    ['verwerken', 'Goedkeuren van facturen'],
    ['Verlenen van ontheffingen', 'Goedkeuren van ontheffingen'],
    ['Bewaren van verwerkte mutaties', 'goedkeuren'],
  ])('is not %s and %s, which are about different things', (first, second) => {
    const own = [
      { ...processes, activity: first, registration: '' },
      { ...approves, activity: second, registration: '' },
    ];
    expect(sentences('own-check', own)).toEqual([]);
  });

  test('is not what one person did before and does now', () => {
    const tenures = [
      { function: 'Registrator', person: 'Ans Bos', from: '2026-01-01', until: '2026-10-31' },
      { function: 'Registrator', person: 'Cor Dam', from: '2026-11-01' },
    ];
    const asFunction = { ...processes, holder: 'Registrator' };
    expect(sentences('own-check', [asFunction, approves], { tenures })).toEqual([]);
    expect(
      sentences('own-check', [asFunction, { ...approves, holder: 'Cor Dam' }], { tenures }),
    ).toHaveLength(1);
  });

  test('is said beforehand, with the day on which it begins', () => {
    const later = { ...approves, from: '2027-02-01' };
    const [found] = findings([processes, later]).filter(({ kind }) => kind === 'own-check');
    expect(found).toMatchObject({
      severity: 'let op',
      text: 'Vanaf 1 februari 2027: Ans Bos mag BAG verwerken en goedkeuren in Noord, en niemand anders mag daar goedkeuren (M1 en M2).',
    });
    expect(sentences('own-check', [{ ...processes, until: '2027-01-31' }, later])).toEqual([]);
    const tenures = [{ function: 'Teamleider', person: 'Ans Bos', from: '2027-03-01' }];
    expect(
      sentences('own-check', [processes, { ...approves, holder: 'Teamleider' }], { tenures })[0],
    ).toContain('Vanaf 1 maart 2027: Ans Bos mag');
  });

  test('is one deputy for both sides too, which deserves a look', () => {
    const both = [
      { ...processes, deputies: ['Cor Dam'] },
      { ...approves, holder: 'Dik Es', deputies: ['Cor Dam'] },
    ];
    const [found] = findings(both).filter(({ kind }) => kind === 'deputy-conflict');
    expect(found).toMatchObject({
      severity: 'let op',
      text: 'Als Ans Bos en Dik Es er niet zijn, mag Cor Dam BAG verwerken en goedkeuren in Noord, en niemand anders mag daar goedkeuren (M1 en M2).',
    });
  });
});

describe('who settles a dispute', () => {
  const validates = entry({ area: 'N' });
  const regie = (change: Partial<RegisterEntry> = {}) =>
    entry({ id: 'M2', activity: 'regie', deputies: ['Cor Dam'], ...change });

  test.each(['valideren', 'goedkeuren'])('is not who is to do the %s', (activity) => {
    const own = [{ ...validates, activity }, regie()];
    expect(sentences('own-escalation', own)).toEqual([
      `Ans Bos mag BAG ${activity} en regie voeren in Noord, en niemand anders mag daar regie voeren (M1 en M2).`,
    ]);
    expect(sentences('own-escalation', [...own, regie({ id: 'M3', holder: 'Dik Es' })])).toEqual([]);
    expect(sentences('own-escalation', [own[0] ?? validates, regie({ area: 'Z' })])).toEqual([]);
    expect(sentences('own-escalation', [own[0] ?? validates, regie({ registration: 'BGT' })])).toEqual([]);
  });

  test('is found in own words, and through a function', () => {
    const tenures = [{ function: 'Regisseur', person: 'Ans Bos', from: '2026-01-01' }];
    const own = [
      { ...validates, activity: 'Controleren van BAG-mutaties' },
      regie({ activity: 'Voeren van regie over de BAG', holder: 'Regisseur' }),
    ];
    expect(sentences('own-escalation', own, { tenures })).toHaveLength(1);
    expect(sentences('no-escalation', own, { tenures })).toEqual([]);
  });

  test('deserves a look when another directs a wider area', () => {
    const own = [validates, regie({ area: 'N' }), regie({ id: 'M3', holder: 'Dik Es' })];
    const [found] = findings(own).filter(({ kind }) => kind === 'own-escalation');
    expect(found).toMatchObject({
      severity: 'let op',
      text: 'Ans Bos mag BAG valideren en regie voeren in Noord (M1 en M2). Verder mag Dik Es daar regie voeren, met een mandaat voor een groter gebied.',
    });
  });

  test('is nobody for a registration that is validated without anybody who directs it', () => {
    const [found, ...rest] = findings([
      validates,
      entry({ id: 'M3', area: 'Z', holder: 'Cor Dam' }),
      regie({ registration: 'BGT', holder: 'Dik Es' }),
    ]).filter(({ kind }) => kind === 'no-escalation');
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      severity: 'let op',
      text: 'Niemand voert regie over BAG, maar Ans Bos en Cor Dam mogen BAG wel valideren in Noord en Zuid (M1 en M3).',
      ids: ['M1', 'M3'],
      lack: { activity: 'regie', registration: 'BAG', area: 'G' },
    });
    expect(sentences('no-escalation', [validates, regie({ registration: '', holder: 'Dik Es' })])).toEqual(
      [],
    );
    expect(sentences('no-escalation', [validates, regie({ until: '2026-10-31' })])).toHaveLength(1);
  });
});

describe('deputies', () => {
  test('an entry without one is named, a holder and activity in one sentence', () => {
    const alone = [entry({ area: 'N', deputies: [] }), entry({ id: 'M2', area: 'Z', deputies: [] })];
    expect(sentences('no-deputy', alone)).toEqual([
      'Ans Bos heeft geen vervanger voor BAG valideren in Noord en Zuid (M1 en M2).',
    ]);
    expect(sentences('no-deputy', [entry({ deputies: [], until: '2026-11-21' })])).toEqual([]);
  });

  test('nobody is their own deputy, through a function neither', () => {
    const tenures = [{ function: 'Teamleider', person: 'Ans Bos', from: '2026-01-01' }];
    const text = 'Ans Bos is de eigen vervanger bij M1 (BAG valideren in Stad).';
    expect(sentences('deputy-is-holder', [entry({ deputies: ['Ans Bos'] })])).toEqual([text]);
    expect(sentences('deputy-is-holder', [entry({ deputies: ['Teamleider'] })], { tenures })).toEqual([text]);
    expect(sentences('deputy-is-holder', [entry()], { tenures })).toEqual([]);
  });

  test('two people who stand in for each other are fine', () => {
    const both = [
      directs,
      entry(),
      entry({ id: 'M2', registration: 'BGT', holder: 'Bo Vis', deputies: ['Ans Bos'] }),
    ];
    expect(findings(both)).toEqual([]);
  });

  test('stepping in must not make one person process and validate', () => {
    const processes = entry({
      id: 'M2',
      activity: 'verwerken',
      area: 'N',
      holder: 'Bo Vis',
      deputies: ['Cor Dam'],
    });
    expect(sentences('deputy-conflict', [entry(), processes])).toEqual([
      'Als Ans Bos er niet is, mag Bo Vis BAG verwerken en valideren in Noord, en niemand anders mag daar valideren (M2 en M1).',
    ]);
    const another = entry({ id: 'M3', holder: 'Dik Es', deputies: ['Cor Dam'] });
    expect(sentences('deputy-conflict', [entry(), processes, another])).toEqual([]);
    expect(sentences('deputy-conflict', [entry({ area: 'Z' }), processes])).toEqual([]);
  });

  test('nor does it when the one who validates stands in for the one who processes', () => {
    const processes = entry({ id: 'M2', activity: 'verwerken', holder: 'Cor Dam', deputies: ['Ans Bos'] });
    expect(sentences('deputy-conflict', [entry(), processes])[0]).toContain(
      'Als Cor Dam er niet is, mag Ans Bos',
    );
  });

  test('nor one person approve and be whom a dispute goes to', () => {
    const approves = entry({ activity: 'goedkeuren', registration: 'BGT', area: 'Z' });
    const directs = entry({
      id: 'M2',
      activity: 'regie',
      registration: '',
      holder: 'Bo Vis',
      deputies: ['Cor Dam'],
    });
    expect(sentences('deputy-conflict', [approves, directs])).toEqual([
      'Als Ans Bos er niet is, mag Bo Vis BGT goedkeuren en regie voeren in Zuid, en niemand anders mag daar regie voeren (M1 en M2).',
    ]);
    expect(sentences('deputy-conflict', [{ ...approves, deputies: ['Cor Dam'] }, directs])).toEqual([]);
  });
});

describe('ends', () => {
  const over = entry({ area: 'Z', until: '2026-06-30' });

  test('what ended with nothing in its place is an error', () => {
    expect(sentences('ended', [over])).toEqual([
      'Na 30 juni 2026 mag niemand meer BAG valideren in Zuid: M1 van Ans Bos is afgelopen.',
    ]);
  });

  test.each([
    ['the same place', [entry({ id: 'M2', area: 'Z', from: '2026-07-01' })], 0],
    ['a wider place', [entry({ id: 'M2' })], 0],
    ['all of its parts', ['Z1', 'Z2'].map((area) => entry({ id: area, area })), 0],
    ['all registrations', [entry({ id: 'M2', area: 'Z', registration: '' })], 0],
    ['one of its parts', [entry({ id: 'M2', area: 'Z1' })], 1],
    ['another registration', [entry({ id: 'M2', area: 'Z', registration: 'BGT' })], 1],
    ['the same place, later than the day', [entry({ id: 'M2', area: 'Z', from: '2027-01-01' })], 1],
  ])('an entry in %s', (_what, next, count) => {
    expect(sentences('ended', [over, ...next])).toHaveLength(count);
  });

  test.each([
    ['2026-11-22', 1],
    ['2026-12-22', 1],
    ['2026-12-23', 0],
  ])('an end on %s is within thirty days: %i', (until, count) => {
    expect(sentences('ending', [entry({ until })])).toHaveLength(count);
  });

  test('an end says when, whose and what, unless another entry goes on in that place', () => {
    const ends = entry({ until: '2026-12-10' });
    expect(sentences('ending', [ends])).toEqual([
      'Op 10 december 2026 loopt M1 van Ans Bos af: BAG valideren in Stad.',
    ]);
    expect(sentences('ending', [ends, entry({ id: 'M2', from: '2026-12-11' })])).toEqual([]);
    expect(sentences('ending', [ends, entry({ id: 'M2', from: '2026-12-12' })])).toHaveLength(1);
  });
});

describe('people and functions', () => {
  const colleague = entry({ id: 'M2', registration: 'BGT', holder: 'Cor Dam', deputies: ['Dik Es'] });
  const tenures = [{ function: 'Teamleider', person: 'Ans Bos', from: '2026-01-01', until: '2026-10-31' }];

  test('a holder who left is an error, a deputy who left is worth a look', () => {
    const [holder] = findings([entry(), colleague], { people: without('Ans Bos') });
    expect(holder).toMatchObject({
      kind: 'holder-gone',
      severity: 'fout',
      ids: ['M1'],
      text: 'Ans Bos staat niet in het mensenbestand, maar is wel houder van M1 (BAG valideren in Stad).',
    });
    const [deputy] = findings([entry(), colleague], { people: without('Bo Vis') });
    expect(deputy).toMatchObject({ kind: 'holder-gone', severity: 'let op' });
  });

  test('somebody of an organisation of which we know nobody is only worth a look', () => {
    const outside = entry({ organisation: 'De Delta', deputies: [] });
    const [found] = findings([outside, colleague], { people: without('Ans Bos') });
    expect(found).toMatchObject({
      severity: 'let op',
      text: 'Ans Bos (De Delta) staat niet in het mensenbestand, maar is wel houder van M1 (BAG valideren in Stad).',
    });
  });

  test('without a list of people nobody left', () => {
    expect(checkRegister(townLookup([entry(), directs]), day, undefined)).toEqual([]);
  });

  test('somebody who left is found behind a function', () => {
    const asLeader = [entry({ holder: 'Teamleider' })];
    const current = [{ function: 'Teamleider', person: 'Ans Bos', from: '2026-01-01' }];
    expect(sentences('holder-gone', asLeader, { tenures: current, people: without('Ans Bos') })).toHaveLength(
      1,
    );
    expect(sentences('holder-gone', asLeader, { tenures: current, people: without('Teamleider') })).toEqual(
      [],
    );
  });

  test('a function that nobody fulfils on the day is an error', () => {
    expect(sentences('vacant', [entry({ holder: 'Teamleider' })], { tenures })).toEqual([
      'Niemand vervult de functie Teamleider, maar die is wel houder van M1 (BAG valideren in Stad).',
    ]);
    const next = [...tenures, { function: 'Teamleider', person: 'Cor Dam', from: '2026-11-01' }];
    expect(sentences('vacant', [entry({ holder: 'Teamleider' })], { tenures: next })).toEqual([]);
  });
});

describe('what comes from another entry', () => {
  const parent = entry({
    id: 'P',
    kind: 'volmacht',
    activity: 'opdracht verstrekken',
    limit: 5_000,
    area: 'Z',
    fourEyes: true,
    subGranting: true,
    until: '2027-12-31',
  });
  const sub = { ...parent, id: 'S', kind: 'ondervolmacht' as const, parent: 'P', limit: 2_500 };
  const subFindings = (entries: RegisterEntry[]) =>
    findings(entries).filter(({ kind }) => kind.startsWith('sub-'));

  test('narrower or as wide is fine', () => {
    expect(subFindings([parent, sub])).toEqual([]);
    expect(subFindings([parent, { ...sub, area: 'Z1', limit: 5_000 }])).toEqual([]);
    expect(
      subFindings([
        { ...parent, fourEyes: false },
        { ...sub, fourEyes: false },
      ]),
    ).toEqual([]);
    expect(subFindings([{ ...parent, registration: '', limit: undefined, until: undefined }, sub])).toEqual(
      [],
    );
  });

  test.each<[string, Partial<RegisterEntry>, string]>([
    ['another area', { area: 'N' }, 'Noord ligt niet in Zuid'],
    ['a wider area', { area: 'G' }, 'Stad ligt niet in Zuid'],
    ['another registration', { registration: 'BGT' }, 'het gaat over BGT en P alleen over BAG'],
    ['all registrations', { registration: '' }, 'het gaat over alle registraties en P alleen over BAG'],
    ['another activity', { activity: 'goedkeuren' }, 'P gaat over opdrachten verstrekken voor BAG'],
    ['more money', { limit: 5_001 }, 'het gaat tot € 5.001 en P gaat tot € 5.000'],
    ['no amount', { limit: undefined }, 'het noemt geen bedrag en P gaat tot € 5.000'],
    ['an earlier start', { from: '2025-12-31' }, 'P begint pas op 1 januari 2026'],
    ['a later end', { until: '2028-01-01' }, 'P stopt al op 31 december 2027'],
    ['no end', { until: undefined }, 'P stopt al op 31 december 2027'],
  ])('%s goes further', (_what, change, reason) => {
    const [found, ...rest] = subFindings([parent, { ...sub, ...change }]);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ kind: 'sub-wider', severity: 'fout', ids: ['S', 'P'] });
    expect(found?.text).toContain(`van Ans Bos gaat verder dan P: ${reason}.`);
  });

  test.each<[FindingKind, RegisterEntry[], string]>([
    [
      'sub-four-eyes',
      [parent, { ...sub, fourEyes: false }],
      'Bij P van Ans Bos kijkt een ander mee, maar niet bij S (opdrachten verstrekken voor BAG in Zuid).',
    ],
    [
      'sub-not-allowed',
      [{ ...parent, subGranting: false }, sub],
      'Ans Bos mag P niet doorgeven, maar dat gebeurt wel in S (opdrachten verstrekken voor BAG in Zuid).',
    ],
    [
      'sub-without-parent',
      [{ ...sub, parent: undefined }],
      'S (opdrachten verstrekken voor BAG in Zuid) van Ans Bos is een ondervolmacht, maar het register zegt niet waar die uit komt.',
    ],
    [
      'sub-family',
      [{ ...parent, kind: 'mandaat' }, sub],
      'S (opdrachten verstrekken voor BAG in Zuid) van Ans Bos is een ondervolmacht, maar komt uit P, een mandaat.',
    ],
    [
      'sub-circle',
      [{ ...parent, parent: 'S', kind: 'ondervolmacht', limit: 2_500 }, sub],
      'P en S komen uit elkaar voort.',
    ],
  ])('%s', (kind, entries, text) => {
    expect(subFindings(entries).map((one) => [one.kind, one.text])).toEqual([[kind, text]]);
  });

  test('a mandaat from nowhere is no sub-mandate', () => {
    expect(subFindings([parent])).toEqual([]);
  });
});

describe('the papers', () => {
  test('a decision that is not recorded, or not its publication', () => {
    expect(sentences('no-basis', [entry({ basis: '' })])).toEqual([
      'Bij M1 (BAG valideren in Stad) van Ans Bos staat geen besluit.',
    ]);
    expect(sentences('no-publication', [entry({ publication: '' })])).toEqual([
      'Bij "Besluit 2026" staat niet waar het is gepubliceerd: M1 (BAG valideren in Stad) van Ans Bos.',
    ]);
    expect(sentences('no-basis', [entry({ basis: '', publication: '' })])[0]).toContain(
      'geen besluit en geen publicatie',
    );
    expect(findings([entry({ basis: '', publication: '' }), directs])).toHaveLength(1);
  });

  test('the same under two ids is said, and what differs in anything is not the same', () => {
    const twice = [entry({ id: 'M1' }), entry({ id: 'M2' }), entry({ id: 'M3', conditions: 'na overleg' })];
    expect(sentences('repeated', twice)).toEqual([
      'M1 en M2 zeggen hetzelfde: BAG valideren in Stad, Ans Bos.',
    ]);
  });

  test('an entry for giving assignments says up to what amount', () => {
    const assigns = entry({ activity: 'opdracht verstrekken', registration: '' });
    expect(sentences('no-limit', [assigns])).toEqual([
      'Ans Bos heeft geen hoogste bedrag bij M1 (opdrachten verstrekken in Stad).',
    ]);
    expect(sentences('no-limit', [{ ...assigns, limit: 100 }, entry({ id: 'M2' })])).toEqual([]);
  });
});

describe('the whole of it', () => {
  test('whoever is the only one to check their own work somewhere is found, and nobody else', () => {
    const busy = anyEntries.map((entries) =>
      entries.map((one) => ({ ...one, activity: one.activity === 'verwerken' ? 'verwerken' : 'valideren' })),
    );
    fc.assert(
      fc.property(busy, (entries) => {
        const lookup = townLookup(entries);
        const names = ['Ans Bos', 'Bo Vis', 'Cor Dam', 'Teamleider'];
        const expected = names.filter((name) =>
          town.some(({ code }) =>
            ['', 'BAG', 'BGT'].some((registration) => {
              const [processing, validating] = ['verwerken', 'valideren'].map((activity) =>
                nearestIn(lookup, lookup.chain(code), activity, registration, day),
              );
              const holds = (found = processing) =>
                [...(found?.entries ?? []), ...(found?.broader ?? [])].some(({ holder }) => holder === name);
              return (
                holds() && holds(validating) && validating?.entries.every(({ holder }) => holder === name)
              );
            }),
          ),
        );
        const texts = sentences('own-check', entries);
        expect(names.filter((name) => texts.some((text) => text.startsWith(`${name} mag`)))).toEqual(
          expected,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('errors come first, then the kinds in their order, then ids as people count', () => {
    const messy = [
      directs,
      entry({ id: 'M10', deputies: [] }),
      entry({ id: 'M9', deputies: [], holder: 'Cor Dam', basis: '' }),
    ];
    expect(findings(messy).map(({ severity, kind, ids }) => [severity, kind, ...ids])).toEqual([
      ['fout', 'no-basis', 'M9'],
      ['let op', 'no-deputy', 'M9'],
      ['let op', 'no-deputy', 'M10'],
    ]);
  });

  test('the register of the demo has what was put in it', () => {
    const texts = checkRegister(demoLookup(), day, without('Farid Brug')).map(
      ({ kind, ids }) => `${kind} ${ids[0] ?? ''}`,
    );
    expect(texts).toEqual([
      'deputy-conflict R14',
      'sub-four-eyes R13',
      'own-check R16',
      'holder-gone R08',
      'no-escalation R08',
      'gap ',
      'gap ',
      'gap ',
      'gap ',
      ...['R08', 'R12', 'R13', 'R15', 'R16', 'R17', 'R18'].map((id) => `no-deputy ${id}`),
      ...['R06', 'R13'].map((id) => `no-publication ${id}`),
    ]);
  });

  test('no register makes it fail, and every finding is one sentence about entries that exist', () => {
    fc.assert(
      fc.property(anyEntries, anyTenures, fc.boolean(), (entries, tenures, known) => {
        const ids = new Set(entries.map(({ id }) => id));
        for (const one of findings(entries, { tenures, people: { present: () => known } })) {
          expect(findingKinds).toContain(one.kind);
          expect(one.text).toMatch(/^\S.*\S\.$/);
          expect(one.text).not.toContain('undefined');
          expect(one.ids.every((id) => ids.has(id))).toBe(true);
          expect(new Set(one.ids).size).toBe(one.ids.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the neighbours' town, about which the register says nothing, changes nothing", () => {
    const neighbours: Area[] = [
      { code: 'B', name: 'Buren', kind: 'gemeente', aliases: [] },
      { code: 'B1', name: 'Oost', kind: 'wijk', parent: 'B', aliases: [] },
    ];
    fc.assert(
      fc.property(anyEntries, anyTenures, (entries, tenures) => {
        expect(findings(entries, { tenures, areas: [...town, ...neighbours] })).toEqual(
          findings(entries, { tenures }),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('an entry for everything and everywhere closes every gap', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const names = new Set(entries.map(({ activity }) => activity));
        const all = [...names].map((activity, n) => entry({ id: `A${n}`, activity, registration: '' }));
        expect(sentences('gap', [...entries, ...all])).toEqual([]);
        expect(sentences('ended', [...entries, ...all])).toEqual([]);
      }),
    );
  });
});

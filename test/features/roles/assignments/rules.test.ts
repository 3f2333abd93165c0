import { describe, expect, test } from 'vitest';
import type { DutyHeld } from '../../../../src/features/mandates/contract.ts';
import type { RoleFor } from '../../../../src/features/roles/assignments/assignment.ts';
import { placesOf } from '../../../../src/features/roles/assignments/places.ts';
import {
  fileDifference,
  type Holder,
  unheldIn,
  warningsAbout,
} from '../../../../src/features/roles/assignments/rules.ts';
import { scopesInWords, warningInWords } from '../../../../src/features/roles/assignments/warning-words.ts';
import type { Registration } from '../../../../src/features/roles/content/registrations.ts';
import type { IbroRole } from '../../../../src/people/person.ts';

/** A town of two wijken, one of which has a buurt. */
const places = placesOf([
  { code: 'G', name: 'Stad', title: 'Stad', aliases: [], chain: ['G'] },
  { code: 'N', name: 'Noord', title: 'Noord', aliases: [], chain: ['N', 'G'] },
  { code: 'Z', name: 'Zuid', title: 'Zuid', aliases: [], chain: ['Z', 'G'] },
  { code: 'Z1', name: 'Haven', title: 'Haven', aliases: [], chain: ['Z1', 'Z', 'G'] },
]);

const short: Record<string, IbroRole> = {
  R: 'Objectregistrator',
  K: 'Kwaliteitscoördinator',
  O: 'Objectregisseur',
  G: 'Geodata-engineer',
};
/** "R:BAG,BGT" is Objectregistrator for those two; "K" is Kwaliteitscoördinator for all. */
const roleFor = (text: string): RoleFor => {
  const [role = '', some = ''] = text.split(':');
  return {
    role: short[role] ?? 'Objectregistrator',
    registrations: some === '' ? [] : (some.split(',') as Registration[]),
  };
};
/** "Ans R:BAG K:BAG @N" is Ans with two roles in Noord; a party has its contact behind a "!". */
function holder(text: string): Holder {
  const [name = '', ...parts] = text.split(' ');
  const contact = parts.find((part) => part.startsWith('!'))?.slice(1);
  return {
    id: name,
    name,
    team: parts.includes('oost') ? 'oost' : 'west',
    roles: parts.filter((part) => /^[RKOG](:|$)/.test(part)).map(roleFor),
    areas: parts.filter((part) => part.startsWith('@')).map((part) => part.slice(1)),
    from: '2026-12-01',
    contact,
  };
}
/** "Ans valideren BAG G" is what the register says; with "deputy" behind it of a deputy. */
function held(text: string): DutyHeld {
  const [name = '', duty = '', registration = '', area = '', as = 'holder'] = text.split(' ');
  return {
    name,
    directoryId: name,
    duty: duty as DutyHeld['duty'],
    registration: registration === '-' ? '' : registration,
    area,
    as: as as DutyHeld['as'],
    id: 'R1',
  };
}

/** What there is to say about the first, in short: the kind, and what it is about. */
function said(holders: readonly string[], register: readonly string[] = []): string[] {
  const all = holders.map(holder);
  const [who] = all;
  if (!who) throw new Error('nobody to look at');
  return warningsAbout(who, { holders: all, register: register.map(held), places }).map((one) => {
    const about = 'scopes' in one ? ` ${scopesInWords(one.scopes, places)}` : '';
    const role = one.kind === 'no-deputy' ? ` ${one.role}` : '';
    const duty = 'duty' in one ? ` ${one.duty}` : '';
    return `${one.kind}${role}${duty}${about}`;
  });
}

/** Somebody beside them who makes it nobody's only head, and steps in for nobody. */
const BESIDE = 'Dee G';
/** Who steps in for each of the roles that they themselves would otherwise be alone in. */
const second = (...roles: string[]) => `Bo ${roles.join(' ')}`;

describe('worked examples: processing and checking in one person', () => {
  const cases: [string, string[], string[], string[]][] = [
    [
      'both for BAG, and nobody else validates it',
      ['Ans R:BAG K:BAG', BESIDE, 'Bo R:BAG'],
      [],
      ['own-work BAG'],
    ],
    ['another validates BAG', ['Ans R:BAG K:BAG', 'Bo R:BAG K:BAG'], [], ['own-work-other BAG']],
    ['another validates everything', ['Ans R:BAG K:BAG', second('R', 'K')], [], ['own-work-other BAG']],
    ['another validates only BGT', ['Ans R:BAG K:BAG', 'Bo R:BAG K:BGT'], [], ['own-work BAG']],
    ['processes BAG, validates BGT', ['Ans R:BAG K:BGT', second('R', 'K')], [], []],
    [
      'both for all, another validates only BAG',
      ['Ans R K', 'Bo R K:BAG'],
      [],
      ['own-work alle registraties'],
    ],
    [
      'both in Noord, another in Zuid',
      ['Ans R:BAG K:BAG @N', 'Bo R:BAG', 'Cor K:BAG @Z'],
      [],
      ['own-work BAG in Noord'],
    ],
    [
      'both in Haven, another in all of Zuid',
      ['Ans R:BAG K:BAG @Z1', 'Bo R:BAG K:BAG @Z'],
      [],
      ['own-work-other BAG in Haven'],
    ],
    [
      'both in the whole town by its code, another everywhere',
      ['Ans R:BAG K:BAG @G', 'Bo R:BAG K:BAG'],
      [],
      ['own-work-other BAG in Stad'],
    ],
    [
      'another who validates is a party outside',
      ['Ans R:BAG K:BAG', 'Bo R:BAG', 'Geo K:BAG !bel'],
      [],
      ['own-work-other BAG'],
    ],
    [
      'the register lets another validate',
      ['Ans R:BAG K:BAG', 'Bo R:BAG'],
      ['Cor valideren BAG G'],
      ['own-work-other BAG', 'no-deputy Kwaliteitscoördinator BAG', 'role-only valideren BAG'],
    ],
    [
      'the register lets another approve',
      ['Ans R:BAG K:BAG', 'Bo R:BAG'],
      ['Cor goedkeuren - G'],
      ['own-work-other BAG', 'no-deputy Kwaliteitscoördinator BAG', 'role-only valideren BAG'],
    ],
    [
      'processes by role and approves by register',
      ['Ans R:BAG', 'Bo R:BAG'],
      ['Ans goedkeuren BAG G'],
      ['own-work BAG'],
    ],
    [
      'both by the register alone is for mandaatcontrole',
      ['Ans G', 'Bo G'],
      ['Ans verwerken BAG G', 'Ans goedkeuren BAG G'],
      ['register-only verwerken BAG'],
    ],
  ];
  test.each(cases)('%s', (_what, holders, register, expected) => {
    const without = said(holders, register).filter((one) => !/^no-deputy Kwal|^one-head/.test(one));
    expect(without).toEqual(expected.filter((one) => !/^no-deputy Kwal/.test(one)));
  });
});

describe('worked examples: who steps in', () => {
  const cases: [string, string[], string[], string[]][] = [
    ['nobody has the same role', ['Ans R:BAG', 'Bo K:BAG'], [], ['no-deputy Objectregistrator BAG']],
    ['a colleague has it as a second role', ['Ans R:BAG', 'Bo K:BAG R:BAG'], [], []],
    ['a colleague of another team has it', ['Ans R:BAG', 'Bo R oost'], [], []],
    [
      'a colleague has it for BGT only',
      ['Ans R:BAG,BGT', 'Bo R:BGT', 'Cor K:BAG'],
      [],
      ['no-deputy Objectregistrator BAG'],
    ],
    [
      'a colleague has it in another wijk',
      ['Ans R:BAG @N', 'Bo R:BAG @Z'],
      [],
      ['no-deputy Objectregistrator BAG in Noord'],
    ],
    [
      'the register names a deputy',
      ['Ans K:BAG', 'Bo R:BAG'],
      ['Ans valideren BAG G', 'Cor valideren BAG G deputy'],
      [],
    ],
    ['nobody else has any role: then all is in one head', ['Ans R:BAG'], [], ['one-head BAG']],
    ['only BGT is in one head', ['Ans R:BAG,BGT', 'Bo R:BAG'], [], ['one-head BGT']],
    [
      'for all registrations and nobody else',
      ['Ans R K'],
      [],
      ['own-work alle registraties', 'one-head alle registraties'],
    ],
    ['a party outside needs no deputy of ours', ['Geo G !bel', 'Bo R'], [], []],
    ['a party outside without contact', ['Geo G !', 'Bo R'], [], ['no-contact']],
  ];
  test.each(cases)('%s', (_what, holders, register, expected) => {
    expect(said(holders, register)).toEqual(expected);
  });
});

describe('worked examples: a dispute has to go to somebody independent', () => {
  const cases: [string, string[], string[], string[]][] = [
    [
      'directs and processes BAG, nobody else directs',
      ['Ans O:BAG R:BAG', 'Bo R:BAG'],
      [],
      ['escalation BAG'],
    ],
    ['another directs, who does not work on BAG', ['Ans O:BAG R:BAG', 'Bo R:BAG', 'Cor O'], [], []],
    [
      'another directs, who validates BAG',
      ['Ans O:BAG R:BAG', 'Bo R:BAG', 'Cor O K:BAG'],
      [],
      ['escalation BAG'],
    ],
    ['directs BAG and processes BGT', ['Ans O:BAG R:BGT', 'Bo O R'], [], []],
    [
      'directs everything and validates in Noord',
      ['Ans O:BAG K:BAG @N', 'Bo K:BAG', 'Cor O:BAG @Z'],
      [],
      ['escalation BAG in Noord'],
    ],
    [
      'directs, and validates by the register',
      ['Ans O:BAG', 'Bo O:BAG R:BAG'],
      ['Ans valideren BAG G'],
      ['escalation BAG', 'register-only valideren BAG'],
    ],
    [
      'the register names another who directs',
      ['Ans O:BAG R:BAG', 'Bo R:BAG'],
      ['Cor regie BAG G'],
      ['role-only regie BAG'],
    ],
  ];
  test.each(cases)('%s', (_what, holders, register, expected) => {
    const without = said(holders, register).filter((one) => !one.startsWith('no-deputy'));
    expect(without).toEqual(expected);
  });
});

describe('worked examples: differences with the register', () => {
  const cases: [string, string[], string[], string[]][] = [
    [
      'the register says nothing about validating',
      ['Ans K:BAG', second('K')],
      ['Ans verwerken BGT G'],
      ['register-only verwerken BGT'],
    ],
    [
      'the register lets others validate, not them',
      ['Ans K:BAG', second('K')],
      ['Cor valideren BAG G'],
      ['role-only valideren BAG'],
    ],
    ['the register lets them validate', ['Ans K:BAG', second('K')], ['Ans valideren BAG G'], []],
    [
      'the register lets them approve, which will do',
      ['Ans K:BAG', second('K')],
      ['Ans goedkeuren BAG G', 'Bo valideren BAG G'],
      [],
    ],
    ['the register lets them deputise', ['Ans K:BAG', second('K')], ['Ans valideren BAG G deputy'], []],
    ['an entry about all registrations', ['Ans K:BAG', second('K')], ['Ans valideren - G'], []],
    [
      'an entry about another wijk',
      ['Ans K:BAG @N', second('K')],
      ['Ans valideren BAG Z', 'Cor valideren BAG G'],
      ['role-only valideren BAG in Noord', 'register-only valideren BAG in Zuid'],
    ],
    [
      'they may process what they have no role for',
      ['Ans K:BAG', second('K')],
      ['Ans verwerken WOZ G'],
      ['register-only verwerken WOZ'],
    ],
    ['no role says who approves', ['Ans G', 'Bo G'], ['Ans goedkeuren BAG G'], []],
  ];
  test.each(cases)('%s', (_what, holders, register, expected) => {
    expect(said(holders, register)).toEqual(expected);
  });
});

describe('worked examples: a role that nobody holds', () => {
  const missing = (...holders: string[]) =>
    unheldIn('west', { holders: holders.map(holder), places }).flatMap((one) =>
      one.kind === 'nobody' ? one.roles : [],
    );
  test('all four in a team of nobody', () => {
    expect(missing()).toHaveLength(4);
  });
  test('those that nobody in the team has', () => {
    expect(missing('Ans R K', 'Bo O')).toEqual(['Geodata-engineer']);
  });
  test('a party outside counts, and so does another team for the same registrations', () => {
    expect(missing('Ans R:BAG K:BAG', 'Geo G !bel', 'Cor O:BAG oost')).toEqual([]);
  });
  test('another team for something else does not', () => {
    expect(missing('Ans R:BAG K:BAG G:BAG', 'Cor O:WOZ oost')).toEqual(['Objectregisseur']);
  });
});

describe('worked examples: the people file', () => {
  const inFile = (who: string, ...roles: IbroRole[]) => fileDifference(holder(who), roles)?.kind;
  test('says another role', () => {
    expect(inFile('Ans R', 'Objectregisseur')).toBe('people-file');
  });
  test('says one role more', () => {
    expect(inFile('Ans R', 'Objectregistrator', 'Objectregisseur')).toBe('people-file');
  });
  test('says only what differs, and not what is the same', () => {
    const one = fileDifference(holder('Ans R K'), ['Objectregistrator', 'Objectregisseur']);
    expect(one && warningInWords(one, places).text).toBe(
      'In het mensenbestand staat bij Ans wel Objectregisseur, en niet Kwaliteitscoördinator.',
    );
    const less = fileDifference(holder('Ans R K'), ['Objectregistrator']);
    expect(less && warningInWords(less, places).text).toBe(
      'In het mensenbestand staat bij Ans niet Kwaliteitscoördinator.',
    );
  });
  test('says the same in another order', () => {
    expect(inFile('Ans R K', 'Kwaliteitscoördinator', 'Objectregistrator')).toBeUndefined();
  });
  test('says nothing', () => {
    expect(inFile('Ans R')).toBeUndefined();
  });
});

test('a warning says what there is and what to do, and never that it may not', () => {
  const [one] = warningsAbout(holder('Ans R:BAG K:BAG'), {
    holders: [holder('Ans R:BAG K:BAG'), holder('Bo R:BAG')],
    register: [],
    places,
  });
  if (!one) throw new Error('no warning');
  const { text, detail } = warningInWords(one, places);
  expect(text).toBe('Ans verwerkt en controleert: BAG.');
  expect(detail).toContain('Dat mag.');
  expect(detail).toContain('niemand mag eigen werk valideren');
});

test('where another checks, it is said who', () => {
  const holders = [holder('Ans R:BAG K:BAG'), holder('Bo R:BAG K')];
  const [one] = warningsAbout(holders[0] ?? holder('Ans'), { holders, register: [], places });
  if (!one) throw new Error('no warning');
  expect(warningInWords(one, places).detail).toBe(
    'Dat mag. Maar niemand mag eigen werk valideren. Hier kan een ander dat: Bo.',
  );
});

test('of many scopes the first are written out', () => {
  const scopes = ['BAG', 'BGT', 'WOZ', 'BRO', 'BRK'].map((registration) => ({ registration, area: '' }));
  expect(scopesInWords(scopes, places)).toBe('BAG, BGT, WOZ en nog 2');
  expect(scopesInWords([{ registration: '', area: 'weg' }], places)).toBe('alle registraties in weg');
});

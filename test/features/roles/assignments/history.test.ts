import { describe, expect, test } from 'vitest';
import {
  type Assigned,
  type Assignment,
  type RoleFor,
  registrationsInWords,
} from '../../../../src/features/roles/assignments/assignment.ts';
import { agreedOn, ended, periodsOf, sinceOf } from '../../../../src/features/roles/assignments/history.ts';
import type { Registration } from '../../../../src/features/roles/content/registrations.ts';
import type { IbroRole } from '../../../../src/people/person.ts';

const names: Record<string, IbroRole> = {
  R: 'Objectregistrator',
  K: 'Kwaliteitscoördinator',
  O: 'Objectregisseur',
};
const letterOf = new Map(Object.entries(names).map(([letter, role]) => [role, letter]));
const dayOf = (short: string) => `2026-${short}`;

/** "R:BAG K" is Objectregistrator for BAG and Kwaliteitscoördinator for all; "@N" is in Noord and "oost" for another team. */
function assigned(text: string, from: string): Assigned {
  const parts = text.split(' ');
  return {
    team: parts.includes('oost') ? 'oost' : 'west',
    areas: parts.filter((part) => part.startsWith('@')),
    roles: parts
      .filter((part) => /^[RKO](:|$)/.test(part))
      .map((part): RoleFor => {
        const [letter = '', some = ''] = part.split(':');
        return {
          role: names[letter] ?? 'Objectregistrator',
          registrations: some === '' ? [] : (some.split(',') as Registration[]),
        };
      }),
    from: dayOf(from),
  };
}

/** What somebody agreed to, one after the other: "11-18 R 11-18" is on 18 November to R, from that day; "12-01 stop" ends all. */
function lived(steps: readonly string[]): Assignment {
  let now: Assignment = { version: 0, past: [] };
  for (const step of steps) {
    const [, on = '', text = '', from = ''] = /^(\S+) (.+?)(?: (\d\d-\d\d))?$/.exec(step) ?? [];
    const today = dayOf(on);
    now =
      text === 'stop'
        ? { version: now.version + 1, past: ended(now, today) }
        : agreedOn({ ...now, asked: { ...assigned(text, from), day: today } }, today);
  }
  return now;
}

const short = (iso: string) => iso.slice(5);
const word = (one: RoleFor) =>
  [letterOf.get(one.role), one.registrations.length > 0 ? registrationsInWords(one) : '']
    .filter(Boolean)
    .join(':');

/** "R 11-18" is held since that day; "K 11-18/12-14" was held from the first day until the second. */
function told(steps: readonly string[]) {
  const { held, past } = lived(steps);
  return {
    held: (held?.roles ?? []).map((one) => `${word(one)} ${short(sinceOf(one, held ?? expect.fail()))}`),
    past: past.flatMap(({ roles, from, until }) =>
      roles.map((one) => `${word(one)} ${short(from)}/${short(until)}`),
    ),
  };
}

describe('worked examples: what somebody holds and held', () => {
  const cases: [string, string[], string[], string[]][] = [
    ['the first role', ['11-18 R 11-18'], ['R 11-18'], []],
    [
      'the same role and a second one later: the first goes on since its own day',
      ['11-18 R 11-18', '12-07 R K 12-14'],
      ['R 11-18', 'K 12-14'],
      [],
    ],
    [
      'and once more, from an earlier day: nothing ends before it began',
      ['11-18 R 11-18', '12-07 R K 12-14', '12-07 R K 12-07'],
      ['R 11-18', 'K 12-07'],
      [],
    ],
    [
      'another role later: what stood holds until that day',
      ['11-18 R 11-18', '12-07 O 12-14'],
      ['O 12-14'],
      ['R 11-18/12-14'],
    ],
    [
      'replaced before it began: what stood holds until the last one begins',
      ['11-18 R 11-18', '12-07 O 12-14', '12-08 K 12-10'],
      ['K 12-10'],
      ['R 11-18/12-10'],
    ],
    [
      'back to the role of before, before the other began: it goes on as if nothing was',
      ['11-18 R 11-18', '12-07 O 12-14', '12-08 R 12-08'],
      ['R 11-18'],
      [],
    ],
    [
      'a later one after one that is still to begin: each until the next',
      ['11-18 R 11-18', '12-07 O 12-14', '12-08 K 12-20'],
      ['K 12-20'],
      ['O 12-14/12-20', 'R 11-18/12-14'],
    ],
    [
      'from the same day: what was agreed first never was',
      ['11-18 R 12-01', '11-18 O 12-01'],
      ['O 12-01'],
      [],
    ],
    [
      'other registrations are another role',
      ['11-18 R:BAG 11-18', '12-07 R:BAG,BGT 12-14'],
      ['R:BAG en BGT 12-14'],
      ['R:BAG 11-18/12-14'],
    ],
    [
      'another area is another role',
      ['11-18 R @N 11-18', '12-07 R @Z 12-14'],
      ['R 12-14'],
      ['R 11-18/12-14'],
    ],
    ['another team is another role', ['11-18 R 11-18', '12-07 R oost 12-14'], ['R 12-14'], ['R 11-18/12-14']],
    [
      'one of two roles stops, the other goes on',
      ['11-18 R K 11-18', '12-07 R 12-07'],
      ['R 11-18'],
      ['K 11-18/12-07'],
    ],
    ['it began earlier than was thought', ['11-18 R 11-18', '11-20 R 11-10'], ['R 11-10'], []],
    ['stopped', ['11-18 R 11-18', '12-07 stop'], [], ['R 11-18/12-07']],
    ['stopped before it began', ['11-18 R 12-01', '11-20 stop'], [], []],
    [
      'stopped while another was to begin',
      ['11-18 R 11-18', '12-07 O 12-14', '12-08 stop'],
      [],
      ['R 11-18/12-08'],
    ],
    [
      'what ended stays as it was, whatever begins in the past',
      ['01-05 O 01-05', '02-01 stop', '03-01 R 01-20'],
      ['R 01-20'],
      ['O 01-05/02-01'],
    ],
    [
      'the same again after a time without: two periods',
      ['01-05 R 01-05', '02-01 stop', '03-01 R 03-01'],
      ['R 03-01'],
      ['R 01-05/02-01'],
    ],
  ];
  test.each(cases)('%s', (_what, steps, held, past) => {
    expect(told(steps)).toEqual({ held, past });
  });
});

test('what holds until the next begins is told apart from what is over, and what could not be is not told', () => {
  const { past } = lived(['11-18 R 11-18', '12-07 O 12-14']);
  expect(periodsOf(past, '2026-12-13').still).toHaveLength(1);
  expect(periodsOf(past, '2026-12-14')).toMatchObject({ over: [{ until: '2026-12-14' }], still: [] });
  const impossible = { ...past[0], team: 'west', roles: [], from: '2026-12-14', until: '2026-12-07' };
  expect(periodsOf([impossible], '2026-12-20')).toEqual({ over: [], still: [] });
});

import { describe, expect, test } from 'vitest';
import type { ClosedPilot } from '../../../../src/features/pilots/contract.ts';
import { type CriterionId, criterionIds, forms } from '../../../../src/features/plan/content/step.ts';
import { planSteps } from '../../../../src/features/plan/content/steps.ts';
import { type Facts, knownOf } from '../../../../src/features/plan/steps/facts.ts';
import { ibroRoles } from '../../../../src/people/person.ts';

const nothing: Facts = {
  roles: { large: 2, small: 0, pictured: 0, unheld: [...ibroRoles] },
  pilots: [],
  dialogue: { teams: 2, held: 0, agreed: 0 },
  learning: { adoptedLines: [] },
  course: { isChanged: false },
  securing: { missing: ['proceseigenaren'], toHandOver: 6, handedOver: 0 },
};
const rolePilot: ClosedPilot = {
  id: 'P-1',
  step: 3,
  title: 'Proefweek',
  closedOn: '2026-11-13',
  whole: true,
  isProcess: false,
  learned: 1,
  shared: 1,
};
const processPilot: ClosedPilot = { ...rolePilot, id: 'P-2', step: 7, title: 'Procespilot', isProcess: true };
const everything: Facts = {
  roles: { large: 2, small: 0, pictured: 2, unheld: [] },
  pilots: [rolePilot, processPilot],
  dialogue: { teams: 2, held: 2, agreed: 2 },
  learning: { adoptedLines: [...ibroRoles], firstActivityOn: '2026-11-20' },
  course: { adoptedOn: '2026-10-01', isChanged: false, toldOn: '2026-10-02' },
  securing: { missing: [], toHandOver: 6, handedOver: 6 },
};
/** What people say themselves: nothing that Kompas has tells it. */
const byHandOnly: CriterionId[] = ['talked', 'recognised', 'discussed', 'growing', 'evaluated'];
const known = criterionIds.filter((id) => !byHandOnly.includes(id));

describe('what Kompas knows of a criterion', () => {
  test.each(known)('%s is done once the facts say so, and not before, with the reason', (id) => {
    for (const form of forms) {
      expect(knownOf(id, form, everything)).toMatchObject({ done: true });
      expect(knownOf(id, form, nothing)).toMatchObject({ done: false });
      for (const facts of [everything, nothing])
        expect(knownOf(id, form, facts)?.why).toMatch(/^[\p{Lu}\d].+\.$/u);
    }
  });

  test.each(byHandOnly)('%s is nothing that Kompas can know', (id) => {
    for (const form of forms) expect(knownOf(id, form, everything)).toBeUndefined();
  });

  test('of matrices is not told of teams that are too small for a picture', () => {
    const withTeams = (roles: Partial<Facts['roles']>) =>
      knownOf('matrices', 'full', { ...everything, roles: { ...everything.roles, ...roles } })?.done;
    expect(withTeams({ large: 0, small: 2, pictured: 0 })).toBeUndefined();
    expect(withTeams({ large: 1, small: 1, pictured: 1 })).toBeUndefined();
    expect(withTeams({ large: 2, small: 1, pictured: 1 })).toBe(false);
  });

  test('of a course that was changed since is that it has to be adopted anew', () => {
    const course = { adoptedOn: '2026-10-01', isChanged: true };
    expect(knownOf('adopted', 'full', { ...everything, course })).toMatchObject({ done: false });
  });

  test('of a proefweek is that it counts as a rolpilot, in both forms, unless it was no whole week', () => {
    const short = { ...everything, pilots: [{ ...rolePilot, whole: false }] };
    for (const form of forms) {
      expect(knownOf('tried', form, { ...everything, pilots: [rolePilot] })?.done).toBe(true);
      expect(knownOf('tried', form, short)).toMatchObject({
        done: false,
        why: expect.stringContaining('week'),
      });
    }
  });

  test('of a mini-pilot is that it is enough in the light form alone', () => {
    const mini = { ...processPilot, isProcess: false, title: 'Mini-pilot' };
    const facts = { ...everything, pilots: [mini] };
    expect(knownOf('through', 'light', facts)?.done).toBe(true);
    expect(knownOf('through', 'full', facts)?.done).toBe(false);
    expect(knownOf('through', 'light', { ...everything, pilots: [rolePilot] })?.done).toBe(false);
  });
});

describe('the content', () => {
  test('has every criterion once, with something to do for it in short sentences', () => {
    const all = planSteps.flatMap(({ criteria }) => criteria);
    expect(all.map(({ id }) => id)).toEqual([...criterionIds]);
    for (const { done, todo } of all)
      for (const text of [...Object.values(done), ...Object.values(todo)] as string[])
        for (const sentence of text.split(/(?<=\.) /))
          expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
  });
});

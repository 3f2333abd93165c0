import { afterEach, expect, test } from 'vitest';
import { subjectOf } from '../../../../src/people/subject.ts';
import { eraseSubject } from '../../../../src/storage/person-data.ts';
import { imported } from '../../../support/bot.ts';
import { pilotOf } from '../../../support/pilot.ts';
import { account, foundTown } from '../../../support/town.ts';
import { bram, type Course, gijs, mates, startCourse } from '../course.ts';

let course: Course | undefined;
afterEach(async () => {
  await course?.stop();
  course = undefined;
});

test('who is forgotten is not put back in a pilot, or in a new one, from what was read a moment ago', async () => {
  course = await startCourse();
  await course.core.people.save([imported(gijs, { access: ['projectleider'] })]);
  await course.taps(gijs, 'pilot.edit-members');
  await course.tapsAlone(bram, 'privacy.erase');
  const members = mates.map(({ account }) => account).join(',');
  await course.taps(gijs, 'pilot.save-members', { members });
  await course.tapsAlone(gijs, 'pilot.create', {
    name: 'Overdracht',
    kind: 'rolpilot',
    from: '2026-11-25',
    until: '2026-12-18',
    members,
  });
  expect(await course.core.pilots.all()).toHaveLength(2);
  expect(JSON.stringify(await course.rows('pilotmembers'))).not.toContain(bram.account);
});

test('who is forgotten leaves no vote or evaluation in any pilot, also in one they were taken out of', async () => {
  const { core } = await foundTown();
  const member = (n: number) => ({ directoryId: account(n), role: 'member' as const });
  for (const id of ['P-1', 'P-2', 'P-3']) {
    await core.pilots.add(pilotOf({ id }), [member(1), member(2)]);
    const board = { id: 'R-1', pilot: id, opened: '2026-11-20', phase: 'open' as const };
    await core.retros.open(board);
    for (const n of [1, 2]) {
      await core.retros.vote(board, account(n), ['x-1']);
      await core.evaluations.save(id, account(n), { scores: { clear: n }, open: '' }, '2026-11-16');
    }
  }
  await core.pilots.setMembers('P-3', [member(2)]);
  await eraseSubject(core.storage, await subjectOf(account(1), core));
  for (const id of ['P-1', 'P-2', 'P-3']) {
    expect(await core.evaluations.own(id, account(1))).toBeUndefined();
    expect(await core.evaluations.own(id, account(2))).toMatchObject({ scores: { clear: 2 } });
    expect((await core.retros.get(id, 'R-1'))?.ballots).toHaveLength(1);
  }
});

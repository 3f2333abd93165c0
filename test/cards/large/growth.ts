import { buddyThemeIds } from '../../../src/features/growth/content/buddy-themes.ts';
import { learningGoals } from '../../../src/features/growth/content/goals.ts';
import { moduleKinds } from '../../../src/features/growth/content/modules.ts';
import { growth } from '../../../src/features/growth/index.ts';
import { longest as longestOfLine, MOST_MODULES } from '../../../src/features/growth/lines/line.ts';
import { LONGEST } from '../../../src/features/growth/meetings/meeting.ts';
import { longest, type Plan } from '../../../src/features/growth/plans/plan.ts';
import { begun, contentOf } from '../../../src/features/growth/plans/rules.ts';
import { ibroRoles } from '../../../src/people/person.ts';
import { account, type Town } from '../../support/town.ts';
import { kinds, teamKeys } from './people.ts';
import { textOf, upTo } from './words.ts';

/** Plans as long as they may be, of which more are shared with one manager than a card holds. */
export async function bringGrowth({ core }: Town): Promise<void> {
  const { plans, buddies, lines, meetings } = core.opened(growth);
  const long = (start: string) => textOf(start, longest.draft);
  const plan: Plan = {
    ...begun(
      { want: long('Ik wil'), can: long('Ik kan'), begin: long('Ik begin'), later: long('Later') },
      '2026-11-20',
    ),
    goals: learningGoals.map(({ id }) => id),
    ownGoal: textOf('Leren', longest.ownGoal),
    step: { what: textOf('Stap', longest.what), by: '2026-11-20' },
    time: textOf('Tijd', longest.time),
    support: textOf('Hulp', longest.support),
    forms: ['stage', 'project', 'netwerk', 'training', 'mentor'],
  };
  for (const name of ['member', 'manager', 'beheerder'] as const)
    await plans.begin(account(kinds[name]), plan);
  for (const n of upTo(14))
    await plans.share(account(30 + n), {
      ...contentOf(plan),
      manager: account(kinds.manager),
      team: teamKeys[0] ?? '',
      day: '2026-11-20',
    });
  const day = '2026-11-24';
  const member = account(kinds.member);
  const module = (n: number) => ({
    id: `M-${n}`,
    kind: moduleKinds[n % 3] ?? 'soft',
    title: textOf(`Module ${n}`, longestOfLine.title),
    provider: textOf('Van', longestOfLine.provider),
    form: textOf('Vorm', longestOfLine.form),
    time: textOf('Tijd', longestOfLine.time),
  });
  for (const role of ibroRoles) {
    await lines.change(role, 0, () => ({
      modules: upTo(MOST_MODULES).map(module),
      version: 1,
      day,
      adopted: day,
      adoptedVersion: role === 'Objectregisseur' ? 0 : 1,
    }));
    await Promise.all(
      upTo(25).map((n) =>
        lines.follow(account(n), { role, day, done: ['M-1'], shared: day, sharedWith: teamKeys[0] }),
      ),
    );
    await lines.follow(account(kinds.beheerder), { role, day, done: [] });
  }
  const team = teamKeys[0] ?? '';
  await meetings.setRhythm({ team, week: 2, day: 'di', since: day });
  for (const n of upTo(30))
    await meetings.keep(`L-${n}`, { team, kind: 'keep', text: textOf(`Les ${n}`, LONGEST), day });
  await buddies.saveOffer(member, { themes: buddyThemeIds, roles: [...ibroRoles], day });
  await buddies.ask(member, { theme: 'scripts', buddy: account(40), day });
  await buddies.ask(account(kinds.manager), {
    theme: 'regie',
    role: 'Objectregisseur',
    buddy: account(41),
    paired: true,
    day,
  });
  for (const n of upTo(12))
    await buddies.ask(account(50 + n), {
      theme: 'registraties',
      role: 'Objectregistrator',
      buddy: member,
      ...(n % 2 === 0 ? { paired: true as const } : { untold: 'buddy' as const }),
      day,
    });
}

import type { Temporal } from 'temporal-polyfill';
import type { Opened } from '../src/features/compose.ts';
import { roles } from '../src/features/roles/index.ts';
import { teamKey } from '../src/people/person.ts';
import { demoDirectoryId } from './people.ts';
import { agreed, handedOver, matrices, outsider } from './roles-content.ts';

const WEST = teamKey('Objecten West');
/** Who leads Objecten West (Gijs Toren), and who changed a profile (Hanna Kering). */
const [MANAGER, HEAD] = ['p06', 'p07'].map(demoDirectoryId) as [string, string];

/**
 * A team that has done steps 1, 3 and 4: six takenmatrices that both confirmed, roles that colleagues agreed to, a party outside with a
 * role, what the team hands over, and a profile with a part of its own. `day` is today.
 */
export async function seedRoles(opened: Opened, day: Temporal.PlainDate): Promise<void> {
  const stores = opened(roles);
  const ago = (days: number) => day.subtract({ days }).toString();
  const confirmedOn = ago(40);

  await Promise.all([
    ...Object.entries(matrices).map(async ([person, { shares, often, some, alone, job }]) => {
      const id = demoDirectoryId(person);
      const said = new Map<string, 'do' | 'some'>([
        ...often.map((task) => [task, 'do'] as const),
        ...some.map((task) => [task, 'some'] as const),
      ]);
      const answers = Object.fromEntries(
        (await stores.taskList.tasks()).map((task) => [task.id, said.get(task.id) ?? ('not' as const)]),
      );
      await stores.matrices.keep(id, {
        length: 'full',
        answers,
        alone,
        shares,
        job,
        appointment: 'vast',
        team: WEST,
        day: confirmedOn,
      });
      await stores.matrices.setReader(id, { manager: MANAGER, day: confirmedOn });
    }),
    ...Object.entries(agreed).map(([person, { learn, ...held }]) => {
      const id = demoDirectoryId(person);
      const by = stores.pointsMark.of(id, MANAGER);
      return stores.assignments.change(id, ago(20), () => ({
        version: 2,
        held: {
          ...held,
          team: WEST,
          from: ago(19),
          agreed: ago(20),
          ...(learn ? { points: { ...learn, by } } : {}),
        },
        past: [],
      }));
    }),
    stores.parties.save({ ...outsider, team: WEST, from: ago(19), day: ago(20), version: 1 }, 0),
    ...handedOver.map((one) => stores.handovers.add(WEST, { ...one, day: ago(30) })),
    stores.profiles.write(
      [
        {
          role: 'Objectregisseur',
          part: 'samenwerken',
          seen: 0,
          text: [
            'Kwaliteitscoördinatoren en Objectregistratoren werken met jou aan dezelfde keten.',
            'Elke dinsdag om 9 uur bespreek je met West en Oost wat er blijft liggen.',
            'Met Vergunningen praat je eens per maand over meldingen die terug moeten.',
          ].join('\n'),
        },
      ],
      HEAD,
      ago(25),
    ),
  ]);
}

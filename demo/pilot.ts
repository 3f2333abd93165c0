import type { Temporal } from 'temporal-polyfill';
import { mondayOf, periodOf } from '../src/calendar/weeks.ts';
import type { Opened } from '../src/features/compose.ts';
import { pilots } from '../src/features/pilots/index.ts';
import { defaultQuestions } from '../src/features/pilots/pilot/pilot.ts';
import { demoDirectoryId } from './people.ts';

const [ID, KIND] = ['P-demo', 'rolpilot'] as const;
/** Who leads the pilot (Ilse Werf), and who else is in it: people of both teams of objects. */
const LEAD = 'p08';
const MATES = ['p01', 'p02', 'p03', 'p10', 'p11', 'p12'];

/**
 * A pilot that has run for two weeks, with goals that were measured once, a stand-up, two actions and what was learned. It has no
 * channel yet: who leads it links one, as in a municipality, and from then on there are stand-ups. `day` is today.
 */
export async function seedPilot(opened: Opened, day: Temporal.PlainDate): Promise<void> {
  const stores = opened(pilots);
  const monday = mondayOf(periodOf(day)).subtract({ days: 14 });
  const after = (days: number) => monday.add({ days }).toString();
  await stores.pilots.add(
    {
      id: ID,
      name: 'Samen valideren in West en Oost',
      kind: KIND,
      from: after(0),
      until: after(39),
      areas: 'Delfshaven en Noord',
      registrations: 'BAG',
      goals: 'Werken een registrator en een kwaliteitscoördinator samen sneller dan na elkaar?',
      criteria: [
        {
          name: 'Mutaties die binnen vier dagen klaar zijn',
          start: 60,
          target: 85,
          unit: '%',
          measured: [{ day: after(10), value: 68 }],
        },
        {
          name: 'Mutaties die terug moeten',
          start: 12,
          target: 5,
          unit: 'per week',
          measured: [{ day: after(10), value: 9 }],
        },
      ],
      hours: 12,
      support: 'Gijs Toren, elke dag van 9 tot 10 uur in het teamkanaal.',
      standup: {
        days: ['ma', 'wo', 'vr'],
        from: '09:00',
        until: '10:30',
        questions: [...defaultQuestions],
      },
      iteration: { number: 1, day: after(0), changed: ['rollen'] },
    },
    [
      { directoryId: demoDirectoryId(LEAD), role: 'lead' },
      ...MATES.map((id) => ({ directoryId: demoDirectoryId(id), role: 'member' as const })),
    ],
  );
  for (const [id, text, owner, due] of [
    ['A-demo1', 'Eén lijst maken van mutaties die op een ander wachten', 'p02', after(17)],
    ['A-demo2', 'Vragen wie in Noord mag tekenen als Chantal er niet is', 'p01', after(32)],
  ] as const)
    await stores.actions.add(ID, {
      id,
      text,
      source: 'retro',
      owner: demoDirectoryId(owner),
      due,
      day: after(11),
      told: after(11),
    });
  for (const text of [
    'Een dossier is eerder klaar als de registrator het brondocument er meteen bij zet.',
    'Wie valideert, kan beter één vast uur per dag nemen dan er steeds tussendoor naar kijken.',
  ])
    await stores.learnings.addLearning(
      { id: ID, kind: KIND },
      text,
      'retro',
      { registration: 'BAG' },
      after(11),
    );
}

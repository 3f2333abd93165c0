import type { Temporal } from 'temporal-polyfill';
import type { Opened } from '../src/features/compose.ts';
import { plan } from '../src/features/plan/index.ts';
import { demoDirectoryId } from './people.ts';

/** Who leads Objecten West (Gijs Toren), and the head of department (Hanna Kering). */
const [MANAGER, HEAD] = ['p06', 'p07'].map(demoDirectoryId) as [string, string];

/** A municipality that stands in step 3: two steps closed, a course that was adopted and told, and something of each part after it. */
export async function seedPlan(opened: Opened, day: Temporal.PlainDate): Promise<void> {
  const { plan: store, course, securing } = opened(plan);
  const on = (days: number) => day.add({ days }).toString();
  const today = day.toString();
  await store.change(
    1,
    0,
    {
      step: {
        from: on(-90),
        until: on(-40),
        ticks: { talked: on(-45), recognised: on(-42), matrices: on(-41), indications: on(-41) },
      },
      holder: MANAGER,
      supporters: [HEAD],
      closed: on(-40),
    },
    on(-40),
  );
  await store.change(
    2,
    0,
    { step: { from: on(-60), until: on(-30) }, holder: HEAD, closed: on(-30) },
    on(-30),
  );
  await store.change(
    3,
    0,
    {
      step: {
        from: on(-28),
        until: on(21),
        notes: 'De rolpilot is in Delfshaven en Noord, met BAG en BGT.',
        links: '',
      },
      holder: MANAGER,
      supporters: [HEAD],
    },
    today,
  );
  await store.change(4, 0, { step: { from: on(14), until: on(60) }, holder: MANAGER }, today);
  await course.change(0, (now) => ({
    ...now,
    texts: {
      why: 'Meldingen over gebouwen liggen te lang. Te veel werk hangt van één persoon af.',
      now: 'Elke registratie heeft een eigen manier van werken. Overdracht gaat per mail.',
      future: 'Eén keten: wie een mutatie verwerkt, ziet ook wie die nakijkt.',
      method: 'ZM(G)GW',
      digital: 'half',
      scope: 'Eerst BAG en BGT, daarna WOZ.',
      ambition: '98 % goed en 30 % sneller, in 18 maanden.',
      governance: 'Het afdelingshoofd is proceseigenaar. Leidinggevenden kiezen de weg.',
      impact: 'Tijd om te oefenen, en een scherm waarop de hele keten te zien is.',
      obstacles: 'Weinig mensen, en twee systemen die niet koppelen.',
      priorities: 'De rolpilot, en daarna de verdeling van de rollen.',
    },
    goals: [
      {
        id: 'g1',
        text: 'Een melding van een nieuw gebouw staat binnen vijf dagen in de BAG',
        measure: '90 % binnen 5 dagen',
        until: on(180),
        checks: ['A', 'R'],
      },
      {
        id: 'g2',
        text: 'Elke rol heeft in elk team een vervanger',
        measure: '4 rollen per team',
        until: on(120),
        checks: ['A', 'R'],
      },
      { id: 'g3', text: 'Minder fouten bij het valideren', measure: '', until: on(365), checks: ['R'] },
    ],
  }));
  const owned = [
    ['g1', MANAGER],
    ['g2', HEAD],
  ] as const;
  for (const [n, [goal, id]] of owned.entries())
    await course.change(n + 1, (now) => now, { goal, id }, on(-31));
  await course.adopt(3, { version: 3, day: on(-31), by: 'mt' });
  await course.setTold(on(-30));
  await securing.change(
    0,
    (now) => ({
      ...now,
      texts: {
        escalation: 'De Objectregisseur beslist. Kan dat niet, dan het afdelingshoofd.',
        meeting: 'Elke dinsdag om 9 uur: wat blijft liggen, en wie pakt dat op.',
      },
    }),
    [
      ['proces-BAG', HEAD],
      ['data-BAG', MANAGER],
    ],
    today,
  );
  const point = { version: 1, due: '', step: 8 } as const;
  await securing.addPoint(
    {
      ...point,
      id: 'V-0000000a',
      text: 'Meldingen van Vergunningen missen vaak een tekening.',
      source: 'retro',
      table: 'regie',
      since: on(-20),
      due: on(20),
    },
    MANAGER,
  );
  await securing.addPoint(
    {
      ...point,
      id: 'V-0000000b',
      text: 'Er is te weinig tijd om te leren met FME.',
      source: 'talk',
      table: 'mt',
      step: 6,
      since: on(-12),
    },
    '',
  );
}

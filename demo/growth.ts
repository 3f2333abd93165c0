import type { Temporal } from 'temporal-polyfill';
import type { Opened } from '../src/features/compose.ts';
import { quartersUntil } from '../src/features/growth/effect/rules.ts';
import { growth } from '../src/features/growth/index.ts';
import { begun, contentOf } from '../src/features/growth/plans/rules.ts';
import { moved } from '../src/features/growth/sampling/rules.ts';
import { teamKey } from '../src/people/person.ts';
import { demoDirectoryId } from './people.ts';

const WEST = teamKey('Objecten West');
/** Bert Kade has a plan that Gijs Toren reads, and a buddy; Joris Sluis is that buddy. */
const [OWNER, MANAGER, BUDDY] = ['p02', 'p06', 'p09'].map(demoDirectoryId) as [string, string, string];
/** The six of Objecten West beside who leads it, and some of Objecten Oost, follow a leerlijn. */
const followers = ['p01', 'p02', 'p03', 'p04', 'p05', 'p13', 'p08', 'p09', 'p10'];

/**
 * A municipality that began to learn: a plan, a leerlijn that was adopted and is followed, how much is looked over, figures
 * of four quarters, and a day for intervisie. `day` is today.
 */
export async function seedGrowth(opened: Opened, day: Temporal.PlainDate): Promise<void> {
  const { plans, lines, samplings, effects, meetings } = opened(growth);
  const ago = (days: number) => day.subtract({ days }).toString();

  const plan = {
    ...begun(
      {
        want: 'Zelf kleine scripts maken voor werk dat steeds terugkomt.',
        can: 'Ik ken de BAG en de BGT goed.',
        begin: 'Met een lijst van dubbele adressen.',
        later: 'Dan help ik het team met scripts.',
      },
      ago(12),
    ),
    goals: ['scripts'],
    step: { what: 'Een ochtend meekijken met Joris', by: day.add({ days: 5 }).toString() },
    forms: ['meekijken', 'project', 'fouten', 'training'],
    time: 'donderdagochtend, 2 uur',
    support: 'Een buddy die scripts maakt',
  };
  await Promise.all([
    plans.begin(OWNER, plan),
    plans.share(OWNER, { ...contentOf(plan), manager: MANAGER, team: WEST, day: ago(10) }),
    ...followers.map((person, n) =>
      lines.follow(demoDirectoryId(person), {
        role: 'Objectregistrator',
        day: ago(20),
        done: ['portaal', 'mutaties', 'processen'].slice(0, (n % 3) + 1),
        ...(n < 2 ? { shared: ago(20) } : {}),
      }),
    ),
    lines.change('Objectregistrator', 0, (now) => ({
      ...now,
      modules: now.modules.map((module) => ({
        ...module,
        provider: 'eigen collega’s',
        time: 'twee ochtenden',
      })),
      version: 1,
      day: ago(30),
      adopted: ago(30),
      adoptedVersion: 1,
      started: ago(14),
    })),
    meetings.setRhythm({ team: WEST, week: 2, day: 'di', since: ago(30) }),
    meetings.keep('L-0000000a-keep', {
      team: WEST,
      kind: 'keep',
      text: 'Bel voordat je een melding terugstuurt.',
      day: ago(9),
    }),
    meetings.keep('L-0000000a-change', {
      team: WEST,
      kind: 'change',
      text: 'Spreek vooraf af wie de foto’s maakt.',
      day: ago(9),
    }),
    samplings.change('BAG', 0, (now) => moved(moved(now, 'fewer', ago(40)), 'fewer', ago(20))),
    samplings.change('BGT', 0, (now) => moved(now, 'fewer', ago(3))),
    ...quartersUntil(day.toString()).map((quarter, n) =>
      effects.save(
        {
          quarter,
          values: { satisfaction: 6.5 + n * 0.4, use: 30 + n * 9, quality: 91 + n, leadTime: 14 - n * 1.5 },
          day: ago(2),
          version: 1,
        },
        0,
      ),
    ),
  ]);
}

/** The buddy of who has the plan. Once people are there: a pair of whom one is not there is taken away by the clock. */
export async function seedBuddy(opened: Opened, day: Temporal.PlainDate): Promise<void> {
  const { buddies } = opened(growth);
  const ago = (days: number) => day.subtract({ days }).toString();
  await buddies.saveOffer(BUDDY, {
    themes: ['scripts', 'portaal'],
    roles: ['Geodata-engineer'],
    day: ago(30),
  });
  await buddies.ask(OWNER, { theme: 'scripts', buddy: BUDDY, paired: true, day: ago(8) });
}

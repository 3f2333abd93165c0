import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { plan } from '../../../src/features/plan/index.ts';
import { imported, type Somebody, somebody, type TestBot, tapped, team } from '../../support/bot.ts';
import type { Core } from '../../support/core.ts';

export const [amira, bert, cor] = team as unknown as [Somebody, Somebody, Somebody];
export const joris = somebody(41, 'Joris Project');
export const hanna = somebody(42, 'Hanna Hoofd');
export const bea = somebody(43, 'Bea Beheer');
export const stranger = somebody(50, 'Vera Vreemd');

/** A project lead, a head of department and an administrator, beside a team; a second team without people. */
export async function municipality({ settings, people }: Core): Promise<void> {
  await settings.saveTeam({ key: 'objecten-oost', name: 'Objecten Oost', schedule: defaultSchedule });
  await people.save([
    imported(joris, { team: 'objecten-oost', access: ['projectleider'] }),
    imported(hanna, { team: 'objecten-oost', access: ['afdelingshoofd'] }),
    imported(bea, { team: 'objecten-oost', access: ['beheerder'] }),
  ]);
}

/** All words of the answer to a tap. */
export const tap = async (bot: TestBot, who: Somebody, verb: string, data: object = {}): Promise<string> =>
  JSON.stringify((await bot.post(tapped(who, verb, data))).body.value);

export const planOf = (bot: TestBot) => bot.core.opened(plan).plan;

/** What the form of a step sends. */
export const filled = (change: object = {}) => ({
  holder: 'niemand',
  supporters: '',
  from: '',
  until: '',
  notes: '',
  links: '',
  ...change,
});

import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { imported, manager, type Somebody, somebody, type TestBot, tapped, team } from '../../support/bot.ts';
import type { Core } from '../../support/core.ts';

export const [amira, bert] = team as [Somebody, Somebody];
export { manager };
export const olga = somebody(20, 'Olga Oost');
export const leader = somebody(21, 'Lena Leider');
export const head = somebody(23, 'Hanna Hoofd');
export const keeper = somebody(26, 'Bea Beheer');
export const stranger = somebody(30, 'Vera Vreemd');
export const HOME = '19:home';

/** A second team, who leads the first from outside, a head of department and an administrator. */
export async function household({ settings, people }: Core): Promise<void> {
  await settings.saveTeam({ key: 'objecten-oost', name: 'Objecten Oost', schedule: defaultSchedule });
  await settings.changeTeam('objecten-west', (now) => ({ ...now, managers: [leader.upn] }));
  await people.save([
    imported(olga, { team: 'objecten-oost' }),
    imported(leader, { team: 'objecten-oost' }),
    imported(head, { team: 'objecten-west', access: ['afdelingshoofd'] }),
    imported(keeper, { team: 'objecten-oost', access: ['beheerder'] }),
  ]);
}

/** All words of the answer to a tap. */
export const tap = async (bot: TestBot, who: Somebody, verb: string, data: object): Promise<string> =>
  JSON.stringify((await bot.post(tapped(who, verb, data))).body.value);

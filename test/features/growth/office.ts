import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { growth } from '../../../src/features/growth/index.ts';
import {
  imported,
  manager,
  type Somebody,
  somebody,
  startTestBot,
  type TestBotOptions,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../support/bot.ts';

/** Two colleagues of the team Objecten West, and who leads it. */
export const [amira, bram] = team as [Somebody, Somebody];
export { manager };
/** Somebody of another team, and others who have nothing to look for in what is somebody's own. */
export const other = somebody(70, 'Sien Oost');
export const elsewhere = somebody(71, 'Otto Oost');
export const head = somebody(72, 'Hugo Hoofd');
export const director = somebody(73, 'Dirk Directie');
export const administrator = somebody(74, 'Aad Beheer');
export const adviser = somebody(75, 'Hella Raad');
export const projectLead = somebody(76, 'Joris Project');
export const WEST = 'objecten-west';

/** The whole bot with the team of nine, and others elsewhere, on a Wednesday morning. */
export async function openOffice(options: TestBotOptions = {}) {
  const bot = await startTestBot({
    now: '2026-11-25T09:00:00Z',
    env: { TURNS_PER_MINUTE: '1000000' },
    seed: async ({ people, settings }) => {
      await settings.saveTeam({ key: 'oost', name: 'Objecten Oost', schedule: defaultSchedule });
      await people.save([
        imported(other, { team: 'oost' }),
        imported(elsewhere, { team: 'oost', access: ['manager'] }),
        imported(head, { team: 'oost', access: ['afdelingshoofd'] }),
        imported(director, { team: 'oost', access: ['directie'] }),
        imported(adviser, { team: 'oost', access: ['hr'] }),
        imported(administrator, { team: 'oost', access: ['beheerder'] }),
        imported(projectLead, { team: 'oost', access: ['projectleider'] }),
      ]);
    },
    ...options,
  });
  return {
    ...bot,
    growth: bot.core.opened(growth),
    taps: async (who: Somebody, verb: string, data: object = {}): Promise<string> =>
      JSON.stringify((await bot.post(tapped(who, verb, data))).body.value),
    says: async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text))),
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

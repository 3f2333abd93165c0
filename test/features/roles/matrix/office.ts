import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import { ownTasks } from '../../../../src/features/roles/content/tasks.ts';
import { roles } from '../../../../src/features/roles/index.ts';
import type { Confirmed, Often } from '../../../../src/features/roles/matrix/matrix.ts';
import { listMark, markOf, pagesOf } from '../../../../src/features/roles/matrix/rules.ts';
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
} from '../../../support/bot.ts';

/** Two colleagues of the team Objecten West and who leads it. */
export const [amira, bram] = team as [Somebody, Somebody];
export { manager };
/** A second who leads the team by its settings, and a manager, a head and a director elsewhere. */
export const second = somebody(70, 'Sien Tweede');
export const elsewhere = somebody(71, 'Otto Oost');
export const head = somebody(72, 'Hugo Hoofd');
export const director = somebody(73, 'Dirk Directie');
export const administrator = somebody(74, 'Aad Beheer');
export const adviser = somebody(75, 'Hella Raad');
export const WEST = 'objecten-west';

/** The whole bot with the team of nine, and others who have nothing to look for in a matrix. */
export async function openOffice(options: TestBotOptions = {}) {
  const bot = await startTestBot({
    // A Wednesday morning.
    now: '2026-11-25T09:00:00Z',
    env: { TURNS_PER_MINUTE: '1000000' },
    seed: async ({ people, settings }) => {
      await settings.saveTeam({ key: 'oost', name: 'Objecten Oost', schedule: defaultSchedule });
      await people.save([
        imported(second, { team: 'oost' }),
        imported(elsewhere, { team: 'oost', access: ['manager'] }),
        imported(head, { team: 'oost', access: ['afdelingshoofd'] }),
        imported(director, { team: 'oost', access: ['directie'] }),
        imported(adviser, { team: 'oost', access: ['hr'] }),
        imported(administrator, { team: 'oost', access: ['beheerder'] }),
      ]);
    },
    ...options,
  });
  const { matrices, taskList, taskPictures, roleTotals } = bot.core.opened(roles);
  const taps = async (who: Somebody, verb: string, data: object = {}): Promise<string> =>
    JSON.stringify((await bot.post(tapped(who, verb, data))).body.value);

  /** Which list was opened last, by whose it is. */
  const opened = new Map<Somebody, 'full' | 'short'>();
  /** The version of what is being filled in. */
  const version = async (who: Somebody) => (await matrices.draft(who.account))?.version ?? 0;

  /** Fills in all pages of somebody's matrix; what is not named is not done. `by` taps. */
  async function fills(by: Somebody, whose: Somebody, answers: Record<string, Often> = {}): Promise<string> {
    const person = by === whose ? '' : whose.account;
    const [draft, confirmed] = await Promise.all([
      matrices.draft(whose.account),
      matrices.confirmed(whose.account),
    ]);
    const length = draft?.length ?? opened.get(whose) ?? 'short';
    // Of what both confirmed a form carries which list it shows, and of which state.
    const of = draft || !confirmed ? {} : { length, of: markOf(confirmed) };
    let shown = '';
    for (const [page, { tasks }] of pagesOf(length, await taskList.tasks()).entries()) {
      const chosen = tasks.map(({ id }, n) => [`task${n}`, answers[id] ?? 'not']);
      shown = await taps(by, 'matrix.save-tasks', {
        person,
        page,
        ...((await matrices.draft(whose.account)) ? {} : of),
        seen: await version(whose),
        tasks: tasks.map(({ id }) => id),
        ...Object.fromEntries(chosen),
      });
    }
    return shown;
  }

  return {
    ...bot,
    matrices,
    taskList,
    taskPictures,
    roleTotals,
    taps,
    version,
    fills,
    says: async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text))),
    /** On the card as it stands, which carries whom it names. */
    begins: async (who: Somebody, length: 'full' | 'short' = 'short', person = '') => {
      const [, lead = ''] = (await taps(who, 'matrix.show', { person })).match(/"lead":"([^"]*)"/) ?? [];
      opened.set(team.find(({ account }) => account === person) ?? who, length);
      return taps(who, 'matrix.begin', { person, length, lead });
    },
    /** On the card as it stands. */
    confirms: async (by: Somebody, whose: Somebody) => {
      const draft = await matrices.draft(whose.account);
      const list = draft ? listMark(draft, await taskList.tasks()) : '';
      const person = by === whose ? '' : whose.account;
      return taps(by, 'matrix.confirm', { person, seen: await version(whose), list, sure: true });
    },
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** A matrix in which all tasks have an answer, as both confirmed it. */
export const confirmedOf = (
  answers: Record<string, Often> = {},
  change: Partial<Confirmed> = {},
): Confirmed => ({
  length: 'full',
  answers: { ...Object.fromEntries(ownTasks.map(({ id }) => [id, 'not' as const])), ...answers },
  alone: [],
  shares: {},
  job: '',
  appointment: '',
  day: '2026-11-25',
  team: WEST,
  ...change,
});

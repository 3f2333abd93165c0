import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { carried } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import { indicationShowing } from '../indication/showing.ts';
import { type MatrixAccessTools, matrixAccess } from '../matrix/access.ts';
import { bySelfOrReader, ofPerson } from '../matrix/needs.ts';
import { markOf } from '../matrix/rules.ts';
import { askCard, hrIndicationCard, noTotals, notShared, ready, sharedCard, totalsCard } from './cards.ts';
import { consent } from './consent.ts';
import type { TotalsTools } from './totals.ts';
import { totals } from './totals.ts';

const forHr: Needs = { who: ['hr'], where: 'own chat', typed: 'gedeelde indicaties' };
const onlyShared: Needs = {
  ...forHr,
  checked: 'leest alleen wat medewerker en leidinggevende allebei delen met HR',
};
const page = carried(z.number().int().min(0).max(1_000), 0);
/** Local times at which what holds no more is taken away. */
const HOURS = ['05:00', '06:00'] as const;

/**
 * What HR reads of roles: a rolindicatie that its employee and their manager both share, and totals (docs/method.md step 1). That HR
 * reads is in the log before anything is shown, and what was read is not (trust:managing-is-logged).
 */
export function hr(tools: Tools & MatrixAccessTools & TotalsTools): FeatureOffer {
  const { audit, matrices, taskList } = tools;
  const entering = matrixAccess(tools);
  const show = indicationShowing(tools);
  const sharing = consent(tools);
  const totalsOfNow = totals(tools, sharing);

  const ask = (turn: Turn, person: string): Promise<Message> =>
    entering(turn, person, async (view) =>
      view.confirmed && !view.yeses[view.side] ? askCard(view, view.confirmed) : show(turn, person),
    );

  /** Says yes to exactly the state that was asked about: where another was confirmed since, it is asked of that. */
  const agree = (turn: Turn, { person, seen }: { person: string; seen: string }): Promise<Message> =>
    entering(turn, person, async ({ side, id, confirmed }) => {
      if (!confirmed || markOf(confirmed) !== seen) return ask(turn, person);
      if (side === 'employee') await matrices.share(id, { state: seen, day: today(turn.now).toString() });
      else await matrices.shareAsReader(id, turn.directoryId, seen);
      return show(turn, person);
    });

  const stop = (turn: Turn, person: string): Promise<Message> =>
    entering(turn, person, async ({ side, id }) => {
      if (side === 'employee') await matrices.share(id, undefined);
      else await matrices.shareAsReader(id, turn.directoryId, undefined);
      return show(turn, person, 'Je deelt niet meer met HR. HR leest vanaf nu niets.');
    });

  async function list(turn: Turn, at: number): Promise<Message> {
    await audit.record(turn.directoryId, 'gedeelde rolindicaties bekeken', 'gemeente');
    return sharedCard(await sharing.all(await turn.settings()), at);
  }

  async function open(turn: Turn, id: string): Promise<Message> {
    const settings = await turn.settings();
    const found = await sharing.of(id, settings);
    if (!found) return notShared;
    await audit.record(turn.directoryId, 'gedeelde rolindicatie bekeken', found.person.id);
    // It may have been taken back while that was written.
    const still = await sharing.of(id, settings);
    return still ? hrIndicationCard(still, await taskList.tasks()) : notShared;
  }

  async function showTotals(turn: Turn): Promise<Message> {
    await audit.record(turn.directoryId, 'totalen van rollen bekeken', 'gemeente');
    const made = await totalsOfNow(turn);
    return made ? totalsCard(made) : noTotals;
  }

  return {
    phrases: [
      {
        say: 'gedeelde indicaties',
        also: ['gedeelde rolindicaties', 'gedeelde indicatie', 'rolindicaties voor hr', 'totalen van rollen'],
        title: 'Lees de rolindicaties die met HR zijn gedeeld',
        needs: forHr,
        run: async () => ready,
      },
    ],
    actions: {
      'hr.ask': action(ofPerson, (turn, { person }) => ask(turn, person), { needs: bySelfOrReader }),
      'hr.agree': action(ofPerson.extend({ seen: z.string().max(40) }), agree, { needs: bySelfOrReader }),
      'hr.stop': action(ofPerson, (turn, { person }) => stop(turn, person), { needs: bySelfOrReader }),
      'hr.list': action(z.object({ page }), (turn, sent) => list(turn, sent.page), { needs: onlyShared }),
      'hr.open': action(z.object({ person: z.string().max(100) }), (turn, { person }) => open(turn, person), {
        needs: onlyShared,
      }),
      'hr.totals': action(z.object({}), showTotals, { needs: forHr }),
    },
    jobs: [
      {
        name: 'hr-yeses',
        when: { hours: HOURS },
        run: async ({ now, once, settings }) => {
          const name = { what: 'hr-yeses', about: 'all', period: today(now).toString() };
          await once(name, async () => sharing.endOld(await settings()));
        },
      },
    ],
  };
}

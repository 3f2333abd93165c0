import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Person } from '../../../people/person.ts';
import type { Lately } from '../../checkin/contract.ts';
import type { Services } from '../../module.ts';
import type { IsInPilot } from '../../pilots/contract.ts';
import type { Tip } from '../content/types.ts';
import type { TipPart } from '../contract.ts';
import type { TipsStores } from '../open.ts';
import { partOf } from './cards.ts';
import { chooseTip, currentTip, fittingTip, type SeenTip, type TipChoice, type TipReader } from './rules.ts';

export interface AdviceTools extends Pick<TipsStores, 'store' | 'library'>, Pick<Services, 'settings'> {
  isInPilot: IsInPilot;
}

/** What there is for one person now. */
export interface AdviceContext {
  choice: TipChoice;
  reader: TipReader;
}

/** Reads what there is to choose from for one person, and gives the tip they are at. */
export function advice({ store, library, settings, isInPilot }: AdviceTools) {
  async function contextOf(
    me: Person,
    directoryId: string,
    now: Temporal.Instant,
    last: Lately,
    history: Promise<readonly SeenTip[]> = store.history(directoryId),
  ): Promise<AdviceContext> {
    const day = today(now).toString();
    const [persona, seen, tips, helpful, { municipality }, inPilot] = await Promise.all([
      store.persona(directoryId, day),
      history,
      library.tips(),
      store.helpful(),
      settings.recent(),
      isInPilot(directoryId, day),
    ]);
    return {
      choice: { tips, history: seen, helpful, today: day },
      reader: {
        audience: audienceOf(me),
        persona,
        roles: [me.role, me.secondRole].filter((role) => role !== undefined),
        step: municipality.step,
        // Where pilots were switched off, none goes on.
        inPilot: inPilot && municipality.pilotsOff !== true,
        themes: last.themes,
        seed: store.seed(directoryId),
      },
    };
  }

  /** The tip that the person is at, or the next one, which counts as shown from now on. */
  async function tipFrom({ choice, reader }: AdviceContext, directoryId: string): Promise<Tip | undefined> {
    const now = currentTip(choice, reader);
    if (now) return now;
    const next = chooseTip(choice, reader);
    if (next) await store.show(directoryId, next.id, choice.today);
    return next;
  }

  return {
    contextOf,
    tipFrom,
    /**
     * The tip that goes with a check-in; none after "heel zwaar", when it is chosen all the same and shown later: what is asked of
     * storage, and how long that takes, must not say how somebody answered (trust:no-trace). The style that somebody recognised is read only where a
     * new tip has to be chosen, and so is whether they are in a pilot, or where the tip they are at is for a pilot.
     */
    tipFor: async (turn: Turn, me: Person, last: Lately): Promise<TipPart | undefined> => {
      const { directoryId, now } = turn;
      const reading = store.history(directoryId);
      const [tips, history] = await Promise.all([library.tips(), reading]);
      const shown = { tips, history, today: today(now).toString() };
      const tip =
        fittingTip(shown, { audience: audienceOf(me), inPilot: false, themes: last.themes }) ??
        (await tipFrom(await contextOf(me, directoryId, now, last, reading), directoryId));
      return tip && !last.heavy ? partOf(tip) : undefined;
    },
  };
}

const audienceOf = ({ access }: Person) => (access.includes('manager') ? 'manager' : 'employee');

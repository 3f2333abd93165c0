import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { type Message, unknownPerson } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Lately, TipPart } from '../../../people/advice.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import type { Tip } from '../content/types.ts';
import { emptyCard, goneCard, keptCard, kindCard, partOf, reactedCard, tipCard } from './cards.ts';
import { chooseTip, currentTip, NOT_AGAIN_DAYS, type Reader, type Seen, type TipChoice } from './rules.ts';
import type { TipsStore } from './store.ts';

export interface AdvisingTools {
  store: TipsStore;
  /** The tips of this municipality that are on. */
  tips(): Promise<readonly Tip[]>;
  readSettings(): Promise<Settings>;
  lately(me: Person, now: Temporal.Instant): Promise<Lately>;
}

/** Filled in when the person came from their check-in of that period: it leads back there. */
export const fromSchema = z.object({ period: z.string().max(20).default('') });
export const reactSchema = fromSchema.extend({
  tip: z.string().min(1).max(60),
  how: z.enum(['helps', 'never', 'later', 'done']),
});
export const backSchema = fromSchema.extend({ tip: z.string().min(1).max(60) });

/** What there is for one person now. */
interface AdviceContext {
  shelf: TipChoice;
  reader: Reader;
}

const neverAgain = 'Die tip krijg je niet meer.';
const noThemes: Lately = { heavy: false, themes: [] };

/**
 * Tips for one person, in their own turns. Nothing here writes a row that names them (trust:no-trace,
 * trust:persona-is-private).
 */
export function advising({ store, tips, readSettings, lately }: AdvisingTools) {
  async function deskOf(
    me: Person,
    directoryId: string,
    now: Temporal.Instant,
    last: Lately,
  ): Promise<AdviceContext> {
    const day = today(now).toString();
    const [own, all, helpful, { municipality }] = await Promise.all([
      store.own(directoryId, day),
      tips(),
      store.helpful(),
      readSettings(),
    ]);
    const { persona, history } = own;
    return {
      shelf: { tips: all, history, helpful, today: day },
      reader: {
        audience: me.access.includes('manager') ? 'manager' : 'employee',
        persona,
        roles: [me.role, me.secondRole].filter((role) => role !== undefined),
        step: municipality.step,
        themes: last.themes,
        seed: store.seed(directoryId),
      },
    };
  }

  /** The tip that the person is at, or the next one, which counts as shown from now on. */
  async function tipFrom({ shelf, reader }: AdviceContext, directoryId: string): Promise<Tip | undefined> {
    const now = currentTip(shelf, reader);
    if (now) return now;
    const next = chooseTip(shelf, reader);
    if (next) await store.show(directoryId, next.id, shelf.today);
    return next;
  }

  /** What lies before the person after `tip` changed, without reading everything again. */
  const after = ({ shelf, reader }: AdviceContext, tip: string, change: Partial<Seen>): AdviceContext => ({
    reader,
    shelf: {
      ...shelf,
      history: shelf.history.map((seen) => (seen.tip === tip ? { ...seen, ...change } : seen)),
    },
  });

  const keptOf = ({ shelf }: AdviceContext): Tip[] =>
    shelf.history
      .filter(({ kept }) => kept)
      .sort((a, b) => (a.day === b.day ? (a.tip < b.tip ? -1 : 1) : a.day < b.day ? 1 : -1))
      .flatMap(({ tip: id }) => shelf.tips.find((tip) => tip.id === id) ?? []);

  function firstBack({ shelf }: AdviceContext): string | undefined {
    const days = shelf.history.filter(({ never }) => !never).map(({ day }) => day);
    const [first] = days.sort();
    return first && Temporal.PlainDate.from(first).add({ days: NOT_AGAIN_DAYS }).toString();
  }

  async function showFrom(
    desk: AdviceContext,
    turn: Turn,
    period: string,
    more: { note?: string; undo?: string } = {},
  ): Promise<Message> {
    const tip = await tipFrom(desk, turn.directoryId);
    const kept = keptOf(desk).length;
    return tip ? tipCard(tip, { period, kept, ...more }) : emptyCard(period, kept, firstBack(desk));
  }

  /** Runs `then` at this person's desk, unless they chose "heel zwaar" a moment ago. */
  async function atDesk(
    turn: Turn,
    period: string,
    then: (desk: AdviceContext, me: Person) => Promise<Message>,
  ): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const last = await lately(me, turn.now);
    if (last.heavy) return kindCard(period);
    return then(await deskOf(me, turn.directoryId, turn.now, last), me);
  }

  return {
    /** The tip that goes with a check-in; none after "heel zwaar". */
    withCheckin: async (turn: Turn, me: Person, last: Lately): Promise<TipPart | undefined> => {
      if (last.heavy) return undefined;
      const tip = await tipFrom(await deskOf(me, turn.directoryId, turn.now, last), turn.directoryId);
      return tip && partOf(tip);
    },

    show: (turn: Turn, { period }: z.infer<typeof fromSchema>) =>
      atDesk(turn, period, (desk) => showFrom(desk, turn, period)),

    /** Leaves the tip for what it is and shows the next. */
    next: (turn: Turn, { period }: z.infer<typeof fromSchema>) =>
      atDesk(turn, period, async (desk) => {
        const now = currentTip(desk.shelf, desk.reader);
        if (!now) return showFrom(desk, turn, period);
        await store.change(turn.directoryId, now.id, (seen) => ({ ...seen, done: true }));
        return showFrom(after(desk, now.id, { done: true }), turn, period);
      }),

    react: async (turn: Turn, { tip, how, period }: z.infer<typeof reactSchema>): Promise<Message> => {
      const me = await turn.person();
      if (!me) return unknownPerson;
      const change: Partial<Seen> = {
        done: true,
        never: how === 'never' ? true : undefined,
        kept: how === 'later' ? true : undefined,
      };
      const before = await store.change(turn.directoryId, tip, (seen) => ({ ...seen, ...change }));
      // Counted at the first tap on a tip that was really shown: neither twice nor by a forged card.
      if (how === 'helps' && before && !before.done) await store.countHelpful(tip);
      // A reaction is no question about the check-in, so that is not read again.
      const last = how === 'never' ? await lately(me, turn.now) : noThemes;
      // What came of the tap is kept; the next tip is not for now.
      if (last.heavy) return kindCard(period, neverAgain);
      const desk = await deskOf(me, turn.directoryId, turn.now, last);
      const kept = keptOf(desk).length;
      // A tip that is off is in no list of kept tips, so that is not promised.
      const gone = !desk.shelf.tips.some(({ id }) => id === tip);
      if (gone && (!before || how === 'later')) return goneCard(period, kept);
      if (how === 'never') return showFrom(desk, turn, period, { note: neverAgain, undo: tip });
      return reactedCard(how, period, kept);
    },

    /** Undoes "niet voor mij": that tip is the tip of the week again. */
    back: (turn: Turn, { tip, period }: z.infer<typeof backSchema>) =>
      atDesk(turn, period, async (desk) => {
        await store.change(turn.directoryId, tip, ({ never: _never, done: _done, ...seen }) => seen);
        const now = currentTip(desk.shelf, desk.reader);
        if (now && now.id !== tip)
          await store.change(turn.directoryId, now.id, (seen) => ({ ...seen, done: true }));
        const again = desk.shelf.tips.find(({ id }) => id === tip);
        const kept = keptOf(desk).length;
        return again ? tipCard(again, { period, kept }) : goneCard(period, kept);
      }),

    kept: (turn: Turn, { period }: z.infer<typeof fromSchema>) =>
      atDesk(turn, period, async (desk) => keptCard(keptOf(desk), period)),
  };
}

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import { carried } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Person } from '../../../people/person.ts';
import type { Lately } from '../../checkin/contract.ts';
import type { Tip } from '../content/types.ts';
import { type AdviceContext, type AdviceTools, advice } from './advice.ts';
import { emptyCard, goneCard, keptCard, kindCard, reactedCard, tipCard } from './cards.ts';
import { currentTip, NOT_AGAIN_DAYS, type SeenTip } from './rules.ts';

export interface AdvisingTools extends AdviceTools {
  lately(me: Person, now: Temporal.Instant): Promise<Lately>;
}

/** Filled in when the person came from their check-in of that period: it leads back there. */
export const fromSchema = z.object({ period: carried(z.string().max(20), '') });
export const reactSchema = fromSchema.extend({
  tip: z.string().min(1).max(60),
  how: z.enum(['helps', 'never', 'later', 'done']),
});
export const backSchema = fromSchema.extend({ tip: z.string().min(1).max(60) });

const neverAgain = 'Die tip krijg je niet meer.';
const noThemes: Lately = { heavy: false, themes: [] };

/** Tips for one person, in their own turns: nothing here writes a row that names them (trust:no-trace, trust:persona-is-private). */
export function advising({ store, library, settings, isInPilot, lately }: AdvisingTools) {
  const { contextOf, tipFrom } = advice({ store, library, settings, isInPilot });

  /** Gives the context as it is after `tip` changed, without reading everything again. */
  const after = (
    { choice, reader }: AdviceContext,
    tip: string,
    change: Partial<SeenTip>,
  ): AdviceContext => ({
    reader,
    choice: {
      ...choice,
      history: choice.history.map((seen) => (seen.tip === tip ? { ...seen, ...change } : seen)),
    },
  });

  const keptOf = ({ choice }: AdviceContext): Tip[] =>
    choice.history
      .filter(({ kept }) => kept)
      .sort((a, b) => (a.day === b.day ? (a.tip < b.tip ? -1 : 1) : a.day < b.day ? 1 : -1))
      .flatMap(({ tip: id }) => choice.tips.find((tip) => tip.id === id) ?? []);

  function firstBack({ choice }: AdviceContext): string | undefined {
    const days = choice.history.filter(({ never }) => !never).map(({ day }) => day);
    const [first] = days.sort();
    return first && Temporal.PlainDate.from(first).add({ days: NOT_AGAIN_DAYS }).toString();
  }

  async function showFrom(
    context: AdviceContext,
    turn: Turn,
    period: string,
    more: { note?: string; undo?: string } = {},
  ): Promise<Message> {
    const tip = await tipFrom(context, turn.directoryId);
    const kept = keptOf(context).length;
    return tip ? tipCard(tip, { period, kept, ...more }) : emptyCard(period, kept, firstBack(context));
  }

  /**
   * Runs `then` for this person, unless they chose "heel zwaar" a moment ago: then a tip is chosen all the same and shown later, since
   * what is asked of storage must not say how somebody answered (trust:no-trace).
   */
  async function withContext(
    turn: Turn,
    period: string,
    then: (context: AdviceContext, me: Person) => Promise<Message>,
  ): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const last = await lately(me, turn.now);
    const context = await contextOf(me, turn.directoryId, turn.now, last);
    if (!last.heavy) return then(context, me);
    await tipFrom(context, turn.directoryId);
    return kindCard(period);
  }

  return {
    show: (turn: Turn, { period }: z.infer<typeof fromSchema>) =>
      withContext(turn, period, (context) => showFrom(context, turn, period)),

    /** Leaves the tip for what it is and shows the next. */
    next: (turn: Turn, { period }: z.infer<typeof fromSchema>) =>
      withContext(turn, period, async (context) => {
        const now = currentTip(context.choice, context.reader);
        if (!now) return showFrom(context, turn, period);
        await store.change(turn.directoryId, now.id, (seen) => ({ ...seen, done: true }));
        return showFrom(after(context, now.id, { done: true }), turn, period);
      }),

    react: async (turn: Turn, { tip, how, period }: z.infer<typeof reactSchema>): Promise<Message> => {
      const me = await turn.person();
      if (!me) return unknownPerson;
      // "Niet voor mij" and "later" leave alone whether there was a reaction before, so that taking them back counts nothing anew.
      const change: Partial<SeenTip> = {
        never: how === 'never' ? true : undefined,
        kept: how === 'later' ? true : undefined,
      };
      const isDone = how === 'helps' || how === 'done';
      const before = await store.change(turn.directoryId, tip, (seen) => ({
        ...seen,
        ...change,
        done: isDone || seen.done,
      }));
      // Counted at the first tap on a tip that was really shown: neither twice nor by a forged card.
      if (how === 'helps' && before && !before.done) await store.countHelpful(tip);
      // A reaction is no question about the check-in, so that is not read again.
      const last = how === 'never' ? await lately(me, turn.now) : noThemes;
      const context = await contextOf(me, turn.directoryId, turn.now, last);
      if (last.heavy) {
        // What came of the tap is kept; the next tip is chosen, and not for now.
        await tipFrom(context, turn.directoryId);
        return kindCard(period, neverAgain);
      }
      const kept = keptOf(context).length;
      // A tip that is off is in no list of kept tips, so that is not promised.
      const gone = !context.choice.tips.some(({ id }) => id === tip);
      if (gone && (!before || how === 'later')) return goneCard(period, kept);
      if (how === 'never') return showFrom(context, turn, period, { note: neverAgain, undo: tip });
      return reactedCard(how, period, kept);
    },

    /** Undoes "niet voor mij" and nothing else: that tip is the tip of the week again, unless they reacted to it before. */
    back: (turn: Turn, { tip, period }: z.infer<typeof backSchema>) =>
      withContext(turn, period, async (context) => {
        await store.change(turn.directoryId, tip, ({ never: _never, ...seen }) => seen);
        const now = currentTip(context.choice, context.reader);
        if (now && now.id !== tip)
          await store.change(turn.directoryId, now.id, (seen) => ({ ...seen, done: true }));
        const again = context.choice.tips.find(({ id }) => id === tip);
        const kept = keptOf(context).length;
        return again ? tipCard(again, { period, kept }) : goneCard(period, kept);
      }),

    kept: (turn: Turn, { period }: z.infer<typeof fromSchema>) =>
      withContext(turn, period, async (context) => keptCard(keptOf(context), period)),
  };
}

import { z } from 'zod';
import { notice } from '../../../conversation/cards/notice.ts';
import { choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { field } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Tools } from '../../module.ts';
import { placeData } from '../groups/place.ts';
import { overtaken, ownerChoosing, signalCard, stepForm, withTypedAnswers } from './handle-cards.ts';
import { actionsIn, logActions } from './logging.ts';
import {
  gone,
  notYours,
  type OpeningTools,
  opening,
  type SignalView,
  signalSchema,
  versionOf,
} from './opening.ts';
import { type Signal, states } from './signal.ts';
import type { SignalReads, SignalStore } from './store.ts';
import { type Answers, asked, cutIn, isAnsweredSo, NO_OWNER, type Walking, walked } from './workflow.ts';

export interface HandlingTools extends OpeningTools, Pick<Tools, 'audit'> {
  groups: SignalReads & SignalStore;
}

const state = z.enum(states);
export const stepSchema = signalSchema.extend({ to: state });
export const saveSchema = stepSchema.extend({
  from: state,
  seen: z.string().max(64),
  size: field.long,
  cause: field.long,
  complete: field.long,
  others: field.long,
  judged: field.long,
  table: field.text,
  decided: field.long,
  reason: field.long,
  check: field.long,
  told: field.long,
  acts: field.choice,
  due: field.date,
  ...choosingSchema('one', 'owner'),
});

const noSuchStep = notice(
  'signal',
  'Deze stap kan nu niet',
  'Er is niets veranderd. Typ signalen en open het signaal opnieuw.',
);

/** What a form of a step was about and what was typed in it. */
interface SentStep {
  from: Signal['state'];
  to: Signal['state'];
  /** `versionOf` the signal that the form showed. */
  seen: string;
  typed: Answers;
}

const walkingOf = ({ day, owners }: SignalView): Walking => ({
  day,
  owners: new Set(owners.map(({ value }) => value)),
});

function savedWords(typed: Answers): string {
  return cutIn(typed).length > 0
    ? 'Bewaard. Van een antwoord dat te lang was, bleven de eerste 500 tekens over.'
    : 'Bewaard.';
}

/** Opening a signal and bringing it further, one state at a time or all that are left at once. */
export function handling(tools: HandlingTools) {
  const { groups } = tools;
  const inSignal = opening(tools);

  const open = (turn: Turn, data: z.infer<typeof signalSchema>, note = ''): Promise<Message> =>
    inSignal(turn, data, async (view) => signalCard(view, view.handles, note));

  const step = (turn: Turn, { to, ...data }: z.infer<typeof stepSchema>): Promise<Message> =>
    inSignal(turn, data, async (view) => {
      if (!view.handles) return notYours;
      if (asked(view.signal.state, to).length === 0)
        return signalCard(view, true, 'Iemand bracht dit signaal al verder. Dit geldt nu.');
      return stepForm(view, { to, seen: versionOf(view.signal), owners: view.owners });
    });

  async function save(turn: Turn, data: z.infer<typeof saveSchema>): Promise<Message> {
    const { kind, group, id, from, to, seen, ...answers } = data;
    const refused = (message: Message) => withTypedAnswers(message, answers);
    return inSignal(
      turn,
      { kind, group, id },
      async (view) => {
        if (!view.handles) return refused(notYours);
        const steps = asked(from, to);
        if (steps.length === 0) return refused(noSuchStep);
        const { sent: typed, problems } = chosenIn([ownerChoosing(view.owners)], answers);
        const unclear = steps.includes('deciding') && typed.acts === 'ja' ? problems : [];
        const sent: SentStep = { from, to, seen, typed };
        if (view.signal.state !== from || versionOf(view.signal) !== seen) return overtakenBy(view, sent);
        const result = walked(view.signal, to, typed, walkingOf(view));
        const missing = 'problems' in result ? result.problems : [];
        if ('problems' in result || unclear.length > 0)
          return stepForm(view, {
            to,
            seen,
            owners: view.owners,
            typed,
            problems: [...unclear, ...missing.filter((one) => one !== NO_OWNER || unclear.length === 0)],
          });
        const { now, isFirst } = await written(turn, view, sent);
        if (!now) return refused(gone);
        if (!isFirst)
          return inSignal(turn, { kind, group, id }, (fresh) => overtakenBy(fresh, sent), refused);
        await logActions(tools, view.place, now);
        return signalCard({ ...view, signal: now }, true, savedWords(typed));
      },
      refused,
    );
  }

  /** Writes a step with what has to be logged of it, unless somebody else was first: then the signal stays as it is. */
  async function written(
    turn: Turn,
    view: SignalView,
    { from, to, seen, typed }: SentStep,
  ): Promise<{ now: Signal | undefined; isFirst: boolean }> {
    let isFirst = false;
    const now = await groups.changeSignal(view.place, view.signal.id, (current) => {
      const again = versionOf(current) === seen ? walked(current, to, typed, walkingOf(view)) : undefined;
      isFirst = again !== undefined && 'signal' in again;
      if (!again || !('signal' in again)) return current;
      const actions = actionsIn(asked(from, to), turn.directoryId, turn.now);
      return { ...again.signal, unlogged: [...(current.unlogged ?? []), ...actions] };
    });
    return { now, isFirst };
  }

  /**
   * For who comes second: what holds now, and every word they typed. When they typed the same words, those are saved
   * already.
   */
  async function overtakenBy(view: SignalView, { from, to, typed }: SentStep): Promise<Message> {
    const { signal, owners } = view;
    if (signal.state === to && isAnsweredSo(signal, asked(from, to), typed)) {
      await logActions(tools, view.place, signal);
      return signalCard(view, true, 'Dit is al bewaard.');
    }
    if (asked(signal.state, to).length === 0)
      return withTypedAnswers(
        notice(
          'signal',
          'Iemand anders was je voor',
          'Dit signaal is al verder. Wat jij typte, is niet bewaard.',
          [
            {
              verb: 'signal.open',
              title: 'Open het signaal',
              data: { ...placeData(view.place), id: signal.id },
            },
          ],
        ),
        typed,
      );
    const problems = overtaken(signal, to, typed, from);
    return stepForm(view, { to, seen: versionOf(signal), owners, typed, problems });
  }

  return { open, step, save };
}

import { z } from 'zod';
import { notice } from '../../../conversation/cards/notice.ts';
import { choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { field } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { noAccountYet, toldAtOnce, unreachedWords } from '../../../people/assigned.ts';
import type { Tools } from '../../module.ts';
import { placeData } from '../groups/place.ts';
import { taskCard } from './announcing.ts';
import { signalCard } from './handle-cards.ts';
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
import { isTaskOf, type Signal, states } from './signal.ts';
import { NOBODY, overtaken, ownerChoosing, stepForm, withTypedAnswers } from './step-forms.ts';
import type { SignalReads, SignalStore } from './store.ts';
import {
  type Answers,
  asked,
  cutIn,
  isAnsweredSo,
  isShort,
  NO_OWNER,
  type Walking,
  walked,
} from './workflow.ts';

export interface HandlingTools extends OpeningTools, Pick<Tools, 'audit' | 'send'> {
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
  'Er is niets veranderd. Typ “signalen” en open het signaal opnieuw.',
);

/** What a form of a step was about and what was typed in it. */
interface SentStep {
  from: Signal['state'];
  to: Signal['state'];
  /** `versionOf` the signal that the form showed. */
  seen: string;
  /** As it stands in the form: the owner by the id of their row. */
  form: Answers;
  /** What it says: the owner by their directory id. */
  typed: Answers;
}

const walkingOf = ({ day, owners, me }: SignalView): Walking => ({
  day,
  owners: new Set(owners.flatMap(({ account }) => account ?? [])),
  by: me.directoryId ?? '',
});

/** What a form says. On that of a small signal nobody who takes it up means that nothing is done, and why. */
function said(form: Answers, { owners }: Pick<SignalView, 'owners'>, isSmall: boolean): Answers {
  const { decided, owner } = form;
  if (isSmall && form.acts === '' && owner === NOBODY)
    return { ...form, acts: 'nee', owner: undefined, reason: decided, decided: undefined };
  const account = owners.find(({ value }) => value === owner)?.account;
  return { ...form, acts: (isSmall && form.acts) || !isSmall ? form.acts : 'ja', owner: account };
}

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
      return stepForm(view, { to, seen: versionOf(view.signal), owners: view.owners, me: view.me.id });
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
        const { owners } = view;
        const small = isShort(from, to);
        const { sent: form, problems } = chosenIn([ownerChoosing(owners, small, view.me.id)], answers);
        const typed = said(form, view, small);
        const taker = owners.find(({ value }) => value === form.owner);
        const takesUp = steps.includes('deciding') && typed.acts === 'ja';
        const unknown = taker && taker.account === undefined ? [noAccountYet(taker.title)] : [];
        const unclear = takesUp ? [...problems, ...unknown] : [];
        const sent: SentStep = { from, to, seen, form, typed };
        if (view.signal.state !== from || versionOf(view.signal) !== seen) return overtakenBy(view, sent);
        const result = walked(view.signal, to, typed, walkingOf(view));
        const missing = 'problems' in result ? result.problems : [];
        if ('problems' in result || unclear.length > 0)
          return stepForm(view, {
            to,
            seen,
            owners,
            me: view.me.id,
            typed: form,
            problems: [...unclear, ...missing.filter((one) => one !== NO_OWNER || unclear.length === 0)],
          });
        const { now, isFirst } = await written(turn, view, sent);
        if (!now) return refused(gone);
        if (!isFirst)
          return inSignal(turn, { kind, group, id }, (fresh) => overtakenBy(fresh, sent), refused);
        await logActions(tools, view.place, now);
        const readIn =
          now.state === 'answered' && view.place.kind === 'team'
            ? 'Het antwoord is gegeven. Je team leest het in het teambeeld: typ “team”.'
            : '';
        const note = [savedWords(typed), readIn, takesUp && (await handedOver(turn, view, now))];
        const isMine = isTaskOf(now, view.me.directoryId);
        return signalCard({ ...view, signal: now, isMine }, true, note.filter(Boolean).join(' '));
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
  async function overtakenBy(view: SignalView, { from, to, form, typed }: SentStep): Promise<Message> {
    const { signal, owners, me } = view;
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
    return stepForm(view, { to, seen: versionOf(signal), owners, me: me.id, typed: form, problems });
  }

  /** Tells who takes a signal up, at once when it is due today; gives what to say of who cannot be told. */
  async function handedOver(turn: Turn, view: SignalView, now: Signal): Promise<string> {
    const { place, placeName, people, closures } = view;
    const { id, owner, due, asked: told } = now;
    if (owner === undefined || told !== undefined) return '';
    const day = await toldAtOnce({ owner, due }, turn.directoryId, () => taskCard(placeName, place, now), {
      people,
      now: turn.now,
      closures,
      send: tools.send,
    });
    if (day) await groups.changeSignal(place, id, (current) => ({ ...current, asked: day }));
    return unreachedWords(owner, turn.directoryId, people);
  }

  return { open, step, save };
}

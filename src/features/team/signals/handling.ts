import { createHash } from 'node:crypto';
import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Settings } from '../../../people/municipality.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import type { GroupPlace } from '../groups/place.ts';
import { placeData, placeFields, placeOf } from '../groups/place.ts';
import { handles, mayReadSignals, seatOf } from '../groups/rights.ts';
import { notPast, passes } from './exclusions.ts';
import { overtaken, type Shown, signalCard, stepForm, withAnswers } from './handle-cards.ts';
import { actionsIn, logActions } from './logging.ts';
import { mayTakeUp, placeName } from './routing.ts';
import { readableOn, type Signal, states } from './signal.ts';
import type { SignalReads, SignalStore } from './store.ts';
import { type Answers, asked, cutIn, isAnsweredSo, walked } from './workflow.ts';

export interface HandlingTools extends Pick<Tools, 'audit' | 'everybody'> {
  groups: SignalReads & SignalStore;
  naming: HashedIds;
}

/** A signal as a card names it; whether this person may open it is checked again. */
export const signalSchema = z.object({
  ...placeFields,
  id: z.string().min(1).max(80),
});
const state = z.enum(states);
const field = z.string().max(20_000).default('');
export const stepSchema = signalSchema.extend({ to: state });
export const saveSchema = stepSchema.extend({
  from: state,
  seen: z.string().max(64),
  size: field,
  cause: field,
  complete: field,
  others: field,
  judged: field,
  table: field,
  decided: field,
  reason: field,
  check: field,
  told: field,
  acts: field,
  due: field,
  owner: field,
});

/** So many people can be chosen from. */
const MOST_OWNERS = 60;

const notYours = notice(
  'Dit signaal is niet voor jou',
  'Alleen wie het oppakt, kan er iets mee doen. Er is niets veranderd.',
);
const gone = notice(
  'Dit signaal is er niet meer',
  'Er is niets veranderd. Typ signalen voor wat er nu staat.',
);
const noSuchStep = notice(
  'Deze stap kan nu niet',
  'Er is niets veranderd. Typ signalen en open het signaal opnieuw.',
);

/** By which a save knows whether what somebody had before them still holds. */
const versionOf = ({ state, acts, due, owner, words }: Signal): string =>
  createHash('sha256')
    .update(JSON.stringify([state, acts, due, owner, Object.entries(words).sort()]))
    .digest('hex')
    .slice(0, 16);

interface SignalView extends Shown {
  handles: boolean;
  owners: { value: string; title: string }[];
}

/** Opening a signal and bringing it further, one state at a time or all that are left at once. */
export function handling({ groups, everybody, naming, audit }: HandlingTools) {
  const ownersOf = (place: GroupPlace, people: readonly Person[], settings: Settings) =>
    mayTakeUp(place, people, settings)
      .flatMap(({ directoryId, name }) => (directoryId ? [{ value: directoryId, title: name }] : []))
      .slice(0, MOST_OWNERS)
      .sort((a, b) => a.title.localeCompare(b.title, 'nl'));

  async function inSignal(
    turn: Turn,
    { id, ...data }: z.infer<typeof signalSchema>,
    then: (view: SignalView) => Promise<Message>,
    refused: (message: Message) => Message = (message) => message,
  ): Promise<Message> {
    const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
    if (!me) return refused(unknownPerson);
    const place = placeOf(data);
    const seat = seatOf(me, settings);
    if (!mayReadSignals(seat, place)) return refused(notYours);
    const [{ signals }, people] = await Promise.all([groups.content(place), everybody()]);
    const day = today(turn.now).toString();
    const readable = notPast(naming, readableOn(signals, day), me);
    const signal = readable.find((one) => one.id === id);
    if (!signal) return refused(gone);
    return then({
      place,
      signal,
      handles: handles(seat, place),
      day,
      placeName: placeName(place, settings) ?? '',
      closures: new Set(settings.municipality.closures),
      names: new Map(
        people.flatMap((one) => (one.directoryId && isPresent(one) ? [[one.directoryId, one.name]] : [])),
      ),
      owners: ownersOf(
        place,
        people.filter((one) => !passes(naming, signal, one)),
        settings,
      ),
    });
  }

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
    const { kind, group, id, from, to, seen, ...typed } = data;
    const refused = (message: Message) => withAnswers(message, typed);
    return inSignal(
      turn,
      { kind, group, id },
      async (view) => {
        if (!view.handles) return refused(notYours);
        if (asked(from, to).length === 0) return refused(noSuchStep);
        const { signal, day } = view;
        const walking = { day, owners: new Set(view.owners.map(({ value }) => value)) };
        if (signal.state !== from || versionOf(signal) !== seen) return other(data, view);
        const result = walked(signal, to, typed, walking);
        if ('problems' in result)
          return stepForm(view, { to, seen, owners: view.owners, typed, problems: result.problems });
        let mine = false;
        const now = await groups.changeSignal(view.place, id, (current) => {
          const again = versionOf(current) === seen ? walked(current, to, typed, walking) : undefined;
          mine = again !== undefined && 'signal' in again;
          if (!again || !('signal' in again)) return current;
          const actions = actionsIn(asked(from, to), turn.directoryId, turn.now);
          return { ...again.signal, unlogged: [...(current.unlogged ?? []), ...actions] };
        });
        if (!now) return refused(gone);
        if (!mine) return inSignal(turn, { kind, group, id }, (fresh) => other(data, fresh), refused);
        await logActions({ groups, audit }, view.place, now);
        return signalCard({ ...view, signal: now }, true, savedWords(typed));
      },
      refused,
    );
  }

  /** For who comes second: what holds now, and every word they typed. The same words a second time are saved already. */
  async function other(data: z.infer<typeof saveSchema>, view: SignalView): Promise<Message> {
    const { kind: _kind, group: _group, id: _id, from, to, seen: _seen, ...typed } = data;
    const { signal, owners } = view;
    if (signal.state === to && isAnsweredSo(signal, asked(from, to), typed)) {
      await logActions({ groups, audit }, view.place, signal);
      return signalCard(view, true, 'Dit is al bewaard.');
    }
    if (asked(signal.state, to).length === 0)
      return withAnswers(
        notice('Iemand anders was je voor', 'Dit signaal is al verder. Wat jij typte, is niet bewaard.', [
          {
            verb: 'signal.open',
            title: 'Open het signaal',
            data: { ...placeData(view.place), id: signal.id },
          },
        ]),
        typed,
      );
    const problems = overtaken(signal, to, typed, from);
    return stepForm(view, { to, seen: versionOf(signal), owners, typed, problems });
  }

  return { open, step, save };
}

function savedWords(typed: Answers): string {
  return cutIn(typed).length > 0
    ? 'Bewaard. Van een antwoord dat te lang was, bleven de eerste 500 tekens over.'
    : 'Bewaard.';
}

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
import { type GroupPlace, placeFields, placeOf } from '../groups/place.ts';
import { handles, mayReadSignals } from '../groups/rights.ts';
import { seated } from '../groups/seated.ts';
import { notPast, passes } from './exclusions.ts';
import type { Shown } from './handle-cards.ts';
import { readableBy } from './in-its-week.ts';
import { mayTakeUp, placeName } from './routing.ts';
import { isTaskOf, type Signal } from './signal.ts';
import type { Taker } from './step-forms.ts';
import type { SignalReads } from './store.ts';

export interface OpeningTools extends Pick<Tools, 'everybody'> {
  groups: SignalReads;
  hashedIds: HashedIds;
}

/** A signal as a card names it; whether this person may open it is checked again. */
export const signalSchema = z.object({
  ...placeFields,
  id: z.string().min(1).max(80),
});

export const notYours = notice(
  'signal',
  'Dit signaal is niet voor jou',
  'Alleen wie het oppakt, kan er iets mee doen. Er is niets veranderd.',
);
export const gone = notice(
  'signal',
  'Dit signaal is er niet meer',
  'Er is niets veranderd. Typ “signalen” voor wat er nu staat.',
);

/** A short hash of what a form shows of a signal. A save on another version does not overwrite it. */
export const versionOf = ({ state, acts, due, owner, words }: Signal): string =>
  createHash('sha256')
    .update(JSON.stringify([state, acts, due, owner, Object.entries(words).sort()]))
    .digest('hex')
    .slice(0, 16);

/** A signal as somebody may see it, and what they may do with it. */
export interface SignalView extends Shown {
  /** Whether this person takes care of the signals here. */
  handles: boolean;
  me: Person;
  /** Who may be asked to do what was decided. */
  owners: Taker[];
  people: readonly Person[];
}

function ownersOf(place: GroupPlace, people: readonly Person[], settings: Settings): SignalView['owners'] {
  return mayTakeUp(place, people, settings)
    .map(({ id, directoryId, name, upn }) => ({ value: id, title: name, also: [upn], account: directoryId }))
    .sort((a, b) => a.title.localeCompare(b.title, 'nl'));
}

/** Runs `then` on a signal that this person may read; `refused` makes of a refusal what they get to see. */
export type InSignal = <R = Message>(
  turn: Turn,
  data: z.infer<typeof signalSchema>,
  then: (view: SignalView) => Promise<R | Message>,
  refused?: (message: Message) => Message,
) => Promise<R | Message>;

/** Opens signals for who may read them (trust:rights-on-verified-id). */
export function opening({ groups, everybody, hashedIds }: OpeningTools): InSignal {
  return async (turn, { id, ...data }, then, refused = (message) => message) => {
    const found = await seated(turn);
    if (!found) return refused(unknownPerson);
    const { me, seat, settings } = found;
    const place = placeOf(data);
    if (!mayReadSignals(seat, place)) return refused(notYours);
    const [{ signals }, people] = await Promise.all([groups.content(place), everybody()]);
    const day = today(turn.now).toString();
    const readable = readableBy(signals, day, {
      handles: handles(seat, place),
      directoryId: me.directoryId,
    });
    const signal = notPast(hashedIds, readable, me).find((one) => one.id === id);
    if (!signal) return refused(gone);
    const mayRead = people.filter((one) => !passes(hashedIds, signal, one));
    // Past a manager the others who may read it would tell by whom it does not come to them, and so from which team it came.
    const takers = place.kind === 'team' ? mayRead : mayRead.filter(({ id: one }) => one === me.id);
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
      me,
      isMine: isTaskOf(signal, me.directoryId),
      owners: ownersOf(place, takers, settings),
      people,
    });
  };
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Choosable } from '../../../conversation/finding.ts';
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
import { mayTakeUp, placeName } from './routing.ts';
import { readableOn, type Signal } from './signal.ts';
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
  'Er is niets veranderd. Typ signalen voor wat er nu staat.',
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
  /** Who may be asked to do what was decided, by directory id. */
  owners: Choosable[];
}

function ownersOf(place: GroupPlace, people: readonly Person[], settings: Settings): SignalView['owners'] {
  return mayTakeUp(place, people, settings)
    .flatMap(({ directoryId, name, upn }) =>
      directoryId ? [{ value: directoryId, title: name, also: [upn] }] : [],
    )
    .sort((a, b) => a.title.localeCompare(b.title, 'nl'));
}

/** Runs `then` on a signal that this person may read; `refused` makes of a refusal what they get to see. */
export type InSignal = (
  turn: Turn,
  data: z.infer<typeof signalSchema>,
  then: (view: SignalView) => Promise<Message>,
  refused?: (message: Message) => Message,
) => Promise<Message>;

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
    const signal = notPast(hashedIds, readableOn(signals, day), me).find((one) => one.id === id);
    if (!signal) return refused(gone);
    const mayRead = people.filter((one) => !passes(hashedIds, signal, one));
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
      owners: ownersOf(place, mayRead, settings),
    });
  };
}

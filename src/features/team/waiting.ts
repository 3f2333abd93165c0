import { today } from '../../calendar/clock.ts';
import { taskButtons } from '../../conversation/task.ts';
import type { Turn } from '../../conversation/turn.ts';
import { byDue, type Waiting } from '../../conversation/waiting.ts';
import { placeData } from './groups/place.ts';
import { handles } from './groups/rights.ts';
import type { GroupReads } from './groups/rows.ts';
import { type Seated, seated } from './groups/seated.ts';
import { notPast } from './signals/exclusions.ts';
import { signalText, waitingWords } from './signals/handle-cards.ts';
import type { ListingTools } from './signals/listing.ts';
import { givenBy, placeNameThen } from './signals/own.ts';
import { placeName } from './signals/routing.ts';
import { isOpen, isTaskOf, readableOn, type Signal } from './signals/signal.ts';
import type { GivenReads } from './signals/store.ts';
import { signalFrom, stateWords } from './signals/words.ts';
import { isOpenPoint, type TalkPoint } from './talk/point.ts';

/** The heading of signals that wait for an answer of who takes care of them. */
export const TO_ANSWER = 'Signalen om te beantwoorden';

/** What a signal is called in an answer to typed text, which is stored: what somebody raised is not in it. */
const calledHere = (signal: Signal) => {
  const text = signal.source === 'raised' ? signalFrom(signal) : signalText(signal);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/**
 * What waits for somebody in their teams and where they take care of signals: one range for each of those places. And what they
 * gave with their name, wherever that was: one range over all groups, and one for each place in which there is something.
 */
export function waitingIn({
  groups,
  hashedIds,
}: {
  groups: GroupReads<{ signals: Signal[]; points: TalkPoint[] }> & GivenReads;
  hashedIds: ListingTools['hashedIds'];
}) {
  /** What somebody gave with their name to their team of then, and was not answered. What they gave past it is no stored message. */
  async function givenWaiting(
    { me, seat, settings }: Seated,
    day: string,
    closures: ReadonlySet<string>,
  ): Promise<Waiting[]> {
    return (await givenBy(groups, me, seat))
      .filter(({ place, signal }) => place.kind === 'team' && isOpen(signal))
      .map(({ place, signal, opens }) => ({
        kind: 'Signalen die je zelf gaf',
        text: calledHere(signal),
        about: placeNameThen(place, settings),
        note: `${stateWords[signal.state]} · ${waitingWords(signal, day, closures)}`,
        forOther: true,
        actions: [
          opens
            ? { verb: 'signal.open', title: 'Open', data: { ...placeData(place), id: signal.id } }
            : { verb: 'signal.mine', title: 'Bekijk', data: { page: 0 } },
        ],
      }));
  }

  return async (turn: Turn): Promise<Waiting[]> => {
    const here = await seated(turn);
    if (!here) return [];
    const { me, seat, settings } = here;
    const day = today(turn.now).toString();
    const closures = new Set(settings.municipality.closures);
    const own = seat.own && !handles(seat, seat.own) ? [seat.own] : [];
    const inPlaces = Promise.all(
      [...own, ...seat.handles].map(async (place) => {
        const { signals, points } = await groups.content(place);
        const about = placeName(place, settings) ?? '';
        const open = (id: string) => ({
          verb: 'signal.open',
          title: 'Open',
          data: { ...placeData(place), id },
        });
        const readable = notPast(hashedIds, readableOn(signals, day), me);
        const isMine = (signal: Signal) => isTaskOf(signal, me.directoryId);
        const tasks = readable.filter(isMine).map((signal) => ({
          kind: 'Signalen die jij oppakt',
          text: calledHere(signal),
          about,
          due: signal.due,
          actions: [taskButtons('signal', { ...placeData(place), id: signal.id }).done, open(signal.id)],
        }));
        const toAnswer = readable
          .filter((signal) => handles(seat, place) && isOpen(signal))
          .map((signal) => ({
            kind: TO_ANSWER,
            text: calledHere(signal),
            about,
            note: `${stateWords[signal.state]} · ${waitingWords(signal, day, closures)}`,
            actions: [open(signal.id)],
          }));
        const taken = points
          .filter(
            (point) => isOpenPoint(point) && point.owner !== undefined && point.owner === me.directoryId,
          )
          .map(({ id, text, due }) => {
            const data = { team: place.key, id };
            return {
              kind: 'Teampunten',
              text,
              about,
              due,
              actions: [taskButtons('point', data).done, { verb: 'talk.open', title: 'Werk bij', data }],
            };
          });
        return { tasks, toAnswer, taken };
      }),
    );
    const [each, given] = await Promise.all([inPlaces, givenWaiting(here, day, closures)]);
    return [
      ...each.flatMap(({ taken }) => taken).sort(byDue),
      ...each.flatMap(({ tasks }) => tasks).sort(byDue),
      ...each.flatMap(({ toAnswer }) => toAnswer),
      ...given,
    ];
  };
}

import { today } from '../../calendar/clock.ts';
import { taskButtons } from '../../conversation/task.ts';
import type { Turn } from '../../conversation/turn.ts';
import { byDue, type Waiting } from '../../conversation/waiting.ts';
import { placeData } from './groups/place.ts';
import { handles } from './groups/rights.ts';
import type { GroupReads } from './groups/rows.ts';
import { seated } from './groups/seated.ts';
import { notPast } from './signals/exclusions.ts';
import { signalText, waitingWords } from './signals/handle-cards.ts';
import type { ListingTools } from './signals/listing.ts';
import { isGivenBy } from './signals/own.ts';
import { placeName } from './signals/routing.ts';
import { isOpen, isTaskOf, readableOn, type Signal } from './signals/signal.ts';
import { signalFrom, stateWords } from './signals/words.ts';
import { isOpenPoint, type TalkPoint } from './talk/point.ts';

/** What a signal is called in an answer to typed text, which is stored: what somebody raised is not in it. */
const calledHere = (signal: Signal) => {
  const text = signal.source === 'raised' ? signalFrom(signal) : signalText(signal);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** What waits for somebody in their teams and where they take care of signals. One range for each of those places. */
export function waitingIn({
  groups,
  hashedIds,
}: {
  groups: GroupReads<{ signals: Signal[]; points: TalkPoint[] }>;
  hashedIds: ListingTools['hashedIds'];
}) {
  return async (turn: Turn): Promise<Waiting[]> => {
    const here = await seated(turn);
    if (!here) return [];
    const { me, seat, settings } = here;
    const day = today(turn.now).toString();
    const closures = new Set(settings.municipality.closures);
    const own = seat.own && !handles(seat, seat.own) ? [seat.own] : [];
    const each = await Promise.all(
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
            kind: 'Signalen om te beantwoorden',
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
        const given = signals
          .filter((signal) => place.kind === 'team' && isOpen(signal) && isGivenBy(signal, me.directoryId))
          .map((signal) => ({
            kind: 'Signalen die je zelf gaf',
            text: calledHere(signal),
            about,
            note: `${stateWords[signal.state]} · ${waitingWords(signal, day, closures)}`,
            forOther: true,
            actions: [open(signal.id)],
          }));
        return { tasks, toAnswer, taken, given };
      }),
    );
    return [
      ...each.flatMap(({ taken }) => taken).sort(byDue),
      ...each.flatMap(({ tasks }) => tasks).sort(byDue),
      ...each.flatMap(({ toAnswer }) => toAnswer),
      ...each.flatMap(({ given }) => given),
    ];
  };
}

import { today } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Settings } from '../../../people/municipality.ts';
import { departmentsOf } from '../groups/group.ts';
import { council, type GroupPlace, placeData } from '../groups/place.ts';
import { mayReadSignals } from '../groups/rights.ts';
import { seated } from '../groups/seated.ts';
import { inShort, shownState, signalText, waitingWords } from './handle-cards.ts';
import type { ListingTools } from './listing.ts';
import { placeName } from './routing.ts';
import { isOpen, type Signal } from './signal.ts';

/** So many signals stand on the card, each with so many characters of its text. */
const [MOST_SHOWN, LONGEST_SHOWN] = [10, 160];

/** True for a signal that somebody (a directory id) gave with their name: of all others nobody knows whose they are. */
export const isGivenBy = ({ by, named }: Signal, directoryId: string | undefined): boolean =>
  by !== undefined && named === true && by === directoryId;

/** Where somebody of a team can give a signal. */
function placesFor(team: GroupPlace | undefined, settings: Settings): GroupPlace[] {
  const name = settings.teams.find(({ key }) => key === team?.key)?.department;
  const department = departmentsOf(settings).filter((one) => one.name === name);
  return [...(team ? [team] : []), ...department, council];
}

/** The card of what somebody gave with their name, and how it stands. */
export function ownSignalsCard(
  own: readonly { place: GroupPlace; signal: Signal; opens: boolean }[],
  settings: Settings,
  day: string,
): Message {
  const closures = new Set(settings.municipality.closures);
  const lines = own.slice(0, MOST_SHOWN).map(({ place, signal, opens }) => ({
    text: inShort(signalText(signal), LONGEST_SHOWN),
    detail: [
      placeName(place, settings),
      shownState(signal, day, closures),
      waitingWords(signal, day, closures),
    ]
      .filter(Boolean)
      .join(' · '),
    actions: opens
      ? [{ verb: 'signal.open', title: 'Bekijk', data: { ...placeData(place), id: signal.id } }]
      : [],
  }));
  const isPast = own.some(({ opens }) => !opens);
  return detailCard({
    kind: 'signal',
    text: 'Wat je met je naam doorgaf, en hoe het ermee staat.',
    title: 'Mijn signalen met naam',
    note: isPast ? 'Wat je buiten je team om gaf: het antwoord hoor je van wie het oppakt.' : '',
    sections: [{ lines }],
  });
}

const none = notice(
  'signal',
  'Er staat geen signaal op jouw naam',
  'Gaf je er een zonder naam? Dan weet ik niet welk signaal van jou is.',
  [{ verb: 'help.say', title: 'Bekijk je team', data: { text: 'team' } }],
);

/** What who taps gave with their name: open ones first, then what was answered last. In the response to a tap alone. */
export function ownSignals({ groups }: Pick<ListingTools, 'groups'>) {
  return async (turn: Turn): Promise<Message> => {
    const here = await seated(turn);
    if (!here) return unknownPerson;
    const { me, seat, settings } = here;
    const each = await Promise.all(
      placesFor(seat.own, settings).map(async (place) =>
        (await groups.content(place)).signals
          .filter((signal) => isGivenBy(signal, me.directoryId))
          .map((signal) => ({ place, signal, opens: mayReadSignals(seat, place) })),
      ),
    );
    const own = each.flat();
    if (own.length === 0) return none;
    const open = own.filter(({ signal }) => isOpen(signal));
    const answered = own.filter(({ signal }) => !isOpen(signal));
    answered.sort((a, b) => (a.signal.moved < b.signal.moved ? 1 : -1));
    return ownSignalsCard([...open, ...answered], settings, today(turn.now).toString());
  };
}

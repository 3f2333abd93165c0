import { today } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import { type GroupPlace, placeData } from '../groups/place.ts';
import { mayReadSignals, type Seat } from '../groups/rights.ts';
import { byDay } from '../groups/rows.ts';
import { seated } from '../groups/seated.ts';
import { inShort, shownState, signalText, waitingWords } from './handle-cards.ts';
import { placeName } from './routing.ts';
import { isOpen, type Signal } from './signal.ts';
import type { GivenReads, SignalReads } from './store.ts';
import { mayWithdraw } from './withdrawing.ts';

/** So many signals on one card, each with so many characters of its text. */
const [PAGE, LONGEST_SHOWN] = [10, 160];

/** What reading somebody's own signals needs. */
export interface OwnSignalTools {
  groups: SignalReads & GivenReads;
}

/** A signal that somebody gave with their name, and whether they may open it. */
export interface OwnSignal {
  place: GroupPlace;
  signal: Signal;
  opens: boolean;
}

/**
 * What somebody gave with their name, wherever that was: also in a team or a department that they are not in any more. There
 * they do not open it.
 */
export async function givenBy(
  groups: OwnSignalTools['groups'],
  { directoryId }: Pick<Person, 'directoryId'>,
  seat: Seat,
): Promise<OwnSignal[]> {
  if (directoryId === undefined) return [];
  const each = await Promise.all(
    (await groups.givenIn(directoryId)).map(async (place) =>
      (await groups.content(place)).signals
        // Of all others nobody knows whose they are.
        .filter(({ by, named }) => by === directoryId && named === true)
        .map((signal) => ({ place, signal, opens: mayReadSignals(seat, place) })),
    ),
  );
  return each.flat();
}

/** The name of a place where somebody gave a signal; '' for a department that is no more. */
export function placeNameThen(place: GroupPlace, settings: Settings): string {
  const ended = place.kind === 'team' ? settings.ended.find(({ key }) => key === place.key) : undefined;
  return placeName(place, settings) ?? ended?.name ?? '';
}

/** The card of what somebody gave with their name, and how it stands. */
export function ownSignalsCard(
  own: readonly OwnSignal[],
  settings: Settings,
  day: string,
  page = 0,
): Message {
  const closures = new Set(settings.municipality.closures);
  const shown = pageOf(own, page, PAGE);
  const lines = shown.items.map(({ place, signal, opens }) => ({
    text: inShort(signalText(signal), LONGEST_SHOWN),
    detail: [
      placeNameThen(place, settings),
      isOpen(signal) ? shownState(signal, day, closures) : '',
      waitingWords(signal, day, closures),
    ]
      .filter(Boolean)
      .join(' · '),
    actions: [
      ...(opens
        ? [{ verb: 'signal.open', title: 'Bekijk', data: { ...placeData(place), id: signal.id } }]
        : []),
      ...(mayWithdraw(signal, day, signal.by ?? '')
        ? [{ verb: 'signal.withdraw', title: 'Trek in', data: { ...placeData(place), id: signal.id } }]
        : []),
    ],
  }));
  const isPast = shown.items.some(({ opens }) => !opens);
  return detailCard({
    kind: 'signal',
    text: 'Wat je met je naam doorgaf, en hoe het ermee staat.',
    title: 'Mijn signalen met naam',
    place: partWords(shown),
    note: isPast
      ? 'Staat er geen knop bij een signaal? Dan gaf je dat buiten je leidinggevende om, of werk je niet meer in dat team. Het antwoord hoor je dan van wie het oppakt.'
      : '',
    sections: [{ lines }],
    actions: pageButtons(shown, 'signal.mine', (next) => ({ page: next })),
  });
}

const none = notice(
  'signal',
  'Er staat geen signaal op jouw naam',
  'Gaf je er een zonder naam? Dan weet ik niet welk signaal van jou is. Op de dag zelf trek je het in: tik op “Trek in” op de kaart die na het versturen kwam.',
  [{ verb: 'help.say', title: 'Bekijk je team', data: { text: 'team' } }],
);

/** What who taps gave with their name: open ones first, then what was answered last. In the response to a tap alone. */
export function ownSignals({ groups }: OwnSignalTools) {
  return async (turn: Turn, { page }: { page: number }): Promise<Message> => {
    const here = await seated(turn);
    if (!here) return unknownPerson;
    const { me, seat, settings } = here;
    const own = await givenBy(groups, me, seat);
    if (own.length === 0) return none;
    const open = own.filter(({ signal }) => isOpen(signal));
    const answered = own.filter(({ signal }) => !isOpen(signal));
    open.sort((a, b) => byDay(a.signal, b.signal));
    answered.sort((a, b) => (a.signal.moved < b.signal.moved ? 1 : -1));
    return ownSignalsCard([...open, ...answered], settings, today(turn.now).toString(), page);
  };
}

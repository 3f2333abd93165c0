import { today } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, noticeCard, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { dueIn } from '../../../conversation/waiting.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import type { GroupPlace } from '../groups/place.ts';
import { placeData } from '../groups/place.ts';
import { handles, type Seat } from '../groups/rights.ts';
import { byDay } from '../groups/rows.ts';
import { seated } from '../groups/seated.ts';
import { notPast } from './exclusions.ts';
import { inShort, shownState, signalText, waitingWords } from './handle-cards.ts';
import { placeName } from './routing.ts';
import { isOpen, isTaskOf, readableOn } from './signal.ts';
import type { SignalReads } from './store.ts';
import { signalFrom } from './words.ts';

export interface ListingTools {
  groups: SignalReads;
  hashedIds: HashedIds;
}

/** A card holds so many signals, each with so many characters of its text. */
const [PAGE, LONGEST_SHOWN] = [20, 160];
/** So many characters of the name of a place stand on a button. */
const LONGEST_NAME = 40;

const notForYou = notice(
  'signal',
  'Jij pakt geen signalen op',
  'Dat doet wie een team of een afdeling leidt, en wie signalen voor de ondernemingsraad leest. Zelf iets doorgeven kan wel.',
  [
    { verb: 'signal.mine', title: 'Mijn signalen met naam', data: {} },
    { verb: 'signal.raise', title: 'Geef een signaal', data: {} },
  ],
);

/** So many places have a button of their own to all their signals. */
const MOST_PLACES = 3;

/** The way to all signals of a place, those that are answered included. */
export const allSignals = (seat: Seat, settings: Settings): NoticeAction[] =>
  seat.handles.slice(0, MOST_PLACES).map((place) => ({
    verb: 'signal.all',
    title:
      seat.handles.length === 1
        ? 'Alle signalen, ook wat klaar is'
        : `Alle van ${inShort(placeName(place, settings) ?? '', LONGEST_NAME)}`,
    data: placeData(place),
  }));

/** How many are open, and how many are answered and still have to be done. */
function countWords(open: number, toDo: number): string {
  if (toDo === 0) return `${open} open`;
  return open === 0 ? `${toDo} nog te doen` : `${open} open, ${toDo} nog te doen`;
}

/**
 * `signalen`: the open signals of every place that somebody takes care of, longest waiting first, and what they were
 * given to take up. The answer to typed text is a stored message, so what people wrote stands behind the buttons; tapped, the
 * list is the same.
 */
export function listing({ groups, hashedIds }: ListingTools) {
  return async (turn: Turn, page = 0): Promise<Message> => {
    const here = await seated(turn);
    if (!here) return unknownPerson;
    const { me, seat, settings } = here;
    const isKept = (place: GroupPlace) => handles(seat, place);
    const own = seat.own && !isKept(seat.own) ? [seat.own] : [];
    const day = today(turn.now).toString();
    const closures = new Set(settings.municipality.closures);
    const all = await Promise.all(
      [...seat.handles, ...own].map(async (place) => {
        const signals = notPast(hashedIds, readableOn((await groups.content(place)).signals, day), me);
        return signals
          .filter((one) => (isKept(place) && isOpen(one)) || isTaskOf(one, me.directoryId))
          .map((signal) => ({ place, signal }));
      }),
    );
    const found = all.flat().sort((a, b) => byDay(a.signal, b.signal));
    if (found.length === 0)
      return seat.handles.length === 0
        ? notForYou
        : noticeCard({
            kind: 'signal',
            text: 'Er staan geen signalen open. Je krijgt een bericht als er een binnenkomt.',
            title: 'Er staan geen signalen open',
            body: 'Je krijgt een bericht als er een binnenkomt.',
            actions: allSignals(seat, settings),
          });
    const shown = pageOf(found, page, PAGE);
    const lines = shown.items.map(({ place, signal }) => {
      const text =
        signal.source === 'raised' ? signalFrom(signal) : inShort(signalText(signal), LONGEST_SHOWN);
      const task = isTaskOf(signal, me.directoryId);
      return {
        text: `${placeName(place, settings) ?? ''}: ${text}`,
        detail: [
          ...(task ? ['jij pakt dit op', signal.due && dueIn(signal.due, day)] : []),
          shownState(signal, day, closures),
          ...(isOpen(signal) ? [waitingWords(signal, day, closures)] : []),
        ]
          .filter(Boolean)
          .join(' · '),
        actions: [{ verb: 'signal.open', title: 'Open', data: { ...placeData(place), id: signal.id } }],
      };
    });
    const open = found.filter(({ signal }) => isOpen(signal)).length;
    return detailCard({
      kind: 'signal',
      text: 'De signalen die op je wachten.',
      title: 'Signalen voor jou',
      place: [countWords(open, found.length - open), partWords(shown)].filter(Boolean).join(' · '),
      note: shown.last > 0 && page === 0 ? `Dit zijn de ${lines.length} die het langst wachten.` : '',
      sections: [{ lines }],
      actions: [
        ...pageButtons(shown, 'signal.list', (next) => ({ page: next })),
        ...(shown.last > 0 ? [] : allSignals(seat, settings)),
      ],
    });
  };
}

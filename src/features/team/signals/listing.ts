import { today } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { dueIn } from '../../../conversation/waiting.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import type { GroupPlace } from '../groups/place.ts';
import { placeData } from '../groups/place.ts';
import { handles } from '../groups/rights.ts';
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

const notForYou = notice(
  'signal',
  'Jij pakt geen signalen op',
  'Dat doet wie een team of een afdeling leidt, en wie signalen voor de OR leest. Zelf iets doorgeven kan wel.',
  [{ verb: 'signal.raise', title: 'Geef een signaal', data: {} }],
);

/**
 * `signalen`: the open signals of every place that somebody takes care of, longest waiting first, and what they were
 * given to take up. The answer to typed text is a stored message, so there what people wrote stands behind the buttons.
 */
export function listing({ groups, hashedIds }: ListingTools) {
  return async (turn: Turn, stored: boolean, page = 0): Promise<Message> => {
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
        : notice('signal', 'Er staan geen signalen open', 'Je krijgt een bericht als er een binnenkomt.');
    const shown = pageOf(found, page, PAGE);
    const lines = shown.items.map(({ place, signal }) => {
      const text =
        stored && signal.source === 'raised' ? undefined : inShort(signalText(signal), LONGEST_SHOWN);
      const task = isTaskOf(signal, me.directoryId);
      return {
        text: `${placeName(place, settings) ?? ''}: ${text ?? signalFrom(signal)}`,
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
      place: [open === 1 ? '1 open' : `${open} open`, partWords(shown)].filter(Boolean).join(' · '),
      note: shown.last > 0 && page === 0 ? `Dit zijn de ${lines.length} die het langst wachten.` : '',
      sections: [{ lines }],
      actions: pageButtons(shown, 'signal.list', (next) => ({ page: next })),
    });
  };
}

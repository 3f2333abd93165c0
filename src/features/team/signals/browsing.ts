import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import { carried } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { placeData, placeFields, placeOf } from '../groups/place.ts';
import { handles, mayReadSignals } from '../groups/rights.ts';
import { seated } from '../groups/seated.ts';
import { notPast } from './exclusions.ts';
import { inShort, shownState, signalText, waitingWords } from './handle-cards.ts';
import { readableBy } from './in-its-week.ts';
import type { ListingTools } from './listing.ts';
import { placeName } from './routing.ts';
import { isOpen } from './signal.ts';

/** So many signals on one card, each with so many characters of its text. */
const [PAGE, LONGEST_SHOWN] = [10, 160];

export const allSchema = z.object({
  ...placeFields,
  page: carried(z.number().int().min(0).max(10_000), 0),
});

const notYours = notice(
  'signal',
  'Deze signalen zijn niet voor jou',
  'Je ziet die van je eigen team. Typ “team”, dan opent het teambeeld.',
);

/** All signals of one place, for who may read them: open ones first, longest waiting on top, then what was answered last. */
export function browsing({ groups, hashedIds }: ListingTools) {
  return async (turn: Turn, { page, ...data }: z.infer<typeof allSchema>): Promise<Message> => {
    const found = await seated(turn);
    if (!found) return unknownPerson;
    const { me, seat, settings } = found;
    const place = placeOf(data);
    if (!mayReadSignals(seat, place)) return notYours;
    const day = today(turn.now).toString();
    const closures = new Set(settings.municipality.closures);
    const { signals } = await groups.content(place);
    const by = { handles: handles(seat, place), directoryId: me.directoryId };
    const readable = notPast(hashedIds, readableBy(signals, day, by), me);
    const answered = readable.filter((one) => !isOpen(one));
    const all = [...readable.filter(isOpen), ...answered.sort((a, b) => (a.moved < b.moved ? 1 : -1))];
    const shown = pageOf(all, page, PAGE);
    return detailCard({
      kind: 'signal',
      text: 'Alle signalen.',
      title: 'Alle signalen',
      place: [placeName(place, settings), partWords(shown)].filter(Boolean).join(' · '),
      note: all.length === 0 ? 'Er is hier nog geen signaal.' : '',
      sections: [
        {
          lines: shown.items.map((signal) => ({
            text: inShort(signalText(signal), LONGEST_SHOWN),
            detail: `${shownState(signal, day, closures)} · ${waitingWords(signal, day, closures)}`,
            actions: [
              {
                verb: 'signal.open',
                title: handles(seat, place) && isOpen(signal) ? 'Open' : 'Bekijk',
                data: { ...placeData(place), id: signal.id },
              },
            ],
          })),
        },
      ],
      actions: [
        ...pageButtons(shown, 'signal.all', (next) => ({ ...placeData(place), page: next })),
        ...(place.kind === 'council'
          ? []
          : [{ verb: 'team.open', title: 'Terug naar het teambeeld', data: placeData(place) }]),
      ],
    });
  };
}

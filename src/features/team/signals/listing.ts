import { type Message, notice, type Turn, unknownPerson } from '../../../bot/turn.ts';
import { dutchDay, today } from '../../../calendar/clock.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Naming } from '../naming.ts';
import { placeData } from '../place.ts';
import { seatOf } from '../rights.ts';
import type { GroupStore } from '../store.ts';
import { foundWords } from '../view/words.ts';
import { shownState, waitingWords } from './handle-cards.ts';
import { placeName } from './keepers.ts';
import { notPast } from './passing.ts';
import { isOpen, readableOn } from './signal.ts';

export interface ListingTools {
  groups: GroupStore;
  readSettings(): Promise<Settings>;
  naming: Naming;
}

/** A card holds so many signals. */
const MOST_LINES = 20;

const notForYou = notice(
  'Jij pakt geen signalen op',
  'Dat doen leidinggevenden, afdelingshoofden en het contact van de ondernemingsraad. Zelf iets doorgeven? Dat kan wel.',
  [{ verb: 'signal.raise', title: 'Geef een signaal', data: {} }],
);

/**
 * `signalen`: the open signals of every place that somebody takes care of, longest waiting first. In answer to typed text it
 * is a stored message, so what people wrote stands behind the buttons.
 */
export function listing({ groups, readSettings, naming }: ListingTools) {
  return async (turn: Turn): Promise<Message> => {
    const [me, settings] = await Promise.all([turn.person(), readSettings()]);
    if (!me) return unknownPerson;
    const places = seatOf(me, settings).handles;
    if (places.length === 0) return notForYou;
    const day = today(turn.now).toString();
    const closures = new Set(settings.municipality.closures);
    const all = await Promise.all(
      places.map(async (place) => ({
        place,
        signals: notPast(naming, readableOn((await groups.content(place)).signals, day), me).filter(isOpen),
      })),
    );
    const open = all
      .flatMap(({ place, signals }) => signals.map((signal) => ({ place, signal })))
      .sort((a, b) => (a.signal.day < b.signal.day ? -1 : 1));
    if (open.length === 0)
      return notice('Er staan geen signalen open', 'Je krijgt een bericht als er een binnenkomt.');
    const lines = open.slice(0, MOST_LINES).map(({ place, signal }) => ({
      text: `${placeName(place, settings) ?? ''}: ${foundWords(signal) ?? `een signaal van ${dutchDay(signal.day)}`}`,
      detail: `${shownState(signal, day, closures)} · ${waitingWords(signal, day, closures)}`,
      actions: [{ verb: 'signal.open', title: 'Open', data: { ...placeData(place), id: signal.id } }],
    }));
    const more = open.length - lines.length;
    return {
      text: 'De signalen die op je wachten.',
      card: {
        template: 'pilot',
        data: {
          ...{ title: 'Signalen voor jou', small: open.length === 1 ? '1 open' : `${open.length} open` },
          note: more > 0 ? `Dit zijn de ${lines.length} die het langst wachten.` : '',
          ...{ facts: [], bars: [], more: [], actions: [] },
          sections: [{ title: '', lines }],
        },
      },
    };
  };
}

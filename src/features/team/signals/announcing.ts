import { dutchDay } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { GroupPlace } from '../groups/place.ts';
import { placeData } from '../groups/place.ts';
import type { Signal } from './signal.ts';
import type { SignalStore } from './store.ts';

/** True for a signal of which nobody was told yet: found in a picture, or given by somebody. */
export const isNews = ({ state, announced }: Signal): boolean =>
  state === 'received' && announced === undefined;

/** To who takes care of signals: that there are some, and not what they say. */
export function announcementCard(
  name: string,
  place: GroupPlace,
  fresh: readonly Pick<Signal, 'id'>[],
): Message {
  const [only] = fresh;
  const one = fresh.length === 1 && only;
  const title = one ? 'Er is een signaal voor je' : `Er zijn ${fresh.length} signalen voor je`;
  const each = one ? 'Het is voor' : 'Ze zijn voor';
  return noticeCard({
    kind: 'signal',
    text: `${title}.`,
    title,
    lines: [`${each} ${name}. Geef binnen tien werkdagen antwoord. Typ signalen voor de hele lijst.`],
    actions: [
      one
        ? { verb: 'signal.open', title: 'Open', data: { ...placeData(place), id: one.id } }
        : { verb: 'signal.list', title: 'Bekijk', data: {} },
    ],
  });
}

/** To whom a signal was given to take up: that it was, by when, and not what it says. */
export function taskCard(name: string, place: GroupPlace, { id, due }: Pick<Signal, 'id' | 'due'>): Message {
  return noticeCard({
    kind: 'signal',
    text: 'Jij pakt iets op.',
    title: 'Jij pakt iets op',
    lines: [
      `Het hoort bij een signaal van ${name}.${due ? ` Het moet klaar zijn op ${dutchDay(due)}.` : ''}`,
      'Klopt dit niet? Overleg met wie het team leidt. Typ signalen om het terug te vinden.',
    ],
    actions: [{ verb: 'signal.open', title: 'Open', data: { ...placeData(place), id } }],
  });
}

/** Keeps that who takes care of these signals was told, on an ISO date. */
export async function markAnnounced(
  groups: SignalStore,
  place: GroupPlace,
  fresh: readonly Signal[],
  day: string,
): Promise<void> {
  for (const { id } of fresh) await groups.changeSignal(place, id, (now) => ({ ...now, announced: day }));
}

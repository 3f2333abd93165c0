import type { z } from 'zod';
import { dutchDay, today } from '../../../calendar/clock.ts';
import { notice, noticeCard, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { fitted } from '../../../language/fitted.ts';
import { placeOf } from '../groups/place.ts';
import { gone, type signalSchema } from './opening.ts';
import { isNameless, type Signal } from './signal.ts';
import type { SignalStore } from './store.ts';

/**
 * Whether who taps may still take a signal back, on an ISO date: on the day on which it was given, and one with a name until who
 * takes it up began. Nobody reads one without name on that day, and only the card of who gave it leads there, so nothing has to be kept of who that was (trust:no-trace).
 */
export const mayWithdraw = (signal: Signal, day: string, directoryId: string): boolean =>
  signal.source === 'raised' &&
  signal.state === 'received' &&
  (isNameless(signal) ? signal.held === day : signal.by === directoryId && signal.day === day);

export const raise: NoticeAction = { verb: 'signal.raise', title: 'Geef een signaal', data: {} };
const refused = (why: string): Message =>
  notice(
    'signal',
    'Je kunt dit signaal niet meer intrekken',
    `${why} Vraag aan wie het oppakt om er niets mee te doen.`,
  );
const tooLate = refused('Dat kan alleen op de dag waarop een signaal is gegeven.');
const begun = refused('Iemand is er al mee begonnen.');

/** So many characters of what was taken back are shown. */
const LONGEST_SHOWN = 160;

/** True for who gave a signal with their name, once somebody did something with it. Nobody else is told. */
const isBegun = (signal: Signal, directoryId: string): boolean =>
  !isNameless(signal) && signal.by === directoryId && signal.state !== 'received';
/** Which one it was, on the day (ISO date) itself, and the way back to the others. In the response to a tap alone. */
export const withdrawn = ({ words }: Signal, day: string): Message =>
  noticeCard({
    kind: 'signal',
    text: 'Je signaal is ingetrokken.',
    title: `Je signaal is ingetrokken: dat van ${dutchDay(day)}`,
    lines: words.text ? [fitted(words.text, LONGEST_SHOWN)] : [],
    body: 'Het is weg. Stond je naam erbij? Dan kan wie het oppakt het al gelezen hebben.',
    actions: [{ verb: 'signal.mine', title: 'Mijn signalen met naam', data: { page: 0 } }, raise],
  });

/** Taking a signal back by the card that came after it was sent. */
export function withdrawing({ groups }: { groups: SignalStore }) {
  return async (turn: Turn, { id, ...data }: z.infer<typeof signalSchema>): Promise<Message> => {
    if (!(await turn.person())) return unknownPerson;
    const day = today(turn.now).toString();
    let stays: Message | undefined;
    let taken: Signal | undefined;
    const was = await groups.removeSignal(placeOf(data), id, (signal) => {
      taken = signal;
      const isLate = !mayWithdraw(signal, day, turn.directoryId);
      stays = isLate ? (isBegun(signal, turn.directoryId) ? begun : tooLate) : undefined;
      return !isLate;
    });
    return stays ?? (was && taken ? withdrawn(taken, day) : gone);
  };
}

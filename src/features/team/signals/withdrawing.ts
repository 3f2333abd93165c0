import { z } from 'zod';
import { dutchDay, today } from '../../../calendar/clock.ts';
import { notice, noticeCard, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { fitted } from '../../../language/fitted.ts';
import { placeOf } from '../groups/place.ts';
import { gone, signalSchema } from './opening.ts';
import { isNameless, type Signal } from './signal.ts';
import type { SignalReads, SignalStore } from './store.ts';

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

/** `sure`: they were asked whether they want it, and said so; false when they let it stand. */
export const withdrawSchema = signalSchema.extend({ sure: z.boolean().optional() });

const shown = ({ words }: Signal): string[] => (words.text ? [fitted(words.text, LONGEST_SHOWN)] : []);

/** Asks whether a signal has to go, since it does not come back. In the response to a tap alone. */
export const askWithdraw = (signal: Signal, data: z.infer<typeof signalSchema>): Message =>
  noticeCard({
    kind: 'signal',
    text: 'Wil je dit signaal intrekken?',
    title: 'Wil je dit signaal intrekken?',
    lines: shown(signal),
    body: 'Het gaat meteen weg, en komt niet terug.',
    actions: [
      { verb: 'signal.withdraw', title: 'Trek in', data: { ...data, sure: true }, style: 'destructive' },
      { verb: 'signal.withdraw', title: 'Laat staan', data: { ...data, sure: false } },
    ],
  });

const stays = (data: z.infer<typeof signalSchema>): Message =>
  notice('signal', 'Je signaal blijft staan', 'Er is niets veranderd. Vandaag kun je het nog intrekken.', [
    { verb: 'signal.withdraw', title: 'Trek in', data },
  ]);

/** Which one it was, on the day (ISO date) itself, and the way back to the others. In the response to a tap alone. */
export const withdrawn = (signal: Signal, day: string): Message =>
  noticeCard({
    kind: 'signal',
    text: 'Je signaal is ingetrokken.',
    title: `Je signaal van ${dutchDay(day)} is ingetrokken`,
    lines: shown(signal),
    body: isNameless(signal)
      ? 'Het is weg. Niemand heeft het gelezen.'
      : 'Het is weg. Wie het oppakt, kan het al gelezen hebben.',
    actions: [{ verb: 'signal.mine', title: 'Mijn signalen met naam', data: { page: 0 } }, raise],
  });

/** Taking a signal back by the card that came after it was sent. */
export function withdrawing({ groups }: { groups: SignalStore & SignalReads }) {
  return async (turn: Turn, { id, sure, ...data }: z.infer<typeof withdrawSchema>): Promise<Message> => {
    if (!(await turn.person())) return unknownPerson;
    const day = today(turn.now).toString();
    // A signal without name is found back by its card alone, so that the way to take it back stays on it.
    if (sure === false) return stays({ ...data, id });
    if (!sure) {
      const { signals } = await groups.content(placeOf(data));
      const now = signals.find((one) => one.id === id);
      if (now && mayWithdraw(now, day, turn.directoryId)) return askWithdraw(now, { ...data, id });
    }
    let refusal: Message | undefined;
    let taken: Signal | undefined;
    const was = await groups.removeSignal(placeOf(data), id, (signal) => {
      taken = signal;
      const isLate = !mayWithdraw(signal, day, turn.directoryId);
      refusal = isLate ? (isBegun(signal, turn.directoryId) ? begun : tooLate) : undefined;
      return !isLate;
    });
    return refusal ?? (was && taken ? withdrawn(taken, day) : gone);
  };
}

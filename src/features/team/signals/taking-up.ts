import type { Message } from '../../../conversation/message.ts';
import { colleagueAnywhere } from '../../../conversation/needs.ts';
import type { Offer } from '../../../conversation/offer.ts';
import { type Task, taskActions } from '../../../conversation/task.ts';
import { inShort, signalText } from './handle-cards.ts';
import type { HandlingTools } from './handling.ts';
import { notYours, opening, signalSchema } from './opening.ts';
import type { Signal } from './signal.ts';

/** So many characters of what is done stand on a card. */
const LONGEST_SHOWN = 300;

/** What somebody does with what they took up for a signal: they themselves, and who takes care of the signal. */
export function takingUp(tools: Pick<HandlingTools, 'groups' | 'everybody' | 'hashedIds'>): Offer['actions'] {
  const inSignal = opening(tools);
  return taskActions(
    'signal',
    signalSchema,
    { needs: { ...colleagueAnywhere, checked: 'pakt dit signaal op, of de signalen van deze groep' } },
    (turn, ref): Promise<Task | Message> =>
      inSignal<Task>(turn, ref, async ({ signal, place, handles, me }) => {
        const { owner, acts, words } = signal;
        if (!acts || owner === undefined || !(handles || owner === me.directoryId)) return notYours;
        const change = (to: Partial<Signal>) =>
          tools.groups.changeSignal(place, signal.id, (now) => ({ ...now, ...to }));
        return {
          text: inShort(words.decided ?? signalText(signal), LONGEST_SHOWN),
          due: signal.due,
          finish: (day) => change({ done: day }),
          reopen: () => change({ done: undefined }),
          moveTo: (due) => change({ due, done: undefined }),
        };
      }),
  );
}

import { today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { spoken } from '../../../language/spoken.ts';
import { wordsOf } from '../../../language/words.ts';
import type { Lookup } from '../register/lookup.ts';

/**
 * The answer to whether, when or how often somebody is ill, away or at work: the same whoever it is and however it stands. Who
 * replaces somebody stands in the register, and is one tap further.
 */
export function saidOfNobody(turn: Turn, lookup: Lookup): Message {
  const [named, ...others] = lookup.people.find(wordsOf(turn.text), () => 'free');
  const [person, ...more] = named?.ids ?? [];
  const isOne = person !== undefined && others.length + more.length === 0;
  const question = { kind: 'deputy', person, date: today(turn.now).toString() };
  return notice(
    'mandate',
    'Dat zeg ik van niemand',
    'Of een collega ziek of vrij is, en hoe vaak, vertel ik niet. Wie iets overneemt, vertel ik wel.',
    isOne
      ? [
          {
            verb: 'mandates.ask',
            title: `Wie vervangt ${spoken(person.split(' ')[0] ?? person)}?`,
            data: { question },
          },
        ]
      : [],
  );
}

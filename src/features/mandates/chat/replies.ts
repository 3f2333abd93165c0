import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { hasAccess } from '../../../people/access.ts';
import { emptyForKeeper } from '../changes/replies.ts';
import { answer, type RegisterAnswer } from '../questions/answering/answer.ts';
import { MOST_CHOICES } from './choice-buttons.ts';
import type { UnclearPart } from './question.ts';

export const emptyRegister: Message = notice(
  'mandate',
  'Het mandatenregister is nog leeg',
  'De mandaatbeheerder van je gemeente kan het inlezen. Daarna kun je hier vragen wie wat mag beslissen.',
);

/** What is said while there is no register: whoever keeps it is led to filling it. */
export const emptyFor = async ({ scope, directoryId, person }: Turn): Promise<Message> =>
  scope === 'personal' && hasAccess('mandaatbeheerder', directoryId, await person(), [])
    ? emptyForKeeper
    : emptyRegister;

export const staleCard: Message = notice(
  'mandate',
  'Deze kaart werkt niet meer',
  'Er is niets gemeld. Stel je vraag nog eens, dan krijg je een nieuwe kaart.',
);

export const manyReported: Message = notice(
  'mandate',
  'Je meldde vandaag al heel veel',
  'Deze melding is niet bewaard. Morgen kan het weer. Haast? Vraag het de mandaatbeheerder.',
);

export const twoOfAName: Message = notice(
  'mandate',
  'Er werkt nog iemand met jouw naam',
  'Het register kent alleen namen. Ik kan dus niet zien welk mandaat van jou is. Vraag het de mandaatbeheerder.',
);

/** What is said back of a part that was typed and is not known; the part itself is user text. */
export const unknownParts = {
  area: 'Dat gebied ken ik niet. Kies opnieuw.',
  registration: 'Die registratie ken ik niet. Kies opnieuw.',
  activity: 'Die activiteit ken ik niet. Kies opnieuw.',
  date: 'Die dag kan ik niet lezen. Kies opnieuw.',
};

/** What is said of a part that was typed: nothing fits, or it may be one of these. */
export function unclearAnswer({ unclear, options }: UnclearPart): RegisterAnswer {
  if (unclear === 'date' || options.length === 0) return answer('ambiguous', unknownParts[unclear]);
  const more = options.length - MOST_CHOICES;
  const reason =
    more > 0
      ? `Er passen ${options.length} namen bij wat je typte. Dit zijn de eerste ${MOST_CHOICES}. Typ er meer van, of kies er een.`
      : 'Er passen meer namen bij wat je typte. Welke bedoel je?';
  return answer('ambiguous', reason, { choices: { what: unclear, options } });
}

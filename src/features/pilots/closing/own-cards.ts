import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';

/** Why what somebody filled in does not count any more: whoever leads the pilot may have brought that about. */
export const notCounting = {
  outside: 'Je doet niet meer mee aan deze pilot.',
  leads: 'Jij leidt de pilot nu, en wie de pilot leidt, telt niet mee.',
  late: 'Je was even niet in de pilot. Wie erbij komt als de evaluatie al loopt, telt niet mee.',
  roster: 'Je zit alleen via Teams in je team. Vraag een beheerder om je te laten meetellen.',
} as const;

/** For who can fill in nothing any more, while something of theirs stands there that will not be in the picture. */
export const uncountedCard = (pilot: string, why: string): Message =>
  notice(
    'pilot',
    'Wat je invulde, telt niet mee',
    `${why} Je antwoorden staan er nog. Intrekken kan tot de pilot is afgerond. Daarna zijn ze weg.`,
    [{ verb: 'pilot.drop-evaluation', title: 'Trek in', data: { pilot } }],
  );

/** For who can fill in nothing now, while something of theirs stands there that may still count. */
export const standingCard = (pilot: string): Message =>
  notice(
    'pilot',
    'Wat je invulde, staat er nog',
    'Je kunt er nu niets aan wijzigen. Intrekken kan tot de pilot is afgerond.',
    [{ verb: 'pilot.drop-evaluation', title: 'Trek in', data: { pilot } }],
  );

/** After filling in the evaluation. */
export const savedCard = (pilot: string): Message =>
  notice('pilot', 'Dank je wel', 'Je antwoorden zijn bewaard. Wijzigen mag tot de pilot is afgerond.', [
    { verb: 'pilot.evaluate', title: 'Bekijk of wijzig', data: { pilot } },
  ]);
/** After taking it back. */
export const droppedCard = notice(
  'pilot',
  'Je antwoorden zijn gewist',
  'Je kunt opnieuw invullen tot de pilot is afgerond.',
);
/** The same for who can fill in nothing any more. */
export const droppedForGood = notice(
  'pilot',
  'Je antwoorden zijn gewist',
  'Van jou staat er niets meer bij deze pilot.',
);
/** For who takes it back in the moment in which the pilot closes: what they wrote may have been read already. */
export const droppedTooLate = notice(
  'pilot',
  'De pilot is net afgerond',
  'Je antwoorden telden misschien nog mee, zonder je naam. Onder jouw code staat er niets meer.',
);

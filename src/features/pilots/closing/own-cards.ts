import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';

/** For who can fill in nothing any more, while something of theirs stands there. */
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

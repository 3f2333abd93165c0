import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { BeingAway } from '../../language/being-away.ts';
import { say } from './absence-words.ts';

const askUntil = 'Tot wanneer ben je weg?';
/** For somebody who named no day. */
export const noDates = notice(
  'presence',
  askUntil,
  'Typ erbij op welke dag je er weer bent. Bijvoorbeeld: afwezig tot 1 december. Of een paar dagen: afwezig van 1 tot en met 5 december.',
);
/** What somebody reads whose days are not clear; nothing has changed then. */
export const unclear: Record<Extract<BeingAway, { kind: 'unclear' }>['why'], Message> = {
  open: noDates,
  unread: notice(
    'presence',
    askUntil,
    'Ik begrijp niet welke dag je bedoelt. Typ bijvoorbeeld: afwezig tot 1 december. Of: afwezig van 1 tot en met 5 december.',
  ),
  hours: notice(
    'presence',
    'Ik houd alleen hele dagen bij',
    'Er is niets veranderd. Werk je die dag helemaal niet? Typ bijvoorbeeld: afwezig vandaag.',
  ),
  apart: notice(
    'presence',
    'Ik kan maar één periode bewaren',
    'Er is niets veranderd. Typ dagen die op elkaar volgen. Bijvoorbeeld: afwezig maandag en dinsdag.',
  ),
  weekly: notice(
    'presence',
    'Werk je nooit op die dag?',
    'Geef dan je werkdagen door. Typ bijvoorbeeld: mijn werkdagen ma di do.',
    [say('Mijn werkdagen', 'mijn werkdagen')],
  ),
};
export const isOver = notice(
  'presence',
  'Die dag is al voorbij',
  'Er is niets veranderd. Typ een dag in de toekomst.',
);
export const isFarAway = notice(
  'presence',
  'Dat is wel heel ver weg',
  'Er is niets veranderd. Klopt het jaar? Typ anders een eerdere dag.',
);

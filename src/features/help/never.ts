import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { Hunt } from '../../language/person-hunt.ts';
import { say } from './saying.ts';

/**
 * The answer to whoever wants to know of one person what Kompas tells nobody: the same for everybody, whatever there is to know, with
 * why, and what can be done (trust:fewest-six, trust:comments-stay-the-writers).
 */
export const neverTold: Record<Exclude<Hunt, 'today'>, Message> = {
  answer: notice(
    'privacy',
    'Dat vertel ik nooit',
    'Wie iets invult of zonder naam zegt, moet daarop kunnen rekenen. Kijk liever samen wat het team als geheel zegt, of vraag het aan iedereen.',
    [say('team', 'Bekijk het team')],
  ),
  reaction: notice(
    'privacy',
    'Dat vertel ik nooit',
    'Of een collega de check-in invulde, hoort niemand. Wacht je op antwoord op je signaal, of op een reactie op je toelichting? Kijk dan hieronder.',
    [say('mijn signalen', 'Mijn signalen'), say('reacties', 'Reacties op mijn toelichting')],
  ),
  signal: notice(
    'privacy',
    'Dat vertel ik nooit',
    'Wie een signaal geeft zonder naam, moet daarop kunnen rekenen. Zoek het niet uit. Gaf iemand het met naam? Dan leest wie het oppakt die naam bij het signaal.',
    [say('signalen', 'Bekijk de signalen')],
  ),
  absence: notice(
    'privacy',
    'Dat vertel ik nooit',
    'Waarom iemand er niet is, vertel ik niet. Ook niet of iemand ziek is. Vraag het die collega zelf. Moet er iets beslist worden? Typ: wie vervangt, met de naam erachter.',
    [say('help', 'Wat kun je?')],
  ),
};

import { dutchMoment } from '../../calendar/clock.ts';
import { windowAt } from '../../calendar/schedule.ts';
import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Hunt } from '../../language/person-hunt.ts';
import { say } from './saying.ts';

/**
 * The answer to whoever wants to know of one person what Kompas tells nobody: the same for everybody, whatever there is to know, with
 * why, and what can be done (trust:fewest-six, trust:comments-stay-the-writers).
 */
export const neverTold: Record<Exclude<Hunt, 'today' | 'missing'>, Message> = {
  wellbeing: notice(
    'kompas',
    'Hoe een collega erbij zit, vertel ik nooit',
    'Vraag het die collega zelf, met z’n tweeën. Wat mensen invullen, laat ik niet per persoon zien. Maak je je zorgen? Praat er met iemand over.',
    [say('ik wil even praten', 'Ik wil even praten'), say('team', 'Bekijk het team')],
  ),
  answer: notice(
    'kompas',
    'Dat vertel ik nooit',
    'Wie iets invult of zonder naam zegt, moet daarop kunnen rekenen. Kijk liever samen wat het team als geheel zegt, of vraag het aan iedereen.',
    [say('team', 'Bekijk het team')],
  ),
  reaction: notice(
    'kompas',
    'Dat vertel ik nooit',
    'Of een collega de check-in invulde, hoort niemand. Wacht je op antwoord op je signaal, of op een reactie op je toelichting? Kijk dan hieronder.',
    [say('mijn signalen', 'Mijn signalen'), say('reacties', 'Reacties op mijn toelichting')],
  ),
  signal: notice(
    'kompas',
    'Dat vertel ik nooit',
    'Wie een signaal geeft zonder naam, moet daarop kunnen rekenen. Zoek het niet uit. Gaf iemand het met naam? Dan leest wie het oppakt die naam bij het signaal.',
    [say('signalen', 'Bekijk de signalen')],
  ),
  absence: notice(
    'kompas',
    'Dat vertel ik nooit',
    'Waarom iemand er niet is, vertel ik niet. Ook niet of iemand ziek is. Vraag het die collega zelf. Moet er iets beslist worden? Typ: wie vervangt, met de naam erachter.',
    [say('help', 'Wat kun je?')],
  ),
};

/**
 * The answer to who asks who did not answer yet: nobody hears that (trust:no-trace). In the own chat with when the check-in of their
 * team closes, which is the same for everybody in it.
 */
export async function whoIsMissing(turn: Turn): Promise<Message> {
  const [me, { teams }] =
    turn.scope === 'personal'
      ? await Promise.all([turn.person(), turn.settings()])
      : [undefined, { teams: [] }];
  const team = teams.find(({ key }) => key === me?.team);
  const open = team && windowAt(team.schedule, turn.now);
  const closes = open ? ` De check-in van je team sluit ${dutchMoment(open.closes)}.` : '';
  return notice(
    'kompas',
    'Wie nog niet antwoordde, vertel ik nooit',
    `Meedoen mag, en niemand hoeft het uit te leggen.${closes} Wil je het team eraan herinneren? Zeg het dan tegen iedereen.`,
    [say('team', 'Bekijk het team')],
  );
}

import { dutchMoment } from '../../calendar/clock.ts';
import { nextWindow, windowAt } from '../../calendar/schedule.ts';
import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { everybodyAlone } from '../../conversation/needs.ts';
import type { Hearing } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { normalise } from '../../language/normalise.ts';
import { hasAccess } from '../../people/access.ts';
import { consentGiven } from '../../people/municipality.ts';
import type { Tools } from '../module.ts';
import { noTeam, notAllowedYet } from './while-open.ts';

const asks =
  /^(?:(?:ik wil|kan ik|kun je|wil je|mag ik) )?(?:nu )?(?:(?:stuur|verstuur|verzend|zend)\b(?! (?:mij|me|ik)\b).*\bcheck ?ins?\b|(?:de|een|alle) check ?ins? (?:nu )?(?:sturen|versturen|uitsturen|verzenden)\b)/;
/** Another day or hour is for the form of those, and what is sent in answer is no check-in. */
const asksOther = /\b(?:mijn|later|eerder|morgen|niet|niets|geen|antwoord\w*|toelichting\w*|\w+dag)\b/;

/** True for who wants the check-in to be sent to others at once. Pure. */
function asksToSend(text: string): boolean {
  const plain = normalise(text);
  return asks.test(plain) && !asksOther.test(plain);
}

/** What is typed behind the check-in: perhaps the name of a team. */
const restOf = (text: string): string =>
  text
    .replace(/^.*?\bcheck[- ]?ins?\b(?:\s+(?:nu|aan|naar|voor|sturen|versturen|verzenden|uitsturen)\b)*/i, '')
    .trim();

/** For who may not send it: when it goes out by itself, and who may. */
async function comesByItself(turn: Turn): Promise<Message> {
  const [me, { teams, municipality }] = await Promise.all([turn.person(), turn.settings()]);
  const team = teams.find(({ key }) => key === me?.team);
  if (!team) return noTeam;
  if (!consentGiven(municipality)) return notAllowedYet;
  const open = windowAt(team.schedule, turn.now);
  const when = open
    ? `De check-in van deze week is al open, tot ${dutchMoment(open.closes)}. Ieder krijgt de kaart op de eerste werkdag.`
    : `De volgende check-in van je team begint ${dutchMoment(nextWindow(team.schedule, turn.now).opens)}.`;
  return notice(
    'checkin',
    'De check-in gaat vanzelf naar je team',
    `${when} Eerder of nog eens versturen kan alleen een beheerder. Die typt: checkin nu.`,
    [{ verb: 'help.say', title: 'Naar de check-in', data: { text: 'check-in' } }],
  );
}

/**
 * Sentences that ask to send the check-in at once. `send` is that of the command, for who may; `rest` is what was typed behind it.
 */
export const askedToSend = (
  { administrators }: Pick<Tools, 'administrators'>,
  send: (turn: Turn, rest: string) => Promise<Message>,
): Hearing => ({
  order: 'first',
  needs: everybodyAlone,
  traceless: true,
  answer: async (turn) => {
    if (!asksToSend(turn.text)) return undefined;
    const me = await turn.person();
    if (hasAccess('beheerder', turn.directoryId, me, administrators)) return send(turn, restOf(turn.text));
    return me ? comesByItself(turn) : undefined;
  },
});

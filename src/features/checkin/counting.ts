import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { Needs } from '../../conversation/needs.ts';
import type { Hearing } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { normalise } from '../../language/normalise.ts';
import { isCounted, isLeaderOf } from '../../people/person.ts';
import { hasScale } from './rules.ts';
import { noTeam } from './while-open.ts';

const { source: own } = /(?:mijn|m n|my) (?:\w+ )?(?:antwoord\w*|check ?ins?|keuze|score|answers?)/;
const { source: counts } = /(?:mee|meetelt|meetellen|meegeteld|meegerekend|teambeeld|count|counts|counted)/;
const asks = new RegExp(
  `^(?!wie\\b).*(?:\\b(?:telt|tellen|wordt|worden|komt|doet|does|do)\\b.*\\b${own}\\b.*\\b${counts}$|\\b${own} (?:\\w+ )?(?:telt|tellen|meetelt|meetellen)\\b|\\btel ik (?:\\w+ ){0,2}mee\\b(?:.*\\b(?:teambeeld|beeld|check ?in)\\b|$))`,
);
/** Words of the register, and of what has a vote or a rule of its own. */
const aboutOther = /\b(?:pilot\w*|retro\w*|evaluatie\w*|stand ?up|stem\w*|mandaat\w*|register|rol\w*)\b/;

/** True for who asks whether what they answer is in the picture of the team. Pure. */
function asksWhetherCounted(text: string): boolean {
  const plain = normalise(text);
  return asks.test(plain) && !aboutOther.test(plain);
}

const toTeam = { verb: 'help.say', title: 'Bekijk je team', data: { text: 'team' } };
const rule =
  'Het teambeeld is één beeld van iedereen samen, vanaf 6 antwoorden. Wie het team leidt, telt niet mee.';

/**
 * Whether somebody counts in the picture of their team. It hangs on who they are in it and never on what they answered, or whether
 * (trust:fewest-six, trust:no-trace).
 */
async function whetherCounted(turn: Turn): Promise<Message> {
  const place = await turn.workplace();
  if (!place?.team) return noTeam;
  const { me, team, members } = place;
  if (isLeaderOf(team, me))
    return notice(
      'checkin',
      'Nee, jouw antwoord telt niet mee in het teambeeld',
      `Je leidt dit team. ${rule} De check-in mag je wel invullen, voor jezelf.`,
      [toTeam],
    );
  if (!isCounted(me))
    return notice(
      'checkin',
      'Nee, jouw antwoord telt nog niet mee in het teambeeld',
      'Je staat nu alleen via Teams in dit team. Zet een beheerder je in het mensenbestand? Dan tel je mee.',
      [toTeam],
    );
  return hasScale(team, members)
    ? notice('checkin', 'Ja, wat jij antwoordt, telt mee in het teambeeld', rule, [toTeam])
    : notice(
        'checkin',
        'Jullie team heeft nu geen teambeeld',
        'Daarvoor zijn 6 antwoorden nodig, zonder die van wie het team leidt. Jullie team is daar nu te klein voor.',
        [toTeam],
      );
}

/** Questions of whether the own answer counts. */
export const asksToCount = (needs: Needs): Hearing => ({
  order: 'first',
  needs,
  readsTeam: true,
  traceless: true,
  answer: async (turn) => (asksWhetherCounted(turn.text) ? whetherCounted(turn) : undefined),
});

import { noticeCard } from '../../conversation/cards/notice.ts';
import { colleagueAlone } from '../../conversation/needs.ts';
import type { Hearing } from '../../conversation/offer.ts';
import { normalise } from '../../language/normalise.ts';
import { chatLink } from '../../people/chat-link.ts';
import { inNeed } from '../../people/in-need.ts';
import { isPresent } from '../../people/person.ts';
import type { Tools } from '../module.ts';
import { say } from './saying.ts';

/** So many names stand on the card. */
const MOST = 3;
/** Somebody who looks for a person who knows Kompas. */
const asksForContact = new RegExp(
  [
    '\\b(?:wie|waar) (?:kan|kun|mag|moet) (?:ik|je|we|wij) (?:hiervoor |hierover |dan |nu |eventueel |ook )*(?:bellen|mailen|vragen hoe (?:dit|het) werkt|om hulp vragen|terecht(?: met (?:een |mijn |deze )?vra(?:ag|gen)(?: over (?:dit|de bot))?)?)$',
    '^bij wie (?:kan|moet) ik (?:zijn|terecht)(?: met (?:een |mijn )?vra(?:ag|gen))?$',
    '\\bwie weet (?:er )?hoe (?:dit|het|de bot|dat)?(?: \\w+)? ?werkt\\b',
    '^(?:wie is |wie zijn |de )?(?:de )?(?:beheerders?|helpdesk|servicedesk|contactpersoon)(?: van(?: (?:de bot|deze bot|dit))?)?$',
    '^wie (?:beheert|regelt)(?: (?:dit|deze bot|de bot))?$',
    '^(?:wie (?:kan|helpt) (?:mij|me)(?: helpen)? met|help met|contact)$',
    '\\bwho (?:can i (?:call|ask|contact)|runs this|knows how this works)\\b',
  ].join('|'),
);
const aboutWork =
  /\b(?:bag|bgt|woz|brk|bro|mandaat|mandaten|mandaatbeheerder|register|mutaties?|pand|adres|vergunning\w*)\b/;

/** Who takes care of Kompas here and where it is explained, for who looks for somebody to ask. */
export const whoTakesCare = ({ everybody }: Pick<Tools, 'everybody'>): Hearing => ({
  order: 'first',
  needs: colleagueAlone,
  answer: async (turn) => {
    const plain = normalise(turn.text);
    if (!asksForContact.test(plain) || aboutWork.test(plain) || (await inNeed(turn))) return undefined;
    const administrators = (await everybody())
      .filter((one) => isPresent(one) && one.access.includes('beheerder'))
      .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
      .slice(0, MOST);
    const [first] = administrators;
    return noticeCard({
      kind: 'kompas',
      text: 'Wie je kunt vragen hoe Kompas werkt.',
      title: 'Wie je kunt vragen hoe Kompas werkt',
      body:
        administrators.length > 0
          ? 'Een telefoonnummer heb ik niet. Stuur een beheerder van Kompas een bericht in Teams.'
          : 'Wie Kompas hier beheert, weet ik niet. Vraag het je leidinggevende.',
      lines: administrators.map(({ name, upn }) => `${name}, ${upn}`),
      link: first && { title: 'Open de chat', url: chatLink(first.upn) },
      actions: [
        ...(first ? [] : [say('wie is mijn leidinggevende', 'Wie leidt mijn team?')]),
        say('uitleg', 'Lees hoe Kompas werkt'),
        say('help', 'Wat kun je?'),
      ],
    });
  },
});

import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { isYesOrNo, type Seen, whoSees } from '../../language/who-sees.ts';
import type { Municipality } from '../../people/municipality.ts';
import { seenByNobody, underCode } from '../../people/under-code.ts';
import { say } from './saying.ts';

const myData = say('mijn gegevens', 'Wat bewaar je van mij?');

/** Who tells the names of those who have the key: whom the municipality recorded. */
const whoTheyAre = ({ worksCouncil }: Municipality): string =>
  worksCouncil.length > 0 ? 'Vraag de OR wie het zijn.' : 'Vraag de beheerder van Kompas wie het zijn.';

/** Who can see what somebody answers, in the one truth there is about it (trust:no-trace, trust:no-key-needed). */
function answerSeen(text: string, municipality: Municipality): Message {
  return notice(
    'kompas',
    `${isYesOrNo(text) ? 'Nee. ' : ''}Je leidinggevende ziet jouw antwoord niet`,
    `${seenByNobody} ${underCode()} ${whoTheyAre(municipality)} Je leidinggevende en je team zien bij mij alleen het team als geheel. Een toelichting deel je alleen als je dat zelf kiest. Ook zonder naam kan iemand je stijl van schrijven herkennen.`,
    [myData],
  );
}

const others: Record<Exclude<Seen, 'answer'>, (yesOrNo: boolean) => Message> = {
  typed: (yesOrNo) =>
    notice(
      'kompas',
      `${yesOrNo ? 'Nee. ' : ''}Kompas laat niemand zien wat je hier typt`,
      'Wat je typt, blijft wel in Teams staan, zoals elk bericht. Wie Teams beheert, kan daar soms bij. Een tik op een kaart blijft er niet staan.',
      [say('wie kan mijn antwoord zien', 'Wie ziet mijn antwoord?'), myData],
    ),
  signal: (yesOrNo) =>
    notice(
      'signal',
      yesOrNo ? 'Ja, als je het aan je leidinggevende stuurt' : 'Je kiest zelf wie je signaal leest',
      'Wat naar je leidinggevende gaat, leest ook je team. Gaat het naar een ander? Dan leest alleen die het. Je naam ziet alleen wie het oppakt, en zonder naam niemand.',
      [say('signaal', 'Geef een signaal')],
    ),
  comment: (yesOrNo) =>
    notice(
      'comment',
      yesOrNo ? 'Nee, tenzij jij dat kiest' : 'Je kiest zelf wie je toelichting leest',
      'Alleen jij, of je team en leidinggevende zonder je naam, of je leidinggevende met je naam. Dat gebeurt pas als de check-in sluit.',
      [say('wie kan mijn antwoord zien', 'Wie ziet mijn antwoord?')],
    ),
};

/** The answer to a question of who can see something; of what it says nothing else, that of an answer. */
export function whoSeesIt(text: string, municipality: Municipality): Message {
  const kind = whoSees(text) ?? 'answer';
  return kind === 'answer' ? answerSeen(text, municipality) : others[kind](isYesOrNo(text));
}

import { noticeCard } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { underCode } from '../../people/under-code.ts';

/** What somebody reads when the app is there for the first time. */
export function welcome(): Message {
  return noticeCard({
    kind: 'kompas',
    text: 'Hallo, ik ben Kompas. Typ help, dan zie je wat ik kan.',
    title: 'Hallo, ik ben Kompas',
    body:
      'Elke week vraag ik: hoe zit je erbij? Eén tik is genoeg, overslaan mag altijd. ' +
      'Wil je weten wie iets mag beslissen? Vraag het gewoon, bijvoorbeeld: wie valideert BAG in deze wijk?',
    lines: [
      'Je antwoord staat onder een code, niet bij je naam. Je team en de leiding zien één beeld van allemaal samen. ' +
        'Bij alles wat ik vraag, zegt de knop “Wie ziet dit?” wie het leest en hoelang.',
    ],
    seenBy: `Wat je in de check-in koos, zie alleen jij. Vanaf 6 antwoorden is er een beeld van allemaal samen.\n${underCode('Je antwoord')}`,
    small: 'Wil je dit niet? Typ stop check-ins. Alles zien wat ik bewaar? Typ mijn gegevens.',
    actions: [
      { verb: 'help.say', title: 'Wat kun je?', data: { text: 'help' } },
      { verb: 'help.say', title: 'Mijn gegevens', data: { text: 'mijn gegevens' } },
    ],
  });
}

import { noticeCard } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';

/** What somebody reads when the app is there for the first time. */
export function welcome(): Message {
  return noticeCard({
    kind: 'kompas',
    text: 'Hallo, ik ben Kompas. Typ help, dan zie je wat ik kan.',
    title: 'Hallo, ik ben Kompas',
    body:
      'Elke week vraag ik: hoe zit je erbij? Eén tik is genoeg, overslaan mag altijd. ' +
      'Je antwoord staat nergens bij je naam. Niemand ziet wat één persoon koos. ' +
      'Wil je weten wie iets mag beslissen? Vraag het gewoon, bijvoorbeeld: wie valideert BAG in deze wijk?',
    small: 'Wil je dit niet? Typ stop check-ins. Alles zien wat ik bewaar? Typ mijn gegevens.',
    actions: [
      { verb: 'help.say', title: 'Wat kun je?', data: { text: 'help' } },
      { verb: 'help.say', title: 'Mijn gegevens', data: { text: 'mijn gegevens' } },
    ],
  });
}

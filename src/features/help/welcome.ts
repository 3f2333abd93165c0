import { noticeCard } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { type Municipality, privacyLink } from '../../people/municipality.ts';

/** What somebody reads when the app is there for the first time, with the municipality's own privacy statement. */
export function welcome(municipality: Municipality): Message {
  return noticeCard({
    kind: 'kompas',
    text: 'Hallo, ik ben Kompas. Typ help, dan zie je wat ik kan.',
    title: 'Hallo, ik ben Kompas',
    body:
      'Elke week vraag ik: hoe zit je erbij? Eén tik is genoeg, overslaan mag altijd. ' +
      'Je leidinggevende ziet bij mij alleen het team als geheel. ' +
      'Wie Kompas inricht, kan uitrekenen wat jij koos, maar mag dat niet. ' +
      'Wil je weten wie iets mag beslissen? Vraag het gewoon, bijvoorbeeld: wie valideert BAG in deze wijk?',
    small: 'Wil je dit niet? Typ stop check-ins. Meer weten? Typ wie kan mijn antwoord zien.',
    link: privacyLink(municipality),
    actions: [
      { verb: 'help.say', title: 'Wat kun je?', data: { text: 'help' } },
      { verb: 'help.say', title: 'Mijn gegevens', data: { text: 'mijn gegevens' } },
    ],
  });
}

import { noticeCard } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { type Municipality, privacyLink } from '../../people/municipality.ts';
import { underCode } from '../../people/under-code.ts';

/** What somebody reads when the app is there for the first time, with the municipality's own privacy statement. */
export function welcome(municipality: Municipality): Message {
  return noticeCard({
    kind: 'kompas',
    text: 'Hallo, ik ben Kompas. Typ “help”, dan zie je wat ik kan.',
    title: 'Hallo, ik ben Kompas',
    body: 'Elke week vraag ik hoe je erbij zit. Overslaan mag. Vraag mij ook wie iets mag beslissen: wie valideert BAG?',
    lines: [
      ...(municipality.name === '' ? [] : [`Ik werk voor ${municipality.name}.`]),
      'Je leidinggevende ziet bij mij niet wat jij koos.',
    ],
    seenBy: `Vanaf 6 antwoorden is er een teambeeld: één beeld van iedereen samen.\n${underCode('Je antwoord')}`,
    small: 'Liever niet? Typ “stop check-ins”.',
    link: privacyLink(municipality),
    actions: [
      { verb: 'help.say', title: 'Wat kun je?', data: { text: 'help' } },
      { verb: 'help.say', title: 'Mijn gegevens', data: { text: 'mijn gegevens' } },
    ],
  });
}

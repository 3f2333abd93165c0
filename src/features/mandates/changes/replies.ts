import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';

/** What somebody hears who has no right to change the register. */
export const notForYou = notice(
  'mandate',
  'Dit is voor mandaatbeheerders',
  'Zij stellen wijzigingen van het register voor en registreren ze. Klopt er iets niet? Vraag het een van hen.',
  [{ verb: 'help.say', title: 'Wie zijn dat?', data: { text: 'wie is mandaatbeheerder' } }],
);

/** What somebody hears who is too late. */
export const gone = notice(
  'mandate',
  'Dit voorstel is er niet meer',
  'Het is al geregistreerd, afgewezen of ingetrokken. Deze knop verandert daar niets meer aan.',
);

/** What somebody hears who wants to reject or withdraw a proposal that another is registering. */
export const beingRegistered = notice(
  'mandate',
  'Dit voorstel wordt al geregistreerd',
  'Een collega besloot dat. Afwijzen of intrekken kan nu niet meer. Blijft het staan bij de voorstellen? ' +
    'Dan kan een mandaatbeheerder het daar afmaken.',
);

/** Stands above a proposal of which the registration broke off. */
export const NOT_FINISHED =
  'Een collega besloot dit te registreren, maar dat is niet afgemaakt. Maak het af met de knop Akkoord en registreren. ' +
  'Het besluit is al bekend: je hoeft niets in te vullen.';

/** What who keeps the register reads while it is empty, in their own chat. */
export const emptyForKeeper: Message = notice(
  'mandate',
  'Het mandatenregister is nog leeg',
  'Stuur je lijst. Ik wijs je de weg, stap voor stap.',
  [{ verb: 'mandates.first-hour', title: 'Register inrichten', data: {}, style: 'positive' }],
);

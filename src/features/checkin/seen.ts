import { seenByNobody, underCode } from '../../people/under-code.ts';

const scoreReaders = `${seenByNobody} Je team, je leidinggevende en wie daarboven staat, zien het teambeeld: één beeld van iedereen samen, vanaf 6 antwoorden.`;

const leadReaders = `${seenByNobody} Je leidt dit team, dus wat jij koos, staat ook niet in het teambeeld.`;

/** Who sees what somebody chose: on the card that asks, and on the one that says what it was. */
export const scoreSeen = (leads: boolean): string =>
  `${leads ? leadReaders : scoreReaders} Wat jij koos, is na 26 weken weg.\n${underCode()}`;

export const commentSeen = 'Een toelichting leest alleen wie jij kiest. Je keuze staat er niet bij.';

/** Of each field of the form who sees it. */
export const moreReaders = [
  'Thema’s: in het teambeeld staat wat ten minste 3 mensen kozen, zonder aantal. Ze blijven 26 weken.',
  'Je toelichting: wie jij kiest, zodra de check-in sluit. Na 12 weken is je toelichting weg. Met naam? Dan leest je leidinggevende je toelichting en je naam, niet je keuze.',
  underCode('Wat je zonder naam invult,'),
].join('\n');

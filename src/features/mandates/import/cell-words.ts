import { nameKey } from '../../../language/words.ts';

const none = ['nvt', 'n v t', 'niet van toepassing', 'geen', 'leeg', 'niet ingevuld'];
const unknown = [
  'onbekend',
  'niet bekend',
  'ntb',
  'n t b',
  'nnb',
  'n n b',
  'nb',
  'n b',
  'nn',
  'n n',
  'pm',
  'p m',
  'tbd',
  't b d',
  'tba',
  'in te vullen',
  'te bepalen',
  'volgt',
  'volgt nog',
  'wordt nog ingevuld',
];
const above = [
  'id',
  'idem',
  'idem dito',
  'ditto',
  'dito',
  'zelfde',
  'dezelfde',
  'hetzelfde',
  'als boven',
  'als hierboven',
  'zie boven',
  'zie hierboven',
];

/** True for a cell of nothing but strokes and dots, or with words that say that there is nothing: n.v.t., geen. */
export const saysNone = (text: string): boolean =>
  /^[-–—_./…\s]*$/.test(text) || none.includes(nameKey(text));

/** True for a cell that says that nobody knows: ?, onbekend, n.t.b., nog in te vullen. */
export const saysUnknown = (text: string): boolean =>
  /^[?\s.…]*\?[?\s.…]*$/.test(text) ||
  /^(?:nog|nader)\s/i.test(text.trim()) ||
  unknown.includes(nameKey(text));

/** True for a cross or a tick and nothing else. */
export const isCross = (text: string): boolean => /^\s*(?:x{1,4}|[×✗✘✕✖✓✔√☑☒✅]\uFE0F?)\s*$/iu.test(text);

/** True for a cell that stands for the cell above it: idem, ", 〃. */
export const isDitto = (text: string): boolean =>
  /^\s*(?:["”“„〃″]|''|’’|,,)+\s*$/u.test(text) || above.includes(nameKey(text));

/** True for a text that sends its reader elsewhere: "zie B.1.1". */
export const pointsElsewhere = (text: string): boolean =>
  /^\s*(?:zie|conform|cf\.|vgl\.|volgens)\s/i.test(text);

const vacancy = /^\(?(?:vacature|vacatures|vacant|vac\.?|niemand|onvervuld|openstaand)(?:$|[\s:,;.()/-])/i;
const ended = /^\(?(?:vervallen|ingetrokken|be[eë]indigd|geschrapt)\)?\.?$/i;

/** True for a text that begins by saying that a post is vacant. */
export const saysVacant = (text: string): boolean => vacancy.test(text.trim());

/** True for a cell that says that what stands in the row has ended. */
export const saysEnded = (text: string): boolean => ended.test(text.trim());

/** True for a text that is no name of a person or a function: vacature, -, ?, n.t.b., X, idem, vervallen. */
export const isNoName = (text: string): boolean =>
  [saysVacant, saysEnded, saysNone, saysUnknown, isCross, isDitto].some((says) => says(text)) ||
  nameKey(text) === '';

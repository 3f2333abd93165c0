import { brief } from '../../../files/cell-limits.ts';
import { nameKey } from '../../../language/words.ts';
import { type CellReading, noted, plain, refused } from './cell.ts';
import { saysNone, saysUnknown } from './cell-words.ts';

const yes = [
  'ja',
  'j',
  'jawel',
  'yes',
  'y',
  'true',
  'waar',
  '1',
  'x',
  'toegestaan',
  'wel toegestaan',
  'is toegestaan',
  'mogelijk',
  'wel mogelijk',
  'akkoord',
  'verplicht',
  'vereist',
  'nodig',
  'wel',
];
const no = [
  'nee',
  'neen',
  'n',
  'no',
  'false',
  'onwaar',
  '0',
  'niet',
  'niet toegestaan',
  'niet mogelijk',
  'niet akkoord',
  'niet verplicht',
  'niet vereist',
  'niet nodig',
  'uitgesloten',
  'verboden',
];
const ticked = /^[✓✔☑√☒]\uFE0F?$/u;
const unticked = /^[✗✘☐❌]\uFE0F?$/u;
/** "Ja, tot AH", "toegestaan mits schriftelijk": an answer with more behind it. */
const withMore =
  /^(ja|nee|neen|wel toegestaan|niet toegestaan|toegestaan|niet mogelijk|mogelijk|verplicht|niet verplicht)\b[\s,;:(.–-]+(.+?)\)?$/is;

type YesNoField = 'vier_ogen' | 'ondermandaat_toegestaan';
const about: Readonly<Record<YesNoField, string>> = {
  vier_ogen: 'vier ogen',
  ondermandaat_toegestaan: 'ondermandaat',
};

/** Reads a cell of yes or no. What stands behind the answer goes to the conditions. Empty is no. */
export function yesNoCell(field: YesNoField): (cell: string) => CellReading {
  const unclear = (cell: string) =>
    refused(
      `${field} "${brief(cell)}" is geen ja of nee. Schrijf ja of nee, en zet de rest bij de voorwaarden.`,
    );
  return (cell) => {
    const text = cell.trim().replace(/^(?:onder|door)manda\w*\s+(?:is\s+)?/i, '');
    const key = nameKey(text);
    if (saysNone(text) || unticked.test(text) || no.includes(key))
      return text.includes('?') ? unclear(cell) : plain('nee');
    if (text.includes('?') || saysUnknown(text)) return unclear(cell);
    if (ticked.test(text) || yes.includes(key)) return plain('ja');
    if (key === 'v') return noted('ja', 'ja: een vinkje');
    const [, answer = '', rest = ''] = withMore.exec(text) ?? [];
    if (answer === '' || /^(?:ja|nee|neen|of\b|\/)|^(?:mits|tenzij)$/i.test(rest)) return unclear(cell);
    const said = no.includes(nameKey(answer)) ? 'nee' : 'ja';
    const condition = `${about[field]}: ${said === 'nee' ? `nee, ${rest}` : rest}`;
    return noted(said, `${said}, met als voorwaarde: ${rest}`, condition);
  };
}

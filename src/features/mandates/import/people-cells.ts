import { brief } from '../../../files/cell-limits.ts';
import { nameKey } from '../../../language/words.ts';
import { behindName, namesSomebody } from './behind-names.ts';
import { type CellReading, noted, plain, type ReadCell, refused } from './cell.ts';
import { isCross, isNoName, pointsElsewhere, saysEnded, saysNone, saysVacant } from './cell-words.ts';
import { markedText, markWithoutNote } from './footnote-marks.ts';
import { isFunctionName, isGroup, isNobodyInParticular, isPersonName } from './name-shapes.ts';
import { type KnownNames, severalNames } from './several-names.ts';

type PeopleField = 'houder' | 'vervanger';

const months =
  '(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|(?:jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec)\\b)';
const dated = new RegExp(
  String.raw`\bdaarna\b|\d{1,2}[-/]\d{1,2}\b|\d{1,2}\.\d{1,2}\.\d{2,4}|\b(?:tot|per|vanaf|sinds|t\/m|m\.i\.v\.|met ingang van)\s+(?:de\s+)?(?:\d|${months})|\d\s+${months}\b`,
  'i',
);
const together = /\b(?:gezamenlijk|tezamen|samen|beiden)\b/i;

const deputyWord =
  /(?:plv|plaatsvervanger|plaatsverv|vervanger|vervangen door|verv|bij (?:diens |zijn |haar )?afwezigheid(?: door)?|bij verhindering|waarnemer|wrn|waargenomen door|achtervang|back-?up)/;
const withDeputy = new RegExp(
  String.raw`^(.+?)(?:\s*[,;(/\n]\s*|\s+[-–]\s+|\s+en\s+)\(?(?:de\s+)?${deputyWord.source}\b\.?\s*(?:is\s+)?:?\s*([^()]+?)\s*\)?$`,
  'isu',
);
/** Who steps in, in brackets somewhere in the cell. */
const deputyAside = /\([^()]*(?:plv|vervang|waarnemer|waargenomen|afwezig)/i;
/** What stands in brackets behind a name and is no part of it. */
const aside =
  /^(?:\d[\d.,]*\s*(?:fte|uur|u|uren|%|dagen|dgn)(?:\s.*)?|fulltime|parttime|full-time|part-time|voltijd|deeltijd|a\.?i\.?|ad interim|interim|inhuur|extern|externe|tijdelijk|wnd\.?|waarnemend|ma t\/m vr)$/i;

/** A vacancy with somebody beside it. */
const namesMore = /\p{L}\s*(?:[;|\n/&+]|\s(?:en|of)\s)/u;

const forOneName = {
  houder: 'Zet in de cel één naam van een persoon of functie, en maak een regel per naam.',
  vervanger: 'Zet een | tussen de namen.',
};
const asOneName = 'één naam. Zijn het er twee? Maak er dan een regel per naam van';
const isDoubt = ({ readAs }: ReadCell) => readAs === asOneName;
const isFunctionHint = 'Is het één functie? Zet die dan in de lijst van --functies.';

/** A name without what stands in brackets behind it, as far as that is certain. */
function bareName(
  field: PeopleField,
  cell: string,
): { name: string; left?: string; isKept?: boolean } | { refused: string } {
  const [, outer = '', inner = ''] =
    /^([^()]+?)\s*\(([^()]*)\)$/.exec(cell) ?? /^([^(),]+?),?\s+(\d[\d.,]*\s*fte)$/i.exec(cell) ?? [];
  const [word = '', behind = ''] = [
    /^(?:tijdelijk|waarnemend|interim|wnd\.?)\s+/i.exec(cell)?.[0] ?? '',
  ].flatMap((lead) => [lead.trim(), cell.slice(lead.length)]);
  if (word !== '' && isPersonName(behind)) return { name: behind, left: word };
  if (outer === '') return { name: cell };
  if (aside.test(inner) || nameKey(inner) === '') return { name: outer, left: inner };
  if (saysVacant(inner) && isFunctionName(outer)) return { name: outer, left: inner };
  if (isPersonName(outer) && !isPersonName(inner)) {
    // Where somebody works or what they are called says nothing of the mandate; other words may restrict it.
    const isPlace = isFunctionName(inner) || isGroup(inner) || /^\p{Lu}/u.test(inner);
    return { name: outer, left: inner, isKept: field === 'houder' && !isPlace };
  }
  if (isPersonName(inner) && isFunctionName(outer))
    return {
      refused: `${field} "${brief(cell)}" noemt een functie en een persoon. Laat er één staan; wie een functie heeft, staat in de lijst van --functies.`,
    };
  return { name: cell };
}

/** Why a text is no name, whatever else is known; undefined when it may be one. */
function noName(field: PeopleField, cell: string): string | undefined {
  const named = `${field} "${brief(cell)}"`;
  if (isCross(cell) || /^(?:ja|nee|j|n|\d+)$/i.test(cell))
    return `${named} is geen naam. Schrijf de naam van de persoon of de functie.`;
  if (/^(?:geen|niet)\s/i.test(cell))
    return `${named} noemt niemand. Schrijf een naam, of ${field === 'houder' ? 'haal de regel weg' : 'maak de cel leeg'}.`;
  if (pointsElsewhere(cell))
    return `${named} verwijst naar iets anders. Schrijf de naam van de persoon of de functie.`;
  if (cell.includes('?')) return `${named} is niet zeker. Haal het vraagteken weg, of schrijf vacature.`;
  // A bare number may be part of a name; where the list has a note with it, that is refused before.
  if (markedText(cell)?.isBare === false) return `${named} ${markWithoutNote}`;
  if (dated.test(cell))
    return `${named} noemt een dag. Maak er een regel per persoon van, met de eerste en de laatste dag in hun eigen kolom.`;
  if (together.test(cell))
    return `${named} noemt mensen die samen beslissen. Zet hier één van hen, en de ander in een kolom vier_ogen_door, met ja bij vier_ogen. Een regel per naam zou zeggen dat ieder het alleen mag.`;
  if (isNobodyInParticular(cell))
    return `${named} noemt niemand in het bijzonder. Schrijf de functie, en zet in de lijst van --functies wie die heeft.`;
  return undefined;
}

/** The names in a text that says nothing else. */
function namesOf(field: PeopleField, cell: string, known: KnownNames): CellReading {
  const why = noName(field, cell);
  if (why !== undefined) return refused(why);
  const behind = behindName(cell);
  if (behind && 'why' in behind) return refused(`${field} "${brief(cell)}" ${behind.why}`);
  if (behind) {
    const read = namesOf(field, behind.name, known);
    // What restricts one of several names, or a deputy, does not restrict the mandate.
    if ('refused' in read || !('values' in read) || read.values.length > 1 || field === 'vervanger')
      return refused(
        `${field} "${brief(cell)}" zegt meer dan een naam. Zet wat erbij staat in een kolom voorwaarden.`,
      );
    const [name = ''] = read.values;
    return noted(name, `${name}, met als voorwaarde: ${behind.condition}`, behind.condition);
  }
  const found = severalNames(cell, known);
  if ('unclear' in found)
    return refused(
      `${field} "${brief(cell)}" noemt meer dan één naam. ${forOneName[field]} ${isFunctionHint}`,
    );
  if ('doubt' in found) return noted(cell, asOneName);
  if (found.names.length === 1) {
    const bare = bareName(field, cell);
    if ('refused' in bare) return bare;
    if (bare.left === undefined) return plain(cell);
    if (bare.isKept) return noted(bare.name, `${bare.name}, met als voorwaarde: ${bare.left}`, bare.left);
    return noted(bare.name, `${bare.name}, zonder "${bare.left}"`);
  }
  const each = found.names.filter((name) => !isNoName(name));
  const read = each.map((name) => namesOf(field, name, known));
  const wrong = read.find((one) => 'refused' in one);
  if (wrong)
    return refused(
      noName(field, cell) ?? `${field} "${brief(cell)}" noemt meer dan één naam. ${forOneName[field]}`,
    );
  const names = [...new Set(read.flatMap((one) => ('values' in one ? one.values : [])))];
  return { values: names, readAs: names.join(' · ') };
}

const unsureDeputy = (text: string) =>
  refused(
    `houder "${brief(text)}" noemt een vervanger die ik niet zeker herken. Zet de vervanger in een eigen kolom.`,
  );

/**
 * Reads the cells of the column of holders: one name, several of which it is certain that they are names, or a name with
 * who steps in. A vacancy is no entry, and a gap rather than an error. What may be somebody else is refused.
 */
export function holderCells(known: KnownNames): (cell: string) => CellReading {
  return (cell) => {
    const text = cell.trim();
    if (text === '' || known.whole.has(nameKey(text))) return plain(text);
    if (saysEnded(text)) return { passedOver: 'vervallen: dit mandaat komt niet in het register' };
    if (saysVacant(text) && namesSomebody(text))
      return refused(
        `houder "${brief(text)}" noemt een vacature en ook iemand. Schrijf alleen wie het nu mag, of alleen vacature.`,
      );
    if (isNoName(text) && !isCross(text) && !namesMore.test(text))
      return {
        passedOver: `${saysVacant(text) ? 'een vacature' : 'niemand'}: dit mandaat komt niet in het register`,
      };
    const [, first = '', second = ''] = withDeputy.exec(text) ?? [];
    const whole = first === '' ? undefined : behindName(text);
    if (whole && 'why' in whole) return refused(`houder "${brief(text)}" ${whole.why}`);
    if (first !== '' && !isNoName(first)) {
      const [holder, deputy] = [namesOf('houder', first, known), namesOf('vervanger', second, known)];
      if ('refused' in holder) return holder;
      const isOne =
        !deputyWord.test(first) && !deputyWord.test(second) && !('values' in holder && isDoubt(holder));
      // "Directeur, plv. directeur" is a function, and no deputy by name.
      const isName = /^\p{Lu}/u.test(second) && nameKey(second) !== nameKey(first) && !isNoName(second);
      if (!isOne || !isName || 'refused' in deputy || dated.test(text)) return unsureDeputy(text);
      if ('values' in holder && 'values' in deputy)
        return {
          values: holder.values,
          deputies: deputy.values,
          readAs: `${holder.values.join(' · ')}, met als vervanger ${deputy.values.join(', daarna ')}`,
        };
    }
    if (deputyAside.test(text)) return unsureDeputy(text);
    const read = namesOf('houder', text, known);
    if ('values' in read && read.values.length > 1)
      return { values: read.values, readAs: `een mandaat per naam: ${read.values.join(' · ')}` };
    if (isGroup(text) && 'values' in read && read.readAs === undefined)
      return noted(text, 'een functie. Een team vindt zichzelf niet: noem liever de functie die het mag');
    return read;
  };
}

const ordinals: Readonly<Record<string, number>> = { eerste: 1, tweede: 2, derde: 3, vierde: 4 };
const ordinalBefore =
  /(?:^|[\s,;|(])(?:(\d)(?:\s?(?:e|ste|de)\b[.):]?|[.):])|(eerste|tweede|derde|vierde))(?:\s+(?:plv\.?|plaatsvervanger|vervanger))?\s*:?\s+(?=\p{L})/giu;
const ordinalBehind = /\s*\((\d)(?:e|ste|de)?\)\s*$/i;

/** Deputies in the order in which they step in, where the cell numbers them; otherwise the cell as it is. */
function inOrder(text: string): string[] {
  const marks = [...text.matchAll(ordinalBefore)];
  if (marks.length > 0 && text.slice(0, marks[0]?.index).trim() === '') {
    const pieces = marks.map((mark, n) => ({
      order: Number(mark[1] ?? ordinals[(mark[2] ?? '').toLowerCase()] ?? 0),
      name: text.slice(mark.index + mark[0].length, marks[n + 1]?.index),
    }));
    return pieces
      .sort((a, b) => a.order - b.order)
      .map(({ name }) => name.replace(/[\s,;|]+(?:en\s*)?$/, '').trim());
  }
  const parts = text.split(/\s*[;|\n/]\s*|,\s+|\s+en\s+/);
  const behind = parts.map((part) => ordinalBehind.exec(part)?.[1]);
  if (parts.length > 0 && behind.every((order) => order !== undefined))
    return parts
      .map((part, n) => ({ order: Number(behind[n]), name: part.replace(ordinalBehind, '') }))
      .sort((a, b) => a.order - b.order)
      .map(({ name }) => name);
  return text.split(/\s*[;|\n]\s*|,?\s+(?:en\s+)?(?:daarna|vervolgens)\s+/i);
}

/** Reads the cells of the column of deputies: names with a bar between them, in the order in which they step in. */
export function deputyCells(known: KnownNames): (cell: string) => CellReading {
  return (cell) => {
    const text = cell.trim();
    if (text === '' || known.whole.has(nameKey(text))) return plain(text);
    if (saysNone(text)) return plain('');
    const pieces = inOrder(text).filter((piece) => piece.trim() !== '');
    const people = pieces.filter((piece) => !isNoName(piece) || isCross(piece));
    const read = people.map((piece) =>
      namesOf('vervanger', piece.replace(/^plv\.?\s+(?=\p{Lu})/iu, ''), known),
    );
    const wrong = read.find((one) => 'refused' in one);
    if (wrong) return wrong;
    const found = read.filter((one): one is ReadCell => 'values' in one);
    const names = [...new Set(found.flatMap(({ values }) => values))];
    const isVacant = pieces.some((piece) => !people.includes(piece) && !saysNone(piece));
    const isPlain = !isVacant && found.every(({ readAs }) => readAs === undefined);
    const doubt = found.find(({ values, readAs }) => values.length === 1 && readAs !== undefined)?.readAs;
    const value = names.join('|');
    if (isPlain) return plain(value);
    return noted(
      value,
      names.length === 0 ? 'geen vervanger' : (names.length === 1 && doubt) || names.join(', daarna '),
    );
  };
}

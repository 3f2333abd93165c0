/** An amount in whole euros, rounded up, and where it stands in the text. */
export interface FoundAmount {
  euros: number;
  start: number;
  end: number;
}

const number = String.raw`\d{1,3}(?:[.\s]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
const units: Record<string, number> = {
  k: 1_000,
  duizend: 1_000,
  thousand: 1_000,
  mille: 1_000,
  ton: 100_000,
  m: 1_000_000,
  mln: 1_000_000,
  miljoen: 1_000_000,
  million: 1_000_000,
};
const words: Record<string, number> = {
  een: 1,
  één: 1,
  a: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  vijftien: 15,
  twintig: 20,
  vijfentwintig: 25,
  dertig: 30,
  veertig: 40,
  vijftig: 50,
  zestig: 60,
  honderd: 100,
  halve: 0.5,
  half: 0.5,
  anderhalve: 1.5,
  anderhalf: 1.5,
};
const unit = 'k|duizend|thousand|mille|ton|mln|miljoen|million|m';
const currency = String.raw`€|eur(?:o['’]?s?)?\b`;

const figures = new RegExp(
  String.raw`(?<before>${currency})?\s*(?<![\d.,])(?<figure>${number})(?:,-)?\s*(?<unit>(?:${unit})\b)?\s*(?<after>${currency})?`,
  'giu',
);
const spoken = new RegExp(
  String.raw`(?<![\p{L}])(?<word>${Object.keys(words).join('|')})?\s*(?<unit>honderdduizend|duizend|thousand|ton|miljoen|million)\b(?:\s*(?:${currency}))?`,
  'giu',
);

function figureOf(text: string): number {
  const plain = text.replace(/\s/g, '');
  // Dutch 2.500 and 2.500,00, English 2,500.00: three digits behind a mark are thousands, one or two are cents.
  const thousands = plain.replace(/[.,](?=\d{3}(?:\D|$))/g, '');
  return Number(thousands.replace(',', '.'));
}

/**
 * The first amount of money in a text: "€ 2.500", "10 duizend", "een ton", "49k", "2,5 miljoen euro". A bare number
 * counts only with a currency, a unit, or from four digits when it is no year. Undefined when there is none.
 */
export function findAmount(text: string): FoundAmount | undefined {
  for (const found of text.matchAll(figures)) {
    const { before, figure = '', unit: factor, after } = found.groups ?? {};
    const value = figureOf(figure) * (units[factor?.toLowerCase() ?? ''] ?? 1);
    const looksLikeYear = /^(19|20)\d\d$/.test(figure);
    const marked = before !== undefined || factor !== undefined || after !== undefined;
    if (!Number.isFinite(value) || (!marked && (value < 1_000 || looksLikeYear || /^0/.test(figure))))
      continue;
    return { euros: Math.ceil(value), start: found.index, end: found.index + found[0].length };
  }
  for (const found of text.matchAll(spoken)) {
    const { word, unit: factor = '' } = found.groups ?? {};
    const size = factor.toLowerCase() === 'honderdduizend' ? 100_000 : (units[factor.toLowerCase()] ?? 0);
    const times = word === undefined ? 1 : (words[word.toLowerCase()] ?? 1);
    return { euros: Math.ceil(size * times), start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

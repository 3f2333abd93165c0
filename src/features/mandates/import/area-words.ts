import { nameKey } from '../../../language/words.ts';

/** Words for all of the municipality, as they are compared. */
const everywhere = [
  'alle',
  'alles',
  'overal',
  'hele gemeente',
  'heel de gemeente',
  'gehele gemeente',
  'de hele gemeente',
  'de gehele gemeente',
  'hele stad',
  'heel de stad',
  'de hele stad',
  'gemeente',
  'de gemeente',
  'alle wijken',
  'alle buurten',
  'alle kernen',
  'alle dorpen',
  'alle stadsdelen',
  'alle gebieden',
  'alle wijken en buurten',
  'gemeentebreed',
  'gemeente breed',
  'gem breed',
  'gembreed',
  'stadsbreed',
  'gemeentewijd',
  'hele grondgebied',
  'het hele grondgebied',
  'gehele grondgebied',
  'het gehele grondgebied',
  'grondgebied gemeente',
  'grondgebied van de gemeente',
  'gemeentelijk grondgebied',
  'hele gemeentelijke grondgebied',
  'gehele gemeentelijke grondgebied',
  'hele grondgebied van de gemeente',
  'gehele grondgebied van de gemeente',
  'het hele grondgebied van de gemeente',
  'het gehele grondgebied van de gemeente',
];

/** True for words that stand for the whole municipality. */
export const isEverywhere = (text: string): boolean =>
  everywhere.includes(nameKey(text)) && !text.includes('?');

/** "Noord (excl. Molenhoek)", "alle wijken behalve Noord": a place of which something is left out. */
const leftOut =
  /\b(?:behalve|uitgezonderd|exclusief|excl|uitzondering|m\.?u\.?v|zonder|niet|deels|gedeeltelijk|deel van|gedeelte van)\b/i;
const others =
  /^(?:de\s+)?(?:alle|elke|overige?|andere?|rest|resterende|diverse|verschillende|meerdere|enkele|div\.)(?:\s|$)/i;
const range = /\s(?:t\s*\/\s*m|tot(?:\s+en\s+met)?)\s/i;

/**
 * Why a text is no name of one place, and what to do; undefined for what may be one. It stands behind the name of the
 * column and the cell.
 */
export function noSinglePlace(text: string): string | undefined {
  if (leftOut.test(text)) return 'laat iets weg. Maak er een regel per gebied van dat er wel bij hoort.';
  if (others.test(text)) return 'noemt geen gebied. Maak er een regel per gebied van.';
  if (range.test(text)) return 'noemt geen gebied maar een reeks. Maak er een regel per gebied van.';
  return undefined;
}

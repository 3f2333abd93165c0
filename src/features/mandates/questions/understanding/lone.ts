/** That something has no deputy, or whether all of it has one. */
const without =
  /\b(?:geen|zonder|no|without|niemand als|niemand die)\b (?:\S+ ){0,2}?(?:plaats)?(?:vervang(?:er|ers|ing|t)|waarnemers?|deput(?:y|ies))\b|\b(?:vervang(?:er|ers|ing)|waarnemers?)\b.{0,40}\b(?:ontbre\w+|mist|missen|mis|(?:nog )?niet (?:geregeld|vastgelegd|ingevuld|bekend)|nodig)\b|\b(?:ontbre\w+|mist|missen|mis)\b.{0,40}\b(?:vervang(?:er|ers|ing)|waarnemers?)\b|\b(?:word|wordt|worden)\b.{0,30}\bniet vervangen\b/;
const ofAll =
  /\b(?:heeft|is|staat|zijn|hebben)\b.*\b(?:iedereen|overal|elke?|ieder|alle|alles)\b.*\bvervang(?:er|ers|ing)\b/;
/** Asks for a list of them, and not about one. */
const list =
  /\b(?:wie|waar|waarvoor|waarbij|waarin|welke?|wat|hoeveel|who|which|where|what)\b|\b(?:mandaten|taken|mensen|collega s|collegas|zijn er|hebben we|toon|laat)\b/;
/** "Wie is geen vervanger van Anna": that asks who does not stand in. */
const notOne = /\b(?:wie|who) (?:is|zijn|mag|kan|are) (?:\S+ )?(?:geen|no)\b/;

/** True for a text (plain) that asks what has no deputy: "welke mandaten hebben nog geen vervanger". */
export const asksLone = (plain: string): boolean =>
  (without.test(plain) && list.test(plain) && !notOne.test(plain)) || ofAll.test(plain);

/** A text (plain) without "geen vervanger" and the like, which turn no question round. */
export const withoutLone = (plain: string): string =>
  notOne.test(plain) ? plain : plain.replace(new RegExp(without.source, 'g'), ' ');

/** Words of these questions that need no explanation. */
export const loneWords = new Set(
  'ontbreekt ontbreken ontbrekende mist missen mis geregeld vastgelegd ingevuld bekend overal iedereen elk elke ieder zonder toon laat zien missing'.split(
    ' ',
  ),
);

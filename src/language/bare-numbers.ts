import { plainText } from './words.ts';

/** Words in a question about money. */
const money =
  /opdracht|order|bestel|inkoop|inkop|koop|kopen|factu|subsidie|contract|overeenkomst|verplichting|bedrag|teken|uitga|uitgeven|besteed|besteden|betaal|betalen|offerte|declar|krediet|lening|boete|dwangsom|vergoeding|bijstand|huur|inhuren|budget|kosten|gunnen|kwijtscheld|leges|geld|levering|leverantie|oninbaar|toelage|uitkering|bijdrage|investering|verkop|schenk|aanschaf|voorziening|\bpay|\bsign|assign|spend|purchase|award/;
const about =
  "(?:(?:de|het|een|bedrag|grens|van|ongeveer|circa|ca\\.?|zo[’']?n|net|ruim|bijna|rond|plusminus|maximaal|maximum|max\\.?|hoogstens|hooguit|minimaal|minstens|about|around) )*";
/** What leads to an amount: "van", "voor", "tot", "max", "à". */
const leads = new RegExp(
  `(?:(?<![\\p{L}\\d])(?:van|voor|tot(?: en met)?|tot aan|t/m|max\\.?|maximaal|maximum|hoogstens|hooguit|ten hoogste|minstens|minimaal|ten minste|tenminste|vanaf|boven|onder|dan|than|a|bedrag:?|twv|t\\.w\\.v\\.|for|of|up to|above|under|below|exceeding|least|most|om|tussen|between) ${about}|\\d (?:en|and) |[<>=≤≥(:] ?)$`,
  'u',
);
const direct =
  /(?<!\p{L})(?:opdracht|order|bestelling|bedrag|subsidie|uitgeven|inkopen|betalen|tekenen|geven|verstrekken|verlenen|toekennen|aangaan)\s$/u;
/** What has a number of its own, an age or a year in which it was made, before "van" or "voor". */
const numbered =
  /\d (?:van|of)\s$|(?:(?<!\p{L})(?:kind|kinderen|jongeren?|jongen|meisje|leerling|iemand|persoon|personen|inwoner|man|vrouw|client|groep|team|gezin|wet|lid|artikel|art\.?|paragraaf|hoofdstuk|punt|nummer|nr\.?|pagina|wijk|buurt)|(?:verordening|besluit|regeling|pand|huis|woning|gebouw|bouwjaar)) (?:van|voor|tot|of)\s$/u;
/** Before these a number is that of a thing, and no amount. */
const numberOf =
  /(?:nummer|nr\.?|artikel|art\.?|lid|dossier|zaak|kamer|gebouw|kostenplaats|rekening|perceel|kavel|sectie|wijk|buurt|regel|besluit|straat|weg|laan|plein) $/u;
const more = /^\s*(?:\+|(?:of|en|or|and) (?:meer|hoger|more|higher)(?!\p{L}))/u;
/** What may follow an amount that nothing marks as one. */
const small =
  /^\s*(?:$|[?!;:)\]]|[.,](?!\d)|(?:in|op|bij|voor|aan|namens|ex|excl|exclusief|incl|inclusief|zonder|met|per|of|en|door|als|wel|ook|nog|mag|mogen|kan|at|on|by|to|the|de|het|een|is)(?!\p{L}))/u;
const doing =
  /^\s(?:uit te |te )?(?:geven|verstrekken|(?:onder)?tekenen|verlenen|toekennen|uitgeven|besteden|(?:uit)?betalen|inkopen|kopen|aangaan|bestellen|inhuren|gunnen|declareren|spend|pay|euro)(?!\p{L})/u;
/** Things that are counted, and measures. */
const things =
  /^\s?(?:%|°|x(?!\p{L})|×|\*|keer|maal|times|procent|stuks?|uren|uur|u(?!\p{L})|min(?:uten|uut)?|dag|dagen|weken|week|maand|maanden|jaar|jaren|jarige?n?|kwartalen|m[23²³]?(?!\p{L})|km|cm|mm|kilo|kg|liter|meter|hectare|ha(?!\p{L})|punten|regels|kamers|bomen|huizen|panden|adressen|percelen|objecten|kaarten|documenten|brieven|facturen|opdrachten|orders|subsidies|contracten|dossiers|zaken|mensen|leden|kinderen|stoelen|tafels|lampen|paaltjes|bankjes|laptops|plaatsen|bedden|plussers|fte|days?|weeks?|months?|years?|hours?|people|\p{L}*(?:ingen|ties|personen|werkers|bewoners|inwoners|leerlingen|plekken|plaatsen|stukken))(?!\p{L})/u;

/**
 * Whether a number in figures without currency or unit is an amount, by what stands around it in the text from `start` to
 * `end`: "een opdracht van 900". `unclear` when it may as well be something else: a year of now ("een opdracht van 2026"), or any high number beside money.
 */
export function bareAmount(text: string, start: number, end: number): boolean | 'unclear' {
  const figure = text.slice(start, end);
  const typed = plainText(text.slice(Math.max(0, start - 60), start)).replace(/\s+/g, ' ');
  // "500-900" is led to by what leads to 500.
  const before = typed.replace(/(?<![\d.,-])\d+(?:,\d\d)?\s?[-–]\s?$/u, '');
  // "Van 12 tot 18 jaar": what is counted stands behind the last number.
  const behind = plainText(text.slice(end, end + 40)).replace(
    /^\s?(?:tot(?: en met)?|t\/m|a|of|en|-)\s?\d+(?=\D|$)/,
    '',
  );
  if (!/^[1-9]\d*(?:[.,]\d{1,2})?$/.test(figure) || things.test(behind)) return false;
  if (/^(?:\p{L}|[-/:]\d|[.:]\d)/u.test(behind) || /[\d][-/:.]$/.test(before) || numbered.test(before))
    return false;
  const isAboutMoney = money.test(plainText(text));
  const isLed = leads.test(before);
  const isYear = /^(?:19|20)\d\d$/.test(figure) && figure !== '2000';
  if (isYear) {
    if (!isAboutMoney || !isLed || /(?:sinds|vanaf|jaar) $/.test(before)) return false;
    return figure.startsWith('20') ? 'unclear' : true;
  }
  if (/^\d+,\d\d$/.test(figure)) return isAboutMoney || isLed;
  if (isAboutMoney) {
    const isNext = direct.test(before) && (small.test(behind) || more.test(behind));
    if (isLed || doing.test(behind) || isNext) return true;
    return Number(figure.replace(',', '.')) >= 100 && !numberOf.test(before) ? 'unclear' : false;
  }
  return isLed && !/ (?:of|en|a|over|onder) $/.test(before) && (small.test(behind) || doing.test(behind));
}

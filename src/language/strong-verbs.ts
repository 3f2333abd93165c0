/**
 * Forms of strong and irregular Dutch verbs that no rule gives, without prefix and without "ge": the stem of the present
 * first, then what belongs to it. Forms that are ordinary words too ("namen", "wezen") count only behind a prefix.
 */
const anywhere = `
  schrijf schreven schreef | trek trokken trok | geef gaven gaf geeft | neem nomen neemt nam | sluit sloot | breek broken
  spreek sproken sprak | bied boden | kies kozen koos | vind vonden vond | zend zonden | draag droegen droeg
  houd hielden hield | breng brachten bracht | zoek zochten zocht | koop kochten kocht | denk dachten dacht
  schuif schoven schoof | schenk schonken schonk | werp worpen wierp | help holpen hielp | kijk keken keek
  grijp grepen greep | krijg kregen kreeg | blijf bleven bleef | ga gingen ging gaan gaat | doe deden deed daan doen doet
  sta stonden stond staan staat stane | zie zien ziet | sla sloegen sloeg slaan slaat slagen | scheld scholden schold
  roep riepen riep | loop liepen liep | graf graven graaf graaft groeven groef | weg wegen weeg weegt wogen woog | inn int innen inde inden ind inning inningen | zweer zwoeren zwoer
`;
const behindPrefix = `
  wijs wezen wees | sluit sloten | sla slag | geef gift gifte | neem name namen | kies keuze | laat lieten liet | bind bonden | win wonnen
  gin gonnen gon | hef heven hief | stijg stegen steeg | hang hingen hing | zie zagen zag | lies loren loor
  veel volen | bied bood | rijd reden reed | wijk weken week | strijk streken streek | sterf storven stierf
`;

const stemsByForm = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table
      .trim()
      .split(/[|\n]/)
      .map((line) => line.trim().split(/\s+/))
      .flatMap(([stem = '', ...forms]) => forms.map((form) => [form, stem] as const)),
  );

const free = stemsByForm(anywhere);
const bound = stemsByForm(behindPrefix);
const prefix =
  /^(?:aan|achter|af|be|bij|door|ge|goed|her|in|kwijt|mee|na|om|onder|ont|op|over|samen|terug|toe|uit|vast|ver|vol|voor|vrij|waar|weg)+/;

/**
 * The stem of a form of a strong verb, with its prefixes ("beschreef" is "beschrijf"); undefined for any other word. The
 * word is in lower case and without diacritics. `isBound` tells that something stood before it: "sloten" of "gesloten".
 */
export function strongStem(word: string, isBound = false): string | undefined {
  const alone = free.get(word) ?? (isBound ? bound.get(word) : undefined);
  if (alone) return alone;
  const [before = ''] = prefix.exec(word) ?? [];
  // Of the prefixes as many count as leave a form: "be" of "betrok", "toe" of "toegeeft".
  for (let length = before.length; length >= 2; length -= 1) {
    const form = word.slice(length);
    const stem = free.get(form) ?? bound.get(form);
    if (stem) return word.slice(0, length) + stem;
  }
  return undefined;
}

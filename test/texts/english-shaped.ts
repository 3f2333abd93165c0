/** A shape that Dutch does not have by itself: it comes along with a translation, or with a cheerful product. */
interface Shape {
  what: string;
  found: RegExp;
}

const shapes: readonly Shape[] = [
  {
    what: 'het is belangrijk om',
    found: /\bhet is (?:belangrijk|essentieel|cruciaal|van belang) (?:om|dat)\b/i,
  },
  { what: 'in lijn met', found: /\bin lijn (?:met|zijn|brengen)\b/i },
  {
    what: 'een stem geven',
    found: /\bge(?:ef|eft|ven)\b[^.?!]{0,25}\been stem\b(?! aan (?:een|het|dit) punt)/i,
  },
  { what: 'aan het einde van de dag', found: /\baan het eind(?:e)? van de dag,? (?:gaat|is|telt|draait)\b/i },
  { what: 'maak het verschil', found: /\bma(?:ak|akt|ken)\b[^.?!]{0,12}\b(?:het|een) verschil\b/i },
  { what: 'eigenaarschap nemen', found: /\beigenaarschap\b/i },
  { what: 'adresseren', found: /\b(?:ge)?adresse(?:er|ert|ren|erd|erde)\b/i },
  { what: 'faciliteren', found: /\b(?:ge)?facilite(?:er|ert|ren|erd|erde)\b/i },
  {
    what: 'delen dat',
    found: /\bde(?:el|elt|len|elde|elden)(?: met \w+| graag| even)?,? (?:dat|wat er gaande|hoe het)\b/i,
  },
  {
    what: 'zie wie of hoe, als opdracht',
    found: /(?:^|[.!?]\s+|: )Zie (?:wie|wat|hoe|waar|wanneer|welke|alle)\b/,
  },
  { what: 'streepje in een zin', found: /(?<!\d)\s[–—]\s|\w[–—](?=\p{L})/u },
  {
    what: 'oeps',
    found:
      /\b(?:oeps|oei|hoera|joepie|yes|wauw|wow|top|super|geweldig|fantastisch|goed bezig|lekker bezig)\b[!,.]/i,
  },
  { what: 'uitroepteken', found: /(?<!\bHallo|\bLet op)!(?=\s|$|["”’])/ },
  { what: 'te allen tijde nodig hebben om', found: /\bje (?:zult )?(?:moet|dient) (?:om )?te\b/i },
  { what: 'we zijn blij om', found: /\b(?:wij|we|ik) (?:zijn|ben) (?:blij|verheugd|trots) om\b/i },
  { what: 'neem de tijd om', found: /\bneem een moment om\b/i },
  { what: 'voel je vrij om', found: /\bvoel je vrij om\b/i },
  { what: 'alsjeblieft op een knop', found: /\balsjeblieft\b/i },
  { what: 'als resultaat', found: /\bals (?:een )?resultaat (?:van|daarvan)\b/i },
  {
    what: 'op een dagelijkse basis',
    found: /\bop (?:een )?(?:dagelijkse|wekelijkse|regelmatige|maandelijkse) basis\b/i,
  },
  { what: 'er klaar voor zijn om', found: /\b(?:je bent|ben je) klaar om\b/i },
  { what: 'ga je gang en', found: /\bga (?:je gang|door) en\b/i },
  { what: 'dit betekent dat je in staat bent', found: /\bin staat (?:zijn|bent|is|stellen|stelt)\b/i },
  { what: 'niet twijfelen om', found: /\b(?:twijfel|aarzel) niet om\b/i },
  { what: 'bekijk het uit', found: /\bcheck (?:het|ze|dit) uit\b/i },
  { what: 'focussen op', found: /\bfocus(?:sen|t)? op\b/i },
  { what: 'uitrollen', found: /\b(?:rol(?:t|len)? [^.?!]{0,20}\buit|uitrollen|uitgerold)\b/i },
  { what: 'impact hebben', found: /\bimpact\b/i },
  { what: 'reis', found: /\b(?:jouw|je|onze) (?:leer)?reis\b/i },
  { what: 'succesvol', found: /\bsuccesvol\b/i },
  { what: 'updaten', found: /\b(?:ge-?updatet?|updaten|gemanaged|gemaild naar)\b/i },
  { what: 'van zijn of haar', found: /\b(?:zijn of haar|zijn\/haar|hij of zij|hij\/zij|diens of)\b/i },
  // Not English, but as easily missed: a verb that stands before its "je" has no t.
  {
    what: 'dt vóór je',
    found:
      /\b\p{L}+dt (?:jij\b|je (?:ook|dan|niet|het|nu|hier|een|de|er|die|dat|alles|in|op|met|of|zelf)\b)/u,
  },
];

/** Three words in a row with a capital, or a whole heading of them: "Mijn Open Acties". Of two it may be a name. */
const capitals = /^(?:\p{Lu}\p{Ll}+ ){2,}\p{Lu}\p{Ll}+[.?!]?$/u;

/** What in a Dutch text is shaped like English, or cheers; '' names are left to who calls. */
export function englishShapesIn(text: string): string[] {
  const found = shapes.filter((shape) => shape.found.test(text)).map(({ what }) => what);
  return capitals.test(text) ? [...found, 'elk woord met een hoofdletter'] : found;
}

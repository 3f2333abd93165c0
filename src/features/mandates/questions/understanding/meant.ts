/** Spaces in the place of a part of a text, so that all other characters keep their positions. */
const blanked = (part: string) => ' '.repeat(part.length);

const markup = /<[^<>]{0,200}>/g;
/** "Kun je controleren of": somebody asks Kompas to look something up, and not who may validate. */
const request =
  /\b(?:kun|kan|wil|zou|could|can) (?:je|jij|u|you)(?: \S+){0,3}? (?:controleren|checken|nakijken|nagaan|check|verify)(?= (?:of|wie|wat|if|who|whether)\b)/gi;
const order = /^\s*(?:check|controleer|verify)(?: even| eens| please)?(?= (?:of|wie|wat|if|who|whether)\b)/i;
/** "Niet de BAG maar de BGT", "BAG (niet BGT)": what somebody says they do not mean. */
const instead = /\b(?:niet|geen|not)\s+(?!alleen|slechts|only|just)(?:\S+\s+){1,3}?(?=(?:maar|but)\b)/gi;
const aside = /[,(]\s*(?:dus\s+)?(?:niet|geen|not)\s+(?:in\s+)?(?:(?:de|het|een|the)\s+)?[^\s)]+/gi;

/** The check-in of Kompas is no check of anything: "kan je mijn check in weghalen". */
const checkin =
  /\b[Cc]heck-?[Ii]ns?\b|\b(?:[Mm]ijn|[Dd]e|[Ee]en|[Jj]e|[Oo]nze) [Cc]heck [Ii]ns?\b(?! \p{Lu})/gu;

/** Where a deputy stands, and not what is registered. */
const inRegister = /\b(?:in|uit|volgens|van) het (?:mandaten)?register\b/gi;

/**
 * What is meant in a text, of the same length: markup, the check-in, a request to look and what somebody does not mean are blanked.
 */
export const meantIn = (text: string): string =>
  [
    ...(/vervang|waarne/i.test(text) ? [inRegister] : []),
    markup,
    checkin,
    request,
    order,
    instead,
    aside,
  ].reduce((left, part) => left.replace(part, blanked), text);

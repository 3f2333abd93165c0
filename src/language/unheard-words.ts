import { anyOf } from './distress-words.ts';

/** What is about the work or about others is no complaint: "mijn chef doet geen BAG", "mijn baas reageert niet, wie mag tekenen". */
const aboutWork =
  /\b(?:bag|bgt|woz|brk|bro|mandaat|mandaten|register|mutaties?|valide\w*|tekent|tekenen|bevoegd|wie|welke|vakantie|ziek|vrij)\b/;

const lead =
  '(?:(?:mijn|m n|onze|die|my|our) (?:eigen |directe? |nieuwe )?(?:leidinggevende|chef|baas|teamleider|manager|afdelingshoofd|teamcoach|teammanager|directeur|boss|team lead|supervisor))';
const not = '(?:niet|nooit|niks|niets|nauwelijks|geen|slecht|amper)';
const complaint = anyOf(
  `${lead} (?:\\w+ ){0,3}(?:luistert|luisterde|reageert|reageerde|antwoordt|antwoordde|helpt|hielp|begrijpt|begreep|snapt|snapte|steunt|steunde|waardeert|vertrouwt|hoort|hoorde|gelooft|respecteert|communiceert|doet|deed|onderneemt|geeft|gaf|neemt|nam)(?: \\w+){0,4} ${not}`,
  `${lead} (?:\\w+ ){0,3}(?:heeft|had|maakt|neemt)(?: \\w+){0,2} (?:geen|nooit|nauwelijks|weinig) (?:tijd|aandacht|interesse|oog|begrip|respect|oor|vertrouwen)`,
  `${lead} (?:komt|houdt|kwam|hield)(?: \\w+){0,2} (?:afspraken|beloftes?|zijn woord|haar woord|zich) (?:\\w+ ){0,4}niet`,
  `${lead} (?:komt|houdt|kwam|hield)(?: zich)? niet(?: aan)? (?:\\w+ ){0,2}(?:afspraken|beloftes?)`,
  `${lead} (?:is|blijft|was) (?:\\w+ ){0,3}(?:onbereikbaar|partijdig)$|${lead} trekt (?:\\w+ ){1,4}voor$|${lead} (?:wimpelt|wuift|schuift|veegt) (?:\\w+ ){1,4}(?:af|weg|door|van tafel)$|${lead} (?:liegt|manipuleert|micromanaget|micromanaged)`,
  `${lead} ziet (?:me|mij|ons)(?: \\w+){0,3} niet(?: staan)?|ziet ${lead} (?:me|mij|ons) niet staan`,
  `${lead} (?:\\w+ )?(?:negeert|passeert|vergeet|belazert|bedriegt|controleert|wantrouwt|ontwijkt|mijdt)\\b`,
  `(?:niet|nooit|slecht) (?:gehoord|gezien|gesteund|begrepen|serieus genomen|gewaardeerd|geholpen)(?: \\w+){0,2} (?:door|van) ${lead}`,
  `(?:door|van) ${lead}(?: \\w+){0,4} (?:niet|nooit|geen) (?:gehoord|gezien|gesteund|begrepen|serieus genomen|gewaardeerd|reactie|antwoord|steun|hulp)`,
  `(?:geen|nooit) (?:reactie|antwoord|steun|hulp|waardering|tijd|gehoor|contact|gesprek)(?: \\w+){0,2} (?:van|bij|met) ${lead}`,
  `(?:niet tevreden|ontevreden|klaar|niet blij) (?:over|met|in) ${lead}|(?:klacht|klagen|klachten)(?: \\w+){0,3} ${lead}`,
  `ik (?:kan|mag|durf)(?: \\w+){0,3} niet(?: \\w+){0,3} (?:bij|met|aan) ${lead}(?: (?:terecht|praten|kwijt|zeggen|vragen|vertellen))?`,
  `ik (?:heb|krijg) (?:\\w+ )?niks aan ${lead}|ik vertrouw ${lead} (?:\\w+ )?niet|met ${lead} (?:valt|is) niet te praten`,
  `${lead} (?:ignores|dismisses|(?:does not|doesn t|never|won t|will not) (?:\\w+ )?(?:listen|respond|reply|answer|help|care|support|hear|understand|do))`,
);

/** True when somebody says that who leads them does not hear them; `plain` is as `normalise` gives it. */
export const isUnheard = (plain: string): boolean => complaint.test(plain) && !aboutWork.test(plain);

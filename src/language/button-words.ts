import { normalise } from './normalise.ts';

/** Words with which a button begins: what it does, to what, or where it leads. */
const beginnings =
  /^(?:bekijk|open|bewaar|verstuur|stuur|kies|trek|meld|maak (?:de links?|iets|ongedaan|af)|toon|laat|zet|sluit|sla|deel|voeg|haal|lees|geef|vul|registreer|registratie|stel|regel|akkoord|wijs|wis|begin|verplaats|pak|schrijf|neem|nee|ja|toch|nog|later|andere?|alle|naar|ook|verder|meer|gedaan|handel|herinner|wissel|verleng|rond|ga|gaat|plan|nieuwe?|bevestig|overslaan|kort|stap|reageer|verwijder|wijzig\w*|vorige|volgende|exporteer|download|beantwoord|groepeer|groeperen|stem|stemmen|afronden|afwijzen|terug|opnieuw|probeer|zoals|voor mijzelf|voor een team|reacties op|koppel|vernieuwen|herken|helpt|geen|stop hiermee|doelen|kaders|pilotteam|samenvatting|leidraad|deze week gedaan|de weken|een signaal|een vraag|het gaat niet door|dat ik er niet ben|werk bij|vraag opnieuw|vraag het|vraag een|dit kiezen we|wat het team ervan vond|met naam|zonder naam|iemand anders|niet voor mij|iets toevoegen|gemeld|deze|verander|mijn rollen|rollen|een week langer|dit leerde|de zes|licht|welke|wat lukte|kijk opnieuw|wat het team deelde|een instelling|doorvoeren|niet doen|leg|als bestand|hef|zoek$|zoek wie|doe de proef|dit is een andere|upload opnieuw|klopt niet|dit klopt niet|met een collega|instellingen als|mijn signalen met|niet delen|totalen van|print|vink|vertel het de teams)\b/;
/** Buttons that ask something. */
const questions = /^(?:wie (?:is|zijn) dat|schreef jij er een|wat vind je ervan|klopt dit|wie mag dit)$/;
/** No button names a day, a mandate or who has to do something: that is a sentence. */
const sentence =
  /\b(?:r\d+|(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|\w*(?:ochtend|middag)s?|eruit|erin|(?<!nog )eens|hebben|heeft|moet|moeten|zou|die|me|wil|zonder (?!naam))\b/;
const MOST_WORDS = 5;

/** True for a few words as they stand on buttons: typed they do nothing, since nobody knows of which card. Pure. */
export function soundsLikeButton(text: string): boolean {
  const plain = normalise(text);
  if (plain.replaceAll('check in', 'checkin').split(' ').length > MOST_WORDS) return false;
  if (sentence.test(plain)) return false;
  return questions.test(plain) || (!text.includes('?') && beginnings.test(plain));
}

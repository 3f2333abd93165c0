import type { Theme } from '../../../people/themes.ts';
import { isOpen, type Signal } from '../signals/signal.ts';
import type { Picture } from '../snapshot/rules.ts';

/** Per theme one question for a talk with the team. */
const byTheme: Record<Theme, string> = {
  werkdruk: 'Vraag in het werkoverleg: welk werk kan deze week wachten? Schrap samen één ding.',
  duidelijkheid:
    'Vraag: bij welke taak weet je niet wie beslist? Zoek het antwoord samen op in het mandatenregister.',
  samenwerking: 'Vraag: met wie wil je deze week een halfuur meekijken? Plan het meteen.',
  techniek: 'Vraag: wat wil je uitproberen op een plek waar niets stuk kan? Maak er een uur voor vrij.',
  leren: 'Vraag: wat lukte deze week voor het eerst? Laat iemand voordoen hoe.',
  anders: 'Vraag: wat speelt er dat we nog niet benoemen? Luister, en los nog niets op.',
};

const general = [
  'Houd een kwartier overleg waarin je alleen vragen stelt. Vat aan het eind samen wat je hoorde.',
  'Vertel wat nog onbekend is, en wanneer je meer weet. Dat geeft rust.',
  'Vraag het team waar het trots op is. Typ “teamgesprek” om het vast te leggen.',
];

/** What a conversation of this week could be about, the most pressing first. `week`: a number that changes weekly. */
export function suggestionFor(
  picture: Picture | undefined,
  signals: readonly Signal[],
  week: number,
): string {
  const open = signals.filter(isOpen);
  if (open.some(({ source }) => source === 'low' || source === 'drop'))
    return 'Vraag eerst, oordeel later: wat maakt het nu zwaar, en wat zou het lichter maken? Spreek één kleine stap af.';
  const theme = open.find(({ source }) => source === 'theme')?.theme ?? picture?.themes[0];
  return theme ? byTheme[theme] : (general[week % general.length] ?? '');
}

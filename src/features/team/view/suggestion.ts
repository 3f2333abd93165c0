import type { Theme } from '../../../people/themes.ts';
import { isOpen, type Signal } from '../signals/signal.ts';
import type { Picture } from '../snapshot/rules.ts';

/** The same question as in the news of Monday (`questionFor`), so that a team hears one question a week. */
const ask = 'Vraag in het werkoverleg: waardoor komt dat vooral?';

/** Per theme what to do with the answers. */
const byTheme: Record<Theme, string> = {
  werkdruk: `${ask} Kies daarna samen welk werk deze week kan wachten.`,
  duidelijkheid: `${ask} Zoek daarna samen op wie bij die taak beslist.`,
  samenwerking: `${ask} Spreek daarna af wie deze week een halfuur bij wie meekijkt.`,
  techniek: `${ask} Maak daarna een uur vrij om te oefenen waar niets stuk kan.`,
  leren: `${ask} Laat daarna iemand voordoen wat deze week voor het eerst lukte.`,
  anders: `${ask} Luister, en los nog niets op.`,
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

import type { Theme } from '../../../people/themes.ts';
import { isOpen, type Signal } from '../signals/signal.ts';
import type { Picture } from '../snapshot/rules.ts';

/** The same question as in the news of Monday (`questionFor`), so that a team hears one question a week. */
const ask = 'Vraag in het werkoverleg: waardoor komt dat vooral?';

/** Per theme what to do with the answers. */
const byTheme: Record<Theme, string> = {
  werkdruk: `${ask} Kies daarna samen welk werk deze week kan wachten.`,
  duidelijkheid: `${ask} Zoek daarna samen op wie daarover beslist.`,
  samenwerking: `${ask} Spreek daarna af wie deze week een halfuur bij wie meekijkt.`,
  techniek: `${ask} Maak daarna een uur vrij om te oefenen waar niets stuk kan.`,
  leren: `${ask} Laat daarna iemand voordoen wat deze week voor het eerst lukte.`,
  anders: `${ask} Luister, en los nog niets op.`,
};

/** What fits any week. */
const general = [
  'Vat aan het eind samen wat je hoorde.',
  'Vertel ook wat nog onbekend is, en wanneer je meer weet. Dat geeft rust.',
  'Vraag ook waar het team trots op is. Typ “teamgesprek” om het vast te leggen.',
];

/** Longer ago than this (days) a signal that was found is no news: it waits for an answer, and asks for no other talk. */
const NEWS_DAYS = 14;

/** What a conversation of this week could be about. `week`: a number that changes weekly; `day`: an ISO date. */
export function suggestionFor(
  picture: Picture | undefined,
  signals: readonly Signal[],
  { week, day }: { week: number; day: string },
): string {
  const fresh = (signal: Signal) => Date.parse(day) - Date.parse(signal.day) <= NEWS_DAYS * 86_400_000;
  const news = signals.filter((signal) => isOpen(signal) && fresh(signal));
  if (picture ? picture.average <= 2.5 : news.some(({ source }) => source === 'low' || source === 'drop'))
    return `${ask} Vraag ook wat het lichter maakt, en spreek één kleine stap af.`;
  const theme = picture?.themes[0] ?? news.find(({ source }) => source === 'theme')?.theme;
  if (theme) return byTheme[theme];
  return `${picture ? ask : 'Vraag in het werkoverleg hoe het gaat.'} ${general[week % general.length] ?? ''}`;
}

import { themeWords } from '../cards/words.ts';
import type { Picture } from '../snapshot/rules.ts';

const howItGoes: Record<Picture['average'], string> = {
  2: 'dat het zwaar is',
  2.5: 'dat het soms zwaar is',
  3: 'dat het gaat zoals het gaat',
  3.5: 'dat het best goed gaat',
  4: 'dat het goed gaat',
};

/** One question for a talk of the team, from what its picture shows and nothing else (trust:fewest-six). */
export function questionFor({ average, themes }: Picture): string {
  const occupies = `${themeWords(themes)} jullie ${themes.length === 1 ? 'bezighoudt' : 'bezighouden'}`;
  const what = themes.length > 0 ? `dat ${occupies}` : howItGoes[average];
  return `Wat heeft er het meest mee te maken ${what}?`;
}

/** What who leads a team does next, in the spirit of docs/method.md step 5.5: ask, see what is needed, and arrange it. */
export function stepFor({ average, themes }: Picture): string {
  if (average <= 2.5)
    return 'Stel deze vraag in het werkoverleg en luister eerst. Vraag wie hulp nodig heeft, en regel een buddy of coach.';
  if (themes.length > 0)
    return 'Stel deze vraag in het werkoverleg. Spreek samen één kleine stap af, met een naam en een datum.';
  return 'Stel deze vraag in het werkoverleg, en zeg wat je ermee doet.';
}

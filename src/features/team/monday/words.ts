import { capital } from '../../../language/capital.ts';
import { themeWords } from '../cards/words.ts';
import type { Picture } from '../snapshot/rules.ts';

const howItGoes: Record<Picture['average'], string> = {
  2: 'Het is zwaar',
  2.5: 'Het is soms zwaar',
  3: 'Het gaat zoals het gaat',
  3.5: 'Het gaat best goed',
  4: 'Het gaat goed',
};

/** One question for a talk of the team, from what its picture shows and nothing else (trust:fewest-six). */
export function questionFor({ average, themes }: Picture): string {
  const occupied = `${capital(themeWords(themes))} ${themes.length === 1 ? 'houdt' : 'houden'} jullie bezig`;
  return `${themes.length > 0 ? occupied : howItGoes[average]}. Waardoor komt dat vooral?`;
}

/** What who leads a team does next, in the spirit of docs/method.md step 5.5: ask, see what is needed, and arrange it. */
export function stepFor({ average, themes }: Picture): string {
  if (average <= 2.5)
    return 'Stel deze vraag in het werkoverleg en luister eerst. Vraag wie hulp nodig heeft, en regel een buddy of coach.';
  if (themes.length > 0)
    return 'Stel deze vraag in het werkoverleg. Spreek samen één kleine stap af, met een naam en een datum.';
  return 'Stel deze vraag in het werkoverleg, en zeg wat je ermee doet.';
}

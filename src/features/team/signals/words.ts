import { themes } from '../../../people/themes.ts';
import type { Signal, SignalState } from './signal.ts';

/** The states as the method calls them. */
export const stateWords: Record<SignalState, string> = {
  received: 'ontvangen',
  seeing: 'beeldvorming',
  judging: 'oordeelsvorming',
  deciding: 'besluit',
  answered: 'teruggekoppeld',
};

/** What a signal is about, for signals that were found by rule; undefined for one that somebody raised. */
export function foundWords({ source, theme }: Pick<Signal, 'source' | 'theme'>): string | undefined {
  if (source === 'drop') return 'Het gemiddelde is een punt of meer lager dan in de vier keer ervoor.';
  if (source === 'low') return '30 % of meer zit er zwaar of heel zwaar bij.';
  if (source === 'theme' && theme) return `Drie keer op rij genoemd: ${themes[theme]}.`;
  return undefined;
}

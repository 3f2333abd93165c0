import { capital } from '../language/capital.ts';
import type { AnyTable } from '../storage/index.ts';

/** So many days, in Dutch: in weeks or years where they make whole ones. */
function daysInWords(days: number): string {
  if (days === 1) return '1 dag';
  if (days >= 365) return `${Math.round(days / 365)} jaar`;
  return days % 7 === 0 && days > 7 ? `${days / 7} weken` : `${days} dagen`;
}

/** How long a table keeps what it holds, in Dutch, as its own retention says it (trust:kept-no-longer). */
export function keptWords({ retention }: Pick<AnyTable, 'retention'>): string {
  if ('forever' in retention) return retention.forever.replace(/\.$/, '');
  const { days, from, sooner } = retention;
  const kept = from === 'removed' ? `tot ${daysInWords(days)} nadat je uit Kompas bent` : daysInWords(days);
  return sooner ? `${kept}. ${capital(sooner.what)} ${daysInWords(sooner.days)}` : kept;
}

/** True for a table that holds something of somebody: all that a person may ask to see, and the official register. */
export const isAboutPeople = ({ person }: Pick<AnyTable, 'person'>): boolean =>
  person.kind !== 'none' || person.official === true;

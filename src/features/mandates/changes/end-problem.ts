import { dutchDay, isDate } from '../../../calendar/clock.ts';
import { noSuchDay } from '../../../conversation/unshown.ts';
import type { RegisterEntry } from '../register/register.ts';

/** What stands in the way of an entry ending on a day (ISO date; '' when none was chosen), in Dutch. Pure. */
export function endProblem({ id, from, until: ends }: RegisterEntry, until: string): string | undefined {
  if (until === '') return 'Kies de laatste dag waarop het mandaat nog geldt.';
  if (!isDate(until)) return noSuchDay('Laatste dag');
  if (ends !== undefined && until > ends)
    return `Dit mandaat eindigt al op ${dutchDay(ends)}. Wil je het verlengen? Typ “wijzig mandaat ${id}”.`;
  if (until < from) {
    const first = `Dit mandaat begint pas op ${dutchDay(from)}. Kies die dag of een latere.`;
    return `${first} Of wijzig de eerste dag: typ “wijzig mandaat ${id}”.`;
  }
  return undefined;
}

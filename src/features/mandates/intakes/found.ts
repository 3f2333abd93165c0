import type { Person } from '../../../people/person.ts';
import { colleaguesOf } from '../register/colleagues.ts';
import { createLookup } from '../register/lookup.ts';
import type { Register } from '../register/register.ts';
import { checkRegister } from '../review/check.ts';
import { findingLines, howManyFound } from '../review/finding-words.ts';

/** An import shows so many findings of each kind; `mandaat controle` shows them all. */
const MOST_FINDINGS = 3;

/** Gaps and conflicts, the most serious ones first. An import tells them at once. `day` is an ISO date, as `closures` are. */
export function foundIn(
  register: Register,
  day: string,
  people: readonly Person[],
  closures: readonly string[],
): string[] {
  const colleagues = people.length > 0 ? colleaguesOf([...people], [...closures]) : undefined;
  const found = checkRegister(createLookup(register), day, colleagues);
  return found.length === 0
    ? []
    : [
        `${howManyFound(found)}. Na de import zie je alles met “mandaatcontrole”.`,
        ...findingLines(found, MOST_FINDINGS),
      ];
}

/** "1 mandaat", "12 mandaten". */
export const counted = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`;

/** How much there is in a register. */
export const howMany = ({ entries, areas, tenures }: Register): string =>
  [
    counted(entries.length, 'mandaat', 'mandaten'),
    counted(areas.length, 'gebied', 'gebieden'),
    counted(tenures.length, 'functie', 'functies'),
  ].join(', ');

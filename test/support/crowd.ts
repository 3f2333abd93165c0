import type { Person } from '../../src/people/person.ts';
import { imported, somebody } from './bot.ts';

/** So many colleagues in other teams than Objecten West, from number 1,000 on; `change` says what is different. */
export function crowdOf(count: number, change: Partial<Person> = {}): Person[] {
  return Array.from({ length: count }, (_, n) =>
    imported(somebody(1_000 + n, `Collega ${n} Bakker`), { team: `team-${n % 60}`, ...change }),
  );
}

import type { Export } from '../../conversation/intake.ts';
import type { Needs } from '../../conversation/needs.ts';
import type { FileOffer } from '../../conversation/offer.ts';
import { writeCsv } from '../../files/write-csv.ts';
import { hasAccess } from '../../people/access.ts';
import { peopleColumns } from '../../people/import-rules.ts';
import { isPresent } from '../../people/person.ts';
import type { Tools } from '../module.ts';

export const PEOPLE_FILE = 'mensen';

/** The list of people as an import reads it: what the municipality decides, and nothing that people set or answered themselves. */
export function peopleExport(
  { people, settings, audit, now, administrators }: Tools,
  needs: Needs,
): { files: Record<string, FileOffer>; exports: Export[] } {
  const offer: FileOffer = {
    title: 'Mensen',
    needs: { who: ['beheerder'] },
    allowed: async (directoryId) =>
      hasAccess('beheerder', directoryId, await people.find(directoryId), administrators),
    make: async (directoryId) => {
      const [everybody, { teams, ended }] = await Promise.all([people.everybody(), settings.read()]);
      const named = new Map([...ended, ...teams].map(({ key, name }) => [key, name]));
      await audit.record(directoryId, 'mensen geëxporteerd', 'iedereen', { at: now(), name: PEOPLE_FILE });
      return {
        name: 'mensen.csv',
        type: 'text/csv; charset=utf-8',
        body: writeCsv(
          peopleColumns,
          everybody
            .filter(isPresent)
            .map((person) => [
              person.id,
              person.name,
              person.upn,
              named.get(person.team) ?? person.team,
              person.directoryId ?? '',
              person.role ?? '',
              person.secondRole ?? '',
              person.access.join(', '),
              person.workdays.join(', '),
            ]),
        ),
      };
    },
  };
  return { files: { [PEOPLE_FILE]: offer }, exports: [{ title: 'Mensen', file: PEOPLE_FILE, needs }] };
}

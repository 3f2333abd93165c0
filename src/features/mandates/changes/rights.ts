import type { Turn } from '../../../conversation/turn.ts';
import { hasAccess } from '../../../people/access.ts';
import type { Settings } from '../../../people/municipality.ts';
import { isPresent, type Person } from '../../../people/person.ts';

export interface RightsTools {
  everybody(): Promise<Person[]>;
  readSettings(): Promise<Settings>;
}

/**
 * Who may propose and decide. Rests on the directory id of the verified activity
 * (trust:rights-on-verified-id).
 */
export function rightsOf({ everybody, readSettings }: RightsTools) {
  /** Where a municipality has one mandaatbeheerder, the second person that was named for it decides too. */
  async function mayDecide(turn: Turn): Promise<boolean> {
    const person = await turn.person();
    if (hasAccess('mandaatbeheerder', turn.directoryId, person, [])) return true;
    const { municipality } = await readSettings();
    return person !== undefined && municipality.secondRegistrar === person.upn;
  }

  const mayPropose = async (turn: Turn) =>
    hasAccess('mandaatbeheerder', turn.directoryId, await turn.person(), []);

  async function deciders(except: string): Promise<Person[]> {
    const [people, { municipality }] = await Promise.all([everybody(), readSettings()]);
    return people.filter(
      (person) =>
        isPresent(person) &&
        person.directoryId !== except &&
        (person.access.includes('mandaatbeheerder') || person.upn === municipality.secondRegistrar),
    );
  }

  return { mayDecide, mayPropose, deciders };
}

export type Rights = ReturnType<typeof rightsOf>;

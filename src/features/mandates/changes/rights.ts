import { colleagueAlone, type Needs } from '../../../conversation/needs.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { hasAccess } from '../../../people/access.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { notForYou } from './replies.ts';

/** Proposing a change of the register. */
export const keeping: Needs = {
  who: ['mandaatbeheerder'],
  where: 'own chat',
  typed: 'nieuw mandaat',
  refusals: { who: notForYou },
};
/** Deciding on one: the second person stands in the settings. */
export const deciders: Needs = {
  ...colleagueAlone,
  typed: 'voorstellen',
  checked: 'is mandaatbeheerder, of de tweede persoon',
  refusals: { who: notForYou },
};

export interface RightsTools extends Pick<Tools, 'everybody' | 'settings'> {}

/** Who may propose and decide. Rests on the directory id of the verified activity (trust:rights-on-verified-id). */
export function rightsOf({ everybody, settings }: RightsTools) {
  /** Where a municipality has one mandaatbeheerder, the second person that was named for it decides too. */
  async function mayDecide(turn: Turn): Promise<boolean> {
    const person = await turn.person();
    if (hasAccess('mandaatbeheerder', turn.directoryId, person, [])) return true;
    const { municipality } = await turn.settings();
    return person !== undefined && municipality.secondRegistrar === person.upn;
  }

  async function deciders(except: string): Promise<Person[]> {
    const [people, { municipality }] = await Promise.all([everybody(), settings.read()]);
    return people.filter(
      (person) =>
        isPresent(person) &&
        person.directoryId !== except &&
        (person.access.includes('mandaatbeheerder') || person.upn === municipality.secondRegistrar),
    );
  }

  return { mayDecide, deciders };
}

export type Rights = ReturnType<typeof rightsOf>;

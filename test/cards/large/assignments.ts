import { registrations } from '../../../src/features/roles/content/registrations.ts';
import { roles } from '../../../src/features/roles/index.ts';
import { ibroRoles } from '../../../src/people/person.ts';
import { account, type Town } from '../../support/town.ts';
import { kinds, teamKeys } from './people.ts';
import { at, nameOf, textOf, upTo } from './words.ts';

/** Somebody of the first team, with a role and a question about another. */
export const WHO = account(7);
const [HELD, PARTIES] = [200, 40];
const day = '2026-11-20';

/** Roles of many, in as many areas as a form takes; and parties with the longest names. */
export async function bringAssignments(town: Town): Promise<void> {
  const { assignments, parties, pointsMark } = town.core.opened(roles);
  const people = await town.core.people.everybody();
  const { areas } = (await town.core.register.current()).lookup.register;
  for (const n of upTo(HELD).map((one) => one + 1)) {
    const { team, directoryId } = people.find(({ id }) => id === `p${n}`) ?? {};
    if (!team || !directoryId) throw new Error('everybody in this town has a team and an account');
    const by = pointsMark.of(directoryId, account(kinds.manager));
    const points = {
      technique: textOf('Script', 200),
      process: textOf('Keten', 200),
      together: textOf('Samen', 200),
      by,
    };
    const assigned = {
      team,
      roles: [
        { role: at(ibroRoles, n), registrations: registrations.slice(0, 5) },
        { role: at(ibroRoles, n + 1), registrations: [] },
      ],
      areas: areas.slice(n % 100, (n % 100) + 5).map(({ code }) => code),
      from: day,
    };
    const past = upTo(12).map(() => ({ team, roles: assigned.roles, from: day, until: day }));
    const asked = n % 3 === 1 ? { ...assigned, day, points } : undefined;
    await assignments.change(directoryId, day, () => ({
      version: 3,
      held: { ...assigned, agreed: day, points },
      asked,
      past,
    }));
  }
  for (const n of upTo(PARTIES))
    await parties.save(
      {
        id: `A-000000${`${n}`.padStart(2, '0')}`,
        team: at(teamKeys, 0),
        role: { role: at(ibroRoles, n), registrations: registrations.slice(0, 5) },
        areas: areas.slice(0, 5).map(({ code }) => code),
        organisation: nameOf(`Geobureau ${n}`, 80),
        contact: n % 2 === 0 ? nameOf('servicedesk', 120) : '',
        from: day,
        day,
        version: 1,
      },
      0,
    );
}

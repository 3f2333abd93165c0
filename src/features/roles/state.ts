import pMap from 'p-map';
import { ibroRoles, isPresent, oncePerAccount, respondents } from '../../people/person.ts';
import type { Services } from '../module.ts';
import type { AssignmentStore, PartyStore } from './assignments/store.ts';
import type { ReadRoleHolders, ReadRolesState } from './contract.ts';
import { FEWEST } from './picture/rules.ts';
import type { PictureStore } from './picture/store.ts';

const AT_ONCE = 8;

interface StateTools extends Pick<Services, 'people' | 'settings'> {
  taskPictures: Pick<PictureStore, 'of'>;
  assignments: Pick<AssignmentStore, 'all'>;
  parties: Pick<PartyStore, 'all'>;
}

/**
 * Reads how far tasks and roles are, from what is published already: pictures of teams, which exist from six confirmed matrices on
 * (trust:fewest-six), and roles that everybody may read. Nothing else of a matrix is looked at.
 */
export function rolesState({
  people,
  settings,
  taskPictures,
  assignments,
  parties,
}: StateTools): ReadRolesState {
  return async () => {
    const [everybody, { teams }, rows, outside] = await Promise.all([
      people.everybody(),
      settings.recent(),
      assignments.all(),
      parties.all(),
    ]);
    const here = oncePerAccount(everybody.filter(isPresent));
    const sizes = teams.map((team) => ({
      key: team.key,
      size: respondents(
        team,
        here.filter((one) => one.team === team.key),
      ).length,
    }));
    const large = sizes.filter(({ size }) => size >= FEWEST);
    const pictures = await pMap(large, ({ key }) => taskPictures.of(key), { concurrency: AT_ONCE });
    const held = new Set([
      ...here.flatMap(({ directoryId = '', team }) => {
        const agreed = rows.get(directoryId)?.held;
        return agreed?.team === team ? agreed.roles.map(({ role }) => role) : [];
      }),
      ...outside.map(({ role }) => role.role),
    ]);
    return {
      large: large.length,
      small: sizes.filter(({ size }) => size > 0 && size < FEWEST).length,
      pictured: pictures.filter((one) => one !== undefined).length,
      unheld: ibroRoles.filter((role) => !held.has(role)),
    };
  };
}

/** Reads who holds which role, by name and team. Two ranges. */
export function roleHolders({
  people,
  settings,
  assignments,
  parties,
}: Omit<StateTools, 'taskPictures'>): ReadRoleHolders {
  return async () => {
    const [everybody, { teams }, rows, outside] = await Promise.all([
      people.everybody(),
      settings.recent(),
      assignments.all(),
      parties.all(),
    ]);
    const teamName = (key: string) => teams.find((one) => one.key === key)?.name ?? '';
    const held = [
      ...oncePerAccount(everybody.filter(isPresent)).flatMap(({ directoryId = '', name, team }) => {
        const agreed = rows.get(directoryId)?.held;
        const theirs = agreed?.team === team ? agreed.roles : [];
        return theirs.map(({ role }) => ({ role, name, team: teamName(team) }));
      }),
      ...outside.map(({ role, organisation, team }) => ({
        role: role.role,
        name: organisation,
        team: teamName(team),
      })),
    ];
    return ibroRoles.map((role) => ({
      role,
      holders: held
        .filter((one) => one.role === role)
        .map(({ name, team }) => ({ name, team }))
        .sort((a, b) => a.team.localeCompare(b.team, 'nl') || a.name.localeCompare(b.name, 'nl')),
    }));
  };
}

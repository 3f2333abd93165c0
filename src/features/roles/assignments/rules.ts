import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import type { Duty, DutyHeld } from '../../mandates/contract.ts';
import type { RoleFor } from './assignment.ts';
import { type Checkers, checkersIn } from './checkers.ts';
import type { Places } from './places.ts';
import { covers, overlapOf, type Scope, scopesOf, widest } from './scope.ts';

/** Somebody who holds a role: a colleague who agreed to it, or a party outside the municipality. */
export interface Holder {
  /** Directory id of a colleague, or the id of what was recorded of a party. */
  id: string;
  /** Of the colleague or the organisation. */
  name: string;
  /** The key of the team that it was made for. */
  team: string;
  roles: readonly RoleFor[];
  areas: readonly string[];
  /** ISO date from which it holds. */
  from: string;
  /** ISO date on which something else begins in its place; missing for what was agreed to last. */
  until?: string;
  /** Of a party: how to reach it, '' when nobody wrote that down. */
  contact?: string;
}

/** What one who leads a team, and who keeps the register, is warned of. Nothing of it is refused. */
export type Warning =
  | { kind: 'own-work' | 'one-head' | 'escalation'; who: Holder; scopes: readonly Scope[] }
  | { kind: 'own-work-other'; who: Holder; scopes: readonly Scope[]; others: readonly string[] }
  | { kind: 'no-deputy'; who: Holder; role: IbroRole; scopes: readonly Scope[] }
  | { kind: 'nobody'; team: string; roles: readonly IbroRole[] }
  | { kind: 'no-contact' | 'moved' | 'left'; who: Holder }
  | { kind: 'role-only' | 'register-only'; who: Holder; duty: Duty; scopes: readonly Scope[] }
  | { kind: 'people-file'; who: Holder; inFile: readonly IbroRole[]; notInFile: readonly IbroRole[] };

/** Everything that there is to look at. */
export interface Around {
  /** Who holds a role anywhere in the municipality, whom the warnings are about among them. */
  holders: readonly Holder[];
  register: readonly DutyHeld[];
  places: Places;
}

/** The duty that is the core of a role; automating is none that has to be kept apart. */
export const dutyOfRole: Partial<Record<IbroRole, Duty>> = {
  Objectregistrator: 'verwerken',
  Kwaliteitscoördinator: 'valideren',
  Objectregisseur: 'regie',
};
const checks: readonly Duty[] = ['valideren', 'goedkeuren'];

/** That somebody does a duty somewhere, by a role that they hold or by what the register says. */
export interface Claim {
  who: string;
  name: string;
  duty: Duty;
  scope: Scope;
  by: 'role' | 'register';
}

const whoIs = ({ directoryId, name }: DutyHeld) => directoryId ?? `name:${name}`;

/** All that anybody does, and who checks each part of it: for many who are looked at, made once. */
export interface Work {
  claims: readonly Claim[];
  checkers: readonly Checkers[];
}

export function workOf(around: Pick<Around, 'holders' | 'register'>): Work {
  const claims = claimsOf(around);
  return { claims, checkers: checkersIn(claims, checks) };
}

/** All that anybody does, by role or by the register. */
function claimsOf({ holders, register }: Pick<Around, 'holders' | 'register'>): Claim[] {
  return [
    ...holders.flatMap(({ id, name, roles, areas }) =>
      roles.flatMap((one) => {
        const duty = dutyOfRole[one.role];
        const by = 'role' as const;
        return duty ? scopesOf(one, areas).map((scope) => ({ who: id, name, duty, scope, by })) : [];
      }),
    ),
    ...register.map(
      (held): Claim => ({
        who: whoIs(held),
        name: held.name,
        duty: held.duty,
        scope: { registration: held.registration, area: held.area },
        by: 'register',
      }),
    ),
  ];
}

/** Where two kinds of claims of one person meet, of which one at least comes from a role. */
function meeting(some: readonly Claim[], others: readonly Claim[], places: Places): Scope[] {
  return some.flatMap((one) =>
    others.flatMap((other) =>
      one.by === 'role' || other.by === 'role' ? (overlapOf(one.scope, other.scope, places) ?? []) : [],
    ),
  );
}

const isOf = (duties: readonly Duty[]) => (claim: Claim) => duties.includes(claim.duty);

/**
 * Who processes and checks: where nobody else can check it, and where another has to, by name (docs/method.md, "Contradictions":
 * combining is normal, validating one's own work is not).
 */
function ownWork(who: Holder, { claims, checkers }: Work, places: Places): Warning[] {
  const own = claims.filter((claim) => claim.who === who.id);
  const both = meeting(own.filter(isOf(['verwerken'])), own.filter(isOf(checks)), places);
  if (both.length === 0) return [];
  const others = checkers.filter(({ names }) => names.size > 1 || !names.has(who.id));
  const able = (scope: Scope) => others.filter((other) => covers(other.scope, scope, places));
  const hasOther = (scope: Scope) => others.some((other) => covers(other.scope, scope, places));
  const alone = widest(
    both.filter((scope) => !hasOther(scope)),
    places,
  );
  const checked = widest(both.filter(hasOther), places);
  const named = new Map(checked.flatMap(able).flatMap(({ names }) => [...names]));
  named.delete(who.id);
  return [
    ...(alone.length > 0 ? [{ kind: 'own-work' as const, who, scopes: alone }] : []),
    ...(checked.length > 0
      ? [
          {
            kind: 'own-work-other' as const,
            who,
            scopes: checked,
            others: [...new Set(named.values())].sort(),
          },
        ]
      : []),
  ];
}

/** Who directs what they process or check themselves, where no other Objectregisseur is free of it: a dispute has nowhere to go. */
function escalation(who: Holder, claims: readonly Claim[], places: Places): Warning[] {
  if (!who.roles.some(({ role }) => role === 'Objectregisseur')) return [];
  const worked = isOf(['verwerken', ...checks]);
  const own = claims.filter((claim) => claim.who === who.id);
  const isFree = (id: string, scope: Scope) =>
    !claims.some((claim) => claim.who === id && worked(claim) && overlapOf(claim.scope, scope, places));
  const scopes = meeting(own.filter(isOf(['regie'])), own.filter(worked), places).filter(
    (scope) =>
      !claims.some(
        (other) =>
          other.who !== who.id &&
          other.duty === 'regie' &&
          covers(other.scope, scope, places) &&
          isFree(other.who, scope),
      ),
  );
  return scopes.length > 0 ? [{ kind: 'escalation', who, scopes: widest(scopes, places) }] : [];
}

/** The registrations of which somebody is the only one who holds any role. */
function oneHead(who: Holder, { holders, places }: Around): Scope[] {
  const touched = holders
    .filter(({ id }) => id !== who.id)
    .flatMap(({ roles, areas }) => roles.flatMap((one) => scopesOf(one, areas)));
  const registrations = new Set(
    who.roles.flatMap((one) => scopesOf(one, [])).map(({ registration }) => registration),
  );
  const scopes = [...registrations].map((registration) => ({ registration, area: '' }));
  return scopes.filter((scope) => !touched.some((other) => overlapOf(other, scope, places)));
}

/** True for somebody who can step in for a role: who holds it too, for all of that. */
const canStepIn = (
  { roles, areas }: Pick<Holder, 'roles' | 'areas'>,
  role: IbroRole,
  scope: Scope,
  places: Places,
): boolean =>
  roles.some((one) => one.role === role && scopesOf(one, areas).some((wide) => covers(wide, scope, places)));

/** Who steps in for one part of a role, by name: nobody where there are none. */
export interface StepIn {
  scope: Scope;
  names: readonly string[];
}

/**
 * Who steps in for a role of somebody, part by part: who holds it too for all of that part, those of the same team first, and who the
 * register names as deputy. The rolkaart and the warnings both say what follows from it.
 */
export function stepsInFor(who: Holder, one: RoleFor, { holders, register, places }: Around): StepIn[] {
  const duty = dutyOfRole[one.role];
  const others = holders
    .filter(({ id }) => id !== who.id)
    .sort(
      (a, b) =>
        Number(b.team === who.team) - Number(a.team === who.team) || a.name.localeCompare(b.name, 'nl'),
    );
  const deputies = register.filter(
    (held) => duty !== undefined && held.as === 'deputy' && held.duty === duty && whoIs(held) !== who.id,
  );
  return scopesOf(one, who.areas).map((scope) => ({
    scope,
    names: [
      ...new Set([
        ...others.filter((other) => canStepIn(other, one.role, scope, places)).map(({ name }) => name),
        ...deputies
          .filter((held) => covers(held, scope, places) && !others.some(({ id }) => id === whoIs(held)))
          .map(({ name }) => `${name} (mandatenregister)`),
      ]),
    ],
  }));
}

/** The roles of somebody for which nobody steps in. */
function noDeputy(who: Holder, around: Around, alone: readonly Scope[]): Warning[] {
  const { places } = around;
  return who.roles.flatMap((one): Warning[] => {
    const scopes = stepsInFor(who, one, around)
      .filter(({ names }) => names.length === 0)
      .map(({ scope }) => scope)
      .filter(({ registration }) => !alone.some((other) => other.registration === registration));
    return scopes.length > 0
      ? [{ kind: 'no-deputy', who, role: one.role, scopes: widest(scopes, places) }]
      : [];
  });
}

/** What the register says otherwise than the roles of somebody do. Of what it says nothing about, nothing is different. */
function differences(who: Holder, { register, places }: Around): Warning[] {
  const own = register.filter((held) => whoIs(held) === who.id);
  const roleOf = (role: IbroRole) => who.roles.filter((one) => one.role === role);
  return ibroRoles.flatMap((role): Warning[] => {
    const duty = dutyOfRole[role];
    if (!duty) return [];
    const counts = (held: DutyHeld) =>
      held.duty === duty || (duty === 'valideren' && held.duty === 'goedkeuren');
    const known = register.filter(counts);
    const mine = own.filter(counts);
    const scopes = roleOf(role).flatMap((one) => scopesOf(one, who.areas));
    const missing = scopes.filter(
      (scope) =>
        known.some((held) => overlapOf(held, scope, places)) &&
        !mine.some((held) => overlapOf(held, scope, places)),
    );
    const extra = own
      .filter((held) => held.duty === duty && held.as === 'holder')
      .filter((held) => !scopes.some((scope) => overlapOf(held, scope, places)))
      .map(({ registration, area }) => ({ registration, area: places.plain(area) }));
    return [
      ...(missing.length > 0
        ? [{ kind: 'role-only' as const, who, duty, scopes: widest(missing, places) }]
        : []),
      ...(extra.length > 0
        ? [{ kind: 'register-only' as const, who, duty, scopes: widest(extra, places) }]
        : []),
    ];
  });
}

/** What there is to say about one who holds a role, the weightiest first. They are among the holders. */
export function warningsAbout(who: Holder, around: Around, work: Work = workOf(around)): Warning[] {
  const { places } = around;
  const isParty = who.contact !== undefined;
  const alone = oneHead(who, around);
  return [
    ...ownWork(who, work, places),
    ...escalation(who, work.claims, places),
    ...(alone.length > 0 ? [{ kind: 'one-head' as const, who, scopes: alone }] : []),
    ...(isParty ? [] : noDeputy(who, around, alone)),
    ...(isParty ? [] : differences(who, around)),
    ...(who.contact === '' ? [{ kind: 'no-contact' as const, who }] : []),
  ];
}

/** The roles that nobody holds in a team, nor elsewhere for what that team is for. */
export function unheldIn(team: string, { holders, places }: Pick<Around, 'holders' | 'places'>): Warning[] {
  const scopesOfAll = ({ roles, areas }: Holder) => roles.flatMap((one) => scopesOf(one, areas));
  const inTeam = holders.filter((one) => one.team === team);
  const scopes = inTeam.flatMap(scopesOfAll);
  const near = holders.filter(
    (one) =>
      one.team === team ||
      scopesOfAll(one).some((other) => scopes.some((scope) => overlapOf(other, scope, places))),
  );
  const held = new Set(near.flatMap(({ roles }) => roles.map(({ role }) => role)));
  const missing = ibroRoles.filter((role) => !held.has(role));
  return missing.length > 0 ? [{ kind: 'nobody', team, roles: missing }] : [];
}

/** Where the people file gives somebody other roles, only those that differ; undefined where it gives none, or the same. */
export function fileDifference(who: Holder, inFile: readonly IbroRole[]): Warning | undefined {
  const roles = new Set(who.roles.map(({ role }) => role));
  const onlyInFile = [...new Set(inFile)].filter((role) => !roles.has(role));
  const notInFile = [...roles].filter((role) => !inFile.includes(role));
  const isSame = onlyInFile.length + notInFile.length === 0;
  return inFile.length === 0 || isSame
    ? undefined
    : { kind: 'people-file', who, inFile: onlyInFile, notInFile };
}

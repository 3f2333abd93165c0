import type { Audit } from './audit.ts';
import { withoutNames } from './changing/setting.ts';
import type { Changing, Settings, Team } from './municipality.ts';
import { isPresent, type Person } from './person.ts';
import type { SettingsStore } from './settings.ts';

/** What the settings record of people by their UPN. The confidential counsellor is a published contact and none of these. */
export type Duty =
  /** Leads a team beside the managers who are in it; `last` when nobody else is recorded for that. */
  | { kind: 'leads'; team: Team; last: boolean }
  /** Takes signals for the works council; `last` when nobody else does. */
  | { kind: 'worksCouncil'; last: boolean }
  | { kind: 'secondRegistrar' }
  | { kind: 'partner'; label: string };

/** What each duty is called, as in the log behind the word "instellingen". */
export const dutyWords: Record<Duty['kind'], string> = {
  leads: 'leidinggevende',
  worksCouncil: 'ondernemingsraad-contact',
  secondRegistrar: 'tweede persoon',
  partner: 'gesprekspartner',
};

/** What the settings record of whoever has one of these UPNs (lower case), ended teams included. */
export function dutiesOf({ municipality, teams, ended }: Settings, upns: readonly string[]): Duty[] {
  const { worksCouncil, secondRegistrar, partners } = municipality;
  const isTheirs = (upn: string | undefined) => upn !== undefined && upns.includes(upn);
  const led = [...teams, ...ended].filter(({ managers = [] }) => managers.some(isTheirs));
  return [
    ...led.map((team) => ({ kind: 'leads' as const, team, last: team.managers?.every(isTheirs) === true })),
    ...(worksCouncil.some(isTheirs)
      ? [{ kind: 'worksCouncil' as const, last: worksCouncil.every(isTheirs) }]
      : []),
    ...(isTheirs(secondRegistrar) ? [{ kind: 'secondRegistrar' as const }] : []),
    ...partners.filter(({ upn }) => isTheirs(upn)).map(({ label }) => ({ kind: 'partner' as const, label })),
  ];
}

/**
 * Takes these UPNs out of all settings: a right that hangs on an address would go to whoever gets the address
 * next. Gives what fell open. The log names what it was and not whose. A repeat changes nothing, and after a
 * break the next call gives and logs what was still to do.
 */
export async function endDuties(
  { settings, audit }: { settings: SettingsStore; audit: Audit },
  who: string,
  upns: readonly string[],
): Promise<Duty[]> {
  if (upns.length === 0) return [];
  const now = await settings.read();
  const duties = dutiesOf(now, upns);
  // Logged first: once the UPNs are out of the settings, nothing tells any more what fell open. After a break
  // in between, the same line is in the log twice.
  for (const duty of duties)
    await audit.record(
      who,
      `instellingen ${dutyWords[duty.kind]} vervalt`,
      duty.kind === 'leads' ? duty.team.key : 'gemeente',
    );
  const stays = (upn: string | undefined) => upn === undefined || !upns.includes(upn);
  for (const duty of duties) {
    if (duty.kind !== 'leads') continue;
    await settings.changeTeam(duty.team.key, ({ managers = [], ...now }) => {
      const left = managers.filter(stays);
      return left.length > 0 ? { ...now, managers: left } : now;
    });
  }
  if (duties.some(({ kind }) => kind !== 'leads'))
    await settings.changeMunicipality(({ worksCouncil, secondRegistrar, partners, ...now }) => ({
      ...now,
      worksCouncil: worksCouncil.filter(stays),
      ...(stays(secondRegistrar) ? { secondRegistrar } : {}),
      partners: partners.filter(({ upn }) => stays(upn)),
    }));
  await forgetBefore(settings, now, upns);
  return duties;
}

/** Takes these UPNs out of what stood in the settings before: nobody puts them back then. */
async function forgetBefore(
  settings: SettingsStore,
  { municipality, teams, ended }: Settings,
  upns: readonly string[],
): Promise<void> {
  // What a duty took out of the settings just now was no change of an administrator: nothing of it is kept.
  const names = <S extends Changing>(one: S) => withoutNames(one, upns) !== one;
  for (const team of [...teams, ...ended].filter(names))
    await settings.changeTeam(team.key, (then) => withoutNames(then, upns));
  if (names(municipality)) await settings.changeMunicipality((then) => withoutNames(then, upns));
}

const samePerson = (a: Person, b: Person) =>
  a.id === b.id || (a.directoryId !== undefined && a.directoryId === b.directoryId);

/**
 * The UPNs that have another holder after a change of people, or none any more: of somebody who left, of
 * somebody whose address changed, and of somebody who left while a newcomer got the same address. A UPN that
 * nobody had before is left alone: it is of somebody from outside.
 */
export function releasedUpns(before: readonly Person[], after: readonly Person[]): string[] {
  const holders = Map.groupBy(after.filter(isPresent), ({ upn }) => upn);
  return [...Map.groupBy(before, ({ upn }) => upn)].flatMap(([upn, rows]) => {
    const present = rows.filter(isPresent);
    const had = present.length > 0 ? present : rows;
    const has = holders.get(upn) ?? [];
    return had.every((one) => has.some((other) => samePerson(one, other))) ? [] : [upn];
  });
}

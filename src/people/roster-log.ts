import type { Audit } from './audit.ts';
import { movedWords } from './import-log.ts';
import type { Settings } from './municipality.ts';
import type { Access, Person } from './person.ts';
import { noRights } from './roster-rows.ts';

/** Who is known to have changed a roster, and where that is written down. */
export interface RosterLog {
  audit: Pick<Audit, 'record'>;
  by: string;
  /** The settings as they were when first asked for. */
  current(): Promise<Pick<Settings, 'teams'>>;
}

/**
 * Writes down which rights somebody loses by a roster, and gives them: their row is written without those afterwards, so that
 * a break in between gives the same line twice, but none too few.
 */
export async function logLostRights(
  { audit, by }: Pick<RosterLog, 'audit' | 'by'>,
  { id, access }: Person,
  kept: readonly Access[] = [],
): Promise<Access[]> {
  const lost = access.filter((right) => !noRights.includes(right) && !kept.includes(right));
  if (lost.length > 0) await audit.record(by, `rechten vervallen: ${lost.join(', ')}`, id);
  return lost;
}

/** Writes down who comes into which team by a roster, before their row is there; `from` is the team that they leave for it. */
export async function logCame(
  { audit, by, current }: RosterLog,
  id: string,
  { to, from = to }: { to: string; from?: string },
): Promise<void> {
  const { teams } = await current();
  const nameOf = (team: string) => teams.find(({ key }) => key === team)?.name ?? team;
  const team = from === to ? `team ${nameOf(to)}` : movedWords(nameOf(from), nameOf(to));
  await audit.record(by, `in het team door Teams: ${team}`, id);
}

import { slipsBetween } from '../../language/slips.ts';
import type { Duty } from '../../people/duties.ts';
import type { PlannedPeople } from '../../people/import.ts';
import type { Team } from '../../people/municipality.ts';

/** Names that differ in no more letters than this may be the same team. */
const LIKELY_SLIP = 2;

/** The name of a known team of which this may be a misspelling. */
function likeTeam({ key }: { key: string }, known: readonly Team[]): string | undefined {
  return known
    .map((team) => ({ name: team.name, slips: slipsBetween(key, team.key) }))
    .filter(({ slips }) => slips <= LIKELY_SLIP)
    .sort((a, b) => a.slips - b.slips)[0]?.name;
}

/** The teams that come with a file, a line each. */
export const newTeamsInWords = ({ newTeams, knownTeams }: PlannedPeople): string[] =>
  newTeams.map((team) => {
    const like = likeTeam(team, knownTeams);
    return `nieuw team: ${team.name}${like ? `. Let op: dit lijkt op ${like}. Klopt de naam?` : ''}`;
  });

/** How to record somebody for a duty: what to type or tap, by the duty's own words. */
export type Appoint = (what: string) => string;

/** What is open once whoever was recorded for it left; nothing for a team that is no more. */
export function openInWords(duty: Duty, appoint: Appoint): string[] {
  if (duty.kind === 'worksCouncil')
    return duty.last
      ? [`de ondernemingsraad heeft geen contact meer voor signalen. ${appoint('ondernemingsraad-contact')}`]
      : [];
  if (duty.kind === 'secondRegistrar')
    return [`er is geen tweede persoon voor mandaten meer. ${appoint('tweede-persoon')}`];
  if (duty.kind === 'partner')
    return [`gesprekspartner ${duty.label} is weg. ${appoint(`gesprekspartner "${duty.label}"`)}`];
  const { name, ended } = duty.team;
  if (ended) return [];
  return duty.last
    ? [
        `${name} heeft geen leidinggevende meer van buiten het team. ${appoint(`leidinggevenden --team "${name}"`)}`,
      ]
    : [`${name} heeft één leidinggevende van buiten het team minder.`];
}

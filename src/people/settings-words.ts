import { dutchDay } from '../calendar/clock.ts';
import { municipalitySettings } from './changing/municipality-settings.ts';
import { department, managers, rhythm } from './changing/team-settings.ts';
import { consentGiven, type Settings, type Team } from './municipality.ts';

/** A team with its rhythm, department, who leads it from outside and whether it has a channel, in one Dutch line. */
export function teamInWords(team: Team): string {
  return [
    `Team ${team.name}: ${rhythm.words(team)}`,
    ...(department.isSet(team) ? [`afdeling ${department.words(team)}`] : []),
    ...(managers.isSet(team) ? [`geleid door ${managers.words(team)}`] : []),
    ...(team.channel ? ['met teamkanaal'] : []),
  ].join(', ');
}

/** All settings as Dutch lines, for the command line and for a file. */
export function settingsInWords({ municipality, teams, ended }: Settings): string[] {
  return [
    ...municipalitySettings.map(({ title, words }) => `${title}: ${words(municipality)}`),
    `Check-ins: ${consentGiven(municipality) ? 'mogen verstuurd worden' : 'gaan nog niet uit'}`,
    ...teams.map(teamInWords),
    ...ended.map(({ name, ended: day = '' }) => `Team ${name}: opgeheven op ${dutchDay(day)}`),
  ];
}

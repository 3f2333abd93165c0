import type { Command } from 'commander';
import { today } from '../../calendar/clock.ts';
import { weekdays } from '../../calendar/weekdays.ts';
import { settingsCommand } from '../../cli/settings-command.ts';
import { InputError, OPERATOR, print } from '../../cli/terminal.ts';
import type { FormValues } from '../../conversation/form.ts';
import { applySetting, inTeam } from '../../people/changing/applying.ts';
import type { Setting } from '../../people/changing/setting.ts';
import { department, managers, rhythm } from '../../people/changing/team-settings.ts';
import type { Team } from '../../people/municipality.ts';
import { teamInWords } from '../../people/settings-words.ts';
import type { Services, Session } from '../module.ts';
import { reopenedWords } from './ending.ts';
import type { TeamStores } from './open.ts';

async function teamNamed(name: string, { settings }: Services): Promise<Team> {
  const { teams } = await settings.read();
  const team = teams.find((one) => one.name === name || one.key === name);
  if (!team) throw new InputError(`Ik ken het team ${name} niet.`);
  return team;
}

/** Changes a setting of one team, found by its name or key, by what was typed behind its command. */
async function save(
  session: Session<TeamStores>,
  setting: Setting<Team>,
  name: string,
  typed: FormValues,
): Promise<void> {
  await session.open(async (services, { ending }) => {
    const { people, settings, now } = services;
    const team = await teamNamed(name, services);
    const [everybody, current] = await Promise.all([people.everybody(), settings.read()]);
    const context = { day: today(now()).toString(), people: everybody, settings: current };
    const read = setting.read(typed, team, context);
    if ('problems' in read) throw new InputError(read.problems.join(' '));
    const problem = await ending.leavingProblem(team, read.change(team), current);
    if (problem) throw new InputError(problem);
    const result = await applySetting(services, setting, inTeam(settings, team), read.change, {
      who: OPERATOR,
    });
    if (result === 'gone') throw new InputError(`Het team ${name} is weg.`);
    if ('done' in result) print(session, `Bewaard. ${teamInWords(result.done)}.`);
  });
}

/** Ends a team: nobody is in it any more, since it merged, split or stopped. */
async function endTeam(session: Session<TeamStores>, name: string): Promise<void> {
  await session.open(async (services, { ending }) => {
    const team = await teamNamed(name, services);
    const [everybody, current] = await Promise.all([services.people.everybody(), services.settings.read()]);
    const problem = await ending.endingProblem(team, everybody, current);
    if (problem) throw new InputError(problem);
    await ending.end(team, OPERATOR);
    print(session, `${team.name} is opgeheven.`);
  });
}

/** Brings an ended team back. */
async function reopenTeam(session: Session<TeamStores>, name: string): Promise<void> {
  await session.open(async (services, { ending }) => {
    const { teams, ended } = await services.settings.read();
    const isIt = (one: Team) => one.name === name || one.key === name;
    const team = ended.find(isIt);
    if (!team)
      throw new InputError(
        teams.some(isIt) ? `Het team ${name} is niet opgeheven.` : `Ik ken het team ${name} niet.`,
      );
    await ending.reopen(team, OPERATOR);
    print(session, `${team.name} is terug. ${reopenedWords(team)}`);
  });
}

/** `instellingen …`: what holds for one team. */
export function addTeamCommands(program: Command, session: Session<TeamStores>): void {
  const settings = settingsCommand(program);
  const ofTeam = (command: string, description: string) =>
    settings.command(command).description(description).requiredOption('--team <naam>', 'naam van het team');
  ofTeam('ritme', 'wanneer de check-in van een team opent; hij sluit altijd vrijdag om 15.00 uur')
    .option('--weken <aantal>', 'elke 1, 2 of 4 weken')
    .option('--dag <dag>', `een van ${weekdays.slice(0, 5).join(', ')}`)
    .option('--tijd <uu:mm>', 'bijvoorbeeld 10:00')
    .option('--vanaf <datum>', 'een dag in een week waarin hij opent, jjjj-mm-dd')
    .action(({ team: name = '', weken, dag, tijd, vanaf }: Record<string, string>) =>
      save(session, rhythm, name, { everyWeeks: weken, day: dag, time: tijd, anchor: vanaf }),
    );
  ofTeam('afdeling [afdeling]', 'de afdeling waar een team bij hoort; zonder naam: geen').action(
    (name: string | undefined, { team }: { team: string }) => save(session, department, team, { name }),
  );
  ofTeam(
    'leidinggevenden [e-mailadres...]',
    'wie een team leidt zonder erin te zitten; zonder namen: niemand',
  ).action((upns: string[], { team }: { team: string }) =>
    save(session, managers, team, { people: upns.join(',') }),
  );
  ofTeam('opheffen', 'een team waar niemand meer in zit, verdwijnt uit alle lijsten').action(
    ({ team }: { team: string }) => endTeam(session, team),
  );
  ofTeam('heropenen', 'een opgeheven team komt terug, met wat het eerder deelde').action(
    ({ team }: { team: string }) => reopenTeam(session, team),
  );
}

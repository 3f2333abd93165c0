import type { Command } from 'commander';
import { today } from '../../calendar/clock.ts';
import { type Schedule, scheduleProblem } from '../../calendar/schedule.ts';
import { type Weekday, weekdays } from '../../calendar/weekdays.ts';
import { knownUpns } from '../../cli/known.ts';
import { settingsCommand } from '../../cli/settings-command.ts';
import { InputError, OPERATOR, print } from '../../cli/terminal.ts';
import { spellingOfWords } from '../../language/words.ts';
import type { Team } from '../../people/municipality.ts';
import { isPresent, teamKey } from '../../people/person.ts';
import { teamInWords } from '../../people/settings-words.ts';
import type { Services, Session } from '../module.ts';
import type { TeamStores } from './open.ts';
import { isOpen } from './signals/signal.ts';

/** What a command about a team works with. */
type TeamCommandTools = Services & Pick<TeamStores, 'groups'>;

const LONGEST_DEPARTMENT = 80;

async function teamNamed(name: string, { settings }: Services): Promise<Team> {
  const { teams } = await settings.read();
  const team = teams.find((one) => one.name === name || one.key === name);
  if (!team) throw new InputError(`Ik ken het team ${name} niet.`);
  return team;
}

/** Changes one team, found by its name or key; `change` gives what to do with it as it stands by then. */
async function changeTeam(
  session: Session<TeamStores>,
  what: string,
  name: string,
  change: (kompas: TeamCommandTools, team: Team) => Promise<(team: Team) => Team>,
): Promise<void> {
  await session.open(async (services, { groups }) => {
    const kompas = { ...services, groups };
    const team = await teamNamed(name, kompas);
    const wanted = await change(kompas, team);
    // Asked once before it is written down: of what is refused, nothing is.
    wanted(team);
    await kompas.audit.record(OPERATOR, `instellingen ${what}`, team.key);
    const changed = await kompas.settings.changeTeam(team.key, wanted);
    if (!changed) throw new InputError(`Het team ${name} is weg.`);
    print(session, `Bewaard. ${teamInWords(changed)}.`);
  });
}

/**
 * The department as it is called already: two spellings of one name would be one group with two names. Throws for another
 * name that would be the same group all the same.
 */
async function departmentNamed(typed: string, { settings }: Services): Promise<string> {
  const name = typed.trim();
  if (teamKey(name) === '') throw new InputError('De naam van een afdeling heeft letters of cijfers.');
  if ([...name].length > LONGEST_DEPARTMENT)
    throw new InputError(`De naam van een afdeling is hooguit ${LONGEST_DEPARTMENT} tekens.`);
  const { teams, ended } = await settings.read();
  const departments = [...teams, ...ended].flatMap(({ department }) => department ?? []);
  const known = departments.find((department) => teamKey(department) === teamKey(name));
  if (known && spellingOfWords(known) !== spellingOfWords(name))
    throw new InputError(
      `De afdeling "${name}" kan ik niet onderscheiden van "${known}", die er al is: in een naam tellen alleen letters en cijfers. Is het dezelfde afdeling? Schrijf dan "${known}". Is het een andere? Geef die dan andere letters of cijfers.`,
    );
  return known ?? name;
}

/** Whether signals of a group wait for an answer, also those of today that nobody may read yet: and so not how many. */
async function isWaitingIn(
  kind: 'team' | 'department',
  key: string,
  { groups }: TeamCommandTools,
): Promise<boolean> {
  const { signals } = await groups.content({ kind, key });
  return signals.some(isOpen);
}

/** Throws when a team is the last of a department where signals still wait: nobody would find them any more. */
async function mayLeaveDepartment(team: Team, kompas: TeamCommandTools): Promise<void> {
  const { department } = team;
  const { teams } = await kompas.settings.read();
  if (!department || teams.some((one) => one.key !== team.key && one.department === department)) return;
  if (await isWaitingIn('department', teamKey(department), kompas))
    throw new InputError(
      `${team.name} is het laatste team van ${department}. Bij die afdeling staan nog signalen open. Laat het afdelingshoofd daar eerst antwoord op geven.`,
    );
}

/** The rhythm with what was typed in place of what stood there. Throws on what is no rhythm. */
function rhythm(now: Schedule, { weken, dag, tijd, vanaf }: Record<string, string>): Schedule {
  const schedule = {
    everyWeeks: weken ? Number(weken) : now.everyWeeks,
    day: (dag as Weekday | undefined) ?? now.day,
    time: tijd ?? now.time,
    anchor: vanaf ?? now.anchor,
  } as Schedule;
  const problem =
    scheduleProblem(schedule) ??
    // Nobody is written to late in the day; a card that opens then would never be sent.
    (schedule.time < '07:00' || schedule.time > '17:00'
      ? 'Kies een tijd van 07:00 tot en met 17:00.'
      : undefined);
  if (problem) throw new InputError(problem);
  return schedule;
}

/**
 * Ends a team: nobody is in it any more, since it merged, split or stopped. Its pictures stay as long as all
 * pictures do, and nobody opens them. Refused while somebody is in it, or while a signal there still waits
 * for an answer.
 */
async function endTeam(session: Session<TeamStores>, name: string): Promise<void> {
  await session.open(async (services, { groups }) => {
    const kompas = { ...services, groups };
    const team = await teamNamed(name, kompas);
    const [everybody, isWaiting] = await Promise.all([
      kompas.people.everybody(),
      isWaitingIn('team', team.key, kompas),
    ]);
    const inside = everybody.filter((one) => one.team === team.key && isPresent(one)).length;
    if (inside > 0)
      throw new InputError(
        `In ${team.name} ${inside === 1 ? 'zit nog 1 persoon' : `zitten nog ${inside} mensen`}. Zet hen eerst in een ander team, met mensen import.`,
      );
    if (isWaiting)
      throw new InputError(
        `In ${team.name} staan nog signalen open. Wijs met leidinggevenden iemand aan die daar antwoord op geeft.`,
      );
    await mayLeaveDepartment(team, kompas);
    const ended = today(kompas.now()).toString();
    await kompas.audit.record(OPERATOR, 'instellingen opheffen', team.key);
    await kompas.settings.changeTeam(team.key, ({ channel: _, managers: __, ...now }) => ({ ...now, ended }));
    print(session, `${team.name} is opgeheven.`);
  });
}

/**
 * Brings an ended team back with its rhythm and department. An administrator does this on purpose, and an
 * import never does: whoever comes into the team reads what people shared with it before.
 */
async function reopenTeam(session: Session<TeamStores>, name: string): Promise<void> {
  await session.open(async (services, { groups }) => {
    const kompas = { ...services, groups };
    const { teams, ended } = await kompas.settings.read();
    const isIt = (one: Team) => one.name === name || one.key === name;
    const team = ended.find(isIt);
    if (!team)
      throw new InputError(
        teams.some(isIt) ? `Het team ${name} is niet opgeheven.` : `Ik ken het team ${name} niet.`,
      );
    await kompas.audit.record(OPERATOR, 'instellingen heropenen', team.key);
    await kompas.settings.changeTeam(team.key, ({ ended: _, ...now }) => now);
    print(
      session,
      `${team.name} is terug. Wie in ${team.name} komt, ziet ook wat het team eerder deelde. Is het een ander team? Kies dan een andere naam.`,
    );
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
    .action(({ team: name = '', ...typed }: Record<string, string>) =>
      changeTeam(session, 'ritme', name, async () => (team) => ({
        ...team,
        schedule: rhythm(team.schedule, typed),
      })),
    );
  ofTeam('afdeling [afdeling]', 'de afdeling waar een team bij hoort; zonder naam: geen').action(
    (name: string | undefined, { team }: { team: string }) =>
      changeTeam(session, 'afdeling', team, async (kompas, before) => {
        const department = name === undefined ? undefined : await departmentNamed(name, kompas);
        if (department !== before.department) await mayLeaveDepartment(before, kompas);
        return (now) => ({ ...now, department });
      }),
  );
  ofTeam(
    'leidinggevenden [e-mailadres...]',
    'wie een team leidt zonder erin te zitten; zonder namen: niemand',
  ).action((upns: string[], { team }: { team: string }) =>
    changeTeam(session, 'leidinggevenden', team, async (kompas) => {
      const managers = await knownUpns(upns, kompas.people);
      return (now) => ({ ...now, managers: managers.length > 0 ? managers : undefined });
    }),
  );
  ofTeam('opheffen', 'een team waar niemand meer in zit, verdwijnt uit alle lijsten').action(
    ({ team }: { team: string }) => endTeam(session, team),
  );
  ofTeam('heropenen', 'een opgeheven team komt terug, met wat het eerder deelde').action(
    ({ team }: { team: string }) => reopenTeam(session, team),
  );
}

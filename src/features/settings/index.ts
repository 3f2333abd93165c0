import { z } from 'zod';
import { settingsCommand } from '../../cli/settings-command.ts';
import { notice } from '../../conversation/cards/notice.ts';
import { carried } from '../../conversation/field.ts';
import type { Message } from '../../conversation/message.ts';
import { action } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import type { Ending } from '../team/contract.ts';
import { changing, lastChange, refSchema, saveSchema, undoSchema } from './chat/changing.ts';
import { filesCard, SETTINGS_FILE, settingsFile } from './chat/files.ts';
import { forgettingJob } from './chat/forgetting.ts';
import { LOG_FILE, log, logButtonSchema, logSchema } from './chat/log.ts';
import { mergeSchema, merging } from './chat/merging.ts';
import { administering, toOverview } from './chat/needs.ts';
import { editButton, overviewCard } from './chat/overview.ts';
import { findSchema, lookingUp, ofTeamSchema, personSchema } from './chat/people.ts';
import { bindSchema, personAccounts, surePersonSchema } from './chat/person-account.ts';
import { addSchema, savePersonSchema, savingPeople } from './chat/person-saving.ts';
import { settingUp } from './chat/setup.ts';
import { sureTeamSchema, teamSchema, teams, teamsCard, teamsMeant } from './chat/teams.ts';
import { settingPhrases } from './chat/typed.ts';
import { unreached } from './chat/unreached.ts';
import { addKeyCommand } from './commands/key.ts';
import { addLogCommand } from './commands/log.ts';
import { addPeopleCommands } from './commands/people.ts';
import { addSettingsCommands } from './commands/settings.ts';
import { peopleExport } from './people-export.ts';
import { peopleIntake } from './people-intake.ts';

/** What administration is given of other features. */
export interface SettingsNeeds {
  /** Ending a team, and what stands in the way of that. */
  ending: Ending;
}

const nothing = z.object({});
const onPage = z.object({ page: carried(z.number().int().min(0).max(1_000), 0) });
const byAdministrators = { needs: administering };

/** Sending a list of people, in a chat of one's own. */
const sending = { ...administering, where: 'own chat', typed: 'bestand' } as const;

function offer(_opened: undefined, tools: Tools, { ending }: SettingsNeeds): FeatureOffer {
  const own = { ...tools, ending };
  const change = changing({ ...own, onward: (turn, step, saved) => setup.onward(turn, step, saved) });
  const ofTeams = teams(own);
  const ofLog = log(own);
  const people = { ...lookingUp(own), ...savingPeople(own), ...personAccounts(own) };
  const notReached = unreached(tools);
  const merge = merging(own);
  const setup = settingUp({ ...tools, edit: change.edit });
  const firstPage = { page: 0, opened: '', kind: '', from: '', until: '' };

  const exported = peopleExport(tools, sending);

  const overview = async (turn: Turn): Promise<Message> => {
    const current = await turn.settings();
    // Nobody is in Kompas before there are teams.
    return overviewCard(current, current.teams.length === 0 ? [] : await tools.everybody());
  };

  /** The last change, with the button that puts it back. */
  async function last(turn: Turn): Promise<Message> {
    const ref = lastChange(await turn.settings());
    if (ref) return change.look(turn, ref);
    return notice(
      'settings',
      'Er is niets om terug te zetten',
      'In de laatste 7 dagen veranderde niemand een instelling.',
      [toOverview],
    );
  }

  /** The rhythm of the team that somebody named, or the teams to choose from. */
  async function rhythmOf(turn: Turn, typed: string): Promise<Message> {
    const current = await turn.settings();
    const meant = teamsMeant(current.teams, typed);
    const [team] = meant;
    if (team && meant.length === 1) return change.edit(turn, { setting: 'ritme', team: team.key });
    const some = meant.length > 0 ? meant : current.teams;
    return teamsCard({ teams: some, ended: [] }, 0, ({ key }) =>
      editButton({ key: 'ritme', title: 'Ritme' }, key),
    );
  }

  return {
    phrases: [
      ...setup.phrases,
      {
        say: 'beheer',
        also: [
          'instellingen',
          'instellingen kompas',
          'beheer kompas',
          'instellingen wijzigen',
          'wijzig instellingen',
        ],
        title: 'Bekijk en wijzig de instellingen',
        needs: administering,
        run: (turn) => overview(turn),
      },
      {
        say: 'ritme',
        wished:
          /\bcheck ?ins?\b.*\b(?:voor|van) (?:mijn|het|ons) team\b.*|\b(?:mijn|ons|het) team\b.*\bcheck ?in\b.*\b(?:andere dag|ander moment|andere tijd|verzetten|verplaatsen)\b/,
        also: ['wijzig ritme', 'ritme wijzigen', 'ritme van team', 'wanneer komt de check-in van team'],
        title: 'Kies wanneer een team de check-in krijgt',
        needs: administering,
        takesRest: true,
        run: rhythmOf,
      },
      {
        say: 'teams beheren',
        also: [
          'beheer teams',
          'alle teams',
          'teams',
          'team opheffen',
          'teams samenvoegen',
          'opgeheven teams',
        ],
        title: 'Bekijk en wijzig de teams',
        needs: administering,
        run: async (turn) => teamsCard(await turn.settings(), 0),
      },
      {
        say: 'laatste wijziging terug',
        also: [
          'zet de laatste wijziging terug',
          'maak de laatste wijziging ongedaan',
          'laatste wijziging ongedaan maken',
          'zet de instelling terug',
        ],
        title: 'Zet de laatste wijziging terug',
        needs: administering,
        unlisted: true,
        run: (turn) => last(turn),
      },
      {
        say: 'logboek',
        also: [
          'beheerlog',
          'logboek van beheer',
          'beheerlogboek',
          'toon het logboek',
          'wie wijzigde wat',
          'wie heeft wat gewijzigd',
          'waar staat het logboek',
          'wie ziet het logboek',
        ],
        title: 'Lees wie wat beheerde, en wanneer',
        needs: administering,
        run: (turn) => ofLog.show(turn, firstPage),
      },
      {
        say: 'zoek collega',
        also: [
          'zoek persoon',
          'zoek medewerker',
          'zoek iemand',
          'vind collega',
          'rechten van',
          'wijzig rechten',
          'wijzig rechten van',
        ],
        title: 'Zoek wat Kompas van een collega weet',
        needs: administering,
        takesRest: true,
        run: (turn, rest) =>
          rest.trim() === '' ? people.search() : people.find(turn, { name: rest, page: 0 }),
      },
      {
        say: 'mensen',
        wished:
          /\b(?:nieuwe collega|nieuwe medewerker|iemand|collega)\b.*\b(?:toevoegen|voeg|aanmelden|erbij zetten|toe)\b/,
        also: [
          'mensen beheren',
          'beheer mensen',
          'rechten',
          'wie is bereikbaar',
          'voeg iemand toe',
          'collega toevoegen',
        ],
        title: 'Zoek mensen, en wijzig rechten en teams',
        needs: administering,
        run: () => people.search(),
      },
      {
        say: 'wie is niet bereikbaar',
        also: [
          'mensen lijst',
          'lijst van mensen',
          'niet bereikbaar',
          'wie is onbereikbaar',
          'wie krijgt geen kaart',
          'mensen zonder chat',
          'wie is nog niet gekoppeld',
        ],
        title: 'Lees wie niet bereikbaar is, en wat je kunt doen',
        needs: administering,
        run: (turn) => notReached(turn, { page: 0 }),
      },
      ...settingPhrases(change.edit),
    ],
    fitting: setup.fitting,
    hears: setup.hears,
    intakes: [peopleIntake(tools, sending)],
    actions: {
      ...setup.actions,
      'settings.show': action(nothing, (turn) => overview(turn), byAdministrators),
      'settings.edit': action(refSchema, change.edit, byAdministrators),
      'settings.save': action(saveSchema, change.save, byAdministrators),
      'settings.undo': action(undoSchema, change.undo, byAdministrators),
      'settings.last': action(nothing, (turn) => last(turn), byAdministrators),
      'settings.teams': action(
        onPage,
        async (turn, { page }) => teamsCard(await turn.settings(), page),
        byAdministrators,
      ),
      'settings.team': action(teamSchema, (turn, { team }) => ofTeams.open(turn, team), byAdministrators),
      'settings.end-team': action(sureTeamSchema, ofTeams.end, byAdministrators),
      'settings.reopen-team': action(sureTeamSchema, ofTeams.reopen, byAdministrators),
      'teams.merge': action(teamSchema, (turn, { team }) => merge.ask(turn, team), byAdministrators),
      'teams.save-merge': action(mergeSchema, merge.save, byAdministrators),
      'people.all': action(nothing, () => people.search(), byAdministrators),
      'people.find': action(findSchema, people.find, byAdministrators),
      'people.of-team': action(ofTeamSchema, people.ofTeam, byAdministrators),
      'people.unreached': action(onPage, notReached, byAdministrators),
      'people.open': action(personSchema, (turn, { id }) => people.open(turn, id), byAdministrators),
      'people.edit': action(personSchema, (turn, { id }) => people.edit(turn, id), byAdministrators),
      'people.save': action(savePersonSchema, people.save, byAdministrators),
      'people.new': action(nothing, (turn) => people.fresh(turn), byAdministrators),
      'people.add': action(addSchema, people.add, byAdministrators),
      'people.bind': action(personSchema, (turn, { id }) => people.bind(turn, id), byAdministrators),
      'people.save-bind': action(bindSchema, people.saveBind, byAdministrators),
      'people.count': action(surePersonSchema, people.count, byAdministrators),
      'people.take-out': action(surePersonSchema, people.remove, byAdministrators),
      'settings.export': action(
        nothing,
        async ({ directoryId }) =>
          filesCard([{ title: 'Instellingen', url: tools.links.create(SETTINGS_FILE, directoryId) }]),
        byAdministrators,
      ),
      'log.show': action(logSchema, ofLog.show, byAdministrators),
      'log.filter': action(logButtonSchema, ofLog.filter, byAdministrators),
      'log.export': action(logButtonSchema, ofLog.export, byAdministrators),
    },
    exports: exported.exports,
    files: {
      ...exported.files,
      ...setup.files,
      [LOG_FILE]: ofLog.file,
      [SETTINGS_FILE]: settingsFile(tools),
    },
    jobs: [forgettingJob(tools)],
  };
}

/** What administrators do: settings, teams, people and the log. Each change is in the audit log (trust:managing-is-logged). */
export const settings: FeatureModule<undefined, SettingsNeeds> = {
  name: 'settings',
  title: 'Beheer',
  tables: [],
  open: () => undefined,
  offer,
  commands: (program, session) => {
    addPeopleCommands(program, session);
    addLogCommand(program, session);
    addKeyCommand(program, session);
    addSettingsCommands(settingsCommand(program), session);
  },
};

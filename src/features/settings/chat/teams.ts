import { z } from 'zod';
import { dutchDay } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { inRow, rowsCard } from '../../../conversation/cards/rows.ts';
import { carried } from '../../../conversation/field.ts';
import { found } from '../../../conversation/finding.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { rhythm, teamSettings } from '../../../people/changing/team-settings.ts';
import type { Settings, Team } from '../../../people/municipality.ts';
import { isPresent } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { Ending } from '../../team/contract.ts';
import { toOverview } from './needs.ts';
import { settingRow } from './overview.ts';
import { sureCard } from './setting-form.ts';

export interface TeamTools extends Pick<Tools, 'everybody' | 'teamLinks'> {
  ending: Ending;
}

export const teamSchema = z.object({ team: z.string().max(200) });
export const sureTeamSchema = teamSchema.extend({ sure: carried(z.boolean(), false) });

/** So many teams stand on one card. */
const PAGE = 15;

export const toTeams: NoticeAction = { verb: 'settings.teams', title: 'Alle teams', data: {} };
export const openTeam = ({ key }: Pick<Team, 'key'>): NoticeAction => ({
  verb: 'settings.team',
  title: 'Open dit team',
  data: { team: key },
});

const unknown: Message = noticeCard({
  kind: 'settings',
  text: 'Dit team vind ik niet. Er is niets veranderd.',
  title: 'Dit team vind ik niet',
  body: 'Er is niets veranderd.',
  actions: [toTeams],
});

const choosable = (team: Team) => ({ value: team.key, title: team.name, team });

/** The teams whose name somebody may mean; all of them where nothing was typed. */
export const teamsMeant = (teams: readonly Team[], typed: string): Team[] =>
  typed.trim() === '' ? [...teams] : found(teams.map(choosable), typed).map(({ team }) => team);

/** A list of teams, a page at a time: those that are, and behind a button those that ended. */
export function teamsCard(
  { teams, ended }: Pick<Settings, 'teams' | 'ended'>,
  page: number,
  action: (team: Team) => NoticeAction = openTeam,
): Message {
  const shown = pageOf(teams, page, PAGE);
  const rows = (some: readonly Team[], wordsOf: (team: Team) => string) =>
    some.map((team) => ({ name: inRow(team.name), value: inRow(wordsOf(team)), action: action(team) }));
  return rowsCard({
    kind: 'settings',
    text: 'De teams in Kompas.',
    title: ['Teams', partWords(shown)].filter(Boolean).join(', '),
    lead:
      teams.length === 0
        ? 'Er zijn nog geen teams. Ze komen vanzelf als je het mensenbestand inleest.'
        : 'Tik op een team.',
    groups: [
      ...(shown.items.length > 0 ? [{ rows: rows(shown.items, (team) => rhythm.words(team)) }] : []),
      ...(ended.length > 0
        ? [
            {
              title: 'Opgeheven',
              isVisible: false,
              rows: rows(ended.slice(0, PAGE), ({ ended: day = '' }) => `op ${dutchDay(day)}`),
            },
          ]
        : []),
    ],
    actions: [toOverview, ...pageButtons(shown, 'settings.teams', (next) => ({ page: next }))],
  });
}

/** One team, with what can be done with it. */
function teamCard(team: Team, people: number, linked: string | undefined): Message {
  const { key, name, channel } = team;
  const about = { team: key };
  return rowsCard({
    kind: 'settings',
    text: 'De instellingen van een team.',
    title: name,
    lead: 'Tik op een regel om die te wijzigen.',
    groups: [
      {
        rows: [
          ...teamSettings.map((setting) => settingRow(setting, team, key)),
          {
            name: 'Mensen',
            value: `${people}`,
            action: { verb: 'people.of-team', title: 'Bekijk de mensen', data: about },
          },
          {
            name: 'Teamkanaal',
            value: channel
              ? 'gekozen'
              : 'nog niet gekozen; typ in het kanaal dat jullie willen: @Kompas teamkanaal',
          },
          { name: 'Team in Teams', value: inRow(linked ?? 'niet gekoppeld') },
        ],
      },
    ],
    actions: [
      { verb: 'checkin.now', title: 'Stuur nu een check-in', data: about },
      { verb: 'teams.merge', title: 'Zet mensen over', data: about },
      toTeams,
      { verb: 'settings.end-team', title: 'Hef op', data: about },
    ],
  });
}

function endedCard({ key, name, ended = '' }: Team): Message {
  return noticeCard({
    kind: 'settings',
    text: 'Dit team is opgeheven.',
    title: 'Dit team is opgeheven',
    lines: [`${name}: opgeheven op ${dutchDay(ended)}`],
    actions: [{ verb: 'settings.reopen-team', title: 'Zet het team terug', data: { team: key } }, toTeams],
  });
}

/** Looking at teams, ending one and bringing one back. */
export function teams({ everybody, teamLinks, ending }: TeamTools) {
  async function on(
    turn: Turn,
    key: string,
    work: (team: Team, current: Settings) => Promise<Message>,
  ): Promise<Message> {
    const current = await turn.settings();
    const team = [...current.teams, ...current.ended].find((one) => one.key === key);
    return team ? work(team, current) : unknown;
  }

  const open = (turn: Turn, key: string): Promise<Message> =>
    on(turn, key, async (team) => {
      if (team.ended !== undefined) return endedCard(team);
      const [people, links] = await Promise.all([everybody(), teamLinks.all()]);
      const inside = people.filter((one) => one.team === key && isPresent(one)).length;
      const linked = links.find((one) => one.team === key && one.deleted === undefined)?.name;
      return teamCard(team, inside, linked);
    });

  const view = ({ key, name }: Team) => ({ ref: { setting: '', team: key }, place: name });

  const end = (turn: Turn, { team: key, sure }: z.infer<typeof sureTeamSchema>): Promise<Message> =>
    on(turn, key, async (team, current) => {
      if (team.ended !== undefined) return endedCard(team);
      const problem = await ending.endingProblem(team, await everybody(), current);
      if (problem)
        return noticeCard({
          kind: 'settings',
          place: team.name,
          text: 'Dit team kan nog niet weg.',
          title: 'Dit team kan nog niet weg',
          lines: [problem],
          actions: [openTeam(team)],
        });
      if (!sure)
        return sureCard(
          view(team),
          team.name,
          'Het team verdwijnt uit alle lijsten. Wat mensen daar antwoordden, zien en wissen ze nog zelf. Je kunt het team later terugzetten. Kies dan opnieuw het kanaal, en de leidinggevenden die niet in het team zitten.',
          { verb: 'settings.end-team', title: 'Hef het team op', data: { team: key, sure: true } },
        );
      await ending.end(team, turn.directoryId);
      return noticeCard({
        kind: 'settings',
        text: 'Het team is opgeheven.',
        title: 'Het team is opgeheven',
        lines: [team.name],
        actions: [
          toTeams,
          { verb: 'settings.reopen-team', title: 'Maak ongedaan', data: { team: key, sure: true } },
        ],
      });
    });

  const reopen = (turn: Turn, { team: key, sure }: z.infer<typeof sureTeamSchema>): Promise<Message> =>
    on(turn, key, async (team) => {
      if (team.ended === undefined) return open(turn, key);
      if (!sure)
        return sureCard(
          view(team),
          team.name,
          'Het team komt terug met zijn ritme en afdeling. Wie in dit team komt, ziet ook wat het team eerder deelde. Is het een ander team? Kies dan een andere naam.',
          { verb: 'settings.reopen-team', title: 'Zet het team terug', data: { team: key, sure: true } },
        );
      await ending.reopen(team, turn.directoryId);
      return noticeCard({
        kind: 'settings',
        text: 'Het team is terug.',
        title: 'Het team is terug',
        lines: [team.name],
        actions: [openTeam(team), toTeams],
      });
    });

  return { open, end, reopen };
}

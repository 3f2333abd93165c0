import { linksCard } from '../../../conversation/cards/links.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { FileOffer } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { LINK_MINUTES } from '../../../files/links.ts';
import { writeCsv } from '../../../files/write-csv.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import type { Team } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';
import { teamGroup } from '../groups/group.ts';
import type { TalkPoint } from './point.ts';
import { teamsOf } from './room.ts';
import type { PointReads } from './store.ts';

export interface PointExportTools
  extends Pick<Tools, 'audit' | 'everybody' | 'links' | 'people' | 'settings'> {
  groups: PointReads;
}

const FILE = 'teampunten-csv';
const NAME = 'teampunten.csv';
const columns = ['team', 'soort', 'punt', 'gekozen op', 'klaar op', 'stand', 'sinds'];

const noTeam = notice('team', 'Er is niets om te downloaden', 'Je team staat nog niet in Kompas.');

function stateOf({ kind, done, dropped }: TalkPoint): [string, string] {
  if (kind === 'proud') return ['', ''];
  if (done) return ['gedaan', done];
  return dropped ? ['losgelaten', dropped] : ['open', ''];
}

const lineOf = (team: string, point: TalkPoint): string[] => [
  team,
  point.kind === 'proud' ? 'trots' : 'verbeterpunt',
  point.text,
  point.day,
  point.due ?? '',
  ...stateOf(point),
];

/**
 * The points of the teams that somebody belongs to, as a file without names: who takes them on is left out, and so are
 * colleagues named in the texts, also those who left as long as their row is kept. The name of somebody who is not known
 * any more, since their row expired or they erased it, cannot be told from any other word: the card says so.
 */
export function pointExport(tools: PointExportTools) {
  const { groups, audit, everybody, people, links } = tools;

  async function teamsFor(directoryId: string): Promise<Team[]> {
    const [me, settings] = await Promise.all([people.find(directoryId), tools.settings.read()]);
    return me ? teamsOf(me, settings) : [];
  }

  const file: FileOffer = {
    title: 'De punten van je team',
    needs: { who: 'colleague', checked: 'krijgt alleen de eigen teams' },
    allowed: async (directoryId) => (await teamsFor(directoryId)).length > 0,
    make: async (directoryId) => {
      const { withoutNames } = nameFinder((await everybody()).map(({ name }) => name));
      const lines = await Promise.all(
        (await teamsFor(directoryId)).map(async (team) => {
          const { points } = await groups.content(teamGroup(team));
          // A slip of the pen was never chosen.
          return points
            .filter(({ kind, day, dropped }) => dropped !== day && !(kind === 'proud' && dropped))
            .map((point) => lineOf(team.name, { ...point, text: withoutNames(point.text) }));
        }),
      );
      const body = writeCsv(columns, lines.flat());
      await audit.recordDownload(directoryId, 'teampunten geëxporteerd', NAME);
      return { name: NAME, type: 'text/csv; charset=utf-8', body };
    },
  };

  return {
    files: { [FILE]: file },
    /** A link travels in the answer to a tap: typed answers are stored. */
    links: async (turn: Turn): Promise<Message> => {
      if ((await teamsFor(turn.directoryId)).length === 0) return noTeam;
      return linksCard({
        kind: 'team',
        text: 'Je bestand staat klaar.',
        title: 'Je bestand staat klaar',
        body: 'Erin staan de punten van je team, zonder de namen van collega’s die ik ken. Kijk zelf of er nog een naam in staat, zoals een bijnaam of de naam van een oud-collega.',
        small: `De link werkt één keer en hooguit ${LINK_MINUTES} minuten. Wie de link heeft, kan het bestand openen.`,
        links: [{ title: 'CSV voor Excel', url: links.create(FILE, turn.directoryId) }],
      });
    },
  };
}

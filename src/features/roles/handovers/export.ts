import { linksCard } from '../../../conversation/cards/links.ts';
import type { Message } from '../../../conversation/message.ts';
import type { FileOffer } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { LINK_MINUTES } from '../../../files/links.ts';
import { writeCsv } from '../../../files/write-csv.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import type { Team } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';
import { noTeam } from './cards.ts';
import type { Handover } from './handover.ts';
import { isListed, teamsOf } from './rules.ts';
import type { HandoverStore } from './store.ts';

export interface HandoverExportTools
  extends Pick<Tools, 'audit' | 'everybody' | 'links' | 'people' | 'settings'> {
  handovers: HandoverStore;
}

const FILE = 'overdrachten-csv';
const NAME = 'overdrachten.csv';
const columns = ['team', 'wat', 'van', 'aan', 'duurt lang', 'geeft fouten', 'uitleg', 'gaat goed sinds'];
const yes = (is: boolean) => (is ? 'ja' : 'nee');

const lineOf = (team: string, { what, from, to, trouble, note, settled = '' }: Handover): string[] => [
  team,
  what,
  from,
  to,
  yes(trouble.includes('long')),
  yes(trouble.includes('faults')),
  note,
  settled,
];

/** The handovers of the teams that somebody belongs to, as a file. Names of colleagues who came later are left out. */
export function handoverExport(tools: HandoverExportTools) {
  const { handovers, audit, everybody, people, links } = tools;

  async function teamsFor(directoryId: string): Promise<Team[]> {
    const [me, { teams }] = await Promise.all([people.find(directoryId), tools.settings.read()]);
    return me ? teamsOf(me, teams) : [];
  }

  const file: FileOffer = {
    title: 'De overdrachten van je team',
    needs: { who: 'colleague', checked: 'krijgt alleen de eigen teams' },
    allowed: async (directoryId) => (await teamsFor(directoryId)).length > 0,
    make: async (directoryId) => {
      const { withoutNames } = nameFinder((await everybody()).map(({ name }) => name));
      const lines = await Promise.all(
        (await teamsFor(directoryId)).map(async ({ key, name }) =>
          (await handovers.of(key)).filter(isListed).map(({ what, from, to, note, ...rest }) =>
            lineOf(name, {
              ...rest,
              what: withoutNames(what),
              from: withoutNames(from),
              to: withoutNames(to),
              note: withoutNames(note),
            }),
          ),
        ),
      );
      await audit.recordDownload(directoryId, 'overdrachten geëxporteerd', NAME);
      return { name: NAME, type: 'text/csv; charset=utf-8', body: writeCsv(columns, lines.flat()) };
    },
  };

  return {
    files: { [FILE]: file },
    link: async ({ directoryId }: Turn): Promise<Message> =>
      (await teamsFor(directoryId)).length === 0
        ? noTeam
        : linksCard({
            kind: 'roles',
            text: 'Je bestand staat klaar.',
            title: 'Je bestand staat klaar',
            body: 'Erin staan de overdrachten van je team, en van elk team dat je leidt. Namen van collega’s die ik ken, staan er niet in.',
            small: `De link werkt één keer en hooguit ${LINK_MINUTES} minuten. Wie de link heeft, kan het bestand openen.`,
            links: [{ title: 'CSV voor Excel', url: links.create(FILE, directoryId) }],
          }),
  };
}

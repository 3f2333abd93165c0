import { dutchDay } from '../../../calendar/clock.ts';
import { linksCard } from '../../../conversation/cards/links.ts';
import type { Link, Message } from '../../../conversation/message.ts';
import type { FileOffer } from '../../../conversation/offer.ts';
import { writeCsv } from '../../../files/write-csv.ts';
import { municipalitySettings } from '../../../people/changing/municipality-settings.ts';
import type { Setting } from '../../../people/changing/setting.ts';
import { teamSettings } from '../../../people/changing/team-settings.ts';
import type { Changing, Settings } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';
import { administering } from './needs.ts';

export const SETTINGS_FILE = 'instellingen';

/** Files that are ready, each by its own link. */
export function filesCard(links: readonly Link[]): Message {
  return linksCard({
    kind: 'settings',
    text: 'Je bestand staat klaar.',
    title: 'Je bestand staat klaar',
    body: 'Open het in Excel. In het logboek staat dat jij dit ophaalde.',
    small: 'De link werkt één keer en hooguit 15 minuten.',
    links,
  });
}

const since = ({ changes = {} }: Changing, key: string) => {
  const at = changes[key]?.at;
  return at === undefined ? '' : dutchDay(at);
};
const row = <S extends Changing>(of: string, setting: Setting<S>, now: S) => [
  of,
  setting.title,
  setting.words(now),
  since(now, setting.key),
];

/** Every setting as a line: whose it is, what it is, what is set and since when. */
export function settingRows({ municipality, teams, ended }: Settings): string[][] {
  return [
    ...municipalitySettings.map((setting) => row('gemeente', setting, municipality)),
    ...teams.flatMap((team) => teamSettings.map((setting) => row(team.name, setting, team))),
    ...ended.map(({ name, ended: day = '' }) => [name, 'Opgeheven', dutchDay(day), '']),
  ];
}

/** All settings as a file. */
export function settingsFile({ settings, audit }: Pick<Tools, 'settings' | 'audit'>): FileOffer {
  return {
    title: 'Instellingen van Kompas',
    needs: { who: administering.who },
    allowed: async () => true,
    make: async (directoryId) => {
      await audit.record(directoryId, 'instellingen geëxporteerd', 'gemeente');
      return {
        name: 'kompas-instellingen.csv',
        type: 'text/csv; charset=utf-8',
        body: writeCsv(['van', 'instelling', 'staat op', 'sinds'], settingRows(await settings.read())),
      };
    },
  };
}

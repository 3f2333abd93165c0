import { notice, noticeCard, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { colleagueAlone, colleagueAnywhere } from '../../../conversation/needs.ts';
import { action, type Feature, type FileOffer } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { writeCsv } from '../../../files/write-csv.ts';
import type { Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { choosingCard, meant } from '../cards/choosing.ts';
import { themeWords } from '../cards/words.ts';
import type { Group } from '../groups/group.ts';
import { type GroupPlace, placeData, placeKey, placeOf, placeSchema } from '../groups/place.ts';
import { type Seat, seatOf } from '../groups/rights.ts';
import type { GroupReads } from '../groups/rows.ts';
import { shownTo } from '../snapshot/beside.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { averageWords, bandWords, countWords } from '../snapshot/words.ts';

export interface ViewExportTools extends Pick<Tools, 'audit' | 'links' | 'now' | 'people' | 'settings'> {
  groups: GroupReads<{ snapshots: Snapshot[] }>;
}

const FILE = 'teambeeld';
/** What is checked of who wants the file, in the words of `docs/rechten.md`. */
const mayHave = 'leidt het team, of ziet meer dan teams';
const columns = ['groep', 'week', 'getoond', 'deelnemers', 'gemiddelde', 'verdeling', 'thema’s'];

const notForYou = notice(
  'team',
  'Alleen wie het team leidt, kan dit',
  'Jij ziet het teambeeld van je eigen team wel: typ “team”.',
);
const nothingYet = notice(
  'team',
  'Er is nog niets om te exporteren',
  'Na de eerste check-in die sluit, staat er een week in het bestand.',
);

/**
 * The groups of which somebody may have a file: the teams they lead. Who sees more than teams (a head of department,
 * the direction) may have all they see.
 */
function exportable({ leads, sees }: Seat): Group[] {
  return sees.some(({ kind }) => kind !== 'team') ? sees : leads;
}

const find = (list: readonly Group[], name: string) => list.find((group) => placeKey(group) === name);

/** One line a closed window, oldest first, with no more than the view of the group shows. */
function csvOf({ name, kind }: Group, snapshots: readonly Snapshot[]): string {
  return writeCsv(
    columns,
    snapshots.map(({ period, picture }) =>
      picture
        ? [
            name,
            period,
            'ja',
            countWords(picture, kind === 'team'),
            averageWords(picture.average),
            (picture.bands ?? []).map((band) => `${bandWords(band)}: ${band.percent} %`).join(' / '),
            themeWords(picture.themes),
          ]
        : [name, period, `nee, te weinig antwoorden${kind === 'team' ? '' : ' of één team'}`, '', '', '', ''],
    ),
  );
}

/** The link to the file of a group, of so many closed windows. */
export function linkCard(name: string, windows: number, url: string): Message {
  const weeks = windows === 1 ? '1 week' : `${windows} weken`;
  return noticeCard({
    kind: 'team',
    text: 'Je bestand staat klaar.',
    title: 'Je bestand staat klaar',
    lines: [
      name,
      `${weeks}, met wat er in het teambeeld stond. De link werkt één keer en hooguit 15 minuten.`,
    ],
    link: { title: 'CSV voor Excel', url },
  });
}

/** The snapshots of a group as a file, for who leads it (docs/method.md step 8). */
export function viewExport(tools: ViewExportTools) {
  const { groups, audit, people, settings } = tools;

  async function mayExport(me: Person | undefined): Promise<Group[]> {
    return me ? exportable(seatOf(me, await settings.read())) : [];
  }

  /** A group of which somebody may have the file, with the weeks of it as they may see them. */
  async function groupFor(directoryId: string, about = '') {
    const me = await people.find(directoryId);
    const seat = me && seatOf(me, await settings.read());
    const group = seat && find(exportable(seat), about);
    if (!seat || !group) return undefined;
    return { group, snapshots: async () => shownTo(seat, group, (await groups.content(group)).snapshots) };
  }

  const file: FileOffer = {
    title: 'Teambeeld',
    needs: { who: 'colleague', checked: mayHave },
    allowed: async (directoryId, about) => (await groupFor(directoryId, about)) !== undefined,
    make: async (directoryId, about) => {
      const found = await groupFor(directoryId, about);
      if (!found) throw new Error('this group is not for who asks');
      const { group } = found;
      const name = `${FILE}-${group.key || 'gemeente'}.csv`;
      const at = tools.now();
      await audit.record(directoryId, 'teambeeld geëxporteerd', group.key || group.kind, { at, name });
      return {
        name,
        type: 'text/csv; charset=utf-8',
        body: csvOf(group, await found.snapshots()),
      };
    },
  };

  /** Typed: the answer is a stored message, so it holds no link. */
  async function typed(turn: Turn, rest: string): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const all = await mayExport(me);
    if (all.length === 0) return notForYou;
    const found = meant(all, rest);
    const named = found.length > 0 ? found : all;
    return choosingCard(
      named.length === 1 ? 'Teambeeld exporteren' : 'Van welke groep wil je een bestand?',
      named.map(({ kind, key, name }) => ({ name, data: placeData({ kind, key }) })),
      { verb: 'team.export', title: 'Maak de link' },
    );
  }

  async function offer(turn: Turn, place: GroupPlace): Promise<Message> {
    const group = find(await mayExport(await turn.person()), placeKey(place));
    if (!group) return notForYou;
    const { snapshots } = await groups.content(group);
    if (snapshots.length === 0) return nothingYet;
    return linkCard(
      group.name,
      snapshots.length,
      tools.links.create(`${FILE}:${placeKey(group)}`, turn.directoryId),
    );
  }

  return {
    phrases: [
      {
        say: 'team exporteren',
        wished:
          /\bteambeeld\b.*\b(?:bestand|excel|csv|downloaden?|exporteren)\b|\b(?:bestand|excel|download)\b.*\bteambeeld\b/,
        also: [
          'exporteer team',
          'exporteer teambeeld',
          'exporteer teamcijfers',
          'teamcijfers',
          'teambeeld exporteren',
          'export',
          'csv',
        ],
        title: 'Download het teambeeld van elke week',
        needs: {
          ...colleagueAlone,
          listedFor: ['manager', 'afdelingshoofd', 'directie'],
          checked: mayHave,
        },
        takesRest: true,
        run: typed,
      },
    ] satisfies Feature['phrases'],
    actions: {
      'team.export': action(placeSchema, (turn, data) => offer(turn, placeOf(data)), {
        needs: { ...colleagueAnywhere, checked: mayHave },
      }),
    },
    files: { [FILE]: file },
    /** The button under the view of a group, for who may have its file. */
    buttons: (place: GroupPlace, seat: Seat): NoticeAction[] => {
      const group = find(exportable(seat), placeKey(place));
      return group ? [{ verb: 'team.export', title: 'Exporteer', data: placeData(group) }] : [];
    },
  };
}

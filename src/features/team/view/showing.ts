import { today } from '../../../calendar/clock.ts';
import { newestClosed } from '../../../calendar/schedule.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { teamKey } from '../../../people/person.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import { type GroupPlace, placeKey } from '../groups/place.ts';
import { handles, isInside, type Seat, seenGroup } from '../groups/rights.ts';
import type { GroupReads } from '../groups/rows.ts';
import { seated } from '../groups/seated.ts';
import { notPast } from '../signals/exclusions.ts';
import { readableBy } from '../signals/in-its-week.ts';
import { shownTo } from '../snapshot/beside.ts';
import type { SnapshotStore } from '../snapshot/store.ts';
import { viewCard } from './cards.ts';
import type { ViewContent } from './content.ts';
import { overviewCard } from './overview.ts';

export interface ShowTools {
  groups: GroupReads<ViewContent> & Pick<SnapshotStore, 'overview'>;
  hashedIds: HashedIds;
  /** Further buttons under the view of a group. */
  buttons(place: GroupPlace, seat: Seat): readonly NoticeAction[];
}

const noGroup = notice(
  'team',
  'Dit beeld is niet voor jou',
  'Je ziet het teambeeld van je eigen team. Typ “team”, dan opent het.',
);
const noTeam = notice(
  'team',
  'Je team staat nog niet in Kompas',
  'Vraag je beheerder om je team toe te voegen. Daarna zie je hier het teambeeld.',
);

/** Opens views for who may see them. */
export function showing({ groups, hashedIds, buttons }: ShowTools) {
  async function show(turn: Turn, place: GroupPlace, stored = false): Promise<Message> {
    const found = await seated(turn);
    if (!found) return unknownPerson;
    const group = seenGroup(found.seat, place);
    if (!group) return noGroup;
    const { me, seat, settings } = found;
    const content = await groups.content(group);
    const day = today(turn.now).toString();
    const by = { handles: handles(seat, group), directoryId: me.directoryId };
    const signals = notPast(hashedIds, readableBy(content.signals, day, by), me);
    return viewCard(
      // What a team agreed in its talk is for the team and who leads it.
      {
        ...content,
        snapshots: shownTo(seat, group, content.snapshots),
        signals,
        points: isInside(seat, group) ? content.points : [],
      },
      {
        group,
        day,
        handles: handles(seat, group),
        stored,
        closures: new Set(settings.municipality.closures),
        actions: [
          ...buttons(group, seat),
          ...(seat.sees.length > 1 ? [{ verb: 'team.all', title: 'Alle teams', data: {} }] : []),
        ],
      },
    );
  }

  async function all(turn: Turn, page = 0): Promise<Message> {
    const found = await seated(turn);
    if (!found) return unknownPerson;
    const period = newestClosed(turn.now);
    const overview = await groups.overview(period);
    const lines = found.seat.sees.map((group) => {
      const snapshot = overview.get(placeKey(group));
      return { group, snapshot: snapshot && shownTo(found.seat, group, [snapshot])[0] };
    });
    return overviewCard(lines, period, page);
  }

  /** `team`, with or without the name of one: the only one there is, or all of them. */
  async function typed(turn: Turn, rest: string): Promise<Message> {
    const found = await seated(turn);
    if (!found) return unknownPerson;
    const { sees } = found.seat;
    const [first] = sees;
    if (!first) return noTeam;
    const wanted = teamKey(rest);
    const named = wanted ? sees.filter(({ name }) => teamKey(name).includes(wanted)) : [];
    const exact =
      named.find(({ name }) => teamKey(name) === wanted) ?? (named.length === 1 ? named[0] : undefined);
    if (exact) return show(turn, exact, true);
    if (wanted) return named.length > 1 || sees.length > 1 ? all(turn) : noGroup;
    return sees.length > 1 ? all(turn) : show(turn, first, true);
  }

  return { show, all, typed };
}

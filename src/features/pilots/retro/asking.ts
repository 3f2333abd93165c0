import { today } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { isOff, pilotsAreOff } from '../pilot/off.ts';
import { type Place, placeOf, placeOfPilot, teamPlace, teamsOf } from '../pilot/place.ts';
import { isAmongCrew, pilotsFor } from '../pilot/rights.ts';
import { shortened } from '../pilot/sizes.ts';
import { isOpen } from './rules.ts';
import { teamsHere } from './team-channel.ts';
import type { RetroTools } from './tools.ts';
import type { OfPlace } from './typed.ts';

/** So many places are named; the pilots that do not fit are behind one more button. */
const MOST = 10;
/** So many characters of the name of one stand on its button. */
const LONGEST_BUTTON = 40;

const inYourChannel = notice(
  'retro',
  'Er loopt nu geen retro van jou',
  'Ga naar het kanaal van je team en typ daar: @Kompas retro. Is de retro begonnen? Dan kun je ook hier meedoen.',
);

function whichCard(places: readonly Place[]): Message {
  const which = 'Van wie is de retro?';
  const more = places.length > MOST;
  return detailCard({
    kind: 'retro',
    text: which,
    title: which,
    sections: [
      {
        lines: places.slice(0, MOST).map(({ id, name, kind }) => ({
          text: name,
          detail: kind === 'team' ? 'je team' : 'de pilot',
          actions: [{ verb: 'retro.prepare', title: shortened(name, LONGEST_BUTTON), data: { pilot: id } }],
        })),
      },
    ],
    actions: more
      ? [{ verb: 'pilot.which', title: 'Alle pilots', data: { verb: 'retro.prepare', data: {} } }]
      : [],
  });
}

/** What is meant by `retro`, where it is typed. */
export function asking(
  tools: RetroTools,
  prepare: (turn: Turn, of: OfPlace) => Promise<Message>,
): { typed(turn: Turn): Promise<Message> } {
  const { pilots, retros, whichHere } = tools;

  /** The teams of somebody of which a retro goes on: in their own chat they can take part in those. */
  async function running(turn: Turn): Promise<string[]> {
    const me = await turn.person();
    const teams = me ? teamsOf(me, await turn.settings()) : [];
    const day = today(turn.now).toString();
    const each = await Promise.all(
      teams.map(async ({ key }) => {
        const last = await retros.newest(teamPlace(key));
        return last && isOpen(last.board, day) ? [teamPlace(key)] : [];
      }),
    );
    return each.flat();
  }

  async function placesOf(turn: Turn, ids: readonly string[]): Promise<Place[]> {
    const teams = async () => (await turn.settings()).teams;
    const all = await Promise.all(ids.map((id) => placeOf(pilots, teams, id)));
    return all.flatMap((place) => place ?? []);
  }

  /**
   * In a channel: the pilots and the teams that it belongs to. In somebody's own chat: their pilots, and their teams of which a
   * retro goes on. Asks where several are meant.
   */
  async function typed(turn: Turn): Promise<Message> {
    const [list, off, teams] = await Promise.all([
      pilotsFor(pilots, turn),
      isOff(turn),
      turn.scope === 'personal' ? running(turn) : teamsHere(tools, turn),
    ]);
    const own = off ? [] : list.filter((pilot) => isAmongCrew(turn, pilot)).map(placeOfPilot);
    const meant = [...own, ...(await placesOf(turn, teams))];
    const [first, second] = meant;
    if (first && !second) return prepare(turn, { pilot: first.id });
    if (second && teams.length > 0) return whichCard(meant);
    if (list.length > 0)
      return off ? pilotsAreOff : whichHere(turn, 'retro.prepare', ({ id }) => prepare(turn, { pilot: id }));
    return (await turn.person()) ? inYourChannel : unknownPerson;
  }

  return { typed };
}

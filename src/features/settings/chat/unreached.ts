import { inRow, rowsCard } from '../../../conversation/cards/rows.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Person } from '../../../people/person.ts';
import { reachCount, reachTodo, reachWords, unreachedBy, unreachedWords } from '../../../people/reach.ts';
import type { Tools } from '../../module.ts';
import { toOverview } from './needs.ts';
import { openPerson, toPeople } from './person-cards.ts';
import { teamOf } from './person-replies.ts';

/** So many people stand on one card. */
const PAGE = 15;
const VERB = 'people.unreached';

/** To who cannot be reached, by name. */
export const toUnreached: NoticeAction = { verb: VERB, title: 'Wie is niet bereikbaar', data: { page: 0 } };

/** How many of how many are not reached, as a title; what is said where that is nobody. */
function titleOf({ all, reached }: { all: number; reached: number }): string {
  if (all === 0) return 'Er staat nog niemand in Kompas';
  if (reached === all) return 'Iedereen is bereikbaar';
  if (all === 1) return '1 persoon is niet bereikbaar';
  return all - reached === 1
    ? `1 van de ${all} mensen is niet bereikbaar`
    : `${all - reached} van de ${all} mensen zijn niet bereikbaar`;
}

/**
 * Who cannot be reached, with their team and why; a tap opens them. In the order of the causes, and by name within one. That somebody
 * looks is in the log (trust:managing-is-logged).
 */
export function unreached({ everybody, audit }: Pick<Tools, 'everybody' | 'audit'>) {
  return async (turn: Turn, { page }: { page: number }): Promise<Message> => {
    const people = await everybody();
    const settings = await turn.settings();
    const byName = (a: Person, b: Person) => a.name.localeCompare(b.name, 'nl');
    const groups = unreachedBy(people);
    const all = groups.flatMap(({ state, people: some }) =>
      some.toSorted(byName).map((person) => ({ state, person })),
    );
    if (all.length > 0) await audit.record(turn.directoryId, 'mensen lijst', 'niet bereikbaar');
    const shown = pageOf(all, page, PAGE);
    const states = new Set(shown.items.map(({ state }) => state));
    const title = titleOf(reachCount(people));
    return rowsCard({
      kind: 'settings',
      text: `${title}.`,
      title: [title, partWords(shown)].filter(Boolean).join(', '),
      lead: all.length === 0 ? '' : 'Zonder chat komt er geen kaart. Tik op een naam.',
      groups:
        all.length === 0
          ? []
          : [
              {
                title: 'Wat je kunt doen',
                rows: groups
                  .filter(({ state }) => states.has(state))
                  .map(({ state, people: some }) => ({
                    name: unreachedWords(state, some.length),
                    value: reachTodo[state],
                  })),
              },
              {
                rows: shown.items.map(({ state, person }) => ({
                  name: inRow(person.name),
                  value: inRow(teamOf(person, settings)),
                  detail: reachWords[state],
                  action: openPerson(person),
                })),
              },
            ],
      actions: [...pageButtons(shown, VERB, (next) => ({ page: next })), toPeople, toOverview],
    });
  };
}

import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { ibroRoles } from '../../../people/person.ts';
import type { LineTotals } from './rules.ts';

const back = { verb: 'line.all', title: 'Alle leerlijnen', data: {} };

/** The totals of a team, or of the municipality, by name. */
export interface NamedTotals {
  name: string;
  totals: LineTotals | undefined;
}

const bar = (percent: number) => '▰'.repeat(percent / 10) + '▱'.repeat(10 - percent / 10);

/** How far a team and the municipality are: a bar a role, with the numbers beside it. */
export function totalsCard(all: readonly NamedTotals[]): Message {
  const shown = all.flatMap(({ name, totals }) => (totals ? [{ name, totals }] : []));
  if (shown.length === 0)
    return notice(
      'growth',
      'Er zijn nog geen totalen',
      'Ze komen zodra 6 mensen of meer dezelfde leerlijn volgen. In een team van precies 6 komen ze niet.',
      [back],
    );
  return detailCard({
    kind: 'growth',
    text: 'Hoe ver we zijn met leren.',
    title: 'Hoe ver zijn we?',
    note: 'Zo veel van een leerlijn is gedaan, door alle mensen samen die de leerlijn volgen. Minder dan 6 mensen? Dan staat er niets. In een team van precies 6 staat er ook niets.',
    sections: shown.map(({ name, totals: { day, roles } }) => ({
      title: `Laatst gemaakt op ${dutchDay(day)}`,
      lines: ibroRoles.flatMap((role) => {
        const one = roles[role];
        return one
          ? [
              {
                text: `${name}: ${role}`,
                detail: `${bar(one.done)} ongeveer ${one.done} %, ${one.atLeast} mensen of meer`,
              },
            ]
          : [];
      }),
    })),
    actions: [back],
  });
}

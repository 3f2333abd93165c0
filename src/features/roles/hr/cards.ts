import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import { rowsCard } from '../../../conversation/cards/rows.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import { ibroRoles } from '../../../people/person.ts';
import { competences } from '../content/competences.ts';
import type { RoleTask } from '../content/tasks.ts';
import { nearInWords } from '../indication/cards.ts';
import { indicationOf } from '../indication/rules.ts';
import type { MatrixView } from '../matrix/access.ts';
import type { Confirmed } from '../matrix/matrix.ts';
import { markOf } from '../matrix/rules.ts';
import type { Shared } from './consent.ts';
import { bandInWords, type RoleTotals } from './rules.ts';

const PAGE = 10;

const seenBy = [
  'HR, als jullie allebei ja zeggen. HR ziet per rol of de taken dichtbij liggen of verder weg, met naam. De punten en wat je per taak invulde, ziet HR niet.',
  'Ieder van jullie kan altijd stoppen. Vanaf dat moment leest HR niets meer.',
  'Bevestigen jullie een nieuwe takenmatrix? Dan stopt het. Krijg je een nieuwe leidinggevende? Dan moet die zelf ook ja zeggen.',
  'In het logboek van beheer staat dat HR las, en niet wat.',
].join('\n');

/** Asks one of the two whether HR may read the indication of this state. */
export function askCard({ side, id, person }: MatrixView, confirmed: Confirmed): Message {
  const data = side === 'manager' ? { person: id } : {};
  const other = side === 'manager' ? 'je collega' : 'je leidinggevende';
  return noticeCard({
    kind: 'roles',
    text: 'Deel je de rolindicatie met HR?',
    title: 'Deel je de rolindicatie met HR?',
    body: `Het gaat om wat jullie bevestigden op ${dutchDay(confirmed.day)}. HR leest de rolindicatie pas als ${other} ook ja zegt. Je hoeft dit niet te doen.`,
    ...(side === 'manager' ? { lines: [`Van: ${person.name}`] } : {}),
    actions: [
      {
        verb: 'hr.agree',
        title: 'Deel met HR',
        data: { ...data, seen: markOf(confirmed) },
        style: 'positive',
      },
      { verb: 'indication.show', title: 'Niet delen', data },
    ],
    seenBy,
  });
}

/** What a typed request answers: no name, since the chat keeps it. */
export const ready: Message = notice(
  'roles',
  'De gedeelde rolindicaties staan klaar',
  'Een medewerker en diens leidinggevende kozen daar allebei voor.',
  [
    { verb: 'hr.list', title: 'Open', data: { page: 0 }, style: 'positive' },
    { verb: 'hr.totals', title: 'Totalen van de gemeente', data: {} },
  ],
);

const toTotals: NoticeAction = { verb: 'hr.totals', title: 'Totalen van de gemeente', data: {} };
const toList: NoticeAction = { verb: 'hr.list', title: 'Alle gedeelde indicaties', data: { page: 0 } };

const nothingShared: Message = notice(
  'roles',
  'Niemand deelt nu een rolindicatie met HR',
  'Een medewerker en diens leidinggevende kiezen daar allebei zelf voor.',
  [toTotals],
);

/** It may be that nothing was ever shared, or that it was taken back: that does not tell which. */
export const notShared: Message = notice(
  'roles',
  'Deze rolindicatie is nu niet gedeeld met HR',
  'Een medewerker en diens leidinggevende kiezen daar allebei zelf voor.',
  [toList],
);

/** The names of those whose indication HR may read. */
export function sharedCard(all: readonly Shared[], page: number): Message {
  if (all.length === 0) return nothingShared;
  const part = pageOf(all, page, PAGE);
  return rowsCard({
    kind: 'roles',
    place: partWords(part),
    text: 'Gedeelde rolindicaties.',
    title: 'Gedeelde rolindicaties',
    lead: 'Deze collega’s en hun leidinggevenden delen die met HR. Het is geen beoordeling.',
    groups: [
      {
        rows: part.items.map(({ id, person, confirmed }) => ({
          name: person.name,
          value: `bevestigd op ${dutchDay(confirmed.day)}`,
          action: { verb: 'hr.open', title: 'Open', data: { person: id } },
        })),
      },
    ],
    actions: [...pageButtons(part, 'hr.list', (next) => ({ page: next })), toTotals],
  });
}

/**
 * One indication as HR reads it: which roles lie near. Without the sums: with the weights, which everybody reads, those would tell what
 * somebody answered to a task.
 */
export function hrIndicationCard({ person, confirmed }: Shared, tasks: readonly RoleTask[]): Message {
  const { sums, near } = indicationOf(confirmed, tasks);
  return detailCard({
    kind: 'roles',
    place: person.name,
    state: { words: 'gedeeld met HR', tone: 'quiet' },
    text: 'Voorlopige rolindicatie.',
    title: 'Voorlopige rolindicatie',
    note: `Hoe dicht de taken bij een rol liggen, is een begin voor een gesprek en geen beoordeling. Bevestigd op ${dutchDay(confirmed.day)}.`,
    facts: sums.map(({ role }) => ({ title: role, value: near.includes(role) ? 'dichtbij' : 'verder weg' })),
    sections: [
      {
        title: 'Dit vraagt elke rol die dichtbij ligt',
        lines: near.map((role) => ({ text: role, detail: competences[role].join(' ') })),
      },
      nearInWords,
    ].filter(({ lines }) => lines.length > 0),
    actions: [toList],
  });
}

/** There is nothing that may be told of all together. */
export const noTotals: Message = notice(
  'roles',
  'Er zijn nu geen totalen',
  'Totalen komen er pas bij minstens 12 bevestigde takenmatrices waarvan HR niets leest. Ze blijven weg als ze over enkelen zouden gaan.',
  [toList],
);

/** How many lie near each role, all teams together. */
export const totalsCard = ({ day, people, near }: RoleTotals): Message =>
  detailCard({
    kind: 'roles',
    text: 'Rollen in de gemeente.',
    title: 'Rollen in de gemeente',
    note: `Hieronder staat bij hoeveel mensen het werk dicht bij een rol ligt. Soms telt iemand bij meer dan één rol mee. Gemaakt op ${dutchDay(day)}, uit bevestigde takenmatrices van alle teams.`,
    facts: [
      ...ibroRoles.map((role) => ({ title: role, value: bandInWords(near[role]) })),
      { title: 'Alle takenmatrices', value: bandInWords(people) },
    ],
    actions: [toList],
  });

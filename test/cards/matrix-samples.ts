import type { Message } from '../../src/conversation/message.ts';
import { ownTasks } from '../../src/features/roles/content/tasks.ts';
import {
  askCard,
  hrIndicationCard,
  noTotals,
  notShared,
  ready,
  sharedCard,
  totalsCard,
} from '../../src/features/roles/hr/cards.ts';
import { indicationCard, mappingCard } from '../../src/features/roles/indication/cards.ts';
import type { MatrixView } from '../../src/features/roles/matrix/access.ts';
import { beginCard, matrixCard } from '../../src/features/roles/matrix/cards.ts';
import {
  aloneForm,
  memberForm,
  readerForm,
  tasksForm,
  timeForm,
} from '../../src/features/roles/matrix/forms.ts';
import type { Confirmed, Matrix } from '../../src/features/roles/matrix/matrix.ts';
import { reminderCard } from '../../src/features/roles/matrix/reminder.ts';
import { begun } from '../../src/features/roles/matrix/rules.ts';
import { againNews, putBackNews } from '../../src/features/roles/matrix/telling.ts';
import { openCard } from '../../src/features/roles/matrix/waiting.ts';
import {
  notForYou,
  pictureCard,
  ready as teamTasksReady,
  tooFew,
  whichTeamForm,
} from '../../src/features/roles/picture/cards.ts';
import { person } from '../support/town.ts';
import { nastyName, nastyText } from './nasty.ts';

const amira = person('p1', { name: 'Amira Sol' });
const lead = person('p9', { name: 'Mara Leider', access: ['manager'] });
const nasty = person('p2', { name: nastyName });
const shortText = [...nastyText].slice(0, 60).join('');

const empty: Matrix = begun('full', 'employee', '2026-11-20');
const filled: Matrix = {
  ...begun('short', 'employee', '2026-11-20'),
  answers: {
    ...Object.fromEntries(ownTasks.map(({ id }) => [id, 'not' as const])),
    'mutatie-verwerken': 'do',
    geometrie: 'do',
    terugmelding: 'some',
    mutatiecontrole: 'do',
    kwaliteitsanalyse: 'some',
  },
  alone: ['kwaliteitsanalyse'],
  shares: { BAG: 60, BGT: 30 },
  job: 'Medewerker geo-informatie',
  appointment: 'vast, 32 uur',
};
const none: Matrix = {
  ...filled,
  answers: Object.fromEntries(ownTasks.map(({ id }) => [id, 'not' as const])),
  alone: [],
};
const done: Confirmed = { ...filled, day: '2026-11-25', at: '2026-11-25T09:00:00Z' };
const shared = Array.from({ length: 12 }, (_, n) => ({
  id: `a-${n}`,
  person: n === 0 ? nasty : person(`p${n}`, { name: `Persoon ${n}` }),
  confirmed: done,
}));
const own: MatrixView = {
  side: 'employee',
  person: amira,
  id: 'a-1',
  leads: [lead],
  reader: lead,
  yeses: { employee: false, manager: false },
  tasks: ownTasks,
};
const together: MatrixView = { ...own, side: 'manager', person: nasty };
const alone: MatrixView = { ...own, reader: undefined, leads: [] };
const nastyTasks = ownTasks.map((task) => ({
  ...task,
  title: shortText,
  explained: nastyText.slice(0, 120),
}));
const nastyView: MatrixView = { ...together, tasks: nastyTasks };

/** The takenmatrix, the rolindicatie and the picture of a team. */
export function matrixSamples(): Record<string, Message> {
  return {
    'matrix-begin': beginCard(own),
    'matrix-begin-manager': beginCard(together),
    'matrix-time': timeForm(own, empty),
    'matrix-time-wrong': timeForm(together, filled, { BAG: '80', BGT: '40' }, [
      'Samen is dit 120 %. Houd het op hooguit 100 %.',
    ]),
    'matrix-tasks': tasksForm(own, empty, 1),
    'matrix-tasks-short': tasksForm(nastyView, filled, 0),
    'matrix-alone': aloneForm(own, filled),
    'matrix-alone-nasty': aloneForm(nastyView, filled),
    'matrix-open': matrixCard({ ...own, draft: empty }),
    'matrix-ready': matrixCard({ ...own, draft: filled }),
    'matrix-waits': matrixCard({ ...own, draft: { ...filled, employee: 1 } }, 'Bevestigd door jou.'),
    'matrix-changed': matrixCard({ ...own, draft: { ...filled, employee: 1, version: 2, by: 'manager' } }),
    'matrix-again': matrixCard({
      ...own,
      draft: { ...filled, answers: { ...filled.answers, scripting: 'some', geometrie: 'not' }, shares: {} },
      confirmed: done,
    }),
    'matrix-again-news': againNews.manager,
    'matrix-put-back': putBackNews.employee,
    'matrix-nobody-leads': matrixCard({ ...alone, draft: filled }),
    'matrix-new-manager': matrixCard({ ...own, reader: undefined, draft: filled }),
    'matrix-confirmed': matrixCard({ ...own, confirmed: { ...filled, day: '2026-11-25' } }),
    'matrix-nasty': matrixCard({
      ...nastyView,
      draft: {
        ...filled,
        job: nastyText.slice(0, 100),
        appointment: shortText,
        answers: { ...filled.answers, weg: 'do' },
      },
      confirmed: { ...filled, day: '2026-11-20' },
    }),
    'matrix-reader': readerForm({ ...own, leads: [lead, nasty] }),
    'matrix-member': memberForm([{ value: 'a-1', title: nastyName }], {}),
    'matrix-reminder': reminderCard,
    'matrices-open': openCard(
      [
        { id: 'a-2', person: nasty, draft: filled },
        { id: 'a-1', person: lead, draft: { ...filled, employee: filled.version } },
      ],
      0,
    ),
    'matrices-open-none': openCard([], 0),
    indication: indicationCard(own, filled),
    'indication-confirmed': indicationCard(together, filled, { confirmedOn: '2026-11-25' }),
    'indication-not-shared': indicationCard({ ...own, confirmed: done }, done, { confirmedOn: done.day }),
    'indication-one-shares': indicationCard(
      { ...own, confirmed: done, yeses: { employee: true, manager: false } },
      done,
      { confirmedOn: done.day },
    ),
    'indication-both-share': indicationCard(
      { ...together, confirmed: done, yeses: { employee: true, manager: true } },
      done,
      { confirmedOn: done.day, done: 'Bewaard.' },
    ),
    'hr-ask': askCard(own, done),
    'hr-ask-manager': askCard(together, done),
    'hr-ready': ready,
    'hr-list': sharedCard(shared, 0),
    'hr-list-more': sharedCard(shared, 1),
    'hr-list-none': sharedCard([], 0),
    'hr-indication': hrIndicationCard({ id: 'a-2', person: nasty, confirmed: done }, ownTasks),
    'hr-not-shared': notShared,
    'hr-totals': totalsCard({
      day: '2026-11-25',
      people: 31,
      near: { Objectregistrator: 15, Kwaliteitscoördinator: 0, Objectregisseur: 5, 'Geodata-engineer': 10 },
    }),
    'hr-no-totals': noTotals,
    'indication-none': indicationCard(own, none),
    'indication-nasty': indicationCard(nastyView, filled),
    'indication-mapping': mappingCard(ownTasks),
    'team-tasks': pictureCard(
      'Objecten West',
      {
        day: '2026-11-25',
        people: 8,
        one: ['scripting', 'koppelingen', 'keten'],
        none: ['beeldherkenning'],
        many: ['mutatie-verwerken', 'geometrie'],
        oneOn: ['WOZ'],
        noneOn: ['BRO', 'BRK'],
      },
      ownTasks,
    ),
    'team-tasks-even': pictureCard(
      nastyName,
      { day: '2026-11-25', people: 8, one: [], none: [], many: [], oneOn: [], noneOn: [] },
      nastyTasks,
    ),
    'team-tasks-ready': teamTasksReady,
    'team-tasks-few': tooFew,
    'team-tasks-not-for-you': notForYou,
    'team-tasks-which': whichTeamForm([
      { key: 'west', name: 'Objecten West' },
      { key: 'oost', name: nastyName },
    ]),
  };
}

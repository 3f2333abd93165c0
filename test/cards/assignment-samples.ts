import type { Message } from '../../src/conversation/message.ts';
import type { Assigned, Assignment } from '../../src/features/roles/assignments/assignment.ts';
import {
  factsOf,
  listCard,
  personCard,
  pointFacts,
  reviewCard,
  rolesForm,
  stopCard,
  talkCard,
} from '../../src/features/roles/assignments/cards.ts';
import { assignedForm } from '../../src/features/roles/assignments/form.ts';
import { learningForm } from '../../src/features/roles/assignments/learning.ts';
import { toOwnRoles, toRolesOf } from '../../src/features/roles/assignments/opening.ts';
import { askedNews, mineCard, stoppedNews } from '../../src/features/roles/assignments/own-cards.ts';
import { partyForm } from '../../src/features/roles/assignments/party-form.ts';
import { placesOf } from '../../src/features/roles/assignments/places.ts';
import type { Holder } from '../../src/features/roles/assignments/rules.ts';
import { warningsAbout } from '../../src/features/roles/assignments/rules.ts';
import { warningInWords } from '../../src/features/roles/assignments/warning-words.ts';
import { answerCard } from '../../src/features/roles/rolecard/answer.ts';
import {
  chooseCard,
  filesCard,
  noSuchTeam,
  rolecardCard,
  whoseCard,
} from '../../src/features/roles/rolecard/cards.ts';
import { sheetOf } from '../../src/features/roles/rolecard/sheet.ts';
import { nastyName, nastyText } from './nasty.ts';

const day = '2026-11-25';
const who = '00000000-0000-4000-8000-000000000001';
const areas = [
  { code: 'G', name: 'Rivierstad', title: 'Rivierstad', aliases: [], chain: ['G'] },
  { code: 'N', name: 'Delfshaven', title: 'Delfshaven', aliases: [], chain: ['N', 'G'] },
  { code: 'X', name: nastyName, title: nastyName, aliases: [], chain: ['X', 'G'] },
];
const places = placesOf(areas);
const assigned: Assigned = {
  team: 'west',
  roles: [
    { role: 'Objectregistrator', registrations: ['BAG', 'BGT'] },
    { role: 'Kwaliteitscoördinator', registrations: ['BGT'] },
  ],
  areas: ['N'],
  from: '2026-12-01',
};
const points = { technique: 'Werken met FME', process: '', together: 'Vaker samen kijken' };
const held: Assignment = {
  version: 2,
  held: { ...assigned, agreed: day, points: { ...points, by: '' } },
  past: [],
};
const asked: Assignment = {
  ...held,
  asked: { ...assigned, roles: [{ role: 'Objectregisseur', registrations: [] }], areas: [], day },
  past: [{ team: 'west', roles: assigned.roles, from: '2026-01-01', until: day }],
};
const holder = (name: string, change: Partial<Holder> = {}): Holder => ({
  ...assigned,
  id: name,
  name,
  ...change,
});
const bert = holder('Bert Kade', { roles: [{ role: 'Objectregistrator', registrations: [] }], areas: [] });
const party = holder('Bureau Delta', {
  roles: [{ role: 'Geodata-engineer', registrations: [] }],
  areas: [],
  contact: '',
});
const around = {
  holders: [holder('Amira Sol'), bert, party, holder(nastyName, { areas: ['X'] })],
  register: [
    {
      name: 'Ans Bos',
      duty: 'valideren' as const,
      registration: 'BGT',
      area: 'G',
      as: 'holder' as const,
      id: 'R1',
    },
  ],
  places,
};
const buttons = {
  record: { verb: 'assignments.record', title: 'Leg vast', data: { who, seen: 0, form: { from: day } } },
  change: { verb: 'assignments.change', title: 'Wijzig', data: { who, form: { from: day } } },
  back: { verb: 'assignments.open', data: { who } },
};
const warnings = [holder('Amira Sol'), holder(nastyName, { areas: ['X'] }), party].flatMap((one) =>
  warningsAbout(one, around).map((warning) => warningInWords(warning, places)),
);
const team = { key: 'west', name: 'Objecten West' };
const line = (name: string) => ({
  name,
  state: 'wacht op antwoord',
  team: '',
  action: { verb: 'assignments.open', title: 'Open', data: { who } },
});
const question = { role: 'Objectregisseur', registration: 'BGT', area: 'N', team: '' } as const;
const knows = { day, leads: ['Mara Leider'], keepers: ['Karin Register'] };

/** Who holds which role: the talk, what to mind, the colleague's own card, and the rolkaart. */
export function assignmentSamples(): Record<string, Message> {
  const form = { first: 'Objectregistrator', firstFor: 'BAG', areas: 'N', from: day, technique: nastyText };
  return {
    'roles-list': listCard([line('Amira Sol'), line(nastyName)], { page: 0, name: nastyName }, [team]),
    'roles-to-own': toOwnRoles,
    'roles-to-those-of': toRolesOf(nastyName),
    'roles-list-long': listCard(
      Array.from({ length: 40 }, (_, n) => line(`Collega ${n}`)),
      { page: 1, name: '' },
      [team, { key: 'oost' }],
    ),
    'roles-talk': talkCard(who, 'Amira Sol'),
    'roles-form': rolesForm({ who, seen: 0, name: 'Amira Sol' }, assignedForm({ from: day }, areas), []),
    'roles-form-nasty': rolesForm({ who, seen: 2, name: nastyName }, assignedForm(form, areas), [
      `Er is net iets veranderd. Nu staat er: ${nastyText}`,
    ]),
    'roles-review': reviewCard(
      'Amira Sol',
      [...factsOf(assigned, places), ...pointFacts(points)],
      warnings.slice(0, 2),
      buttons,
    ),
    'roles-review-nothing': reviewCard('Bert Kade', factsOf(assigned, places), [], buttons),
    'roles-review-nasty': reviewCard(
      nastyName,
      pointFacts({ ...points, process: nastyText }),
      warnings,
      buttons,
    ),
    'roles-person-none': personCard({ who, name: 'Amira Sol', note: '', day }, {}, undefined, places),
    'roles-person': personCard(
      { who, name: 'Amira Sol', note: 'Je collega krijgt bericht.', day },
      asked,
      points,
      places,
    ),
    'roles-person-refused': personCard(
      { who, name: nastyName, note: '', day },
      { ...asked, asked: asked.asked && { ...asked.asked, refused: true } },
      undefined,
      places,
    ),
    'roles-party-form': partyForm({ team: 'west', id: 'A-00000001', seen: 0 }, { from: day }, areas, 'West'),
    'roles-party-form-nasty': partyForm(
      { team: 'west', id: 'A-00000001', seen: 1 },
      { organisation: nastyName, contact: nastyText, from: day },
      areas,
      nastyName,
      ['Kies een rol.'],
    ),
    'roles-stop': stopCard(who, 2, nastyName),
    'roles-asked': askedNews({ ...assigned, day, points: { ...points, by: '' } }, 1, places),
    'roles-stopped': stoppedNews,
    'roles-mine-none': mineCard(undefined, places, { day, team: 'west' }),
    'roles-mine': mineCard({ ...held, learning: { team: 'west', ...points, process: nastyText } }, places, {
      day,
      team: 'west',
    }),
    'roles-mine-asked': mineCard(asked, places, { day, team: 'west' }),
    'roles-learning': learningForm(undefined),
    'roles-learning-nasty': learningForm({ technique: nastyText }, ['Techniek: hooguit 200 tekens.']),
    rolecard: rolecardCard(
      team,
      sheetOf('west', around, day, (iso) => iso),
    ),
    'rolecard-whose': whoseCard([{ directoryId: who, name: nastyName, team }]),
    'rolecard-nobody': rolecardCard(
      { key: 'leeg', name: nastyName },
      sheetOf('leeg', around, day, (iso) => iso),
    ),
    'rolecard-choose': chooseCard([team, { key: 'oost', name: nastyName }], 0),
    'rolecard-files': filesCard(team, [
      { title: 'Pagina om te printen', url: 'https://kompas.gemeente.example/bestand/x' },
      { title: 'Word', url: 'https://kompas.gemeente.example/bestand/y' },
    ]),
    'rolecard-no-team': noSuchTeam,
    'rolecard-answer': answerCard(
      { ...question, role: 'Kwaliteitscoördinator' },
      around,
      () => 'Objecten West',
      knows,
    ),
    'rolecard-answer-nobody': answerCard(question, around, () => 'Objecten West', knows),
  };
}

import { chosenIn } from '../../src/conversation/choosing.ts';
import type { FormValues } from '../../src/conversation/form.ts';
import type { Message } from '../../src/conversation/message.ts';
import { formRead } from '../../src/features/mandates/changes/form-choices.ts';
import { formFrom } from '../../src/features/mandates/changes/proposal-form.ts';
import { formCard } from '../../src/features/mandates/changes/proposal-form-card.ts';
import { createLookup } from '../../src/features/mandates/register/lookup.ts';
import { newForm } from '../../src/features/pilots/setup/beginning.ts';
import { crewChoosing } from '../../src/features/pilots/setup/fields.ts';
import { membersForm } from '../../src/features/pilots/setup/members.ts';
import { ownerChoosing, writeForm } from '../../src/features/team/talk/forms.ts';
import { bareEntry } from '../features/mandates/town.ts';
import { pilotOf } from '../support/pilot.ts';
import { account, person } from '../support/town.ts';
import { nastyName } from './nasty.ts';

const FIRST = 'Amira Bert Chantal Driss Eefje Farid Gijs Hanna Ilse Joris'.split(' ');
const LAST = 'Sol Kade Duin Haven Berg Linde Toren Kering Vaart Wiel'.split(' ');
const nth = (list: readonly string[], n: number) => list[n % list.length] ?? '';
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

/** Ninety people in ten teams: nine in the first, and two Janna Vos in different ones. */
const people = numbers(90).map((n) =>
  person(`p${n + 1}`, {
    name:
      n % 45 === 44 ? 'Janna Vos' : n === 7 ? nastyName : `${nth(FIRST, n)} ${nth(LAST, Math.floor(n / 10))}`,
    team: n < 9 ? 'west' : `team-${n % 8}`,
  }),
);
const teams = [
  { key: 'west', name: 'Objecten West' },
  ...numbers(9).map((n) => ({ key: `team-${n}`, name: `Wijkteam ${n + 1}` })),
];
const crew = crewChoosing('Wie doen er mee, naast jou?', people, 'west', { teams } as never);
const begun = { name: 'Mutaties', kind: 'rolpilot', from: '2026-11-23', until: '2026-12-18' };

/** A form as it comes back after somebody typed names. */
function typedCrew(typed: FormValues): Message {
  const { sent, problems } = chosenIn([crew], { ...begun, ...typed });
  return newForm(crew, sent, problems);
}

const areas = numbers(80).map((n) => ({
  code: `W${n}`,
  name: n === 0 ? 'Rivierstad' : `${nth(['Noorder', 'Zuider', 'Ooster'], n)}kwartier ${n}`,
  kind: n === 0 ? ('gemeente' as const) : ('wijk' as const),
  parent: n === 0 ? undefined : 'W0',
  aliases: [],
}));
const lookup = createLookup({
  areas,
  tenures: [],
  entries: numbers(80).map((n) =>
    bareEntry({
      id: `R${n}`,
      activity: n === 0 ? 'valideren' : `toetsen van aanvraag ${n}`,
      registration: `Lijst ${n}`,
      area: `W${n}`,
    }),
  ),
});

function typedMandate(typed: FormValues): Message {
  const { form, problems } = formRead({ ...formFrom('new', undefined, lookup), ...typed }, lookup);
  return formCard(form, lookup, problems);
}

const colleagues = people.map(({ id, name, upn }, n) => ({ id, name, upn, directoryId: account(n) }));
const room = { colleagues, day: '2026-11-24', team: {} };
const west = { kind: 'team' as const, key: 'west', name: 'Objecten West' };

function typedTalk(typed: FormValues): Message {
  const { sent, problems } = chosenIn(
    [1, 2, 3].map((n) => ownerChoosing(n, `Verbeterpunt ${n}`, colleagues)),
    typed,
  );
  return writeForm(west, [], room, sent, problems);
}

/** Forms of a municipality in which more than fifty can be chosen from: empty, and with a name that fits several. */
export const choosingSamples = (): Record<string, Message> => ({
  'many-pilot-new': newForm(crew, begun),
  'many-pilot-unclear': typedCrew({ members: account(1), membersName: 'Bert Kade, Janna Vos, Quinten' }),
  'many-pilot-members': membersForm(pilotOf(), crew, {
    members: people
      .slice(0, 12)
      .map((one) => one.directoryId)
      .join(','),
  }),
  'many-mandate-new': typedMandate({}),
  'many-mandate-change': formCard(formFrom('change', lookup.entry('R0'), lookup), lookup),
  'many-mandate-unclear': typedMandate({
    activiteitName: 'aanvraag 1',
    gebiedName: 'zuider',
    registratieName: 'Lijst 7',
  }),
  'many-talk-unclear': typedTalk({ better1: 'Eerder bellen', owner1Name: 'vos', due1: '2026-12-01' }),
});

import type { Message } from '../../src/conversation/message.ts';
import { actionsCard, giveForm } from '../../src/features/pilots/actions/cards.ts';
import {
  askCard,
  askingCard,
  celebration,
  closeForm,
  evaluationForm,
  goesOnCard,
} from '../../src/features/pilots/closing/cards.ts';
import { endingCard } from '../../src/features/pilots/closing/ending.ts';
import { talkGuide } from '../../src/features/pilots/closing/instead.ts';
import type { PilotResult } from '../../src/features/pilots/pilot/outcome.ts';
import type { Pilot } from '../../src/features/pilots/pilot/pilot.ts';
import { formBehindButton, newForm } from '../../src/features/pilots/setup/beginning.ts';
import { crewChoosing } from '../../src/features/pilots/setup/fields.ts';
import { frameForm } from '../../src/features/pilots/setup/frame.ts';
import { goalsForm } from '../../src/features/pilots/setup/goals.ts';
import { appointForm, handOverForm } from '../../src/features/pilots/setup/handing-over.ts';
import { kickoffCard, kickoffForm } from '../../src/features/pilots/setup/kickoff.ts';
import { handOverFirst, leaveCard } from '../../src/features/pilots/setup/leaving.ts';
import {
  linkWhichCard,
  moveCard,
  takenElsewhere,
  takenHere,
} from '../../src/features/pilots/setup/linking-cards.ts';
import { measureForm } from '../../src/features/pilots/setup/measuring.ts';
import { membersForm } from '../../src/features/pilots/setup/members.ts';
import {
  joinedCard,
  leaderlessCard,
  leadsNowCard,
  leftNewsCard,
} from '../../src/features/pilots/setup/news-cards.ts';
import { lastDayCard, periodForm } from '../../src/features/pilots/setup/period.ts';
import { standupForm } from '../../src/features/pilots/setup/rhythm.ts';
import type { IbroRole } from '../../src/people/person.ts';
import { imported, type Somebody, somebody, type TestBot } from '../support/bot.ts';
import { nastyName, nastyText } from './nasty.ts';

interface Talk {
  says(who: Somebody, text: string): Promise<Message>;
  taps(who: Somebody, verb: string, data?: object): Promise<Message>;
}

const lead = somebody(70, 'Petra Gracht');
const member = somebody(71, nastyName);
const plain = somebody(2);

const nastyPilot: Pilot = {
  id: 'P-9',
  name: nastyText.slice(0, 80),
  kind: 'procespilot',
  from: '2026-11-02',
  until: '2026-12-18',
  areas: nastyText,
  registrations: nastyText,
  goals: nastyText,
  support: nastyText,
  hours: 0,
  onPaper: true,
  criteria: [
    {
      name: nastyText.slice(0, 80),
      start: 12,
      target: 8,
      unit: 'dagen',
      measured: [{ day: '2026-11-16', value: 9.5 }],
    },
    { name: 'Fouten per honderd mutaties', start: 5, target: 1, unit: '', measured: [] },
  ],
  standup: {
    days: ['ma', 'wo'],
    from: '09:00',
    until: '11:00',
    questions: [nastyText.slice(0, 120), 'b', 'c'],
  },
  iteration: { number: 2, day: '2026-11-16', changed: ['scope'] },
};
const outcome: PilotResult = {
  toLine: nastyText,
  proud: nastyText,
  ticks: [
    { text: 'De rolpilot is gedaan', done: true },
    { text: 'Leerpunten zijn gedeeld', done: false },
  ],
  evaluation: { count: '6–9', averages: [{ aspect: 'clear', words: '3,5' }] },
};

/** What people meet when they begin a pilot, look at it and close it. */
export async function pilotSamples(bot: TestBot, { says, taps }: Talk): Promise<Record<string, Message>> {
  await bot.core.people.save([imported(lead, { access: ['projectleider'] }), imported(member)]);
  const [people, settings] = await Promise.all([bot.core.people.everybody(), bot.core.settings.read()]);
  const crew = crewChoosing('Pilotteam', people, 'objecten-west', settings);
  const samples: Record<string, Message> = {
    'pilot-none': await says(plain, 'pilot'),
    'pilot-refused': await says(plain, 'nieuwe pilot'),
    'pilot-new': await says(lead, 'nieuwe pilot'),
    'pilot-new-in-channel': formBehindButton('Mutaties in Delfshaven', 'rolpilot'),
    'pilot-new-empty': await taps(lead, 'pilot.create', {}),
    'pilot-created': await taps(lead, 'pilot.create', {
      name: 'Mutaties in Delfshaven',
      kind: 'rolpilot',
      members: `${member.account},${plain.account}`,
      from: '2026-11-23',
      until: '2026-12-18',
    }),
    'pilot-form-new': newForm(crew, {}, ['Geef de pilot een naam.']),
    'pilot-form-members': membersForm(nastyPilot, crew, { members: member.account }),
    'pilot-form-goals': goalsForm(nastyPilot),
    'pilot-form-frame': frameForm(nastyPilot),
    'pilot-form-standup': standupForm(nastyPilot),
    'pilot-form-measure': measureForm(nastyPilot),
    'pilot-evaluation': evaluationForm(nastyPilot, { scores: { clear: 4 }, open: nastyText }),
    'pilot-evaluation-asked': askCard(nastyPilot),
    'pilot-talk-guide': talkGuide,
    'pilot-close': closeForm(nastyPilot),
    'pilot-celebration': celebration(nastyPilot, outcome, 3),
    'pilot-asking': askingCard(nastyPilot),
    'pilot-channel-move': moveCard(nastyPilot, [nastyPilot]),
    'pilot-channel-taken': takenHere(nastyPilot, undefined),
    'pilot-channel-elsewhere': takenElsewhere(nastyPilot),
    'pilot-channel-which': linkWhichCard([nastyPilot, nastyPilot], [nastyPilot]),
    'pilot-ending': endingCard(nastyPilot, {
      todos: Array.from({ length: 7 }, (_, n) => ({
        id: `A-${n}`,
        text: nastyText,
        source: 'retro' as const,
        day: '2026-11-16',
      })),
      board: { id: 'R-1', opened: '2026-11-23' },
    }),
    'pilot-ending-done': endingCard(
      { ...nastyPilot, criteria: [], teamAsked: 'talk' },
      { todos: [], board: undefined },
    ),
    'pilot-goes-on': goesOnCard(nastyPilot),
    'pilot-form-period': periodForm(nastyPilot, {}, ['De laatste dag valt op zondag 13 december.']),
    'pilot-last-day': lastDayCard(nastyPilot, '2026-12-18'),
    'pilot-actions': actionsCard(
      nastyPilot,
      [
        { id: 'A-1', text: nastyText, source: 'retro', day: '2026-11-20' },
        { id: 'A-2', text: nastyText, source: 'retro', day: '2026-11-20', owner: member.account },
      ],
      { names: new Map([[member.account, nastyName]]), day: '2026-11-24', aloud: false, page: 0 },
    ),
    'pilot-actions-none': actionsCard(nastyPilot, [], {
      names: new Map(),
      day: '2026-11-24',
      aloud: false,
      page: 0,
    }),
    'pilot-form-give': giveForm(
      { id: 'P-9', kind: 'rolpilot', name: nastyName },
      { id: 'A-1', text: nastyText },
      [{ value: member.account, title: nastyName }],
      {},
      ['Kies wie dit oppakt.'],
    ),
    'pilot-form-kickoff': kickoffForm(nastyPilot),
    'pilot-kickoff': kickoffCard(
      {
        ...nastyPilot,
        kickoff: { tools: nastyText.slice(0, 200), works: 'partly', where: nastyText.slice(0, 200) },
      },
      [{ verb: 'pilot.show', title: 'Bekijk de pilot', data: { pilot: 'P-9' } }],
    ),
    'pilot-leave': leaveCard(nastyPilot),
    'pilot-hand-over-first': handOverFirst(nastyPilot),
    'pilot-form-hand-over': handOverForm(nastyPilot, [imported(member), imported(plain)]),
    'pilot-form-appoint': appointForm(nastyPilot, [imported(member), imported(plain)]),
    'pilot-joined': joinedCard(nastyPilot, [nastyName]),
    'pilot-leads-now': leadsNowCard(nastyPilot),
    'pilot-left-news': leftNewsCard(nastyPilot, nastyName),
    'pilot-leaderless': leaderlessCard(nastyPilot),
  };
  const [{ id: pilot } = { id: '' }] = await bot.core.pilots.all();
  samples['pilot-round'] = await taps(lead, 'pilot.change', { pilot });
  samples['pilot-demo'] = await taps(lead, 'pilot.demo', { pilot });
  samples['pilot-demo-unread'] = await taps(lead, 'pilot.save-demo', {
    pilot,
    what: nastyText,
    date: nastyText,
  });
  samples['pilot-quiz'] = await taps(lead, 'quiz.form', { pilot });
  await bot.core.pilots.add({ ...nastyPilot, closedOn: '2026-11-20', outcome, opinions: [nastyText] }, [
    { directoryId: lead.account, role: 'lead' },
    { directoryId: member.account, role: 'member' },
  ]);
  await bot.core.pilotActions.add('P-9', {
    id: 'A-1',
    text: nastyText,
    source: 'standup',
    day: '2026-11-16',
    due: '2026-11-18',
    owner: member.account,
  });
  await bot.core.learnings.addLearning({ id: 'P-9', kind: 'procespilot' }, nastyText, 'retro');
  const tried = ['Objectregistrator', 'Kwaliteitscoördinator'];
  for (const { account } of [lead, member])
    await bot.core.triedRoles.set(pilot, account, tried as IbroRole[]);
  samples['pilot-roles'] = await taps(lead, 'pilot.roles', { pilot });
  samples['pilot-my-roles'] = await taps(lead, 'pilot.my-roles', { pilot });
  samples['pilot-roles-of'] = await taps(lead, 'pilot.save-roles-of', { pilot, roles: 'Objectregisseur' });
  await bot.core.pilots.add(
    {
      ...nastyPilot,
      id: 'P-10',
      pastRounds: [1, 2, 3, 4].map((number) => ({
        number,
        day: '2026-11-02',
        until: '2026-11-09',
        changed: ['tooling', 'rollen'],
        precisely: { tooling: nastyText.slice(0, 200), rollen: nastyText.slice(0, 200) },
      })),
      iteration: { number: 5, day: '2026-11-09', changed: ['scope'] },
    },
    [{ directoryId: lead.account, role: 'lead' }],
  );
  samples['pilot-rounds'] = await taps(lead, 'pilot.rounds', { pilot: 'P-10' });
  samples['pilot-state-rounds'] = await taps(lead, 'pilot.show', { pilot: 'P-10' });
  samples['pilot-round-warned'] = await taps(lead, 'pilot.save-change', {
    pilot: 'P-10',
    aspect: 'rollen',
    what: nastyText.slice(0, 200),
  });
  await bot.core.learnings.addLearning({ id: pilot, kind: 'rolpilot' }, nastyText, 'retro');
  samples['learning-earlier'] = await taps(lead, 'learning.earlier', { pilot: 'P-10' });
  samples['pilot-state'] = await taps(lead, 'pilot.show', { pilot: 'P-9' });
  samples['pilot-learned'] = await taps(lead, 'pilot.learned', { pilot: 'P-9' });
  samples['pilot-closed-list'] = await taps(lead, 'pilot.closed');
  samples['pilot-none-leaderless'] = await taps(lead, 'pilot.ownerless');
  return samples;
}

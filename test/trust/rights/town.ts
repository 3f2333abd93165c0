import { Temporal } from 'temporal-polyfill';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { intake } from '../../../src/features/intake/index.ts';
import { writeRegister } from '../../../src/features/mandates/import/write.ts';
import { registerOf } from '../../../src/features/mandates/register/records.ts';
import { learningsTable } from '../../../src/features/pilots/learning/tables.ts';
import { blockersOf } from '../../../src/features/pilots/standup/blockers.ts';
import { versionOf as changeVersion } from '../../../src/features/team/changes/rules.ts';
import { versionOf as signalVersion } from '../../../src/features/team/signals/opening.ts';
import { doorsFor, doorsKey } from '../../../src/features/team/signals/routing.ts';
import { personMark } from '../../../src/people/changing/by-hand.ts';
import { methodStep, municipalityName } from '../../../src/people/changing/municipality-settings.ts';
import { markOf } from '../../../src/people/changing/setting.ts';
import { key } from '../../../src/storage/index.ts';
import { demoRegister } from '../../features/mandates/registers.ts';
import { bringHeld } from '../../features/roles/assignments/held.ts';
import { team as mates } from '../../support/bot.ts';
import type { Core } from '../../support/core.ts';
import { crewOf, pilotOf } from '../../support/pilot.ts';
import { bringGrowth } from './growth-town.ts';
import { CLOSED, HOME, kinds, LEADERLESS, PILOT, rowsOfKinds, TEAM } from './kinds.ts';
import { bringMatrices } from './matrix-town.ts';
import { bringPlan } from './plan-town.ts';
import { bringRoles } from './roles-town.ts';

/** A Wednesday morning: the check-in of the week is open. */
export const NOW = '2026-11-25T10:00:00Z';
export const TODAY = '2026-11-25';
export const PERIOD = '2026-W48';
export const LAST = '2026-W47';
export const BOARD = `R-${TODAY}-001`;
/** A tip that was shown to the writer. */
export const TIP = 'bram-3-a';
export const [EMPTY_TEAM, ENDED_TEAM] = ['leeg', 'oud'];
const west = { kind: 'team', key: TEAM } as const;

/** The ids that payloads point at. */
export interface Ids {
  conversation: string;
  /** The versions that forms show of a signal and of a change of the calendar. */
  seen: { signal: string; change: string };
  /** The marks that forms show of settings and of somebody. */
  marks: { name: string; step: string; person: string };
  /** What hinders somebody, and what somebody took up already. */
  blocker: string;
  taken: string;
  learnings: { own: string; asked: string; shared: string };
  /** Lists that somebody sent: of people, of mandates, and of mandates that were put before a second person. */
  uploads: { people: string; register: string; asked: string };
  /** Whom the form for a signal names to somebody in the team. */
  shown: string;
}

/** A list of mandates as the register of the town has it, but for one name. */
export const changedRegister = (core: Pick<Core, 'register'>): Promise<Uint8Array> =>
  core.register
    .current()
    .then(({ records }) =>
      Buffer.from(writeRegister(registerOf(records)).mandaten.replace('Amira Sol', 'Wim Schrijver')),
    );

/** A list of people with one newcomer. */
export const newcomers = Buffer.from(
  'id;naam;email;team;toegang;werkdagen\np900;Nina Nieuw;nina@gemeente.example;Zuid;medewerker;ma,di,wo\n',
);

async function lists(core: Core): Promise<Ids['uploads']> {
  const { store } = core.opened(intake);
  const { administrator, keeper } = kinds;
  const [of, by] = [keeper.who.account, administrator.who.account];
  const sent = async (owner: string, bytes: Uint8Array, change: Parameters<typeof store.change>[1]) => {
    const upload = await store.change(await store.keep(owner, { name: 'lijst.csv', bytes }), change);
    if (!upload) throw new Error('nobody else changes the lists of the town');
    return upload.id;
  };
  const bytes = await changedRegister(core);
  return {
    asked: await sent(of, bytes, { kind: 'register', state: 'asked' }),
    register: await sent(of, bytes, { kind: 'register' }),
    people: await sent(by, newcomers, { kind: 'people' }),
  };
}

async function people({ people, settings, silence }: Core, channel: object): Promise<void> {
  const { outsideLeader, partner, council, secondPerson, erased } = kinds;
  const inChannel = { ...channel, conversation: HOME } as never;
  await settings.changeMunicipality((now) => ({
    ...now,
    consent: { date: '2026-09-01', reference: 'KANARIEbesluit' },
    partners: [{ label: 'KANARIEpartner', upn: partner.who.upn }],
    worksCouncil: [council.who.upn],
    secondRegistrar: secondPerson.who.upn,
    step: 3,
    changes: { stap: { at: NOW, before: {} } },
  }));
  const department = 'Ruimte';
  const schedule = defaultSchedule;
  const managers = [outsideLeader.who.upn];
  await settings.saveTeam({
    key: TEAM,
    name: 'Objecten West',
    schedule,
    department,
    managers,
    channel: inChannel,
  });
  await settings.saveTeam({ key: 'staf-ruimte', name: 'Staf Ruimte', schedule, department });
  // Nobody is in these: one that may end, and one that did.
  await settings.saveTeam({ key: EMPTY_TEAM, name: 'Leeg', schedule });
  await settings.saveTeam({ key: ENDED_TEAM, name: 'Oud', schedule, ended: '2026-10-01' });
  await settings.saveTeam({ key: 'zuid', name: 'Zuid', schedule, department: 'Sociaal' });
  await people.save(rowsOfKinds());
  await silence.keep(erased.who.account);
}

async function team(core: Core, channel: object): Promise<Pick<Ids, 'conversation' | 'seen'>> {
  const { answers, groups, replies, dialogues, changes, pseudonymise, hashedIds, tips } = core;
  const { account } = kinds.writer.who;
  const day = '2026-11-20';
  const signal = { source: 'raised', state: 'received', day, moved: day } as const;
  await groups.addSignal(west, { ...signal, id: 'S-1', words: { text: 'KANARIEsignaal' } });
  await groups.addSignal(west, {
    ...signal,
    id: 'S-3',
    state: 'deciding',
    named: true,
    acts: true,
    due: '2026-12-01',
    owner: kinds.employee.who.account,
    words: { decided: 'Korter' },
  });
  await groups.addSignal(
    { kind: 'council', key: '' },
    { ...signal, id: 'S-2', words: { text: 'KANARIEraad' } },
  );
  await groups.addPoint(west, { id: `${day}-better-1`, kind: 'better', text: 'KANARIEpunt', day });
  await groups.addPoint(west, { id: `${day}-better-2`, kind: 'better', text: 'Bellen', day, done: TODAY });
  await groups.addPoint(west, { id: `${TODAY}-proud-1`, kind: 'proud', text: 'Op tijd', day: TODAY });
  await groups.publish(west, {
    period: LAST,
    picture: { count: '6-9', average: 3, themes: [] },
    members: 9,
  });
  await answers.change(TEAM, account, PERIOD, () => ({
    score: 3,
    themes: [],
    comment: 'KANARIEvoormij',
    sharing: 'private',
  }));
  const writer = pseudonymise(TEAM, account, 'comment');
  await answers.publish(TEAM, LAST, {
    withoutName: [{ key: writer, text: 'KANARIEgedeeld' }],
    withName: [{ key: account, text: 'KANARIEmetnaam' }],
  });
  await tips.choose(account, 'bram', day);
  await tips.show(account, TIP, day);
  await tips.change(account, TIP, (shown) => ({ ...shown, never: true, done: true }));
  await replies.add({ team: TEAM, period: LAST, writer }, () => ({
    from: 'lead',
    day,
    text: 'KANARIEreactie',
  }));
  await dialogues.begin(TEAM, {
    id: 'T-1',
    day,
    scene: 2,
    agreements: ['KANARIEafspraak'],
    channel: { ...channel, conversation: HOME } as never,
  });
  await changes.add(
    {
      id: 'K-00000001',
      title: 'KANARIEkalender',
      scope: west,
      roles: [],
      impact: 'small',
      effect: 'Je ziet andere knoppen.',
      unknown: '',
      when: { date: '2026-12-14' },
    },
    TODAY,
  );
  const inTown = (await groups.content(west)).signals.find(({ id }) => id === 'S-1');
  const change = await changes.get('K-00000001');
  if (!inTown || !change) throw new Error('the signal and the change of the town are there');
  return {
    conversation: hashedIds.conversation(TEAM, { period: LAST, writer }),
    seen: { signal: signalVersion(inTown), change: changeVersion(change) },
  };
}

async function pilot(core: Core, channel: object): Promise<Pick<Ids, 'blocker' | 'taken'>> {
  const { pilots, pilotActions, standups, retros, quizzes, evaluations } = core;
  const { pilotLead, pilotMember } = kinds;
  await pilots.add(
    pilotOf({
      id: PILOT,
      name: 'KANARIEpilot',
      goals: 'KANARIEdoel',
      areas: 'KANARIEgebied',
      criteria: [
        { name: 'Doorlooptijd', start: 12, target: 8, unit: 'dagen', measured: [{ day: TODAY, value: 11 }] },
      ],
      standup: { days: ['wo'], from: '08:00', until: '17:00', questions: ['Wat?', 'En?', 'Hindert?'] },
      channel: { ...channel, conversation: HOME } as never,
      teamAsked: 'scores',
    }),
    crewOf([pilotLead.who], [pilotMember.who, ...mates]),
  );
  await pilots.add(
    pilotOf({
      id: CLOSED,
      name: 'KANARIEafgerond',
      closedOn: TODAY,
      closedAt: Temporal.Instant.from(NOW).subtract({ hours: 1 }).toString(),
      outcome: {
        toLine: '',
        proud: 'KANARIEgelukt',
        ticks: [],
        evaluation: { count: '6–9', averages: [] },
      },
      opinions: ['KANARIEoordeel'],
      opinionsDay: TODAY,
    }),
    crewOf([pilotLead.who], [pilotMember.who]),
  );
  await core.learnings.addLearning({ id: CLOSED, kind: 'rolpilot' }, 'KANARIEopgestoken', 'retro');
  await pilots.add(pilotOf({ id: LEADERLESS, name: 'KANARIEverweesd' }), crewOf([], mates));
  await pilotActions.add(PILOT, { id: 'A-1', text: 'KANARIEactie', source: 'retro', day: '2026-11-20' });
  await standups.changeDay(PILOT, TODAY, { message: 'm-1' });
  await standups.save(PILOT, TODAY, {
    directoryId: pilotMember.who.account,
    done: 'KANARIEgedaan',
    next: 'Verder',
    blocker: 'Geen besluit',
  });
  const board = { id: BOARD, pilot: PILOT, opened: TODAY, phase: 'open' } as const;
  await retros.open(board);
  await retros.add(board, { id: 'x-1', text: 'KANARIEretro', column: 'good' }, TODAY);
  await quizzes.add(PILOT, 'Q-1', {
    day: TODAY,
    question: 'KANARIEtoets',
    options: ['Ja', 'Nee'],
    right: 0,
    why: 'Daarom.',
  });
  await evaluations.save(
    PILOT,
    pilotMember.who.account,
    { scores: { clear: 4 }, open: 'KANARIEvond' },
    TODAY,
  );
  await standups.save(PILOT, TODAY, {
    directoryId: pilotLead.who.account,
    done: 'Gelezen',
    next: 'Bellen',
    blocker: 'Wacht op akkoord',
  });
  const hindering = blockersOf(PILOT, TODAY, await standups.shared(PILOT, TODAY), []);
  const idOf = (wanted: string) => hindering.find(({ text }) => text === wanted)?.id ?? '';
  const [blocker, taken] = [idOf('Geen besluit'), idOf('Wacht op akkoord')];
  await pilotActions.add(PILOT, { id: taken, text: 'Wacht op akkoord', source: 'standup', day: TODAY });
  return { blocker, taken };
}

async function learnings({ learnings, tenant, storage }: Core): Promise<Ids['learnings']> {
  const table = storage.table(learningsTable);
  const ids = { own: 'L-1', asked: 'L-2', shared: 'L-3' };
  const learning = { pilot: PILOT, step: 7, source: 'typed', day: '2026-11-20' } as const;
  const practice = { why: 'Het scheelt.', result: '', process: '' };
  await table.put(key(tenant), key(ids.own), { ...learning, text: 'KANARIEles', state: 'own' });
  await table.put(key(tenant), key(ids.asked), {
    ...learning,
    ...practice,
    text: 'Een les',
    title: 'KANARIEgevraagd',
    state: 'asked',
    proposal: 1,
  });
  await table.put(key(tenant), key(ids.shared), {
    ...learning,
    ...practice,
    text: 'Nog een les',
    title: 'KANARIEpraktijk',
    state: 'shared',
    proposal: 1,
  });
  await learnings.setAsker(ids.asked, { directoryId: kinds.pilotLead.who.account, proposal: 1 });
  await learnings.setContact(ids.shared, kinds.pilotMember.who.account);
  return ids;
}

async function register({ register, proposals, gaps }: Core): Promise<void> {
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  const before = (await register.current()).lookup.entry('R01');
  if (!before) throw new Error('the register of the demo has no R01');
  await gaps.report({ activity: 'goedkeuren', registration: 'BAG', area: '' }, '2026-11-20');
  await proposals.add({
    id: 'V-1',
    kind: 'change',
    before,
    entry: { ...before, conditions: 'KANARIEvoorstel' },
    by: kinds.keeper.who.account,
    at: '2026-11-24T09:00:00Z',
    state: 'open',
  });
}

/** Fills the town: each canary stands in one place. `channel` is where the bot posts. */
export async function bringTown(core: Core, serviceUrl: string): Promise<Ids> {
  const channel = { serviceUrl, bot: '28:kompas' };
  await people(core, channel);
  const ofTeam = await team(core, channel);
  const ofPilot = await pilot(core, channel);
  await bringHeld(core, kinds.employee.who.account, {
    team: TEAM,
    by: kinds.manager.who.account,
    learning: 'KANARIEleren',
  });
  await register(core);
  await bringMatrices(core);
  await bringGrowth(core);
  await bringRoles(core);
  await bringPlan(core);
  const me = await core.people.find(kinds.employee.who.account);
  if (!me) throw new Error('the employee of the town is there');
  const { doors } = doorsFor(me, await core.people.everybody(), await core.settings.read());
  const uploads = await lists(core);
  const { municipality } = await core.settings.read();
  const marks = {
    name: markOf(municipalityName, municipality),
    step: markOf(methodStep, municipality),
    person: personMark(me),
  };
  return { ...ofTeam, ...ofPilot, uploads, marks, learnings: await learnings(core), shown: doorsKey(doors) };
}

import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import { MOST_BYTES } from '../../src/bot/size.ts';
import { readConfig } from '../../src/config.ts';
import { MOST_CHOICES } from '../../src/conversation/choosing.ts';
import type { Message } from '../../src/conversation/message.ts';
import type { Messenger } from '../../src/conversation/messenger.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import { offerAll } from '../../src/features/compose.ts';
import type { FeatureOffer } from '../../src/features/module.ts';
import { kompas } from '../../src/kompas.ts';
import { runAt } from '../support/clock-job.ts';
import { type Core, createCore } from '../support/core.ts';
import { toolsFor } from '../support/tools.ts';
import { account, foundTown } from '../support/town.ts';
import { turnFor } from '../support/turn.ts';
import { bringAssignments, WHO } from './large/assignments.ts';
import { frozen } from './large/frozen.ts';
import { bringGrowth } from './large/growth.ts';
import { bringMatrices } from './large/matrices.ts';
import { bringPeople, CHANNEL, type Kind, kinds, teamKeys } from './large/people.ts';
import { bringPilots } from './large/pilots.ts';
import { bringPlan } from './large/plan.ts';
import { bringRegister } from './large/register.ts';
import { bringRoles } from './large/roles.ts';
import { bringTeams } from './large/team.ts';
import { type Met, type Tap, visits } from './large/visits.ts';
import { textOf } from './large/words.ts';

/** The board that `bringPilots` brings. */
const onBoard = { pilot: 'P-0', board: 'R-2026-11-24-001' };
const ofParty = { team: teamKeys[0], id: 'A-00000000', seen: 1 };
/** Buttons that no card of this town leads to, since what is behind them comes at another time: what each carries. */
const elsewhere: Tap[] = [
  { verb: 'mandates.export', data: {} },
  { verb: 'settings.reopen-team', data: { team: 'oud-0' } },
  { verb: 'mandates.change', data: { id: 'R01' } },
  { verb: 'signal.later', data: { kind: 'team', group: teamKeys[0], id: 'S-1' } },
  { verb: 'signal.move', data: { ref: { kind: 'team', group: teamKeys[0], id: 'S-1' }, due: '2026-12-16' } },
  { verb: 'point.later', data: { team: teamKeys[0], id: '2026-11-20-better-1' } },
  { verb: 'point.move', data: { ref: { team: teamKeys[0], id: '2026-11-20-better-1' }, due: '2026-12-16' } },
  { verb: 'compliment.form', data: {} },
  { verb: 'compliment.cancel', data: {} },
  { verb: 'compliment.send', data: { to: 'niemand@gemeente.example', text: 'Dank je' } },
  { verb: 'presence.restore', data: {} },
  { verb: 'presence.replace', data: { absentFrom: '2026-12-01', absentUntil: '2026-12-02' } },
  { verb: 'mandates.reports', data: {} },
  { verb: 'pilot.rounds', data: { pilot: 'P-0', page: 0 } },
  { verb: 'pilot.closed', data: { skip: 0 } },
  { verb: 'pilot.learned', data: { pilot: 'P-0', skip: 0 } },
  { verb: 'learning.unname', data: { id: 'L-1' } },
  { verb: 'tips.kept', data: {} },
  { verb: 'tips.back', data: { tip: 'bram-3-a' } },
  { verb: 'dialogue.keep', data: { id: 'T-1' } },
  { verb: 'dialogue.open', data: {} },
  { verb: 'quiz.answer', data: { pilot: 'P-0', quiz: 'Q-1', answer: 0 } },
  { verb: 'retro.not-done', data: { ...onBoard, action: 'A-1' } },
  { verb: 'retro.edit', data: { ...onBoard, point: 'x1' } },
  { verb: 'retro.change', data: { ...onBoard, point: 'x1', text: 'Eerst bellen' } },
  { verb: 'retro.take-back', data: { ...onBoard, point: 'x1' } },
  { verb: 'retro.next', data: { ...onBoard, from: 'open' } },
  { verb: 'retro.talked', data: { ...onBoard, at: 0 } },
  { verb: 'pilot.drop-evaluation', data: { pilot: 'P-0' } },
  { verb: 'pilot.link', data: { pilot: 'P-0' } },
  { verb: 'pilot.reopen', data: { pilot: 'P-0' } },
  { verb: 'pilot.shorter', data: { pilot: 'P-0', until: '2026-12-25', back: '2026-12-18' } },
  { verb: 'pilot.edit-kickoff', data: { pilot: 'P-0' } },
  { verb: 'pilot.ownerless', data: { skip: 0 } },
  { verb: 'pilot.appoint', data: { pilot: 'P-0' } },
  { verb: 'pilot.save-appoint', data: { pilot: 'P-0', to: '' } },
  { verb: 'learning.agree', data: { id: 'L-1', proposal: 1 } },
  { verb: 'learning.refuse', data: { id: 'L-1' } },
  { verb: 'feedback.ask', data: { team: teamKeys[0] } },
  { verb: 'feedback.link', data: { team: teamKeys[0] } },
  { verb: 'feedback.keep', data: {} },
  { verb: 'mandates.take-back', data: { id: 'F-1' } },
  { verb: 'mandates.again', data: { id: 'K-1' } },
  { verb: 'mandates.reopen-report', data: { ref: 'weg' } },
  { verb: 'retro.take', data: { ...onBoard, action: 'A-1' } },
  { verb: 'action.take', data: { pilot: 'P-0', action: 'A-1' } },
  { verb: 'pilot.linking', data: {} },
  { verb: 'intake.kind', data: { upload: 'U-1', kind: 'people' } },
  { verb: 'people.unreached', data: { page: 0 } },
  { verb: 'people.count', data: { id: 'p1', team: 'niets' } },
  { verb: 'intake.choose', data: { upload: 'U-1' } },
  { verb: 'intake.show', data: { upload: 'U-1', page: 0 } },
  { verb: 'intake.questions', data: { upload: 'U-1', from: 0 } },
  { verb: 'intake.answer', data: { upload: 'U-1', from: 0, ids: ['iedereen'], one0: 'nee' } },
  { verb: 'intake.apply', data: { upload: 'U-1', seen: '' } },
  { verb: 'intake.ask', data: { upload: 'U-1', seen: '' } },
  { verb: 'intake.drop', data: { upload: 'U-1' } },
  { verb: 'intake.file', data: { upload: 'U-1' } },
  { verb: 'intake.look', data: { owner: account(1), upload: 'U-1', page: 0 } },
  { verb: 'intake.agree', data: { owner: account(1), upload: 'U-1', seen: '' } },
  { verb: 'intake.refuse', data: { owner: account(1), upload: 'U-1' } },
  { verb: 'talk.remove', data: { team: teamKeys[0], id: '2026-10-11-proud-1' } },
  { verb: 'matrix.show', data: { person: account(3) } },
  { verb: 'matrix.share', data: { to: account(2) } },
  { verb: 'matrix.later', data: {} },
  { verb: 'growth.quiet', data: {} },
  { verb: 'growth.stop-sharing', data: {} },
  { verb: 'line.follow', data: { role: 'Objectregistrator' } },
  { verb: 'line.share', data: { role: 'Objectregistrator' } },
  { verb: 'line.unshare', data: { role: 'Objectregistrator' } },
  { verb: 'effect.show', data: {} },
  { verb: 'meeting.show', data: { team: teamKeys[0] } },
  { verb: 'meeting.form', data: { team: teamKeys[0] } },
  { verb: 'meeting.save', data: { team: teamKeys[0], week: '2', day: 'di' } },
  { verb: 'meeting.stop', data: { team: teamKeys[0] } },
  { verb: 'teamtasks.show', data: { team: teamKeys[0] } },
  { verb: 'assignments.take-back', data: { who: WHO, seen: 3 } },
  { verb: 'assignments.party-team', data: {} },
  { verb: 'handover.restore', data: { team: teamKeys[0], id: 'O-00000001' } },
  { verb: 'assignments.open-party', data: { id: 'A-00000000' } },
  { verb: 'assignments.change-party', data: { ...ofParty, form: {} } },
  { verb: 'assignments.save-party', data: { ...ofParty, form: {} } },
  { verb: 'assignments.ask-end-party', data: { id: 'A-00000000' } },
  { verb: 'assignments.end-party', data: { id: 'A-00000000' } },
  { verb: 'plan.mute', data: {} },
  { verb: 'plan.leave', data: { step: 1 } },
  { verb: 'course.leave', data: { goal: 'g1' } },
  { verb: 'securing.leave', data: { registration: 'BAG' } },
  { verb: 'course.tell', data: { seen: 1 } },
  { verb: 'board.undone', data: { id: 'V-00000005', seen: 1 } },
];

/** Questions that a great many entries fit. */
const questions = [
  'wie mag valideren?',
  'wie mag verwerken in Rivierstad?',
  'welke mandaten zijn er in Rivierstad?',
  'tot welk bedrag mag er een opdracht verstrekt worden?',
];

/** A working morning, the end of a check-in's window, and the Monday after. */
const moments = ['2026-11-24T10:30:00+01:00', '2026-11-27T15:00:00+01:00', '2026-11-30T10:30:00+01:00'];

/** Ways to reach people that reach nobody: what was said is kept. */
function keeping(sent: Message[]): Messenger {
  return {
    send: async (_to, message) => {
      sent.push(message);
      return { kind: 'sent' };
    },
    post: async (_to, message) => {
      sent.push(message);
      return { kind: 'sent', id: 'posted' };
    },
    rewrite: async (_to, _id, message) => {
      sent.push(message);
      return { kind: 'sent' };
    },
  };
}

/** What the clock and the calendar send, with writes that are said to be done. */
async function sentByTheClock(core: Core, features: readonly FeatureOffer[]): Promise<Message[]> {
  const sent: Message[] = [];
  const settings = await core.settings.read();
  const everybody = await core.people.everybody();
  for (const moment of moments) {
    const now = Temporal.Instant.from(moment);
    await runAt(
      features.flatMap(({ jobs = [] }) => jobs),
      core,
      now,
      {
        ...keeping(sent),
        once: (_name, _now, work) => work(),
      },
    );
    const [team] = settings.teams.filter(({ key }) => key === teamKeys[0]);
    if (!team) throw new Error('the first team is gone');
    const members = everybody.filter((one) => one.team === team.key);
    for (const round of features.flatMap(({ rounds = [] }) => rounds)) {
      const { teams, municipality } = settings;
      const context = { team, teams, municipality, now };
      const occurrence = round.due(context);
      if (!occurrence) continue;
      const prepared = await round.prepare(context, occurrence, members);
      for (const person of members.slice(0, 10)) {
        const made = prepared(person);
        if (typeof made === 'object' && 'message' in made) sent.push(made.message);
      }
    }
  }
  return sent;
}

let met: Met[];
let failed: readonly string[];
let untapped: string[];
let marks: Pick<ReturnType<typeof visits>, 'unmarked' | 'needless'>;

/**
 * Forms of which some field or other has to be filled in, and no one of them: their words say so. And one that comes back with
 * several who fit a name: its label says that one has to be chosen, while another name may be typed.
 */
const oneOfSome: readonly string[] = [
  'assignments.review',
  'board.add',
  'board.save',
  'buddy.ask',
  'buddy.save-offer',
  'compass.save',
  'changes.add',
  'compliment.preview',
  'effect.save',
  'growth.save-draft',
  'learning.look-back',
  'mandates.propose-deputy',
  'meeting.open',
  'people.add',
  'people.save',
  'pilot.save-measure',
  'plan.save',
  'retro.agree',
  'retro.group',
  'retro.vote',
  'review.open',
  'review.save',
  'standup.save',
  'teamtasks.open',
  'talk.save',
  'talk.look',
];

beforeAll(async () => {
  const town = await foundTown();
  await bringPeople(town);
  await bringRegister(town);
  await bringPilots(town);
  await bringTeams(town);
  await bringMatrices(town);
  await bringGrowth(town);
  await bringRoles(town);
  await bringPlan(town);
  await bringAssignments(town);
  const config = readConfig({ KOMPAS_LOCAL: 'true' });
  const core = createCore(config, frozen(town.storage), () => town.clock.now);
  const sent: Message[] = [];
  const features = offerAll(kompas, core.opened, {
    ...toolsFor(core),
    ...keeping(sent),
  });
  const { visit, meetLongest, ...seen } = visits(features);

  const phrases = features.flatMap((feature) => feature.phrases);
  const says = [
    ...phrases.map(({ say }) => say),
    ...phrases
      .filter(({ takesRest }) => takesRest)
      .flatMap(({ say }) => [`${say} R0`, `${say} ${textOf('Zz', 500)}`]),
    ...features.flatMap(({ examples = [] }) => examples.map(({ say }) => say)),
    ...questions,
  ];
  for (const kind of Object.keys(kinds) as Kind[]) {
    const who = { id: `p${kinds[kind]}`, account: account(kinds[kind]), user: `29:p${kinds[kind]}` };
    const alone = (text: string): Turn => turnFor(core, who, town.clock.now, text);
    await visit({ name: kind, turn: alone }, says, elsewhere);
    for (const search of features.flatMap(({ searches = {} }) => Object.values(searches)))
      for (const text of ['wie mag valideren?', 'welke mandaten heeft Zoë?', 'Les', 'Praktijk'])
        meetLongest(
          `${kind} zoekt`,
          (await search.run(alone(text))).map(({ message }) => message),
        );
    if (kind !== 'projectleider' && kind !== 'manager') continue;
    const inChannel = (text: string): Turn => {
      const turn = alone(text);
      return { ...turn, scope: 'channel', address: { ...turn.address, conversation: CHANNEL } };
    };
    await visit({ name: `${kind} in het kanaal`, turn: inChannel }, says, elsewhere);
  }
  meetLongest('verstuurd door een ander', sent);
  meetLongest('verstuurd door de klok', await sentByTheClock(core, features));
  ({ met, failed } = seen);
  marks = seen;
  untapped = features.flatMap(({ actions }) => Object.keys(actions)).filter((verb) => !seen.tapped.has(verb));
});

/** The worst of each kind of those that are not as they should be. */
function wrong(isWrong: (one: Met) => boolean): string[] {
  const kindOf = ({ how }: Met) => how.replace(/^.*(zegt|tikt|verstuurd)/, '$1').replace(/ [{"].*$/, '');
  const worst = [...Map.groupBy(met.filter(isWrong), kindOf).values()].map(
    (some) => some.toSorted((a, b) => b.size - a.size)[0],
  );
  return worst.map((one) => `${one?.how}: ${one?.size} bytes, ${one?.choices} choices`);
}

describe('in a municipality of 1,500 people with a register of 2,000 entries', () => {
  test('everybody meets cards of every kind, and none of them fails', () => {
    expect(met.length).toBeGreaterThan(2_000);
    expect(failed).toEqual([]);
  });

  test('every button that there is was tapped', () => {
    expect(untapped).toEqual([]);
  });

  test('every card fits in a message of Teams, as a whole activity', () => {
    expect(wrong(({ size }) => size > MOST_BYTES)).toEqual([]);
  });

  test('no list to choose from holds more than fifty', () => {
    expect(wrong(({ choices }) => choices > MOST_CHOICES)).toEqual([]);
  });

  test('a form marks what it asks for: nobody hears afterwards that a field is needed', () => {
    expect([...marks.unmarked].filter((verb) => !oneOfSome.includes(verb))).toEqual([]);
    expect([...marks.needless]).toEqual([]);
  });

  test('names that fit many were met as a list to choose from', () => {
    const searched = met.filter(({ isSearched }) => isSearched).map(({ how }) => how);
    for (const verb of [
      'pilot.create',
      'pilot.save-members',
      'mandates.propose',
      'changes.add',
      'talk.save',
      'retro.vote',
    ])
      expect(
        searched.filter((how) => how.includes(verb)),
        verb,
      ).not.toEqual([]);
  });
});

import { Temporal } from 'temporal-polyfill';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import type { Message } from '../../../src/conversation/message.ts';
import { standupDaysTable, standupsTable } from '../../../src/features/pilots/standup/tables.ts';
import { MY_DATA, privacy } from '../../../src/features/privacy/index.ts';
import { groupsTable } from '../../../src/features/team/groups/table.ts';
import { helpfulTipsTable } from '../../../src/features/tips/tables.ts';
import { purposes } from '../../../src/people/pseudonym.ts';
import type { Storage } from '../../../src/storage/index.ts';
import { pilotOf } from '../../support/pilot.ts';
import { toolsFor } from '../../support/tools.ts';
import { account, foundTown, person } from '../../support/town.ts';
import { turnFor } from '../../support/turn.ts';
import { bareEntry } from '../mandates/town.ts';

const teamNames = {
  'objecten-west': 'Objecten West',
  'objecten-oost': 'Objecten Oost',
  bedrijfsvoering: 'Bedrijfsvoering',
};
const TEAMS = Object.keys(teamNames);
const names: Record<number, string> = { 1: 'Amira Sol', 2: 'Bert Kade' };

/** A message in the queue to these ids. */
export function queueMessage(day: string, recipients: string[]) {
  const occurrence = { round: 'checkin-card', team: 'objecten-west', period: '2026-W48', day };
  const until = Temporal.Instant.from(`${day}T17:00:00Z`);
  return { occurrence: { ...occurrence, until }, n: 0, recipients, run: 0 };
}

export type Household = Awaited<ReturnType<typeof openHousehold>>;

/** A town of its own, with what is needed to fill it with somebody's data, to ask for it and to look for traces. */
export async function openHousehold() {
  const town = await foundTown();

  /** Puts rows about somebody into every table there is. A new table fails a test until it is filled here. */
  const fill: Record<string, (n: number) => Promise<unknown>> = {
    people: (n) =>
      town.core.people.save([
        person(`p0${n}`, {
          name: names[n],
          upn: `${names[n]?.split(' ')[0]?.toLowerCase()}@gemeente.example`,
        }),
      ]),
    directory: async () => {},
    settings: async (n) => {
      const { settings } = town.core;
      const upn = `${names[n]?.split(' ')[0]?.toLowerCase()}@gemeente.example`;
      const and = (known: readonly string[] = []) => [...known.filter((one) => one !== upn), upn];
      for (const [key, name] of Object.entries(teamNames)) {
        const known = await settings.changeTeam(key, (now) => ({ ...now, managers: and(now.managers) }));
        if (!known) await settings.saveTeam({ key, name, schedule: defaultSchedule, managers: [upn] });
      }
      await settings.changeMunicipality(({ partners, ...now }) => ({
        ...now,
        partners: [...partners.filter((one) => one.upn !== upn), { label: `coach ${n}`, upn }],
      }));
    },
    audit: (n) => town.core.audit.record(account(n), 'register bekeken', 'objecten-west'),
    occurrences: () => town.core.store.plan(queueMessage('2026-11-23', []).occurrence, [], town.clock.now),
    outcomes: (n) =>
      Promise.all(
        TEAMS.map((team) => {
          const recipient = town.core.pseudonymise(team, account(n), 'round');
          const { occurrence, ...rest } = queueMessage('2026-11-23', []);
          return town.core.store.record({ ...rest, occurrence: { ...occurrence, team } }, [
            { recipient, result: 'sent' },
          ]);
        }),
      ),
    usedlinks: (n) =>
      town.core.links.use(town.core.links.create(MY_DATA, account(n)).split('/').at(-1) ?? ''),
    answers: async (n) => {
      // This person worked in another team before.
      for (const team of ['objecten-west', 'objecten-oost'])
        for (const period of ['2026-W46', '2026-W47'])
          await town.core.answers.change(team, account(n), period, () => ({
            score: 2,
            themes: ['leren'],
            comment: `geheim van ${names[n]}`,
            sharing: 'private',
          }));
    },
    comments: (n) =>
      publish(n, 'withoutName', town.core.pseudonymise('objecten-oost', account(n), 'comment')),
    namedcomments: (n) => publish(n, 'withName', account(n)),
    register: async (n) => {
      const { register } = town.core;
      const known = await register.current();
      const entries = [...known.lookup.register.entries, entryOf(names[n] ?? '')];
      await register.replace(known, { entries, areas: [], tenures: [] }, town.clock.now.toString());
    },
    mandategaps: async () => {
      // Reported once: it names nobody, so it is the same row for everybody.
      if ((await town.core.gaps.all()).length > 0) return;
      await town.core.gaps.report({ activity: 'valideren', registration: 'BRK', area: '' }, '2026-11-24');
    },
    personas: (n) => town.core.tips.choose(account(n), 'bram', '2026-11-20'),
    seentips: (n) => town.core.tips.show(account(n), 'bram-3-a', '2026-11-20'),
    // It names nobody, so it is the same row for everybody.
    helpfultips: () => town.storage.table(helpfulTipsTable).put('tips', 'bram-3-a', { helpful: 1 }),
    tiplibrary: () => town.core.library.save(new Map([['bram-3-a', { off: true }]])),
    dialogues: () =>
      town.core.dialogues.begin('objecten-west', {
        id: 'T-1',
        day: '2026-11-20',
        scene: 5,
        agreements: ['Eerst bellen.'],
        channel: { serviceUrl: 'http://127.0.0.1:1', conversation: '19:x', bot: '28:kompas' },
      }),
    // A pilot and an action are the team's: they stay when somebody in it goes.
    pilots: (n) => town.core.pilots.add(pilotOf(), [{ directoryId: account(n), role: 'lead' }]),
    pilotmembers: async () => {},
    pilotactions: async (n) => {
      const todo = { id: 'A-1', text: 'Lijst maken', source: 'standup' as const, day: '2026-11-20' };
      await town.core.pilotActions.add('P-1', todo);
      await town.core.pilotActions.give('P-1', todo, account(n));
    },
    standups: (n) =>
      town.storage.table(standupsTable).put('local|P-2|2026-11-20', account(n), {
        day: '2026-11-20',
        done: `van ${names[n]}`,
        next: '',
        blocker: '',
      }),
    retros: async (n) => {
      const board = { id: 'R-1', pilot: 'P-1', opened: '2026-11-20', phase: 'open' as const };
      await town.core.retros.open(board);
      await town.core.retros.add(board, { id: 'x-1', text: 'Overdracht', column: 'good' }, '2026-11-20');
      await town.core.retros.add(
        board,
        { id: 'x-2', text: 'Bellen', column: 'good', author: account(n) },
        '2026-11-20',
      );
      await town.core.retros.vote(board, account(n), ['x-1']);
    },
    evaluations: (n) =>
      town.core.evaluations.save(
        'P-1',
        account(n),
        { scores: { clear: 4 }, open: `van ${names[n]}` },
        '2026-11-20',
      ),
    pilotposts: () =>
      town.core.pilotPosts.changed({ kind: 'retro', pilot: 'P-1', of: 'R-1' }, town.clock.now),
    pilotquiz: () =>
      town.core.quizzes.add('P-1', 'Q-1', {
        day: '2026-11-20',
        question: 'Wie mag dit?',
        options: ['a', 'b'],
        right: 0,
        why: '',
      }),
    standupdays: () =>
      town.storage.table(standupDaysTable).put('local|P-2', '2026-11-20', { day: '2026-11-20' }),
    // A learning point is the team's too, and has no author; who proposed to share it is the person's own.
    learnings: () =>
      town.core.learnings.addLearning({ id: 'P-1', kind: 'rolpilot' }, 'Eerst bellen.', 'retro'),
    // A signal is the group's; who takes care of it and who put their name to it are rows of their own.
    groups: async (n) => {
      const place = { kind: 'team', key: 'objecten-west' } as const;
      const signal = { id: 'S-1', source: 'raised' as const, day: '2026-11-20' };
      await town.core.groups.addSignal(place, {
        ...signal,
        state: 'received',
        moved: '2026-11-20',
        words: { text: 'De lijst is te lang.' },
      });
      await town.core.groups.give(place, signal, account(n));
      await town.storage
        .table(groupsTable)
        .put('local|team|objecten-west', `b|${account(n)}|S-1`, { day: '2026-11-20', source: 'raised' });
    },
    // A change in the calendar has no author.
    changes: () =>
      town.core.changes.add(
        {
          id: 'K-1',
          title: 'Nieuw scherm',
          scope: { kind: 'municipality', key: '' },
          roles: [],
          impact: 'small',
          effect: 'Je ziet andere knoppen.',
          unknown: '',
          when: { date: '2026-12-01' },
        },
        '2026-11-20',
      ),
    replies: async (n) => {
      const writer = town.core.pseudonymise('objecten-oost', account(n), 'comment');
      await town.core.replies.add({ team: 'objecten-oost', period: '2026-W46', writer }, () => ({
        from: 'lead',
        day: '2026-11-20',
        text: `reactie ${n}`,
      }));
    },
    learningasks: async (n) => {
      await town.core.learnings.setAsker(`L-${n}`, account(n));
    },
    mandateproposals: (n) =>
      town.core.proposals.add({
        id: `V-${n}`,
        kind: 'new',
        entry: entryOf(`houder ${n}`),
        by: account(n),
        at: town.clock.now.toString(),
        state: 'open',
      }),
  };

  /** An entry of the register that names somebody. */
  const entryOf = (holder: string) => bareEntry({ id: `M-${holder}`, registration: '', holder });

  function publish(n: number, how: 'withName' | 'withoutName', name: string) {
    const shared = {
      withoutName: [],
      withName: [],
      [how]: [{ key: name, text: `gedeeld door ${names[n]}` }],
    };
    return town.core.answers.publish('objecten-oost', '2026-W46', shared);
  }

  async function fillAll(n: number): Promise<void> {
    for (const work of Object.values(fill)) await work(n);
  }

  /** The privacy feature as kompas.ts puts it together; `storage` may be one that fails. */
  function feature(storage: Storage = town.storage) {
    return privacy.offer(undefined, { ...toolsFor(town.core), storage });
  }

  const turnOf = (n: number) =>
    turnFor(town.core, { id: `${n}`, account: account(n), user: `29:${n}` }, town.clock.now);

  async function tap(verb: string, n: number, storage?: Storage): Promise<Message> {
    const answer = await feature(storage).actions[verb]?.run(turnOf(n), {});
    if (!answer) throw new Error(`there is no ${verb}`);
    return answer;
  }

  /** Everything by which a row or message could point at somebody. */
  function traces(n: number): string[] {
    const pseudonyms = [...TEAMS, ''].flatMap((team) =>
      purposes.map((purpose) => town.core.pseudonymise(team, account(n), purpose)),
    );
    const [first = ''] = (names[n] ?? '').split(' ');
    return [
      account(n),
      `p0${n}`,
      names[n] ?? '',
      first,
      `${first.toLowerCase()}@`,
      `29:p0${n}`,
      ...pseudonyms,
    ];
  }
  // A short id may stand by chance within a random one: only whole words count.
  const found = (text: string, n: number) =>
    traces(n).filter((trace) =>
      trace.length > 4 ? text.includes(trace) : new RegExp(`(?<![\\w-])${trace}(?![\\w-])`).test(text),
    );

  async function waiting(): Promise<string[]> {
    const messages = [];
    for (;;) {
      const batch = await town.core.store.queue.receive(32, 30);
      if (batch.length === 0) return messages;
      messages.push(...batch.map(({ body }) => body));
    }
  }

  /** Storage of which the `step`th removal fails. */
  function failingAt(step: number, count = { removals: 0 }): Storage {
    const whole = (work: () => Promise<boolean>) => {
      count.removals += 1;
      return count.removals === step ? Promise.reject(new Error('storage is gone')) : work();
    };
    const table: Storage['table'] = (definition) => {
      const real = town.storage.table(definition);
      return {
        ...real,
        remove: (partition, row) => whole(() => real.remove(partition, row)),
        transact: (partition, changes) => whole(() => real.transact(partition, changes)),
      };
    };
    return { ...town.storage, table };
  }

  return { town, fill, fillAll, feature, turnOf, tap, traces, found, waiting, failingAt };
}

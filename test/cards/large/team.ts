import { departmentsOf } from '../../../src/features/team/groups/group.ts';
import type { GroupPlace } from '../../../src/features/team/groups/place.ts';
import { states } from '../../../src/features/team/signals/signal.ts';
import { account, type Town } from '../../support/town.ts';
import { kinds, teamKeys } from './people.ts';
import { at, textOf, upTo } from './words.ts';

/** The week of the town is 2026-W48; these are the weeks before it, newest last. */
const weeks = upTo(24).map((n) => `2026-W${24 + n}`);
const [first = ''] = teamKeys;
const picture = { count: '20+', average: 2.5, themes: ['werkdruk', 'leren'] } as const;
const bands = [
  { from: 1, to: 2, percent: 40 },
  { from: 3, to: 5, percent: 60 },
];

async function bringAnswers({ core }: Town): Promise<void> {
  const { answers, pseudonymise, replies } = core;
  for (const who of Object.values(kinds).map(account))
    for (const period of [...weeks, '2026-W48'])
      await answers.change(first, who, period, () => ({
        score: 2,
        themes: ['werkdruk', 'leren'],
        comment: textOf('Te veel', 1_000),
        sharing: 'private',
      }));
  const code = (n: number) => pseudonymise(first, account(n), 'comment');
  for (const period of weeks.slice(-10)) {
    await answers.publish(first, period, {
      withoutName: upTo(40).map((n) => ({ key: code(n + 1), text: textOf(`Zonder ${n}`, 1_000) })),
      withName: upTo(40).map((n) => ({ key: account(n + 1), text: textOf(`Met ${n}`, 1_000) })),
    });
    for (const n of upTo(12))
      for (const m of upTo(8))
        await replies.add({ team: first, period, writer: code(n + 1) }, () => ({
          from: m % 2 === 0 ? 'lead' : 'writer',
          day: '2026-11-20',
          text: textOf(`Antwoord ${m}`, 1_000),
        }));
  }
}

async function bringSignals({ core }: Town, place: GroupPlace): Promise<void> {
  const long = (start: string) => textOf(start, 500);
  for (const n of upTo(40))
    await core.groups.addSignal(place, {
      id: `S-${n}`,
      source: 'raised',
      state: at(states, n),
      day: '2026-10-05',
      moved: '2026-10-12',
      acts: true,
      due: '2026-12-01',
      answered: at(states, n) === 'answered' ? '2026-11-01' : undefined,
      owner: account(kinds.manager),
      by: account(kinds.member),
      named: true,
      words: {
        text: textOf(`Signaal ${n}`, 1_000),
        size: long('Groot'),
        cause: long('Door'),
        complete: long('Ja'),
        others: long('Wie'),
        judged: long('Want'),
        table: long('Team'),
        decided: long('We doen'),
        reason: long('Omdat'),
        check: long('Iemand'),
        told: long('Bedankt'),
      },
    });
}

async function bringTeamTalk({ core }: Town): Promise<void> {
  for (const n of upTo(60))
    await core.groups.addPoint(
      { kind: 'team', key: first },
      {
        id: `2026-10-${10 + (n % 10)}-${n % 2 === 0 ? 'better' : 'proud'}-${n}`,
        kind: n % 2 === 0 ? 'better' : 'proud',
        text: textOf(`Punt ${n}`, 300),
        day: `2026-10-${10 + (n % 10)}`,
        due: '2026-11-20',
        owner: n % 4 === 0 ? account(n + 1) : undefined,
      },
    );
}

async function bringCalendar({ core }: Town): Promise<void> {
  for (const n of upTo(60))
    await core.changes.add(
      {
        id: `K-${`${n}`.padStart(8, '0')}`,
        title: textOf(`Scherm ${n}`, 120),
        scope: n % 2 === 0 ? { kind: 'municipality', key: '' } : { kind: 'team', key: at(teamKeys, n) },
        roles: ['Objectregistrator', 'Kwaliteitscoördinator', 'Objectregisseur', 'Geodata-engineer'],
        impact: 'noticeable',
        effect: textOf('Je ziet', 300),
        unknown: textOf('Wanneer', 300),
        when: { date: `2026-12-${10 + (n % 18)}` },
        moved: { from: { around: textOf('maart', 60) }, reason: textOf('Later', 300) },
      },
      '2026-11-20',
    );
}

/** Weeks of check-ins, what was shared in them, signals everywhere, talks and a calendar. */
export async function bringTeams(town: Town): Promise<void> {
  const { groups, settings, tips, dialogues, compasses } = town.core;
  const now = await settings.read();
  for (const [n, period] of weeks.entries())
    for (const key of n === weeks.length - 1 ? teamKeys : [first])
      await groups.publish(
        { kind: 'team', key },
        { period, picture: { ...picture, themes: [...picture.themes], bands }, members: 70 },
      );
  for (const place of [...departmentsOf(now), { kind: 'municipality' as const, key: '' }])
    await groups.publish(place, {
      period: weeks.at(-1) ?? '',
      picture: { ...picture, themes: [...picture.themes], bands },
    });
  await bringAnswers(town);
  for (const place of [
    { kind: 'team' as const, key: first },
    { kind: 'council' as const, key: '' },
    ...departmentsOf(now).slice(0, 1),
  ])
    await bringSignals(town, place);
  await bringTeamTalk(town);
  await bringCalendar(town);
  for (const who of Object.values(kinds).map(account)) {
    await tips.choose(who, 'bram', '2026-11-20');
    for (const n of upTo(20))
      await tips.show(who, `bram-${1 + (n % 8)}-${n % 2 === 0 ? 'a' : 'b'}`, '2026-11-20');
  }
  await compasses.write(first, {
    day: '2026-11-20',
    brings: textOf('Wij brengen', 500),
    needs: textOf('Wij hebben nodig', 500),
  });
  await dialogues.begin(first, {
    id: 'T-1',
    day: '2026-11-20',
    scene: 5,
    agreements: upTo(5).map((n) => textOf(`Afspraak ${n}`, 300)),
    channel: { serviceUrl: 'http://127.0.0.1:1', conversation: '19:channel@thread.tacv2', bot: '28:kompas' },
  });
}

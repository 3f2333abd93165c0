import { beforeAll, describe, expect, test } from 'vitest';
import { manager, type Somebody, team } from '../support/bot.ts';
import { COMMENT, type Deed, playWeek, type Remains } from './week.ts';

const deeds: Deed[] = [
  'answers',
  'comments',
  'withdraws',
  'skips',
  'nothing',
  'nothing',
  'answers',
  'answers',
];
const employees = team.filter(({ account }) => account !== manager.account);

/** Everybody does what the colleague `shift` places further did in the other week. */
function castWith(shift: number): Map<Somebody, Deed> {
  return new Map(employees.map((who, n) => [who, deeds[(n + shift) % deeds.length] ?? 'nothing']));
}

/** Some people are alone on their last working day: then a round that tells anything tells it about them. */
function workdays(who: Somebody): string {
  return { p1: 'ma di', p2: 'ma di wo', p3: 'di wo do' }[who.id] ?? 'ma di wo do vr';
}

describe('a week played twice, by other people', () => {
  let week: Remains;
  let other: Remains;

  beforeAll(async () => {
    week = await playWeek(castWith(0), workdays);
    other = await playWeek(castWith(3), workdays);
  });

  test('was really played: answers, a comment, a skip and reminders are there', () => {
    expect(week.underPseudonym.filter(({ table }) => table === 'answers')).toHaveLength(10);
    expect(week.reminders.length).toBeGreaterThan(0);
    expect(week.reminders.map(({ conversation }) => conversation).sort()).not.toEqual(
      other.reminders.map(({ conversation }) => conversation).sort(),
    );
  });

  test('leaves the same rows outside the pseudonymous tables, whoever answered', () => {
    const tidy = ({ occurrences = [], outcomes = [], ...others }: Remains['others']) => ({
      ...others,
      occurrences: occurrences.map((row) => JSON.stringify(row).replace(/"plannedAt":"[^"]*"/, '')),
      // The queue's own random number of a message.
      outcomes: outcomes.map((row) => JSON.stringify(row).replace(/"message":"[^"]*"/, '')),
    });
    const withoutPorts = (others: object) => JSON.stringify(others).replace(/127\.0\.0\.1:\d+/g, 'connector');
    expect(withoutPorts(tidy(week.others))).toBe(withoutPorts(tidy(other.others)));
  });

  test('writes no row but answers and seen tips while people answer', () => {
    expect(week.writtenMeanwhile).toEqual([]);
    expect(other.writtenMeanwhile).toEqual([]);
  });

  test('names nobody in the pseudonymous tables', () => {
    const text = JSON.stringify(week.underPseudonym);
    for (const { id, name, upn, account, user } of team) {
      for (const trace of [`"${id}"`, name, upn, account, user]) expect(text).not.toContain(trace);
    }
  });

  test('keeps a comment that was shared apart from the answer it came with', () => {
    const withComment = week.underPseudonym.filter(({ value }) => JSON.stringify(value).includes(COMMENT));
    expect(withComment.map(({ table }) => table)).toEqual(['comments']);
    const [code = ''] = withComment.map(({ key }) => key.split(' ').at(-1));
    const others = [week.underPseudonym.filter(({ table }) => table === 'answers'), week.others];
    expect(JSON.stringify(others)).not.toContain(code);
  });

  test('uses a pseudonym for rounds that does not lead to answers', () => {
    const inRounds = (week.others.outcomes ?? []).map(
      (row) => / r\|([^|]+)\|/.exec(JSON.stringify(row))?.[1],
    );
    const found = inRounds.filter((name) => name !== undefined);
    expect(found.length).toBeGreaterThan(0);
    const answers = JSON.stringify(week.underPseudonym.map(({ key }) => key));
    for (const name of found) expect(answers).not.toContain(name);
  });

  test('leaves nothing in the queue', () => {
    expect(week.queue).toEqual([]);
  });

  test('sends the same cards to everybody, and no answer or comment in any message', () => {
    const skipped = (remains: Remains) =>
      remains.sent.map(({ activity }) => activity.replace(/"replyToId":"[^"]*"/, ''));
    for (const message of [...skipped(week), ...week.reminders.map(({ activity }) => activity)]) {
      for (const word of [COMMENT, 'Je koos', 'leren', 'Dank je wel']) expect(message).not.toContain(word);
    }
    // The manager's own card says that they do not count, every week and whatever anybody answers.
    const toMembers = week.reminders.filter(({ conversation }) => conversation !== `chat-${manager.id}`);
    const reminder = new Set(
      toMembers
        .map(({ activity }) => JSON.parse(activity).attachments[0].content)
        .map((card) => JSON.stringify(card)),
    );
    expect(reminder.size).toBe(1);
  });

  test('gives the same figures for monitoring, and none of them names anybody', () => {
    // How long something took and how often the bot looked into its queue is different each time, whoever did what.
    const isSteady = (series: string) =>
      series.startsWith('kompas_') && !/_seconds_(?:bucket|sum)|table="(?:queue|other)"/.test(series);
    const steady = ({ figures }: Remains) => [...figures].filter(([series]) => isSteady(series)).sort();
    expect(
      week.figures.get('kompas_round_messages_total{round="checkin-reminder",result="sent"}'),
    ).toBeGreaterThan(0);
    expect(week.figures.get('kompas_turns_total{feature="other"}')).toBeGreaterThan(0);
    expect(steady(week)).toEqual(steady(other));
    const text = [...week.figures.keys()].join('\n');
    for (const { name, upn, account, user, id } of team)
      for (const trace of [name, upn, account, user, `"${id}"`, `chat-${id}`])
        expect(text).not.toContain(trace);
  });

  test('writes the same log, without a name, an id, a conversation, what was asked or a word that was written', () => {
    const sorted = (logs: object[]) => logs.map((line) => JSON.stringify(line)).sort();
    expect(sorted(week.logs)).toEqual(sorted(other.logs));
    const text = JSON.stringify(week.logs);
    expect(text).toContain('"turn"');
    // Nor what was asked for: beside its moment it would tell when an answer came.
    expect(text).not.toContain('checkin.answer');
    for (const { name, upn, account, user, id } of team) {
      for (const trace of [name, upn, account, user, `chat-${id}`, COMMENT])
        expect(text).not.toContain(trace);
    }
  });
});

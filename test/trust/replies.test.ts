import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ANSWER,
  COMMENT,
  colleague,
  commentsTown,
  leadSays,
  manager,
  PERIOD,
  REPLY,
  reads,
  TEAM,
  taps,
  third,
  tick,
  writer,
  writerSays,
} from '../features/team/comments/town.ts';
import { type Somebody, type TestBot, team, typed } from '../support/bot.ts';
import { tables } from '../support/core.ts';

/** Tables whose rows stand under a pseudonym of the writer. */
const underPseudonym = ['comments', 'replies'];
const everybody = team.filter(({ id }) => id !== manager.id);

interface Town {
  bot: TestBot;
  /** All that is kept beside names, or beside nobody. */
  named: string[];
  sent: string[];
  logs: string[];
  /** What every colleague but the writer got to see in answer to their taps. */
  cards: Map<string, string>;
}

const tidy = (value: unknown) =>
  JSON.stringify(value ?? null)
    .replace(/127\.0\.0\.1:\d+/g, 'host')
    .replace(/"(plannedAt|replyToId|id)":"[^"]*"/g, '""')
    .replace(/"(time|ms)":\d+(\.\d+)?/g, '""');

/**
 * The same story in each town: a comment, a reply, the news of it, everybody looks, the writer answers, the manager
 * reads. The two towns differ in nothing but in who wrote.
 */
async function play(who: Somebody): Promise<Town> {
  const bot = await commentsTown(who);
  await leadSays(bot);
  await tick(bot, '2026-12-01T09:00:00Z');
  const cards = new Map<string, string>();
  for (const one of everybody) {
    await bot.post(typed(one, 'reacties'));
    await bot.post(typed(one, 'opmerkingen'));
    await bot.post(typed(one, 'mijn gegevens'));
    const seen = [
      await taps(bot, one, 'replies.mine'),
      await taps(bot, one, 'comments.open', { team: TEAM, page: 0 }),
    ];
    cards.set(one.id, tidy(seen));
  }
  await reads(bot, who, 'replies.write', { team: TEAM, period: PERIOD });
  await writerSays(bot, ANSWER, who);
  await reads(bot, who, 'replies.close', { team: TEAM, period: PERIOD, sure: true });
  await tick(bot, '2026-12-02T09:00:00Z');
  cards.set('manager', tidy(await taps(bot, manager, 'comments.open', { team: TEAM, page: 0 })));
  const rows = await Promise.all(
    tables
      .filter(({ name }) => !underPseudonym.includes(name))
      .map(async ({ name }) =>
        (await bot.storage.table(tables.find((table) => table.name === name) as never).range({})).map(
          ({ partition, row, value }) => `${name} ${partition} ${row} ${tidy(value)}`,
        ),
      ),
  );
  return {
    bot,
    cards,
    named: rows.flat().sort(),
    sent: bot.connector.sent.map(({ conversation, activity }) => `${conversation} ${tidy(activity)}`),
    logs: bot.lines.map((line) => tidy(JSON.parse(line))).sort(),
  };
}

describe('a conversation without name, played in two towns that differ in who wrote', () => {
  let one: Town;
  let other: Town;
  beforeAll(async () => {
    one = await play(writer);
    other = await play(colleague);
  });
  afterAll(() => Promise.all([one.bot.stop(), other.bot.stop()]));

  test('was really held: the reply and the answer are there, and the writer read it', async () => {
    const text = JSON.stringify(await one.bot.rows(...underPseudonym));
    for (const word of [COMMENT, REPLY, ANSWER]) expect(text).toContain(word);
    expect(one.cards.get(writer.id)).toContain(REPLY);
    expect(one.cards.get(colleague.id)).not.toContain(REPLY);
    expect(other.cards.get(colleague.id)).toContain(REPLY);
  });

  test('leaves the same rows in every table outside the pseudonymous ones', () => {
    expect(one.named.length).toBeGreaterThan(20);
    expect(one.named).toEqual(other.named);
  });

  test('sends the same messages to the same people, and nothing that was said', () => {
    expect(one.sent.length).toBeGreaterThan(30);
    expect(one.sent).toEqual(other.sent);
    for (const word of [COMMENT, REPLY, ANSWER]) expect(one.sent.join()).not.toContain(word);
  });

  test('writes the same log, which names nobody', () => {
    expect(one.logs.join()).toContain('"turn"');
    expect(one.logs).toEqual(other.logs);
    for (const { name, upn, account, user } of team)
      for (const trace of [name, upn, account, user, COMMENT, REPLY, ANSWER])
        expect(one.logs.join()).not.toContain(trace);
  });

  test('shows everybody who did not write the same, and the manager too but for the name of the conversation', () => {
    for (const { id } of everybody.filter((who) => who.id !== writer.id && who.id !== colleague.id))
      expect(one.cards.get(id)).toBe(other.cards.get(id));
    expect(one.cards.get(third.id)).toContain('Er is niets voor jou');
    const nameless = (card = '') => card.replace(/[\w-]{22}/g, 'name');
    expect(nameless(one.cards.get('manager'))).toBe(nameless(other.cards.get('manager')));
  });

  test('names nobody beside what was said', async () => {
    const text = JSON.stringify(await one.bot.rows(...underPseudonym));
    for (const { id, name, upn, account, user } of team)
      for (const trace of [`"${id}"`, name, upn, account, user]) expect(text).not.toContain(trace);
  });
});

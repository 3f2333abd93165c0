import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { agreementsCheck } from '../../../src/features/tips/dialogue/checking.ts';
import {
  inChannel,
  type Somebody,
  startTestBot,
  type TestActivity,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../support/bot.ts';
import { clockJob } from '../../support/clock-job.ts';

const [amira, bert] = team as [Somebody, Somebody];
const WEST = 'objecten-west';
const words = { team: WEST, brings: 'We kennen elke wijk', needs: 'Rust na een zwaar jaar' };

/** Makes of something typed or tapped in an own chat the same in another place. */
type Put = (activity: TestActivity) => TestActivity;
const channel =
  (id: string, teamsTeam: string): Put =>
  (activity) => ({
    ...inChannel(activity),
    conversation: { id, conversationType: 'channel', isGroup: true },
    channelData: { team: { id: teamsTeam, name: 'Een team in Teams' } },
  });
const group: Put = (activity) => ({
  ...activity,
  conversation: { id: '19:overleg@thread.v2', conversationType: 'groupChat', isGroup: true },
  channelData: {},
});
const home = channel('19:west;messageid=1', '19:team');
const sideChannel = channel('19:west-zij;messageid=1', '19:team');
const others = channel('19:anderen;messageid=1', '19:gemeente');
const own: Put = (activity) => activity;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ env: { TURNS_PER_MINUTE: '1000000' } });
});
afterAll(() => bot.stop());

beforeEach(() => {
  bot.connector.sent.length = 0;
});
afterEach(async () => {
  await choose(undefined);
  await bot.core.teamLinks.unlink('19:team');
  for (const name of ['dialogues', 'teamcompasses']) {
    const table = bot.storage.definitions.find((definition) => definition.name === name);
    for (const { partition, row } of (await bot.rows(name))[name] ?? [])
      if (table) await bot.storage.table(table).remove(partition, row);
  }
});

/** Who leads the team chooses its channel, or takes that away. */
const choose = (conversation: string | undefined) =>
  bot.core.settings.changeTeam(WEST, ({ channel: _, ...rest }) =>
    conversation
      ? { ...rest, channel: { serviceUrl: bot.connector.url, conversation, bot: '28:kompas' } }
      : rest,
  );
/** An administrator links the team in Teams. */
const link = () =>
  bot.core.teamLinks.link({
    team: WEST,
    teamsTeamId: '19:team',
    name: 'Objecten West',
    serviceUrl: bot.connector.url,
    bot: '28:kompas',
    since: '2026-11-01T09:00:00Z',
  });

const says = async (put: Put, text: string) => wordsOf(await bot.hear(put(typed(amira, text))));
const taps = async (put: Put, verb: string, data: object): Promise<string> =>
  JSON.stringify((await bot.post(put(tapped(bert, verb, data)))).body.value);
const kept = async () => (await bot.core.dialogues.of(WEST))?.value;

/** What was posted in each conversation while this was done. */
async function postedBy(work: () => Promise<unknown>): Promise<Record<string, string>> {
  const before = bot.connector.sent.length;
  await work();
  const sent = bot.connector.sent.slice(before);
  return Object.fromEntries(sent.map((one) => [one.conversation, wordsOf([one])]));
}

describe('a dialogue of a team that has a channel', () => {
  test.each([
    ['chosen', () => choose('19:west'), home],
    ['linked', link, home],
    ['linked, in another channel of it', link, sideChannel],
  ])('is begun there: %s', async (_, have, put) => {
    await have();
    expect(await says(put, '@Kompas teamdialoog')).toContain('Teamdialoog van 45 minuten.');
  });

  test.each([
    ['a group chat', () => choose('19:west'), group],
    ['a channel of others', () => choose('19:west'), others],
    ['a group chat, with a linked team', link, group],
    ['a channel of others, with a linked team', link, others],
  ])('is not begun in %s, which says where it is', async (_, have, put) => {
    await have();
    const said = await says(put, '@Kompas teamdialoog');
    expect(said).toContain('De teamdialoog houd je in het kanaal van je team');
    expect(said).toContain('@Kompas teamkanaal');
    expect(await kept()).toBeUndefined();
  });

  test('of which the team in Teams is deleted, counts as one without', async () => {
    await link();
    await bot.core.teamLinks.change('19:team', (now) => ({ ...now, deleted: '2026-11-20' }));
    expect(await says(group, '@Kompas teamdialoog')).toContain('Teamdialoog van 45 minuten.');
  });
});

describe('what a team writes in an own chat', () => {
  test.each([
    ['a group chat', group],
    ['a channel of others', others],
  ])('goes to no place where a colleague began a dialogue: %s', async (_, put) => {
    await says(put, '@Kompas teamdialoog');
    const id = (await kept())?.id ?? '';
    expect(await taps(own, 'compass.write', { team: WEST })).toContain('vertel het je team zelf');
    expect(await taps(own, 'dialogue.write', { id })).toContain('vertel het je team zelf');
    const posted = await postedBy(async () => {
      expect(await taps(own, 'compass.save', words)).toContain('vertel het je team zelf');
      expect(await taps(own, 'dialogue.save', { id, agreement1: 'Na de middag pauze' })).toContain(
        'Vertel het je team zelf',
      );
    });
    expect(posted).toEqual({});
    // Nor is it read there.
    for (const text of ['@Kompas teamkompas', '@Kompas afspraken'])
      expect(await says(put, text)).toMatch(/hier niet zien/);
    expect(wordsOf(await bot.hear(typed(bert, 'afspraken')))).toContain('1. Na de middag pauze');
  });

  test('is asked about after four weeks without its words where nobody knows the place', async () => {
    await says(others, '@Kompas teamdialoog');
    await taps(own, 'dialogue.save', { id: (await kept())?.id ?? '', agreement1: 'Na de middag pauze' });
    const job = clockJob(agreementsCheck(bot.core), bot.core);
    await job.at('2026-12-23T10:00:00+01:00');
    expect(job.sent).toHaveLength(1);
    const asked = JSON.stringify(job.sent);
    expect(asked).not.toContain('pauze');
    expect(asked).toContain('dialogue.open');
  });

  test('goes to the channel that was chosen since, and the check too', async () => {
    await says(others, '@Kompas teamdialoog');
    const id = (await kept())?.id ?? '';
    await choose('19:west');
    expect(await taps(own, 'dialogue.write', { id })).toContain('het kanaal van je team: daar zet ik ze');
    expect(await taps(own, 'compass.write', { team: WEST })).toContain(
      'het kanaal van je team: daar zet ik het',
    );
    const posted = await postedBy(async () => {
      await taps(own, 'compass.save', words);
      await taps(others, 'dialogue.save', { id, agreement1: 'Na de middag pauze' });
    });
    expect(Object.keys(posted)).toEqual(['19:west']);
    const job = clockJob(agreementsCheck(bot.core), bot.core);
    await job.at('2026-12-23T10:00:00+01:00');
    expect(job.sent.map(({ to }) => to.conversation)).toEqual(['19:west']);
    expect(JSON.stringify(job.sent)).toContain('Na de middag pauze');
  });

  test('goes to the place of the dialogue when that is in the linked team', async () => {
    await link();
    await says(sideChannel, '@Kompas teamdialoog');
    const id = (await kept())?.id ?? '';
    const posted = await postedBy(async () => {
      await taps(own, 'compass.save', words);
      await taps(own, 'dialogue.save', { id, agreement1: 'Na de middag pauze' });
    });
    expect(Object.keys(posted)).toEqual(['19:west-zij;messageid=1']);
    expect(await says(home, '@Kompas teamkompas')).toContain('Rust na een zwaar jaar');
    expect(await says(home, '@Kompas afspraken')).toContain('Na de middag pauze');
    await bot.core.teamLinks.unlink('19:team');
    expect(await postedBy(() => taps(own, 'compass.save', { ...words, needs: 'Tijd' }))).toEqual({});
  });
});

test('agreements that are written in the place of the dialogue are told and read there, also without a channel', async () => {
  await says(others, '@Kompas teamdialoog');
  const id = (await kept())?.id ?? '';
  expect(await taps(others, 'dialogue.write', { id })).toContain('iedereen die hier meeleest');
  const written = await postedBy(() => taps(others, 'dialogue.save', { id, agreement1: 'Eerst bellen' }));
  expect(Object.keys(written)).toEqual(['19:anderen;messageid=1']);
  expect(await says(others, '@Kompas afspraken')).toContain('1. Eerst bellen');
  // Changed in an own chat they are other words, which that place has not read.
  expect(await postedBy(() => taps(own, 'dialogue.save', { id, agreement1: 'Eerst mailen' }))).toEqual({});
  expect(await says(others, '@Kompas afspraken')).not.toContain('mailen');
});

test('the compass is read in the channel of the team alone, whoever begins a dialogue elsewhere', async () => {
  await choose('19:west');
  await taps(own, 'compass.save', words);
  await says(group, '@Kompas teamdialoog');
  expect(await says(group, '@Kompas teamkompas')).not.toContain('Rust na een zwaar jaar');
  expect(await says(home, '@Kompas teamkompas')).toContain('Rust na een zwaar jaar');
});

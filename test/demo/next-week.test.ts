import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tapAs } from '../../demo/as-somebody.ts';
import { type DemoClock, startDemoClock } from '../../demo/clock.ts';
import { beginChatsAnew, playWeek, showWeek } from '../../demo/next-week.ts';
import { demoDirectoryId, demoPeople } from '../../demo/people.ts';
import { seedDemo } from '../../demo/seed.ts';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { checkin } from '../../src/features/checkin/index.ts';
import { team as teamFeature } from '../../src/features/team/index.ts';
import { queues } from '../../src/kompas.ts';
import { instant } from '../calendar/examples.ts';
import { installation, type Somebody } from '../support/bot.ts';
import { type Connector, startConnector } from '../support/connector.ts';
import { tables } from '../support/core.ts';
import { testStorage } from '../support/storage.ts';
import { wireOfRun } from '../support/wire.ts';

/** A Tuesday in the week of 23 November 2026. */
const TUESDAY = '2026-11-24T11:00+01:00';
const [WEEK, TEAM, AMIRA] = ['2026-W48', 'objecten-west', 'p01'];

let folder: string;
let connector: Connector;
let clock: DemoClock;
let app: App;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kompas-demo-week-'));
  connector = await startConnector(demoPeople().map(({ id }) => account(id)));
  clock = await startDemoClock(folder, () => instant(TUESDAY));
  const { storage } = await testStorage(tables, queues);
  app = await startApp({
    config: readConfig({ KOMPAS_LOCAL: 'true', ...wireOfRun, PORT: '0', HOST: '127.0.0.1' }),
    storage,
    log: pino({ level: 'silent' }),
    now: clock.now,
    alone: true,
    engine: { parallel: 1, idleMs: 200, tickMs: Number.POSITIVE_INFINITY },
  });
  await seedDemo(app.services, app.opened);
});
afterEach(async () => {
  await app.stop();
  await connector.stop();
  await rm(folder, { recursive: true });
});

/** An invented person as Teams knows them. */
function account(id: string): Somebody {
  const person = demoPeople().find((one) => one.id === id);
  if (!person) throw new Error(`nobody is ${id}`);
  return { id, name: person.name, upn: person.upn, account: demoDirectoryId(id), user: `29:${id}` };
}

/** Somebody's page of the Playground is loaded: it tells the bot each time that it was installed. */
async function openPage(id: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${app.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ serviceUrl: connector.url, ...installation(account(id), 'add') }),
  });
  expect(response.status).toBe(200);
}

const answerOf = (id: string, period = WEEK) =>
  app.opened(checkin).store.own(TEAM, demoDirectoryId(id), period);
const content = () => app.opened(teamFeature).groups.content({ kind: 'team', key: TEAM });

/** What somebody's chat shows, oldest first, as the titles of its cards. */
const saidTo = (id: string) =>
  connector.sent
    .filter(({ conversation }) => conversation === `chat-${id}`)
    .map(({ activity }) => JSON.stringify([activity.text, activity.summary, activity.attachments]));

describe('the next week in the demo', () => {
  test('begins after a week in which everybody answered, and that closed', async () => {
    const week = await playWeek(app, clock, AMIRA);
    expect(week).toMatchObject({ period: WEEK, added: 12 });
    expect(clock.now()).toEqual(instant('2026-11-30T09:05+01:00'));
    expect(week.card).toEqual(instant('2026-11-30T10:05+01:00'));
    const { snapshots } = await content();
    expect(snapshots.at(-1)).toMatchObject({ period: WEEK, picture: { themes: ['werkdruk'] } });
  });

  test('has comments with and without name, a small signal to handle, and one that was settled', async () => {
    await playWeek(app, clock, AMIRA);
    const { comments } = app.opened(checkin);
    const withoutName = await comments.shared(TEAM, 'withoutName');
    const withName = await comments.shared(TEAM, 'withName');
    expect(withoutName.map(({ period }) => period)).toEqual([WEEK]);
    expect(withName).toMatchObject([{ period: WEEK, writer: demoDirectoryId('p03') }]);
    const raised = (await content()).signals.filter(({ source }) => source === 'raised');
    expect(raised.map(({ state, named }) => [state, named ?? false]).sort()).toEqual([
      ['answered', true],
      ['received', false],
    ]);
  });

  test('keeps what the visitor chose', async () => {
    await beginChatsAnew(app.services);
    await tapAs(app)(AMIRA, 'checkin.answer', { period: WEEK, score: 1 });
    expect(await playWeek(app, clock, AMIRA)).toMatchObject({ added: 11 });
    expect(await answerOf(AMIRA)).toMatchObject({ score: 1, themes: [] });
  });

  test('is told to the visitor in order: the welcome, the team, and a card that begins with what was done', async () => {
    const week = await playWeek(app, clock, AMIRA);
    expect(connector.sent).toEqual([]);
    const shown = showWeek(app, clock, AMIRA, week);
    await openPage(AMIRA);
    await shown;
    expect(clock.now()).toEqual(week.card);
    await connector.until(() => saidTo(AMIRA).length >= 3);
    const [welcome, picture, card] = saidTo(AMIRA);
    expect(welcome).toContain('Hallo, ik ben Kompas');
    expect(picture).toContain('Zo zat je team er vorige week bij');
    expect(card).toContain('Hoe zit je erbij?');
    expect(card).toContain('Dit is ermee gedaan.');
    expect(card).toMatch(/Vanaf nu duurt het een half uur\.|West en Oost werken vanaf nu met één lijst\./);
    // Nobody else has a page: nothing goes to them by way of hers.
    expect(connector.opened).toEqual([]);
    expect([...connector.counts().keys()]).toEqual(['chat-p01']);
  });

  test('is told to who leads the team as well, with a next step', async () => {
    await playWeek(app, clock, AMIRA);
    await app.tick();
    await openPage('p06');
    await connector.until(() => saidTo('p06').length >= 2);
    expect(saidTo('p06').at(-1)).toContain('Jouw volgende stap');
  });

  test('can be followed by the week after it', async () => {
    await playWeek(app, clock, AMIRA);
    await clock.moveTo(instant('2026-11-30T10:05+01:00'));
    expect(await playWeek(app, clock, AMIRA)).toMatchObject({ period: '2026-W49', added: 12 });
    expect(clock.now()).toEqual(instant('2026-12-07T09:05+01:00'));
    const answered = (await content()).signals.filter(
      ({ source, state }) => source === 'raised' && state === 'answered',
    );
    expect(answered).toHaveLength(2);
  });

  test('goes on when the visitor comes back from an earlier page: nothing is sent to that', async () => {
    await openPage(AMIRA);
    await connector.until(() => saidTo(AMIRA).length >= 1);
    const before = connector.sent.length;
    await beginChatsAnew(app.services);
    await playWeek(app, clock, AMIRA);
    expect(connector.sent).toHaveLength(before);
  });
});

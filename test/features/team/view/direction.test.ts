import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import { checkin } from '../../../../src/features/checkin/index.ts';
import { makeSnapshots } from '../../../../src/features/team/snapshot/making.ts';
import { readCsv } from '../../../../src/files/csv.ts';
import { imported, somebody, startTestBot, type TestBot } from '../../../support/bot.ts';
import { runAt } from '../../../support/clock-job.ts';
import { RUIMTE, TOWN, wordsOfTap } from '../town.ts';

/** The works council agreed to nothing: the direction sees the municipality, its departments and the team they are in. */
const director = somebody(11, 'Directie');
const own = { kind: 'team', key: 'staf' } as const;
const ZORG = { kind: 'department', key: 'zorg' } as const;
const WEEKS = ['2026-W47', '2026-W48'];
const AFTER = Temporal.Instant.from('2026-11-27T20:00:00Z');

/** A team by its department, how many there are (the director is one of those of the staff) and what each of them answered. */
interface Told {
  department?: string;
  people?: number;
  score: 1 | 2 | 3 | 4 | 5;
}

let bot: TestBot;
afterEach(() => bot.stop());

async function after(teams: Record<string, Told>, leads: string[] = []): Promise<void> {
  bot = await startTestBot({
    byTheClock: false,
    now: AFTER.toString(),
    seed: async ({ people, settings, answers }) => {
      for (const one of await people.everybody()) await people.drop(one.team, one.id);
      await settings.changeTeam('objecten-west', (now) => ({ ...now, ended: '2026-11-01' }));
      for (const [n, [key, { department, people: size = 7, score }]] of Object.entries(teams).entries()) {
        const managers = leads.includes(key) ? [director.upn] : [];
        await settings.saveTeam({ key, name: key, schedule: defaultSchedule, department, managers });
        const members = Array.from({ length: size }, (_, place) => somebody(10 * (n + 1) + place + 1));
        await people.save(
          members.map((one) =>
            imported(one, { team: key, access: [one.id === director.id ? 'directie' : 'medewerker'] }),
          ),
        );
        for (const period of size > 5 ? WEEKS : [])
          for (const { account } of members)
            await answers.change(key, account, period, () => ({ score, themes: [] }));
      }
    },
  });
  const { core } = bot;
  const tools = { groups: core.groups, pseudonymise: core.pseudonymise, scored: core.opened(checkin).scored };
  await runAt(
    { name: 'snapshots', when: 'always', run: (context) => makeSnapshots(tools, context) },
    core,
    AFTER,
    {
      once: (_name, _now, work) => work(),
    },
  );
}

const opens = (place: object) => wordsOfTap(bot, director, 'team.open', place);
const isShown = async (place: object) => (await opens(place)).includes('deden mee');
/** Their file of a group. */
async function inFile(place: object): Promise<string[][]> {
  const url = /"url":"(https?:[^"]+)"/.exec(await wordsOfTap(bot, director, 'team.export', place))?.[1];
  if (!url) throw new Error('there is no file');
  const response = await fetch(bot.url + new URL(url).pathname, { method: 'POST' });
  const csv = readCsv(new Uint8Array(await response.arrayBuffer()));
  if ('problems' in csv) throw new Error('it cannot be read');
  return csv.rows.map(({ fields }) => Object.values(fields));
}
/** Whether the direction sees a group: in its view, in the list of all groups and in its file, also of weeks that passed. */
async function sees(place: object, name: string): Promise<boolean> {
  const inView = await isShown(place);
  const list = await wordsOfTap(bot, director, 'team.all');
  const [line = ''] = list.slice(list.indexOf(`"${name}"`)).split('team.open');
  expect(line.includes('kozen de teams')).toBe(inView);
  expect((await inFile(place)).map(([, , shown]) => shown === 'ja')).toEqual([inView, inView]);
  return inView;
}

test('what is made of their own team and one other shows nothing: not the department, and not the municipality', async () => {
  await after({ staf: { department: 'Ruimte', score: 4 }, b: { department: 'Ruimte', score: 1 } });
  expect(await isShown(own)).toBe(true);
  expect(await isShown(RUIMTE)).toBe(false);
  expect(await sees(TOWN, 'Gemeente Test')).toBe(false);
});

test('nor without any department, nor with a third team that they lead', async () => {
  await after({ staf: { score: 4 }, b: { score: 1 }, c: { score: 3 } }, ['c']);
  expect(await sees(TOWN, 'Gemeente Test')).toBe(false);
  expect(await opens(TOWN)).toContain('of het beeld zou over één team gaan');
});

test('a team that is in no picture of that week hides no other', async () => {
  await after({
    staf: { department: 'Ruimte', score: 4 },
    b: { department: 'Ruimte', score: 1 },
    c: { department: 'Ruimte', people: 5, score: 3 },
  });
  expect(await sees(RUIMTE, 'Afdeling Ruimte')).toBe(false);
  expect(await sees(TOWN, 'Gemeente Test')).toBe(false);
});

test('a department that they see does not tell, by the municipality, of the one team beside it', async () => {
  await after({
    staf: { department: 'Ruimte', score: 4 },
    b: { department: 'Ruimte', score: 1 },
    c: { department: 'Zorg', score: 3 },
    d: { department: 'Zorg', score: 3 },
  });
  expect(await sees(ZORG, 'Afdeling Zorg')).toBe(true);
  expect(await sees(TOWN, 'Gemeente Test')).toBe(false);
});

test('with two teams or more that they do not see, it shows as before', async () => {
  await after({
    staf: { department: 'Ruimte', score: 4 },
    b: { department: 'Ruimte', score: 1 },
    c: { department: 'Ruimte', score: 3 },
    d: { score: 2 },
    e: { score: 3 },
  });
  expect(await sees(RUIMTE, 'Afdeling Ruimte')).toBe(true);
  expect(await sees(TOWN, 'Gemeente Test')).toBe(true);
});

test('a picture of which is not known what it was made of, from before that was kept, is not shown to them', async () => {
  await after({ staf: { score: 4 }, b: { score: 1 }, c: { score: 3 } });
  const picture = { count: '10-19' as const, average: 3 as const, themes: [] };
  await bot.core.groups.publish(TOWN, { period: '2026-W46', picture });
  expect((await inFile(TOWN)).map(([, week, shown]) => [week, shown])).toEqual([
    ['2026-W46', 'nee, te weinig antwoorden of één team'],
    ['2026-W47', 'ja'],
    ['2026-W48', 'ja'],
  ]);
});

import { afterEach, expect, test } from 'vitest';
import { joinedCard, leadsNowCard } from '../../../../src/features/pilots/setup/news-cards.ts';
import { imported, type Somebody, somebody, team } from '../../../support/bot.ts';
import { pilotOf } from '../../../support/pilot.ts';
import { type Course, gijs, PILOT, startCourse } from '../course.ts';

const mates = team.slice(0, 8) as Somebody[];
const scores = { clear: '4', time: '2', help: '3', together: '3', lasting: '5', open: '' };
let course: Course;
afterEach(() => course.stop());

const newcomers = [somebody(71, 'Nieuw Een'), somebody(72, 'Nieuw Twee')];

/** What came of the evaluation when all but the last filled it in, or also that one, and the pilot was changed before closing. */
async function result(
  lastAnswers: boolean,
  change: () => Promise<unknown>,
  crew: readonly Somebody[] = mates,
): Promise<unknown> {
  course = await startCourse({}, crew);
  await course.core.people.save(
    [...crew.filter((who) => !mates.includes(who)), ...newcomers].map((who) => imported(who)),
  );
  await course.tapsAlone(gijs, 'pilot.ask-evaluation');
  for (const [n, who] of crew.entries())
    if (n < crew.length - 1 || lastAnswers) await course.tapsAlone(who, 'pilot.save-evaluation', scores);
  await change();
  await course.tapsAlone(gijs, 'pilot.close', { proud: 'Het liep', line: 'Tijd', whole: 'ja' });
  return (await course.stored()).outcome?.evaluation;
}

const choose = (crew: readonly (Somebody | undefined)[]) =>
  course.tapsAlone(gijs, 'pilot.save-members', { members: crew.map((who) => who?.account).join(',') });
const six = [0, 1, 2, 3, 4, 7].map((n) => mates[n]);
const takeOut = () => choose(six);
const swap = () => choose([...six, ...newcomers]);
const swapByAndBy = async () => {
  await choose([...six, ...newcomers]);
  await choose(six);
  await choose(mates);
};
const eraseThemselves = async () => {
  for (const n of [5, 6]) await course.tapsAlone(mates[n] as Somebody, 'privacy.erase');
  course.clock.now = course.clock.now.add({ minutes: 2 });
};
const leadThemselves = async () => {
  for (const n of [5, 6]) await course.core.pilots.setRole(PILOT, mates[n]?.account ?? '', 'member', 'lead');
};
/** The row of somebody whom who owns their team in Teams took out of it. */
const goneByRoster = { removed: '2026-11-24', source: 'teams', placed: true } as const;
const takeOutInTeams = async () => {
  for (const n of [5, 6])
    await course.core.people.change('objecten-west', mates[n]?.id ?? '', (now) => ({
      ...now,
      ...goneByRoster,
    }));
};
const outOfTheFile = async () => {
  for (const n of [5, 6])
    await course.core.people.change('objecten-west', mates[n]?.id ?? '', (now) => ({
      ...now,
      removed: '2026-11-24',
    }));
};
const leave = async () => {
  for (const n of [5, 6]) await course.tapsAlone(mates[n] as Somebody, 'pilot.left');
};

test.each([
  ['takes two out', takeOut],
  ['takes two out for two others', swap],
  ['takes two out and puts them back', swapByAndBy],
  ['sees two erase themselves', eraseThemselves],
  ['lets two lead it too', leadThemselves],
  ['sees two leave', leave],
  ['takes two out of their team in Teams', takeOutInTeams],
  ['sees two go from the municipality', outOfTheFile],
] as const)(
  'who leads a pilot and %s before closing learns of nobody who is left whether they answered',
  async (_, shrink) => {
    const results: unknown[] = [];
    for (const lastAnswers of [true, false]) {
      results.push(await result(lastAnswers, shrink));
      if (lastAnswers) await course.stop();
    }
    expect(results).toEqual([undefined, undefined]);
  },
);

test('a pilot of six that was never larger has its result, and one that stays larger as well', async () => {
  expect(await result(true, async () => {})).toMatchObject({ count: '6–9' });
  await course.stop();
  expect(await result(true, () => choose(mates.slice(0, 7)))).toMatchObject({ count: '6–9' });
});

test('an eleventh who comes before closing does not let the ten before tell that all of them answered', async () => {
  const ten = [...mates, somebody(73, 'Tien Een'), somebody(74, 'Tien Twee')];
  for (const lastAnswers of [true, false]) {
    expect(await result(lastAnswers, () => choose([...ten, ...newcomers.slice(1)]), ten)).toMatchObject({
      count: '6 of meer',
    });
    if (lastAnswers) await course.stop();
  }
});

test('who comes after the team was asked is told so, and who comes before counts', async () => {
  course = await startCourse({}, mates);
  const [early, late] = newcomers as [Somebody, Somebody];
  await course.core.people.save(newcomers.map((who) => imported(who)));
  await choose([...mates, early]);
  expect(await course.tapsAlone(early, 'pilot.evaluate')).toContain(
    'Je team heeft de vragen nog niet gekregen',
  );
  expect(await course.tapsAlone(gijs, 'pilot.edit-members')).not.toContain('De evaluatie loopt al');
  await course.tapsAlone(gijs, 'pilot.ask-evaluation');
  expect(await course.tapsAlone(gijs, 'pilot.edit-members')).toContain('De evaluatie loopt al');
  await choose([...mates, early, late]);
  expect(await course.tapsAlone(early, 'pilot.save-evaluation', scores)).toContain('Dank je wel');
  for (const verb of ['pilot.evaluate', 'pilot.save-evaluation'])
    expect(await course.tapsAlone(late, verb, scores)).toContain('De evaluatie liep al toen jij erbij kwam');
  expect(await course.says(late, 'evaluatie')).toContain('De evaluatie liep al toen jij erbij kwam');
});

test('a talk beside it, in a pilot that became too small for a moment, lets nobody in after all', async () => {
  const six = mates.slice(0, 6);
  const friends = [71, 72, 73, 74, 75].map((n) => somebody(n, `Vriend Nummer${n}`));
  course = await startCourse({}, six);
  await course.core.people.save(friends.map((who) => imported(who)));
  await course.tapsAlone(gijs, 'pilot.ask-evaluation');
  await choose(six.slice(0, 5));
  await course.tapsAlone(gijs, 'pilot.ask-evaluation');
  await choose([...six, ...friends]);
  await course.tapsAlone(gijs, 'pilot.ask-evaluation');
  for (const who of friends)
    expect(await course.tapsAlone(who, 'pilot.save-evaluation', scores)).not.toContain('Dank je wel');
});

test.each([
  [
    'taken out and put back',
    'Je was even niet in de pilot',
    async () => {
      await choose(mates.slice(1));
      await choose(mates);
    },
  ],
  ['taken out', 'Je doet niet meer mee aan deze pilot', () => choose(mates.slice(1))],
  [
    'made to lead it too',
    'Jij leidt de pilot nu',
    () => course.tapsAlone(gijs, 'pilot.save-hand-over', { to: mates[0]?.account, stay: 'ja' }),
  ],
] as const)('who answered and is %s reads that it does not count, and why', async (_, why, change) => {
  course = await startCourse({}, mates);
  const [first] = mates as [Somebody];
  await course.tapsAlone(gijs, 'pilot.ask-evaluation');
  await course.tapsAlone(first, 'pilot.save-evaluation', scores);
  await change();
  for (const verb of ['pilot.evaluate', 'pilot.save-evaluation']) {
    const words = await course.tapsAlone(first, verb, scores);
    expect(words).toContain('Wat je invulde, telt niet mee');
    expect(words).toContain(why);
  }
  expect(await course.tapsAlone(first, 'pilot.drop-evaluation')).toContain('Je antwoorden zijn gewist');
  expect(await course.tapsAlone(first, 'pilot.evaluate')).not.toContain('Wat je invulde');
});

test('the message that somebody is in the pilot, or leads it, says so to everybody while the team is asked', async () => {
  const asked = pilotOf({ teamAsked: 'scores' });
  for (const card of [joinedCard, leadsNowCard]) {
    expect(JSON.stringify(card(asked, []))).toContain('Dan telt dat niet meer mee.');
    expect(JSON.stringify(card(pilotOf(), []))).not.toContain('telt');
  }
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inChannel, installation, type TestActivity, tapped, typed } from '../../../support/bot.ts';
import { crewOf, pilotOf } from '../../../support/pilot.ts';
import { amira, gijs, PILOT, startCourse, wordsOf } from '../course.ts';

/** What of a pilot is for its team. */
const secrets = /Mutaties West|Dubbele kenmerken|Bel de beheerder|Geheim gebied|Tweede proef/;
const ELSEWHERE = '19:another';

let course: Awaited<ReturnType<typeof startCourse>>;
beforeAll(async () => {
  course = await startCourse({
    areas: 'Geheim gebied',
    standup: { days: ['wo'], from: '08:00', until: '20:00', questions: ['Wat?', 'En?', 'Dus?'] },
    criteria: [{ name: 'Dubbele kenmerken', start: 12, target: 8, unit: '', measured: [] }],
  });
  await course.core.pilotActions.add(PILOT, {
    id: 'A-1',
    text: 'Bel de beheerder',
    source: 'standup',
    day: '2026-11-24',
  });
});
afterAll(() => course.stop());

/** The same activity in a channel of somebody else's. */
const elsewhere = (activity: TestActivity): TestActivity => ({
  ...inChannel(activity),
  conversation: { id: ELSEWHERE, conversationType: 'channel', isGroup: true },
});

const says = async (who: typeof amira, text: string) =>
  wordsOf(await course.hear(elsewhere(typed(who, `<at>Kompas</at> ${text}`))));
const taps = async (who: typeof amira, verb: string, data: object) =>
  JSON.stringify((await course.post(elsewhere(tapped(who, verb, data)))).body.value);

/** What is said about a pilot and answered where it is said. */
const aboutPilots = () =>
  course.features
    .flatMap(({ name, phrases }) => (name === 'pilots' ? phrases : []))
    .filter(({ needs, say }) => needs.where === 'anywhere' && needs.checked && say !== 'praktijk zoeken')
    .flatMap(({ say, also = [] }) => [say, ...also]);

describe('what is typed about a pilot where others read along', () => {
  test('is not told there, whatever is typed, but to who taps', async () => {
    await course.hear(installation(amira, 'add'));
    expect(aboutPilots()).toEqual(expect.arrayContaining(['pilot', 'acties', 'standup', 'retro', 'demo']));
    const before = await course.rows('pilots', 'retros', 'pilotactions', 'standups');
    for (const text of aboutPilots()) {
      const words = await says(gijs, text);
      expect(words, text).not.toMatch(secrets);
      expect(words, text).toContain('Hier lezen anderen mee');
    }
    expect(await course.rows('pilots', 'retros', 'pilotactions', 'standups')).toEqual(before);
    expect(await taps(gijs, 'pilot.show', { pilot: PILOT })).toMatch(secrets);
  });

  test('of several pilots does not tell their names either', async () => {
    // Of both the same can be done: else there is nothing to choose.
    const { standup, criteria } = await course.stored();
    await course.core.pilots.add(
      pilotOf({ id: 'P-2', name: 'Tweede proef', standup, criteria }),
      crewOf([gijs], [amira]),
    );
    await course.core.pilotActions.add('P-2', {
      id: 'A-2',
      text: 'Bellen',
      source: 'standup',
      day: '2026-11-24',
    });
    for (const text of aboutPilots()) {
      const words = await says(gijs, text);
      expect(words, text).not.toMatch(secrets);
      expect(words, text).toContain('"verb":"pilot.which"');
    }
    const choice = await taps(gijs, 'pilot.which', { verb: 'pilot.show', data: {} });
    expect(choice).toContain('Tweede proef');
    expect(choice).toContain('Mutaties West');
  });

  test('of one that was closed tells nothing of what came out', async () => {
    for (const id of [PILOT, 'P-2'])
      await course.core.pilots.change(id, (now) => ({ ...now, closedOn: '2026-11-24' }));
    expect(await says(amira, 'pilot')).not.toMatch(secrets);
    expect(await says(amira, 'acties')).toContain('Hier lezen anderen mee');
  });
});

import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { imported, inChannel, tapped, typed } from '../../../support/bot.ts';
import { crewOf, pilotOf } from '../../../support/pilot.ts';
import { amira, CHANNEL, type Course, gijs, mates, PILOT, petra, startCourse, wordsOf } from '../course.ts';

const OTHER = 'P-2';
const NOORD = 'Adressen in Noord';
let town: Course;

/** A channel that belongs to a pilot of two leads; one of them leads another pilot, which has no channel. */
beforeEach(async () => {
  await town?.stop();
  town = await startCourse();
  await town.core.pilots.add(
    pilotOf({ id: OTHER, name: NOORD, from: '2026-11-25' }),
    crewOf([gijs], mates.slice(0, 2)),
  );
});
afterAll(() => town.stop());

const says = async (who: typeof gijs, text: string) =>
  wordsOf(await town.hear(inChannel(typed(who, `<at>Kompas</at> ${text}`))));
const link = (who: typeof gijs, data: object = {}) => town.taps(who, 'pilot.link', { pilot: OTHER, ...data });
const linking = (who: typeof gijs) => town.taps(who, 'pilot.linking');
const channelsNow = async () =>
  Object.fromEntries((await town.core.pilots.all()).map(({ id, channel }) => [id, channel?.conversation]));
const asBefore = { [PILOT]: CHANNEL, [OTHER]: undefined };

describe('a second pilot in a channel that has one', () => {
  test('is offered on the card of the pilot to who leads one without a channel, to nobody else', async () => {
    for (const words of [await says(gijs, 'pilot'), await town.taps(gijs, 'pilot.show')]) {
      expect(words).toContain('Dit kanaal hoort bij deze pilot');
      expect(words).toContain('Koppel een andere pilot');
      expect(words).toContain('Mutaties West');
    }
    expect(await says(gijs, 'pilot')).not.toContain(NOORD);
    for (const who of [petra, amira])
      expect(await says(who, 'pilot')).not.toContain('Koppel een andere pilot');
    expect(await town.tapsAlone(gijs, 'pilot.show')).not.toContain('Koppel een andere pilot');
  });

  test('gets the channel of the first after a question that says what happens to that', async () => {
    for (const words of [await linking(gijs), await link(gijs)]) {
      expect(words).toContain('Elke pilot heeft een eigen kanaal');
      expect(words).toContain(`Koppel ${NOORD} aan dit kanaal`);
      expect(words).toContain('“Mutaties West” geen kanaal meer');
    }
    expect(await channelsNow()).toEqual(asBefore);
    const words = await link(gijs, { sure: true });
    expect(words).toContain('De pilot hoort nu bij dit kanaal. “Mutaties West” heeft nu geen kanaal.');
    expect(await channelsNow()).toEqual({ [PILOT]: undefined, [OTHER]: CHANNEL });
    expect((await town.logged()).map(([, what, about]) => [what, about])).toEqual([
      ['pilot: kanaal gekoppeld', OTHER],
      ['pilot: kanaal losgemaakt', PILOT],
    ]);
  });

  test('does not get it by who leads that one alone, and reads no name of the first', async () => {
    await town.core.pilots.setMembers(PILOT, crewOf([petra], [amira]));
    for (const data of [{}, { sure: true }]) {
      const words = await link(gijs, data);
      expect(words).toContain('Dit kanaal hoort bij een andere pilot');
      expect(words).not.toContain('Mutaties West');
    }
    expect(await link(amira, { sure: true })).toContain('Alleen wie de pilot leidt');
    expect(await channelsNow()).toEqual(asBefore);
  });

  test('gets it at once when the first was closed', async () => {
    await town.core.pilots.change(PILOT, (now) => ({ ...now, closedOn: '2026-11-24' }));
    expect(await link(gijs)).toContain('De pilot hoort nu bij dit kanaal.');
  });

  test('of several is chosen by name', async () => {
    await town.core.pilots.add(pilotOf({ id: 'P-3', name: 'Water' }), crewOf([gijs], [amira]));
    const words = await linking(gijs);
    for (const name of [NOORD, 'Water']) expect(words).toContain(`Koppel ${name} aan dit kanaal`);
    expect(await linking(petra)).toContain('Je leidt geen andere pilot');
  });

  test.each([
    'kanaal koppelen',
    'hoe koppel ik het kanaal?',
    'hoe koppel ik de pilot',
    'koppel de pilot aan dit kanaal',
    'koppel deze pilot',
  ])('typed as %s says whose the channel is, and offers to link another', async (text) => {
    const words = await says(gijs, text);
    expect(words).toContain('Dit kanaal hoort al bij een pilot');
    expect(words).toContain('"verb":"pilot.linking"');
    expect(words).not.toContain(NOORD);
    expect(await says(petra, text)).toContain('Je leidt geen andere pilot');
  });

  test('typed with its name is the one that is asked about', async () => {
    for (const text of [`koppel ${NOORD} aan dit kanaal`, `koppel pilot ${NOORD.toLowerCase()}`]) {
      const words = await says(gijs, text);
      expect(words).toContain(`"verb":"pilot.link","data":{"pilot":"${OTHER}"`);
      expect(words).not.toContain(NOORD);
    }
  });

  test('in one’s own chat is explained: typed, and on its card', async () => {
    for (const words of [
      await town.says(gijs, 'hoe koppel ik het kanaal?'),
      await town.says(gijs, `koppel ${NOORD} aan dit kanaal`),
      await town.tapsAlone(gijs, 'pilot.show', { pilot: OTHER }),
    ])
      expect(words).toContain('Koppel een andere pilot');
  });

  test('begun there is not linked, and the card says so; begun in a free one it is', async () => {
    await town.core.people.save([imported(gijs, { access: ['projectleider'] })]);
    const light = {
      name: 'Derde',
      kind: 'rolpilot',
      from: '2026-11-25',
      until: '2026-12-18',
      members: amira.account,
    };
    expect(await town.taps(gijs, 'pilot.create', light)).toContain(
      'Dit kanaal hoort al bij een andere pilot',
    );
    expect((await town.core.pilots.all()).find(({ name }) => name === 'Derde')?.channel).toBeUndefined();
    const free = inChannel(tapped(gijs, 'pilot.create', { ...light, name: 'Vierde' }));
    const { body } = await town.post({
      ...free,
      conversation: { id: '19:free', conversationType: 'channel', isGroup: true },
    });
    expect(JSON.stringify(body.value)).toContain('De pilot is er, en hoort bij dit kanaal.');
  });
});

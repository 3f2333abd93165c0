import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { roles } from '../../../../src/features/roles/index.ts';
import { MOST_POINTS } from '../../../../src/features/roles/profiles/profile.ts';
import { type Somebody, startTestBot, type TestBot, typed, wordsOf } from '../../../support/bot.ts';
import { amira, head, household, keeper, tap } from '../town.ts';

const role = 'Objectregisseur' as const;
let bot: TestBot;
const ids: string[] = [];

/** A learning point of a pilot, shared or not. */
async function learned(n: number, change: object = {}): Promise<string> {
  const { learnings } = bot.core;
  await learnings.addLearning({ id: `P-${n}`, kind: 'rolpilot' }, `Les ${n}`, 'retro', {}, `${n}`);
  const { id = '' } = (await learnings.all()).find(({ text }) => text === `Les ${n}`) ?? {};
  await learnings.change(id, (now) => ({
    ...now,
    state: 'shared',
    title: `Voorbeeld ${n}`,
    why: `Waarom ${n}`,
    process: `Werkwijze ${n}`,
    result: `Uitkomst ${n}`,
    ...change,
  }));
  return id;
}

beforeEach(async () => {
  bot = await startTestBot({ seed: household });
  ids.length = 0;
});
afterEach(() => bot.stop());

const says = async (who: Somebody) => wordsOf(await bot.hear(typed(who, 'rolprofiel objectregisseur')));
const choose = (who: Somebody, points: string, seen = '') =>
  tap(bot, who, 'profile.save-points', { role, seen, points });
const kept = () => bot.core.opened(roles).profiles.points(role);

describe('what pilots learned beside a profile', () => {
  test('is chosen of what is shared, read by everybody, and taken away again', async () => {
    expect(await tap(bot, head, 'profile.points', { role })).toContain('nog geen praktijkvoorbeeld gedeeld');
    const [one, other] = [await learned(1, { team: 'objecten-oost' }), await learned(2)];
    const own = await learned(3, { state: 'own', title: 'Nog van ons alleen' });
    const form = await tap(bot, head, 'profile.points', { role });
    expect(form).toContain('Voorbeeld 1');
    expect(form).not.toContain('Nog van ons alleen');
    expect(await choose(head, `${one},${other},${own},L-verzonnen`)).toContain('Bewaard.');
    expect((await kept()).toSorted()).toEqual([one, other].toSorted());
    const words = await says(amira);
    expect(words).toContain('Praktijkvoorbeelden (2)');
    // The name of a team is told where the team wanted that.
    expect(words).toContain('Uitkomst 1 · Team Objecten Oost');
    expect(words).not.toContain('P-1');
    await choose(head, other, [one, other].toSorted().join(','));
    expect(await kept()).toEqual([other]);
    expect(await says(amira)).not.toContain('Voorbeeld 1');
    await choose(head, '', other);
    expect(await says(amira)).not.toContain('Praktijkvoorbeelden');
  });

  test('goes when the team takes it back', async () => {
    const one = await learned(1);
    await choose(head, one);
    expect(await says(amira)).toContain('Voorbeeld 1');
    await bot.core.learnings.change(one, (now) => ({ ...now, state: 'own' }));
    expect(await says(amira)).not.toContain('Voorbeeld 1');
  });

  test('chosen by two at once is told to the later, whose choice stays in the form', async () => {
    const [one, other] = [await learned(1), await learned(2)];
    await choose(head, one);
    const card = await choose(keeper, other);
    expect(card).toContain('Iemand anders koos net andere voorbeelden.');
    expect(await kept()).toEqual([one]);
    await choose(keeper, `${one},${other}`, one);
    expect(await kept()).toHaveLength(2);
  });

  test('is not more than fits, and not for everybody to choose', async () => {
    for (let n = 0; n <= MOST_POINTS; n += 1) ids.push(await learned(n));
    expect(await choose(head, ids.join(','))).toContain(`Kies hooguit ${MOST_POINTS} praktijkvoorbeelden.`);
    await choose(amira, ids[0] ?? '');
    expect(await kept()).toEqual([]);
  });
});

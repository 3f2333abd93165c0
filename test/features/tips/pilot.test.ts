import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  chooseTip,
  currentTip,
  fittingTip,
  type TipReader,
} from '../../../src/features/tips/advice/rules.ts';
import { builtInTips } from '../../../src/features/tips/content/index.ts';
import { personas, type Tip } from '../../../src/features/tips/content/types.ts';
import { ibroRoles } from '../../../src/people/person.ts';
import { somebody, startTestBot, type TestBot, tapped } from '../../support/bot.ts';
import { crewOf, pilotOf } from '../../support/pilot.ts';

const TODAY = '2026-11-25';
const pilotTips = builtInTips.filter(({ forPilot }) => forPilot);
const readers: TipReader[] = (['employee', 'manager'] as const).flatMap((audience) =>
  [undefined, ...personas].flatMap((persona) =>
    [3, 7, 8].map((step) => ({
      audience,
      persona,
      roles: ibroRoles,
      step: step as TipReader['step'],
      inPilot: false,
      themes: [],
      seed: 'een',
    })),
  ),
);

describe('a tip about what to do in a pilot', () => {
  test('is never chosen for who is in none, whatever they saw before, and they never run out of others at once', () => {
    for (const reader of readers) {
      const seen: Tip[] = [];
      for (let next: Tip | undefined; ; seen.push(next)) {
        const history = seen.map(({ id }) => ({ tip: id, day: TODAY, done: true }));
        next = chooseTip({ tips: builtInTips, history, helpful: new Map(), today: TODAY }, reader);
        if (!next) break;
      }
      expect(seen.filter(({ forPilot }) => forPilot)).toEqual([]);
      expect(seen.filter(({ step }) => step === reader.step).length).toBeGreaterThanOrEqual(3);
    }
  });

  test('is gone with the pilot, also for who was at it', () => {
    for (const { id, for: audience, themes } of pilotTips) {
      const choice = { tips: builtInTips, history: [{ tip: id, day: TODAY }], today: TODAY };
      const who = { audience, themes, persona: undefined, roles: ibroRoles, seed: 'een' };
      expect(fittingTip(choice, { ...who, inPilot: true })?.id).toBe(id);
      expect(fittingTip(choice, { ...who, inPilot: false })).toBeUndefined();
      const all = { ...choice, helpful: new Map<string, number>() };
      expect(currentTip(all, { ...who, inPilot: false })).toBeUndefined();
    }
  });
});

describe('in the chat', () => {
  const [leads, mate, outside] = [1, 2, 3].map((n) => somebody(n)) as [
    ReturnType<typeof somebody>,
    ReturnType<typeof somebody>,
    ReturnType<typeof somebody>,
  ];
  let bot: TestBot;

  beforeAll(async () => {
    bot = await startTestBot({ now: `${TODAY}T09:00:00Z` });
    // Nothing but tips for pilots and one other is left to choose from.
    const kept = new Set([...pilotTips.map(({ id }) => id), 'ellen-1-b']);
    const off = builtInTips.filter(({ id }) => !kept.has(id));
    for (let n = 0; n < off.length; n += 100)
      await bot.core.library.save(new Map(off.slice(n, n + 100).map(({ id }) => [id, { off: true }])));
    bot.clock.now = bot.clock.now.add({ seconds: 61 });
    const { municipality } = await bot.core.readSettings();
    await bot.core.settings.changeMunicipality(() => ({ ...municipality, step: 7 }));
  });
  afterAll(() => bot.stop());

  const shown = async (who: typeof leads) => {
    const card = JSON.stringify((await bot.post(tapped(who, 'tips.show', {}))).body.value);
    const id = card.match(/"tip":"([a-z0-9-]+)"/)?.[1];
    return builtInTips.find((tip) => tip.id === id);
  };
  const answered = async (who: typeof leads) =>
    JSON.stringify(
      (await bot.post(tapped(who, 'checkin.answer', { period: '2026-W48', score: 4 }))).body.value,
    );

  test('who leads a pilot that runs or is in it gets one, and nobody else does', async () => {
    expect((await shown(outside))?.id).toBe('ellen-1-b');
    await bot.core.pilots.add(pilotOf({ until: '2026-11-25' }), crewOf([leads], [mate]));
    expect((await shown(leads))?.forPilot).toBe(true);
    expect((await shown(mate))?.forPilot).toBe(true);
    expect((await shown(outside))?.forPilot).toBeUndefined();
  });

  test('their check-in shows it too, until pilots are switched off or the pilot is over', async () => {
    const shownToMate = (await shown(mate))?.why ?? '';
    expect(shownToMate).not.toBe('');
    expect(await answered(mate)).toContain(shownToMate);
    await bot.core.settings.changeMunicipality((now) => ({ ...now, pilotsOff: true }));
    bot.clock.now = bot.clock.now.add({ seconds: 5 });
    expect((await shown(mate))?.id).toBe('ellen-1-b');
    await bot.core.settings.changeMunicipality((now) => ({ ...now, pilotsOff: undefined }));
    bot.clock.now = bot.clock.now.add({ hours: 24 });
    expect((await shown(mate))?.forPilot).toBeUndefined();
    const card = await answered(leads);
    expect(pilotTips.filter(({ why }) => card.includes(why))).toEqual([]);
  });
});

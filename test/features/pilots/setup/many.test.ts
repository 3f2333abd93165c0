import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fits } from '../../../../src/bot/size.ts';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import { imported, somebody, startTestBot, type TestBot, tapped, team, typed } from '../../../support/bot.ts';
import { crowdOf } from '../../../support/crowd.ts';

const lead = somebody(70, 'Petra Gracht');
const [amira, bert] = team as [(typeof team)[number], (typeof team)[number]];
const noord = somebody(71, 'Janna Vos');
const zuid = somebody(72, 'Janna Vos');
const light = { name: 'Mutaties', kind: 'rolpilot', from: '2026-11-25', until: '2026-12-18' };
let bot: TestBot;

/** A team of nine among 1,200 people, two of whom have one name. */
beforeAll(async () => {
  bot = await startTestBot({
    seed: async ({ people, settings }) => {
      for (const [key, name] of [
        ['team-1', 'Wijkteam Noord'],
        ['team-2', 'Wijkteam Zuid'],
      ] as const)
        await settings.saveTeam({ key, name, schedule: defaultSchedule });
      await people.save([
        imported(lead, { access: ['projectleider'] }),
        imported(noord, { team: 'team-1' }),
        imported(zuid, { team: 'team-2' }),
        ...crowdOf(1_190),
      ]);
    },
  });
});
afterAll(() => bot.stop());

const tap = async (verb: string, data: object) =>
  JSON.stringify((await bot.post(tapped(lead, verb, data))).body.value);
const pilots = () => bot.core.pilots.all();
const membersOf = async (id: string) =>
  (await bot.core.pilots.members(id)).map(({ directoryId }) => directoryId).sort();

describe('a pilot in a municipality of 1,200', () => {
  test('begins with a form that fits in a message: the own team to tick, a field for the others', async () => {
    const [sent] = await bot.hear(typed(lead, 'nieuwe pilot'));
    expect(fits(sent?.activity ?? {})).toBe(true);
    const words = JSON.stringify(sent?.activity);
    expect(words).toContain(`"value":"${amira.account}"`);
    expect(words).not.toContain('Collega 7 Bakker');
    expect(words).toContain('Niet in de lijst? Typ namen');
  });

  test('asks which of two is meant, keeps the rest, and begins with the one that is chosen', async () => {
    const unclear = await tap('pilot.create', {
      ...light,
      members: amira.account,
      membersName: `${bert.name}, Janna Vos`,
    });
    expect(await pilots()).toEqual([]);
    for (const part of ['Janna Vos (Wijkteam Noord)', 'Janna Vos (Wijkteam Zuid)', '"Mutaties"', light.until])
      expect(unclear).toContain(part);
    expect(unclear).toContain(`"value":"${amira.account},${bert.account}"`);

    await tap('pilot.create', {
      ...light,
      members: `${amira.account},${bert.account}`,
      membersName: 'Janna Vos',
      membersFound: zuid.account,
    });
    const [pilot] = await pilots();
    expect(pilot?.name).toBe('Mutaties');
    expect(await membersOf(pilot?.id ?? '')).toEqual(
      [amira, bert, lead, zuid].map(({ account }) => account).sort(),
    );
  });

  test('changes its team by name, and says when nobody is called so', async () => {
    const [pilot] = await pilots();
    const id = pilot?.id ?? '';
    const wrong = await tap('pilot.save-members', {
      pilot: id,
      members: amira.account,
      membersName: 'Quinten',
    });
    expect(wrong).toContain('Bij “Quinten” vind ik niets.');
    expect(await membersOf(id)).toHaveLength(4);

    await tap('pilot.save-members', { pilot: id, members: amira.account, membersName: 'Collega 7 Bakker' });
    expect(await membersOf(id)).toEqual([amira.account, lead.account, somebody(1_007).account].sort());
  });

  test('takes no directory id for a name, nor anybody who does not fit what was typed', async () => {
    const before = await pilots();
    for (const forged of [
      { membersName: amira.account },
      { membersName: 'Janna Vos', membersFound: amira.account },
    ])
      expect(await tap('pilot.create', { ...light, ...forged })).toContain('Nieuwe rolpilot');
    expect(await pilots()).toEqual(before);
  });

  test('is found among many on pages', async () => {
    const all = Array.from({ length: 20 }, (_, n) => ({
      ...light,
      name: `Pilot ${n}`,
      members: amira.account,
    }));
    for (const one of all) await tap('pilot.create', one);
    const [first] = await bot.hear(typed(lead, 'demo'));
    const words = JSON.stringify(first?.activity);
    expect(words).toContain('"verb":"pilot.which"');
    const shown = (text: string) => new Set([...text.matchAll(/"pilot":"(P-[^"]+)"/g)].map(([, id]) => id));
    const next = await tap('pilot.which', { verb: 'pilot.demo', data: {}, page: 1 });
    expect(shown(words).size + shown(next).size).toBe(21);
    expect([...shown(words)].filter((id) => shown(next).has(id))).toEqual([]);
  });
});

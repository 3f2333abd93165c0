import { beforeEach, describe, expect, test } from 'vitest';
import { importPeople } from '../../src/people/import.ts';
import { turnReader } from '../../src/people/turn-reader.ts';
import { account, foundTown, HEADING, person, type Town } from '../support/town.ts';

let town: Town;

beforeEach(async () => {
  town = await foundTown();
  await town.core.people.save([person('p01', { team: 'west' }), person('p02', { team: 'west' })]);
});

/** The requests that `work` makes to storage. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  town.requests.length = 0;
  await work();
  return town.requests.length;
}
const workplace = () => town.core.people.workplace(account(1));

describe('somebody with their team', () => {
  test('is one range once the team is known, and one read more before that', async () => {
    expect(await costOf(workplace)).toBe(2);
    expect(await costOf(workplace)).toBe(1);
    const found = await workplace();
    expect(found?.me.id).toBe('p01');
    expect(found?.members.map(({ id }) => id)).toEqual(['p01', 'p02']);
  });

  test('who moved is found in the new team', async () => {
    await workplace();
    const { people } = town.core;
    await people.save([person('p01', { team: 'oost' })]);
    await people.drop('west', 'p01');
    const found = await workplace();
    expect(found?.me.team).toBe('oost');
    expect(found?.members).toHaveLength(1);
  });

  test('who is moved by an import that stopped halfway is found where the directory says', async () => {
    const { people } = town.core;
    const line = (team: string) =>
      `p01;Amira Sol;amira@gemeente.example;${team};medewerker;ma,di,wo;${account(1)}`;
    await town.bring([line('West')]);
    await workplace();
    const stopped = { ...people, dropAll: () => Promise.reject(new Error('stopped')) };
    const moving = importPeople(
      { ...town.core, people: stopped, now: () => town.clock.now },
      Buffer.from(`${HEADING}\n${line('Oost')}`),
      { complete: false, who: 'cli' },
    );
    await expect(moving).rejects.toThrow('stopped');
    expect((await people.everybody()).filter(({ id }) => id === 'p01')).toHaveLength(2);
    expect((await workplace())?.me.team).toBe('oost');
    await town.bring([line('West')]);
    const back = await workplace();
    expect([back?.me.team, back?.me.moved]).toEqual(['west', undefined]);
    expect(await costOf(workplace)).toBe(1);
  });

  test('whose row of a Teams team gives way to the file is found where the directory says, also halfway', async () => {
    const { people } = town.core;
    const of = () => people.workplace(account(3));
    await people.save([
      person('a-roster', {
        team: 'west',
        upn: 'cas@gemeente.example',
        directoryId: account(3),
        source: 'teams',
      }),
    ]);
    expect((await of())?.me.id).toBe('a-roster');
    const moving = importPeople(
      {
        ...town.core,
        people: { ...people, dropAll: () => Promise.reject(new Error('stopped')) },
        now: () => town.clock.now,
      },
      Buffer.from(`${HEADING}\np03;Cas Vos;cas@gemeente.example;West;medewerker;ma,di;${account(3)}`),
      { complete: false, who: 'cli' },
    );
    await expect(moving).rejects.toThrow('stopped');
    expect((await of())?.me.id).toBe('p03');
  });

  test('who left, erased themselves or lost their account is nowhere, however lately they were seen', async () => {
    const { people } = town.core;
    await workplace();
    await people.change('west', 'p01', (now) => ({ ...now, removed: '2026-11-25' }));
    expect(await workplace()).toBeUndefined();
    await people.change('west', 'p01', (now) => ({ ...now, removed: undefined }));
    await workplace();
    const me = await people.find(account(1));
    if (!me) throw new Error('p01 is gone');
    await people.rebind(me, account(9));
    expect(await workplace()).toBeUndefined();
    expect((await people.workplace(account(9)))?.me.id).toBe('p01');
    await people.drop('west', 'p01');
    expect(await people.workplace(account(9))).toBeUndefined();
  });
});

describe('what a turn knows', () => {
  test('is read once, whoever asks: a person comes with their team', async () => {
    await workplace();
    const reads = turnReader(town.core)(account(1));
    const ask = () => Promise.all([reads.workplace(), reads.person(), reads.settings(), reads.workplace()]);
    expect(await costOf(ask)).toBe(2);
    expect(await costOf(ask)).toBe(0);
    expect((await reads.person())?.id).toBe('p01');
  });

  test('is asked for again after it could not be read', async () => {
    let isDown = true;
    const reads = turnReader({
      people: town.core.people,
      settings: { read: () => (isDown ? Promise.reject(new Error('down')) : town.core.settings.read()) },
    })(account(1));
    await expect(reads.settings()).rejects.toThrow('down');
    isDown = false;
    expect((await reads.settings()).teams).toEqual([]);
  });

  test('of somebody without an account is nothing, and asks nobody', async () => {
    const reads = turnReader(town.core)('');
    expect(await costOf(() => reads.person())).toBe(0);
    expect(await reads.person()).toBeUndefined();
  });
});

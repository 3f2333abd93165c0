import { beforeEach, expect, test } from 'vitest';
import { run } from '../cli/terminal.ts';
import { foundTown, person, type Town } from '../support/town.ts';

/** Marks that turn a line around, that take no room, and that a terminal obeys. */
const MARKS = /(?!\n)[\p{Cc}\p{Cf}]/u;
const odd = 'Anna\u202e\u200b \u001b]0:x\u0007Bos\u00ad\u2066';

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});

const list = (...more: string[]) =>
  run(['mensen', 'lijst', '--lokaal', ...more], {
    env: { KOMPAS_LOCAL: 'true' },
    folder: '/',
    storage: town.core.storage,
  });

test('a name in the people file is kept as people see it', async () => {
  await town.bring([
    `q1;${odd};q1@gemeente.example;Oo\u200bst\u202e;medewerker;ma;`,
    'q2;"Eva\nIn Kompas: beheerder";q2@gemeente.example;Oost;medewerker;ma;',
  ]);
  const people = await town.core.people.everybody();
  expect(people.map(({ name, team }) => [name, team])).toEqual([
    ['Anna ]0:xBos', 'oost'],
    ['Eva In Kompas: beheerder', 'oost'],
  ]);
  expect((await town.core.readSettings()).teams.map(({ name }) => name)).toEqual(['Oost']);
  expect((await list()).out).not.toMatch(MARKS);
});

test('a name of nothing but marks is empty, and nobody is imported', async () => {
  expect(await town.bring(['q1;\u200b\u202e;q1@gemeente.example;Oost;medewerker;ma;'])).toMatchObject({
    problems: [{ line: 2 }],
  });
});

test('of a name that an older version kept the terminal shows what people see', async () => {
  await town.core.people.save([person('p1', { name: odd })]);
  const { out } = await list();
  expect(out).toContain('Anna ]0:xBos');
  expect(out).not.toMatch(MARKS);
});

import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileShape, Intake } from '../../../src/conversation/intake.ts';
import { guessOf, kindSaid, saysWhat } from '../../../src/features/intake/guess.ts';
import { writeTasks } from '../../../src/features/roles/matrix/task-file.ts';
import { allTasks } from '../../../src/features/roles/matrix/task-list.ts';
import { writeTips } from '../../../src/features/tips/library/file.ts';
import { allTips } from '../../../src/features/tips/library/import.ts';
import { work } from '../../../src/files/shape-apart.ts';
import { writeXlsx } from '../../../src/files/write-xlsx.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';

let bot: TestBot;
let intakes: Intake[];
beforeAll(async () => {
  bot = await startTestBot();
  intakes = bot.features.flatMap((feature) => feature.intakes ?? []);
});
afterAll(() => bot.stop());

async function takenFor(name: string, bytes: Uint8Array, said = ''): Promise<string | undefined> {
  const looked = await work({ name, bytes });
  const shape: FileShape = 'shape' in looked ? looked.shape : { tables: [] };
  return guessOf(shape, intakes, kindSaid(said)).sure?.kind;
}

const tips = Buffer.from(writeTips(allTips(new Map())));
const tasks = Buffer.from(writeTasks(allTasks(new Map())));
const functions = Buffer.from('functie;persoon;van;tot_en_met\nDirecteur;Ans Vis;2026-01-01;\n');

describe('a file is taken for', () => {
  test.each([
    ['people', 'mensen.csv', readFileSync('demo/mensen.csv')],
    ['register', 'mandaten.csv', readFileSync('demo/mandaten.csv')],
    ['areas', 'gebieden.csv', readFileSync('demo/gebieden.csv')],
    ['functions', 'functies.csv', functions],
    ['tips', 'tips.csv', tips],
    ['tasks', 'taken.csv', tasks],
    ['tips', 'uit.csv', Buffer.from('id;actief\nbram-3-a;nee\n')],
  ])('%s by its headings, whatever its name', async (kind, _name, bytes) => {
    expect(await takenFor('bestand.csv', bytes)).toBe(kind);
  });

  test('people under a title, on whatever sheet', async () => {
    const [heading = '', ...lines] = readFileSync('demo/mensen.csv', 'utf8').split('\n');
    const rows = [['Stand 25 november'], [], ...[heading, ...lines].map((line) => line.split(';'))];
    const bytes = writeXlsx([
      { name: 'Uitleg', rows: [['Lees dit eerst']] },
      { name: 'Blad2', rows },
    ]);
    expect(await takenFor('x.xlsx', bytes)).toBe('people');
  });

  test('what somebody says that it is, but not against its headings', async () => {
    const odd = Buffer.from('een;twee\n1;2\n');
    expect(await takenFor('x.csv', odd)).toBeUndefined();
    expect(await takenFor('x.csv', odd, 'dit zijn de mandaten')).toBe('register');
    expect(await takenFor('x.csv', readFileSync('demo/mensen.csv'), 'dit zijn de mandaten')).toBeUndefined();
  });

  test('nothing for sure, or mandates, when it is a list of a municipality’s own', async () => {
    for (const file of globSync('test/features/mandates/import/**/*.{csv,xlsx}')) {
      const kind = await takenFor(file, readFileSync(file));
      expect([undefined, 'register', 'areas', 'functions'], file).toContain(kind);
    }
  });
});

test.each([
  ['hier is de nieuwe mensenlijst', true],
  ['bijlage', true],
  ['import', true],
  ['wie valideert de BAG in het register?', false],
  ['mijn dag was zwaar', false],
  ['ik wil met iemand praten over wat er gisteren met al die mensen gebeurde', false],
])('"%s" only says what a file is: %s', (text, isIt) => {
  expect(saysWhat(text)).toBe(isIt);
});

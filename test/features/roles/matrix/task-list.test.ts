import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ownTasks } from '../../../../src/features/roles/content/tasks.ts';
import { columns, writeTasks } from '../../../../src/features/roles/matrix/task-file.ts';
import { allTasks, type TaskChanges, tasksWith } from '../../../../src/features/roles/matrix/task-list.ts';
import { planTasks } from '../../../../src/features/roles/matrix/task-plan.ts';
import { readCsv } from '../../../../src/files/csv.ts';
import { type FileHost, sender, startFileHost } from '../../intake/sending.ts';
import { administrator, amira, type Office, openOffice } from './office.ts';

const none: TaskChanges = new Map();
const HEAD = columns.join(';');
const planned = (lines: readonly string[], now = none) =>
  planTasks(readCsv(Buffer.from([HEAD, ...lines].join('\n'))), now);
/** A line of a task as we have it, with other words or columns where these are given. */
function lineOf(id: string, change: Partial<Record<string, string>> = {}): string {
  const { rows } = readCsv(Buffer.from(writeTasks(allTasks(none)))) as ReturnType<typeof readCsv> & {
    rows: { fields: Record<string, string> }[];
  };
  const fields = rows.find((row) => row.fields.id === id)?.fields ?? {};
  return columns.map((column) => change[column] ?? fields[column] ?? '').join(';');
}
const reasons = (lines: readonly string[]) => {
  const result = planned(lines);
  return 'problems' in result ? result.problems.map(({ reason }) => reason) : [];
};

describe('a file of tasks', () => {
  test('what is written is read back as the same', () => {
    const result = planTasks(readCsv(Buffer.from(writeTasks(allTasks(none)))), none);
    expect(result).toMatchObject({ plan: { count: 32, same: 32 } });
    expect('plan' in result && result.plan.changes.size).toBe(0);
  });

  test('brings own words and own tasks, switches off, and brings ours back', () => {
    const own = 'drone;Vliegen met de drone;Je maakt luchtfoto’s van een nieuwe wijk.;0;0;0;2;nee;ja';
    const result = planned([
      lineOf('scripting', { taak: 'Scripts schrijven' }),
      lineOf('veldwerk', { actief: 'nee' }),
      own,
    ]);
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    const { changes, added, changed, off } = result.plan;
    expect({ added, changed, off }).toEqual({ added: ['drone'], changed: ['scripting'], off: ['veldwerk'] });
    const now = new Map([...changes].flatMap(([id, row]) => (row ? [[id, row] as const] : [])));
    const titles = tasksWith(now).map(({ title }) => title);
    expect(titles).toContain('Scripts schrijven');
    expect(titles).toContain('Vliegen met de drone');
    expect(titles).not.toContain('Buiten kijken');
    const back = planned([lineOf('scripting')], now);
    expect(back).toMatchObject({ plan: { restored: ['scripting'] } });
  });

  test.each([
    [
      'a weight that is none',
      lineOf('scripting', { objectregistrator: '3' }),
      'bij Objectregistrator staat iets anders dan 0, 1 of 2',
    ],
    [
      'another role for a task of ours',
      lineOf('scripting', { objectregisseur: '2' }),
      'bij welke rol scripting hoort, staat vast. Maak een nieuwe taak met een eigen id',
    ],
    ['a task of no role', 'leeg;Niets;Je doet niets.;0;0;0;0;nee;ja', 'de taak hoort bij geen enkele rol'],
    ['no words', lineOf('scripting', { taak: '' }), 'taak is leeg'],
    ['too many words', lineOf('scripting', { uitleg: 'x'.repeat(121) }), 'uitleg is langer dan 120 tekens'],
    [
      'an id that cannot be one',
      lineOf('scripting', { id: 'Mijn taak!' }),
      'id "Mijn taak!" mag alleen kleine letters, cijfers en streepjes hebben, hooguit 40 tekens',
    ],
    [
      'something else than yes or no',
      lineOf('scripting', { kort: 'misschien' }),
      'kort "misschien" is geen ja of nee',
    ],
  ])('is refused with %s', (_what, line, reason) => expect(reasons([line])).toEqual([reason]));

  test('is refused with a task twice, with a column that is missing or unknown, and without tasks', () => {
    expect(reasons([lineOf('scripting'), lineOf('scripting')])).toEqual([
      'id scripting staat ook op regel 2',
    ]);
    const odd = planTasks(readCsv(Buffer.from('id;taak;uitleg;kleur\na;b;c;d\n')), none);
    expect(odd).toMatchObject({
      problems: expect.arrayContaining([{ line: 0, reason: 'de kolom "kleur" ken ik niet' }]),
    });
    expect(reasons([])).toEqual(['Er staan geen taken in.']);
  });

  test('is refused when too few tasks stay, or a role has none', () => {
    const off = ownTasks.map(({ id }) => lineOf(id, { actief: 'nee' }));
    expect(reasons(off.slice(0, 24))).toContain('Het aantal taken wordt 8. Het mag 12 tot en met 40 zijn.');
    const engineering = ownTasks.filter(({ weights }) => weights['Geodata-engineer']).map(({ id }) => id);
    expect(reasons(engineering.map((id) => lineOf(id, { actief: 'nee' })))).toContain(
      'Bij Geodata-engineer zou geen enkele taak meer horen.',
    );
  });
});

describe('in the chat', () => {
  let office: Office;
  let host: FileHost;
  beforeAll(async () => {
    host = await startFileHost();
  });
  afterAll(() => host.stop());
  beforeEach(async () => {
    office = await openOffice();
    return () => office.stop();
  });

  test('an administrator sends it and sees first what would change; a matrix that exists keeps its answers', async () => {
    await office.begins(amira, 'full');
    await office.fills(amira, amira, { veldwerk: 'do', scripting: 'do' });
    const aad = sender(office, host, administrator);
    const plan = await aad.send(
      'taken.csv',
      Buffer.from([HEAD, lineOf('veldwerk', { actief: 'nee' })].join('\n')),
    );
    expect(plan.words).toContain('een lijst met taken');
    expect((await office.taskList.changes()).size).toBe(0);
    await aad.tap(plan, 'Doorvoeren');
    expect([...(await office.taskList.changes()).keys()]).toEqual(['veldwerk']);
    office.clock.now = office.clock.now.add({ minutes: 2 });
    const shown = await office.taps(amira, 'matrix.show');
    expect(shown).not.toContain('Buiten kijken');
    expect(shown).toContain('1 taak staat niet meer in de lijst en telt niet mee.');
    expect((await office.matrices.draft(amira.account))?.answers.veldwerk).toBe('do');
  });

  test('somebody else may not', async () => {
    const shown = await sender(office, host, amira).send('taken.csv', Buffer.from(HEAD));
    expect(shown.words).not.toContain('Doorvoeren');
    expect((await office.taskList.changes()).size).toBe(0);
  });
});

import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { competences } from '../../../../src/features/roles/content/competences.ts';
import { ownTasks, type RoleTask } from '../../../../src/features/roles/content/tasks.ts';
import { barOf, indicationOf, worth } from '../../../../src/features/roles/indication/rules.ts';
import type { Often } from '../../../../src/features/roles/matrix/matrix.ts';
import type { ibroRoles } from '../../../../src/people/person.ts';
import { amira, bram, manager, type Office, openOffice } from '../matrix/office.ts';
import { examples } from './examples.ts';
import { examplesTable, mappingTable } from './page.ts';

const shortTasks = ownTasks.filter(({ short }) => short);
/** All tasks of the short list, with 'not' for those that are not named. */
const answered = (answers: Record<string, Often>) => ({
  length: 'short' as const,
  answers: { ...Object.fromEntries(shortTasks.map(({ id }) => [id, 'not' as const])), ...answers },
});

/** The sum of a role as it is done by hand: its terms, what they make together, and all that could be. */
function byHand(answers: Record<string, Often>, role: (typeof ibroRoles)[number]): string {
  const terms = shortTasks.flatMap(({ id, weights }) => {
    const [weight, answer] = [weights[role] ?? 0, answers[id] ?? 'not'];
    return weight > 0 && answer !== 'not' ? [[weight, worth[answer]] as const] : [];
  });
  const total = terms.reduce((sum, [weight, value]) => sum + weight * value, 0);
  const most = shortTasks.reduce((sum, { weights }) => sum + 2 * (weights[role] ?? 0), 0);
  const left = terms.map(([weight, value]) => `${weight}×${value}`).join(' + ');
  return `${left === '' ? '' : `${left} = `}${total} van ${most}`;
}

describe('the rolindicatie', () => {
  test('there are twelve worked examples', () => expect(examples).toHaveLength(12));

  test.each(examples)('who $who', ({ answers, sums, near }) => {
    const indication = indicationOf(answered(answers), ownTasks);
    for (const { role, points, most } of indication.sums) {
      expect(byHand(answers, role)).toBe(sums[role]);
      expect(`${points} van ${most}`).toBe(sums[role].replace(/^.* = /, ''));
    }
    expect(indication.near).toEqual(near);
  });

  test('stands in the docs with the same weights and the same sums', () => {
    const page = readFileSync('docs/rolindicatie.md', 'utf8');
    expect(page).toContain(mappingTable().join('\n'));
    expect(page).toContain(examplesTable().join('\n'));
  });

  test('names the tasks that weighed most, the heaviest first, and at most three', () => {
    const { sums } = indicationOf(
      answered({ terugmelding: 'do', mutatiecontrole: 'some', rapportage: 'do', kwaliteitsanalyse: 'do' }),
      ownTasks,
    );
    const heaviest = sums.find(({ role }) => role === 'Kwaliteitscoördinator')?.heaviest ?? [];
    expect(heaviest.map(({ task, points }) => [task.id, points])).toEqual([
      ['kwaliteitsanalyse', 4],
      ['rapportage', 4],
      ['terugmelding', 2],
    ]);
  });

  test('leaves what is in the list no more, or has no answer, out on both sides of the sum', () => {
    const shortened = ownTasks.filter(({ id }) => id !== 'scripting');
    const { sums } = indicationOf(answered({ scripting: 'do', koppelingen: 'do' }), shortened);
    expect(sums.at(-1)).toMatchObject({ points: 4, most: 12 });
    const half = indicationOf({ length: 'short', answers: { koppelingen: 'do' } }, ownTasks);
    expect(half.sums.at(-1)).toMatchObject({ points: 4, most: 4 });
    expect(half.sums[0]).toMatchObject({ points: 0, most: 0 });
    expect(half.near).toEqual(['Geodata-engineer']);
  });

  test('holds for a role that comes after one without tasks', () => {
    const tasks = ownTasks.filter(({ weights }) => weights.Objectregistrator === undefined) as RoleTask[];
    expect(indicationOf(answered({ coordinatie: 'do' }), tasks).near).toEqual(['Objectregisseur']);
  });

  test.each([
    [0, 0, '□□□□□□□□□□'],
    [6, 12, '■■■■■□□□□□'],
    [12, 12, '■■■■■■■■■■'],
  ])('%i of %i is drawn as %s', (points, most, bar) => expect(barOf({ points, most })).toBe(bar));
});

describe('on the card', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await office.begins(amira);
  });
  afterEach(() => office.stop());

  test('both see the same: the sums, what weighed most, what the role asks, how it was computed', async () => {
    await office.fills(amira, amira, examples[4]?.answers);
    for (const [who, person] of [
      [amira, ''],
      [manager, amira.account],
    ] as const) {
      const shown = await office.taps(who, 'indication.show', { person });
      expect(shown).toContain('Voorlopige rolindicatie');
      expect(shown).toContain('10 van 12 punten ■■■■■■■■□□');
      expect(shown).toContain('10 van 14 punten ■■■■■■■□□□');
      expect(shown).toContain('Mutaties verwerken (gewicht 2 × antwoord 2 = 4)');
      expect(shown).toContain(competences.Kwaliteitscoördinator[0]);
      expect(shown).toMatch(/(doe ik|doet dit) 2, soms 1, niet 0/);
      expect(shown).toContain('nog niet bevestigd');
      expect(shown).not.toContain('%');
    }
    expect(await office.taps(bram, 'indication.show', { person: amira.account })).not.toContain('10 van 12');
  });

  test('there is none of half a matrix; what was confirmed shows while a new one is half-way', async () => {
    expect(await office.taps(amira, 'indication.show')).toContain('Nog geen rolindicatie');
    await office.fills(amira, amira, { scripting: 'do' });
    await office.confirms(amira, amira);
    await office.confirms(manager, amira);
    await office.begins(amira, 'full');
    const shown = await office.taps(amira, 'indication.show');
    expect(shown).toContain('4 van 16');
    expect(shown).toContain('door jullie bevestigd');
  });

  test('a list that was shortened keeps its answers out of the sums, and says so', async () => {
    await office.fills(amira, amira, { scripting: 'do', koppelingen: 'do' });
    await office.taskList.save(new Map([['scripting', { off: true as const }]]));
    office.clock.now = office.clock.now.add({ minutes: 2 });
    const shown = await office.taps(amira, 'indication.show');
    expect(shown).toContain('4 van 12');
    expect(shown).toContain('1 taak staat niet meer in de lijst en telt niet mee.');
    expect((await office.matrices.draft(amira.account))?.answers.scripting).toBe('do');
    expect(await office.taps(amira, 'matrix.show')).toContain('1 taak staat niet meer in de lijst');
  });

  test('what both confirmed leads who leads the team on to the roles of their colleague, and nobody else', async () => {
    await office.fills(amira, amira, examples[4]?.answers);
    const of = { person: amira.account };
    expect(await office.taps(manager, 'indication.show', of)).not.toContain('assignments.open');
    for (const by of [amira, manager]) await office.confirms(by, amira);
    expect(await office.taps(manager, 'indication.show', of)).toContain(
      `"verb":"assignments.open","data":{"who":"${amira.account}"}`,
    );
    expect(await office.taps(manager, 'assignments.open', { who: amira.account })).toContain(
      'Begin het gesprek',
    );
    expect(await office.taps(amira, 'indication.show', { person: '' })).not.toContain('assignments.open');
  });

  test('which task belongs to which role is open to everybody', async () => {
    const shown = await office.taps(bram, 'indication.mapping');
    for (const { title } of ownTasks) expect(shown).toContain(title);
    expect(shown).toContain('weegt 1: ligt dichtbij');
  });

  test('who typed it gets a way in, and no sum: the chat keeps that', async () => {
    await office.fills(amira, amira, { scripting: 'do' });
    const said = await office.says(amira, 'welke rol past bij mij');
    expect(said).toContain('indication.show');
    expect(said).not.toContain(' van 16');
    expect(await office.says(manager, 'rolindicatie Persoon 1')).toContain(amira.account);
  });
});

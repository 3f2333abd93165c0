import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tables } from '../support/core.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/dpia.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| V'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
/** The rows of tables: which processing, table, under what its rows stand, partly sealed, how long, what an erasure does. */
const stored = new Map(
  rows.flatMap(([processing = '', name = '', under = '', sealed = '', kept = '', erased = '']) => {
    const [, table] = /^`(\w+)`$/.exec(name) ?? [];
    return table ? [[table, { processing, under, sealed, kept, erased }]] : [];
  }),
);
const processings = rows.flatMap(([number = '', name = '']) => (name.startsWith('`') ? [] : number));

const underOf = ({ namesPeople, coded }: (typeof tables)[number]) =>
  namesPeople === true ? 'naam' : namesPeople ? 'deels naam' : coded ? 'code' : 'geen';
const daysIn = (kept: string) => [...kept.matchAll(/\d+/g)].map(([count]) => Number(count));

describe('docs/dpia.md', () => {
  test('has every table that Kompas keeps, each once, and none that is gone', () => {
    const named = [...page.matchAll(/^\| V\d+ \| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(tables.map(({ name }) => name).sort());
  });

  test('puts each table under a processing, and tells of no processing twice', () => {
    expect(new Set(processings).size).toBe(processings.length);
    for (const [name, { processing }] of stored) expect(processings, name).toContain(processing);
  });

  test.each(tables.map((table) => [table.name, table] as const))(
    'says of %s what it stands under, how long it is kept and what an erasure does',
    (name, table) => {
      const { under = '', sealed, kept = '', erased } = stored.get(name) ?? {};
      // More may be said behind it.
      expect(under.split(/[,;]/)[0]).toBe(underOf(table));
      expect(sealed).toBe(table.sealed ? 'ja' : 'nee');
      const { retention, person } = table;
      if ('forever' in retention) expect(kept).toBe('geen vaste');
      else
        expect(daysIn(kept)).toEqual([retention.days, ...(retention.sooner ? [retention.sooner.days] : [])]);
      const stays = person.kind === 'record' || (person.kind === 'none' && person.official);
      expect(erased).toBe(person.kind === 'personal' ? 'weg' : stays ? 'blijft' : '—');
    },
  );
});

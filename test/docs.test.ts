import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { queues, tables } from '../src/core.ts';

const page = readFileSync(new URL('../docs/storage.md', import.meta.url), 'utf8');
const rowOf = (name: string) => page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));

describe('docs/storage.md', () => {
  test.each(tables.map(({ name, owner }) => ({ name, owner })))(
    'describes table $name and its owner',
    ({ name, owner }) => {
      expect(rowOf(name)).toContain(`| ${owner} |`);
    },
  );

  test.each(queues)('describes queue %s', (name) => {
    expect(rowOf(name)).toBeDefined();
  });

  test('describes no table that is gone', () => {
    const described = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(described.sort()).toEqual([...tables.map(({ name }) => name), ...queues].sort());
  });
});

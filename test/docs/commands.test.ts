import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { allFeatures } from '../../scripts/rights.ts';
import type { Session } from '../../src/features/module.ts';
import { kompas } from '../../src/kompas.ts';
import { normalise } from '../../src/language/normalise.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/beheer.md'), 'utf8');
const [, rest = ''] = page.split('## Elke opdracht, en hoe het in Teams gaat\n');
const [table = ''] = rest.split('\n## ');
/** What stands behind each command, by its words. */
const rows = new Map(
  [...table.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, command = '', way = '']) => [command, way]),
);

/** The words of every command that the features declare, as "mensen import". */
function everyCommand(): string[] {
  const program = new Command();
  for (const { module } of kompas) module.commands?.(program, {} as Session<never>);
  const wordsOf = (command: Command): string[] =>
    command.commands.length === 0
      ? [command.name()]
      : command.commands.flatMap((one) => wordsOf(one).map((words) => `${command.name()} ${words}`));
  return program.commands.flatMap(wordsOf);
}

describe('the table of commands in docs/beheer.md', () => {
  test('has a row for every command of the command line', () => {
    const missing = everyCommand().filter((command) => !rows.has(command));
    expect(missing, 'say in docs/beheer.md how this goes in Teams').toEqual([]);
  });

  test('has no row for a command that is gone', () => {
    const known = everyCommand();
    expect([...rows.keys()].filter((command) => !known.includes(command))).toEqual([]);
  });

  test('names only what may be typed, and says it where there is no way in Teams', () => {
    const said = new Set(
      allFeatures().flatMap(({ phrases }) =>
        phrases.flatMap(({ say, also = [] }) => [say, ...also].map(normalise)),
      ),
    );
    const wrong = [...rows].flatMap(([command, way]) => {
      const phrases = [...way.matchAll(/`([^`]+)`/g)].map(([, phrase = '']) => phrase);
      const unknown = phrases.filter((phrase) => !said.has(normalise(phrase)));
      const isSaid = phrases.length > 0 || /^(alleen op de opdrachtregel|stel|stuur)/.test(way);
      return unknown.length > 0 || !isSaid ? [`${command}: ${unknown}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});

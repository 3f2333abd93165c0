import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/features/mandates/review/finding.ts';
import { findingLines, howManyFound } from '../../src/features/mandates/review/finding-words.ts';

const finding = (kind: Finding['kind'], severity: Finding['severity'], text: string): Finding => ({
  kind,
  severity,
  text,
  ids: [],
});
const found = [
  finding('no-basis', 'fout', 'Bij R1 staat geen besluit.'),
  finding('no-basis', 'fout', 'Bij R2 staat geen besluit.'),
  finding('no-basis', 'fout', 'Bij R3 staat geen besluit.'),
  finding('no-deputy', 'let op', 'Ans heeft geen vervanger.'),
];

describe('what was found in a register', () => {
  test('is counted by how bad it is', () => {
    expect(howManyFound(found)).toBe('3 fouten en 1 aandachtspunt');
    expect(howManyFound(found.slice(0, 1))).toBe('1 fout');
    expect(howManyFound([])).toBe('');
  });

  test('stands together by kind, under what to do about it', () => {
    expect(findingLines(found)).toEqual([
      'FOUT · Geen besluit (3). Vul bij grondslag in op welk besluit het rust.',
      '  - Bij R1 staat geen besluit.',
      '  - Bij R2 staat geen besluit.',
      '  - Bij R3 staat geen besluit.',
      'LET OP · Geen vervanger (1). Vul een vervanger in.',
      '  - Ans heeft geen vervanger.',
    ]);
  });

  test('may be cut short, and says how much is left', () => {
    expect(findingLines(found, 1).slice(0, 3)).toEqual([
      'FOUT · Geen besluit (3). Vul bij grondslag in op welk besluit het rust.',
      '  - Bij R1 staat geen besluit.',
      '  - en nog 2',
    ]);
  });
});

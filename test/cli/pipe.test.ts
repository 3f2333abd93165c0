import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const ASKED = 3_000;

test('a reader that has seen enough (… | head) ends a command quietly', async () => {
  const ask = 'node src/cli.ts mandaat vraag --register demo/mandaten.csv --gebieden demo/gebieden.csv -';
  const questions = `yes 'wie valideert BAG?' | head -n ${ASKED}`;
  const command = `${questions} | ${ask} | head -n 2; exit \${PIPESTATUS[2]}`;
  const { code, out, err } = await new Promise<{ code: unknown; out: string; err: string }>((done) => {
    execFile('bash', ['-c', command], { cwd: root }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, out: stdout, err: stderr }),
    );
  });
  expect(out).toContain('Vraag: wie valideert BAG?');
  expect([code, err]).toEqual([0, '']);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs one tool from node_modules and gives what it printed. */
function run(tool: string, ...args: string[]): { ok: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync(join('node_modules/.bin', tool), args, { encoding: 'utf8' });
  return { ok: status === 0, output: `${stdout}${stderr}`.trim() };
}

const failures: string[] = [];

function check(name: string, { ok, output }: { ok: boolean; output: string }): void {
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${name}\n`);
  if (!ok) failures.push(`${name}\n${output}`);
}

function cruise(...folders: string[]): { ok: boolean; output: string } {
  const result = run('depcruise', '--config', '.dependency-cruiser.cjs', ...folders);
  const modules = Number(/(\d+) modules/.exec(result.output)?.[1] ?? 0);
  // The cruiser is content with nothing to look at; that would be a broken setup, not a clean house.
  return modules > 0 ? result : { ok: false, output: `no modules were checked\n${result.output}` };
}

/** Plants a forbidden import and expects the import rules to notice it: a check that cannot fail proves nothing. */
function plantedViolationIsFound(): { ok: boolean; output: string } {
  const folder = mkdtempSync('src/features/planted-');
  try {
    writeFileSync(
      join(folder, 'index.ts'),
      "import { CloudAdapter } from 'botbuilder';\nexport const planted = CloudAdapter;\n",
    );
    const { ok, output } = cruise('src');
    const found = !ok && output.includes('bot-framework-only-in-bot');
    return { ok: found, output: found ? '' : `the planted violation was not found\n${output}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

check('lint and format', run('biome', 'check', '--error-on-warnings', '.'));
check('types', run('tsc', '--noEmit', '-p', '.'));
check('import rules', cruise('src'));
check('import rules notice a planted violation', plantedViolationIsFound());

if (failures.length > 0) {
  process.stdout.write(`\n${failures.join('\n\n')}\n`);
  process.exit(1);
}

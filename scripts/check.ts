import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Something forbidden that is planted for a moment, and the name of the rule that has to notice it. */
interface Planted {
  rule: string;
  code: string;
  notice(): { ok: boolean; output: string };
}

const lint = () => run('biome', 'check', '--error-on-warnings', 'src');
const imports = () => cruise('src');

const planted: readonly Planted[] = [
  {
    rule: 'bot-framework-only-in-bot',
    code: "import { CloudAdapter } from 'botbuilder';\nexport const planted = CloudAdapter;\n",
    notice: imports,
  },
  {
    rule: 'bot-framework-only-in-bot',
    code: "import { CloudAdapter } from '@microsoft/agents-hosting';\nexport const planted = CloudAdapter;\n",
    notice: imports,
  },
  {
    rule: 'of-another-feature-its-contract-only',
    code: "import { checkin } from '../checkin/index.ts';\nexport const planted = checkin;\n",
    notice: imports,
  },
  {
    rule: 'nobody-below-knows-the-bot',
    code: "import { createLimiter } from '../../bot/limiter.ts';\nexport const planted = createLimiter;\n",
    notice: imports,
  },
  {
    rule: 'Write the literal out',
    code: 'export const planted = (one: number, two: number) => ({ ...{ one, two }, three: 3 });\n',
    notice: lint,
  },
];

/** Plants a violation and expects its rule to notice it: a check that cannot fail proves nothing. */
function isNoticed({ rule, code, notice }: Planted): { ok: boolean; output: string } {
  const folder = mkdtempSync('src/features/planted-');
  try {
    writeFileSync(join(folder, 'index.ts'), code);
    const { ok, output } = notice();
    const found = !ok && output.includes(rule);
    return { ok: found, output: found ? '' : `what was planted was not noticed\n${output}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const LONGEST_FILE = 300;

/** A file is one idea: what is longer than this is two. */
function filesAreShort(): { ok: boolean; output: string } {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const long = files.filter(
    (name) => readFileSync(join('src', name), 'utf8').trimEnd().split('\n').length > LONGEST_FILE,
  );
  return { ok: files.length > 0 && long.length === 0, output: long.map((name) => `src/${name}`).join('\n') };
}

check('lint and format', run('biome', 'check', '--error-on-warnings', '.'));
check('types', run('tsc', '--noEmit', '-p', '.'));
check('import rules', cruise('src'));
check(`files of at most ${LONGEST_FILE} lines`, filesAreShort());
for (const one of planted) check(`a planted violation is noticed: ${one.rule}`, isNoticed(one));

if (failures.length > 0) {
  process.stdout.write(`\n${failures.join('\n\n')}\n`);
  process.exit(1);
}

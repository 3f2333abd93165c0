import { randomInt } from 'node:crypto';
import { Command } from 'commander';
import { startOwnAzurite } from '../../src/storage/index.ts';
import { faultsOf } from './findings.ts';
import { fuzz } from './fuzz.ts';

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is no whole number from 1`);
  return value;
}

const program = new Command('test:fuzz')
  .description('sends made-up activities, taps and requests to the whole bot in a process of its own')
  .option('--runs <n>', 'how many', whole, 20_000)
  .option('--seed <n>', 'the same seed sends the same; drawn when left out', whole, randomInt(1, 2 ** 31))
  .option('--json', 'one line of JSON', false);
const { runs, seed, json } = program.parse().opts<{ runs: number; seed: number; json: boolean }>();

process.stderr.write(`seed ${seed}\n`);
const azurite = await startOwnAzurite();
try {
  const findings = await fuzz({ runs, seed, connectionString: azurite.connectionString, prefix: 'fuzz' });
  const lines = Object.entries(findings).map(
    ([name, value]) => `${name.padEnd(12)}${typeof value === 'object' ? JSON.stringify(value) : value}`,
  );
  process.stdout.write(`${json ? JSON.stringify(findings) : lines.join('\n')}\n`);
  const faults = faultsOf(findings);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await azurite.stop();
}

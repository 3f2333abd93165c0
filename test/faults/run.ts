import { randomInt } from 'node:crypto';
import { Command } from 'commander';
import { startOwnAzurite } from '../../src/storage/index.ts';
import { faultsIn, killRounds } from './kill-rounds.ts';

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is no whole number from 1`);
  return value;
}

const program = new Command('test:faults')
  .description('kills the bot at drawn moments of rounds of cards, and counts who got none or two')
  .option('--rounds <n>', 'how many', whole, 100)
  .option('--people <n>', 'who get each round', whole, 2_000)
  .option('--rps <n>', 'cards a second', whole, 1_000)
  .option(
    '--seed <n>',
    'the same seed draws the same moments; drawn when left out',
    whole,
    randomInt(1, 2 ** 31),
  )
  .option('--json', 'one line of JSON', false);
const { rounds, people, rps, seed, json } = program
  .parse()
  .opts<{ rounds: number; people: number; rps: number; seed: number; json: boolean }>();

process.stderr.write(`seed ${seed}\n`);
const azurite = await startOwnAzurite();
try {
  const { connectionString } = azurite;
  const findings = await killRounds({
    rounds,
    people,
    seed,
    connectionString,
    prefix: 'faults',
    perSecond: rps,
    onRound: ({ rounds: done, ...all }) => process.stderr.write(`round ${done}: ${JSON.stringify(all)}\n`),
  });
  process.stdout.write(
    `${
      json
        ? JSON.stringify(findings)
        : Object.entries(findings)
            .map((line) => line.join(' '))
            .join('\n')
    }\n`,
  );
  const faults = faultsIn(findings);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await azurite.stop();
}

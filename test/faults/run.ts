import { randomInt } from 'node:crypto';
import { Command } from 'commander';
import { startOwnAzurite } from '../../src/storage/index.ts';
import { answerRound, faultsOfAnswers } from './answer-round.ts';
import { faultRound, faultsOf } from './fault-round.ts';
import { faultsIn, killRounds } from './kill-rounds.ts';
import { scenarios } from './scenarios.ts';

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is no whole number from 1`);
  return value;
}

const KILLS = 'kills';
const ALL = 'all';
const names = scenarios.map(({ name }) => name);

const program = new Command('test:faults')
  .description(
    'sends rounds of cards with a fault in them, and lets people answer while storage fails; counts who got none or two, or read what is not so',
  )
  .option('--fault <name>', `${KILLS}, ${ALL} but that, or one of ${names.join(', ')}`, KILLS)
  .option('--rounds <n>', 'how many', whole)
  .option('--people <n>', 'who get each round', whole, 2_000)
  .option('--rps <n>', 'cards a second', whole, 1_000)
  .option(
    '--seed <n>',
    'the same seed draws the same moments; drawn when left out',
    whole,
    randomInt(1, 2 ** 31),
  )
  .option('--older <folder>', 'a checkout of an older commit, for two-versions')
  .option('--json', 'one line of JSON', false);

interface Options {
  fault: string;
  rounds?: number;
  people: number;
  rps: number;
  seed: number;
  older?: string;
  json: boolean;
}
const { fault, rounds, people, rps: perSecond, seed, older, json } = program.parse().opts<Options>();

/** Tells what was found, and of it what is wrong. */
function tell(findings: object, faults: readonly string[]): void {
  const lines = Object.entries(findings).map((line) => line.join(' '));
  process.stdout.write(`${json ? JSON.stringify(findings) : lines.join(fault === KILLS ? '\n' : ', ')}\n`);
  for (const one of faults) process.stderr.write(`${one}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

/** Those that were asked for, but for what needs a checkout that was not given. */
function chosen() {
  if (fault !== ALL && !names.includes(fault)) program.error(`there is no fault ${fault}`);
  const asked = scenarios.filter(({ name }) => fault === ALL || name === fault);
  return asked.filter(({ name, isOlderBeside }) => {
    const isPossible = !isOlderBeside || older !== undefined;
    if (!isPossible) process.stderr.write(`${name} is left out: it needs --older\n`);
    return isPossible;
  });
}

process.stderr.write(`seed ${seed}\n`);
const azurite = await startOwnAzurite();
const { connectionString } = azurite;
try {
  if (fault === KILLS) {
    const findings = await killRounds({
      rounds: rounds ?? 100,
      people,
      seed,
      connectionString,
      prefix: 'faults',
      perSecond,
      onRound: ({ rounds: done, ...all }) => process.stderr.write(`round ${done}: ${JSON.stringify(all)}\n`),
    });
    tell(findings, faultsIn(findings));
  } else {
    for (const [s, scenario] of chosen().entries())
      for (let n = 0; n < (rounds ?? 1); n += 1) {
        const prefix = `f${s}n${n}`;
        const how = { scenario, people, seed: seed + n, connectionString, prefix, perSecond, older };
        const findings = await faultRound(how);
        tell(findings, faultsOf(findings));
        if (!scenario.isOfStorage) continue;
        const answers = await answerRound({ ...how, prefix: `a${prefix}` });
        tell(answers, faultsOfAnswers(answers));
      }
  }
} finally {
  await azurite.stop();
}

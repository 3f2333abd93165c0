import { Command } from 'commander';
import { benchDelivery } from './delivery.ts';
import { benchFlood } from './flood.ts';
import { benchGrowth } from './growth.ts';
import { benchInbound } from './inbound.ts';
import { benchMandates } from './mandates.ts';
import { benchParsers } from './parsers.ts';
import { benchPrivacy } from './privacy.ts';
import { benchShared } from './shared.ts';

const program = new Command('bench').description(
  'measures Kompas on this machine; everything stays on 127.0.0.1',
);

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is no whole number from 1`);
  return value;
}

/** One line of JSON, or the same to read. */
function show(result: Record<string, unknown>, json: boolean): void {
  const lines = Object.entries(result).map(
    ([name, value]) => `${name.padEnd(28)}${typeof value === 'object' ? JSON.stringify(value) : value}`,
  );
  process.stdout.write(`${json ? JSON.stringify(result) : lines.join('\n')}\n`);
}

program
  .command('delivery')
  .description('one round of check-in cards against a connector that enforces a rate')
  .option('--recipients <n>', 'people who get a card', whole, 2_000)
  .option('--rps <n>', 'cards a second that the connector takes', whole, 500)
  .option('--warm-up <n>', 'people in an unmeasured round before it', Number, 500)
  .option('--json', 'one line of JSON', false)
  .action(async ({ json, ...options }) => show(await benchDelivery(options), json));

program
  .command('flood')
  .description('somebody else’s tap while one sender posts a thousand and six thousand messages a minute')
  .option('--seconds <n>', 'how long each of the three parts takes', whole, 20)
  .option('--json', 'one line of JSON', false)
  .action(async ({ json, seconds }) => show(await benchFlood({ seconds }), json));

program
  .command('growth')
  .description('what cards and an import cost with 1, 10, 100 and 1,000 weeks of history')
  .option('--rounds <n>', 'how often each is timed', whole, 30)
  .option('--json', 'one line of JSON', false)
  .action(async ({ json, rounds }) => show(await benchGrowth({ rounds }), json));

program
  .command('inbound')
  .description('taps a second, beside a bare botbuilder in the same run, and requests to storage for each')
  .option('--rounds <n>', 'how often each is driven in turn', whole, 3)
  .option('--taps <n>', 'taps of each round', whole, 3_000)
  .option('--json', 'one line of JSON', false)
  .action(async ({ json, ...options }) => show(await benchInbound(options), json));

program
  .command('mandates')
  .description('questions to a large register, beside the same look-up with Fuse.js')
  .option('--mandates <n>', 'entries in the register', whole, 100_000)
  .option('--areas <n>', 'areas in the register', whole, 5_000)
  .option('--questions <n>', 'questions that are timed', whole, 2_000)
  .option('--fuse-questions <n>', 'of those, how many Fuse.js gets', whole, 9)
  .option('--json', 'one line of JSON', false)
  .action(async ({ json, ...options }) => show(await benchMandates(options), json));

program
  .command('privacy')
  .description(
    'an adversary who reads every picture of a team, with the trust rule and with each part of it switched off',
  )
  .option('--histories <n>', 'made-up histories of twelve periods', whole, 2_000)
  .option('--json', 'one line of JSON', false)
  .action(({ json, histories }) => show(benchPrivacy({ histories }), json));

program
  .command('parsers')
  .description('everything that reads typed text, on the worst texts of the longest length that reaches it')
  .option('--length <n>', 'characters of each text', whole, 2_000)
  .option('--json', 'one line of JSON', false)
  .action(async ({ json, length }) => show(await benchParsers({ length }), json));

program
  .command('shared')
  .description('one round by several bots that share the rate, at a connector that enforces it')
  .option('--processes <n>', 'bots on one storage', whole, 3)
  .option('--recipients <n>', 'people who get a card', whole, 3_000)
  .option('--rps <n>', 'cards a second that the connector takes', whole, 50)
  .option('--beside <n>', 'people of another installation that begins at the same moment', Number, 0)
  .option('--json', 'one line of JSON', false)
  .action(async ({ json, ...options }) => show(await benchShared(options), json));

await program.parseAsync();

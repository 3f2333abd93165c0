import { join } from 'node:path';
import { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { dutchMoment } from '../src/calendar/clock.ts';
import { clockOf } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { openKompasStorage } from '../src/core.ts';
import { startKompas } from '../src/kompas.ts';
import { createLog } from '../src/log.ts';
import { startAzurite } from '../src/storage/index.ts';
import { setDemoClock } from './clock.ts';
import { demoPeople, playgroundUser } from './people.ts';
import { type Playground, startPlayground } from './playground.ts';
import { seedDemo } from './seed.ts';

const FIRST_PERSON = 'Amira Sol';
const FIRST_PORT = 56_150;

const options = new Command('demo')
  .description('Start Kompas op deze computer, met verzonnen mensen')
  .option('--als <naam>', 'open een tweede venster als deze persoon, naast een demo die al draait')
  .helpOption('-h, --help', 'toon deze uitleg')
  .parse()
  .opts<{ als?: string }>();

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Each person has a port of their own, so that several can be open side by side. */
function portOf(name: string): number {
  const index = demoPeople().findIndex((person) => person.name === name);
  return name === FIRST_PERSON ? FIRST_PORT : FIRST_PORT + 10 + index;
}

async function openAs(name: string, config: { port: number; dataFolder: string }): Promise<Playground> {
  const people = demoPeople();
  const me = people.find((person) => person.name === name);
  if (!me)
    throw new Error(`Ik ken ${name} niet. Kies uit: ${people.map((person) => person.name).join(', ')}.`);
  const colleagues = people.filter((person) => person.id !== me.id && person.teamName === me.teamName);
  const others = [
    ...colleagues,
    ...people.filter((person) => person.id !== me.id && person.teamName !== me.teamName),
  ];
  return startPlayground({
    port: portOf(name),
    endpoint: `http://localhost:${config.port}/api/messages`,
    dataDir: join(config.dataFolder, 'demo', me.id),
    me: playgroundUser(me),
    others: others.slice(0, 5).map(playgroundUser),
    tenantId: 'local',
    teamName: me.teamName,
    channelName: 'Werkoverleg',
  });
}

/** Runs until Ctrl-C, then stops everything in reverse order. */
function untilInterrupted(stops: readonly (() => Promise<void>)[]): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('\nIk stop. Alles is bewaard; een volgende keer ga je verder waar je was.');
    for (const one of stops) await one();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function runAs(name: string): Promise<void> {
  const config = readConfig({ ...process.env, KOMPAS_LOCAL: 'true' });
  const playground = await openAs(name, config);
  say(`\n${name} staat klaar: ${playground.url}\nStop met Ctrl-C.`);
  untilInterrupted([playground.stop]);
}

async function runDemo(): Promise<void> {
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env, KOMPAS_LOCAL: 'true' });
  const clock = await setDemoClock(config.dataFolder, Temporal.Now.instant());
  const azurite = await startAzurite({
    folder: join(config.dataFolder, 'azurite'),
    port: config.azuritePort,
  });
  const storage = await openKompasStorage({ connectionString: azurite.connectionString });
  const kompas = await startKompas({
    config,
    storage,
    log: createLog(config.logLevel),
    now: clockOf(config),
  });
  const fresh = await seedDemo(kompas.core);
  const playground = await openAs(FIRST_PERSON, config);

  say(`
Kompas draait. Open in je browser: ${playground.url}
Je bent ${FIRST_PERSON}, Objectregistrator in Objecten West.${fresh ? '' : ' Je gaat verder waar je was.'}${
    clock.moved
      ? `\nEr is nu geen check-in open. Daarom doet de demo alsof het ${dutchMoment(clock.at)} is.`
      : ''
  }

Probeer dit:
  1. Tik een antwoord op de kaart "Hoe zit je erbij?" aan. Kijk daarna bij "Mijn lijn".
     Zie je geen kaart? Typ: check-in
  2. Typ: mijn gegevens
  3. Open een tweede venster: npm run demo -- --als "Gijs Toren"
     Kies daarna als ${FIRST_PERSON} "Ik wil even praten" en dan "Mijn leidinggevende".

Stop met Ctrl-C.`);
  untilInterrupted([playground.stop, kompas.stop, azurite.stop]);
}

try {
  await (options.als ? runAs(options.als) : runDemo());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

import { join } from 'node:path';
import { Command } from 'commander';
import { startApp } from '../src/app.ts';
import { dutchMoment } from '../src/calendar/clock.ts';
import { clockOf, systemClock } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { openKompasStorage } from '../src/kompas.ts';
import { createLog } from '../src/log.ts';
import type { ImportedPerson } from '../src/people/import-rules.ts';
import { createServices } from '../src/services.ts';
import { startAzurite } from '../src/storage/index.ts';
import { emptyData, putBack } from './again.ts';
import { setDemoClock } from './clock.ts';
import { demoPeople, findDemoPerson, playgroundUser } from './people.ts';
import { type Playground, startPlayground } from './playground.ts';
import { isTaken, whatRuns } from './running.ts';
import { seedDemo } from './seed.ts';

const FIRST_PERSON = 'Amira Sol';
const FIRST_PORT = 56_150;

const options = new Command('demo')
  .description('Start Kompas op deze computer, met verzonnen mensen')
  .option('--als <naam>', 'open een tweede venster als deze persoon, naast een demo die al draait')
  .option('--opnieuw', 'gooi weg wat eerdere demo’s bewaarden en begin opnieuw')
  .helpOption('-h, --help', 'toon deze uitleg')
  .parse()
  .opts<{ als?: string; opnieuw?: boolean }>();

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Each person has a port of their own, so that several can be open side by side. */
function portOf(name: string): number {
  const index = demoPeople().findIndex((person) => person.name === name);
  return name === FIRST_PERSON ? FIRST_PORT : FIRST_PORT + 10 + index;
}
const pageOf = (name: string) => `http://localhost:${portOf(name)}`;

/** The person that was asked for; throws when nobody or more than one is meant. */
function demoPerson(name: string): ImportedPerson {
  const person = findDemoPerson(name);
  if (person) return person;
  const names = demoPeople().map((one) => one.name);
  throw new Error(`Ik ken ${name} niet. Kies uit: ${names.join(', ')}.`);
}

async function openAs(me: ImportedPerson, config: { port: number; dataFolder: string }): Promise<Playground> {
  const people = demoPeople();
  const colleagues = people.filter((person) => person.id !== me.id && person.teamName === me.teamName);
  const others = [
    ...colleagues,
    ...people.filter((person) => person.id !== me.id && person.teamName !== me.teamName),
  ];
  return startPlayground({
    port: portOf(me.name),
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
  // The last is what a window sends that is closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

const wasErased = (name: string) =>
  `${name} stond niet meer in Kompas, bijvoorbeeld na "vergeet mij". Ik heb ${name} opnieuw toegevoegd uit demo/mensen.csv.`;

async function runAs(wanted: string): Promise<void> {
  const me = demoPerson(wanted);
  const config = readConfig({ ...process.env, KOMPAS_LOCAL: 'true' });
  if ((await whatRuns(config.port)) !== 'kompas') {
    throw new Error('De demo draait nog niet. Start hem eerst in een ander venster: npm run demo');
  }
  if (await isTaken(portOf(me.name))) throw new Error(`${me.name} is al open: ${pageOf(me.name)}`);
  // The one that the demo started: it runs on when we are done with it.
  const azurite = await startAzurite({
    folder: join(config.dataFolder, 'azurite'),
    port: config.azuritePort,
  });
  const storage = await openKompasStorage({ connectionString: azurite.connectionString });
  if (await putBack(createServices(config, storage, clockOf(config, systemClock)), me.id))
    say(wasErased(me.name));
  await azurite.stop();
  const playground = await openAs(me, config);
  say(`\n${me.name} staat klaar: ${playground.url}\nStop met Ctrl-C.`);
  untilInterrupted([playground.stop]);
}

/** Throws when something else has a port that the demo needs: it would fail on it later, in words that help nobody. */
async function mustBeFree(port: number): Promise<void> {
  const found = await whatRuns(port);
  if (found === 'kompas') {
    throw new Error(
      `De demo draait al: ${pageOf(FIRST_PERSON)}\n` +
        'Een tweede venster als iemand anders: npm run demo -- --als "Gijs Toren"\n' +
        'Stop de demo met Ctrl-C in het venster waarin hij draait.',
    );
  }
  if (found === 'other') {
    throw new Error(
      `Poort ${port} is bezet door een ander programma. Kies een andere: PORT=${port + 1} npm run demo`,
    );
  }
  if (await isTaken(FIRST_PORT)) {
    throw new Error(`Poort ${FIRST_PORT} is bezet door een ander programma. Stop dat eerst.`);
  }
}

async function runDemo(opnieuw: boolean): Promise<void> {
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env, KOMPAS_LOCAL: 'true' });
  await mustBeFree(config.port);
  if (opnieuw) {
    // It would go on with what is thrown away here.
    if (await isTaken(config.azuritePort + 2)) {
      throw new Error(
        `De opslag van een eerdere demo draait nog, op poort ${config.azuritePort + 2}. Stop dat programma (node, azurite) en probeer het opnieuw.`,
      );
    }
    await emptyData(config.dataFolder);
  }
  const clock = await setDemoClock(config.dataFolder, systemClock());
  const azurite = await startAzurite({
    folder: join(config.dataFolder, 'azurite'),
    port: config.azuritePort,
  });
  const storage = await openKompasStorage({ connectionString: azurite.connectionString });
  const app = await startApp({
    config,
    storage,
    log: createLog(config.logLevel),
    now: clockOf(config, systemClock),
  });
  const me = demoPerson(FIRST_PERSON);
  const fresh = await seedDemo(app.services, app.opened);
  const back = await putBack(app.services, me.id);
  const playground = await openAs(me, config);
  const before = fresh ? '' : back ? `\n${wasErased(FIRST_PERSON)}` : ' Je gaat verder waar je was.';

  say(`
Kompas draait. Open in je browser: ${playground.url}
Alle mensen, antwoorden en mandaten zijn verzonnen.
Je bent ${FIRST_PERSON}, Objectregistrator in Objecten West.${before}${
    clock.moved
      ? `\nEr is nu geen check-in open. Daarom doet de demo alsof het ${dutchMoment(clock.at)} is.`
      : ''
  }

Probeer dit:
  1. Tik een antwoord op de kaart "Hoe zit je erbij?" aan. Kijk daarna bij "Mijn lijn".
     Zie je geen kaart? Typ: check-in
  2. Typ: wie valideert BAG in Delfshaven?
  3. Open een tweede venster: npm run demo -- --als "Gijs Toren"
     Kies daarna als ${FIRST_PERSON} "Ik wil even praten" en dan "Gijs Toren, mijn leidinggevende".
Wil je zien wat Kompas bewaart? Typ: mijn gegevens

Stop met Ctrl-C.`);
  untilInterrupted([playground.stop, app.stop, azurite.stop]);
}

try {
  if (options.als && options.opnieuw) throw new Error('Kies --als of --opnieuw, niet allebei.');
  await (options.als ? runAs(options.als) : runDemo(options.opnieuw === true));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

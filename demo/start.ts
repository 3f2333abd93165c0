import { join } from 'node:path';
import { Command } from 'commander';
import { startApp } from '../src/app.ts';
import { dutchMoment } from '../src/calendar/clock.ts';
import { weekLabel } from '../src/calendar/weeks.ts';
import { clockOf, systemClock } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { openKompasStorage } from '../src/kompas.ts';
import { createLog } from '../src/log.ts';
import type { ImportedPerson } from '../src/people/import-rules.ts';
import { createServices } from '../src/services.ts';
import { startAzurite } from '../src/storage/index.ts';
import { emptyData, putBack } from './again.ts';
import { type Step, startDemoClock, stepOn } from './clock.ts';
import { beginChatsAnew, type PlayedWeek, playWeek, showWeek } from './next-week.ts';
import { demoPeople, findDemoPerson, playgroundUser } from './people.ts';
import { type Playground, startPlayground } from './playground.ts';
import { folderOf, isTaken, noteFolder, whatRuns } from './running.ts';
import { seedDemo } from './seed.ts';
import { startingAll } from './starting.ts';

const FIRST_PERSON = 'Amira Sol';
const FIRST_PORT = 56_150;

const options = new Command('demo')
  .description('Start Kompas op deze computer, met verzonnen mensen')
  .option('--als <naam>', 'open een tweede venster als deze persoon, naast een demo die al draait')
  .option('--volgende-week', 'speel de rest van deze week, en open de demo op de dag van de volgende kaart')
  .option(
    '--klok <dag-of-week>',
    'zet de klok een werkdag of een week verder, ook van een demo die al draait',
  )
  .option('--opnieuw', 'gooi weg wat eerdere demo’s bewaarden en begin opnieuw')
  .helpOption('-h, --help', 'toon deze uitleg')
  .parse()
  .opts<{ als?: string; klok?: string; opnieuw?: boolean; volgendeWeek?: boolean }>();

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

const firstSteps = `
Probeer dit:
  1. Tik een antwoord op de kaart "Hoe zit je erbij?" aan. Kijk daarna bij "Mijn lijn".
     Zie je geen kaart? Typ: check-in
  2. Typ: wie valideert BAG in Delfshaven?
  3. Open een tweede venster: npm run demo -- --als "Gijs Toren"
     Kies daarna als ${FIRST_PERSON} "Ik wil even praten" en dan "Gijs Toren, mijn leidinggevende".
  4. Leid een pilot: npm run demo -- --als "Ilse Werf" en typ daar: pilot
     Een dag verder? npm run demo -- --klok dag
  5. Wil je zien wat er met je antwoord gebeurt? Stop, en typ: npm run demo -- --volgende-week
`;

/** What happened in the week that was played, and what to do with it. */
function afterAWeek({ period, added, card }: PlayedWeek): string {
  const answers =
    added > 0
      ? `Wie nog niet had geantwoord, kreeg een verzonnen antwoord: ${added} ${added === 1 ? 'mens' : 'mensen'}.`
      : 'Iedereen had al geantwoord.';
  return `
Dit is er gebeurd in ${weekLabel(period)}:
  - ${answers}
  - Driss gaf met zijn naam een signaal over het overleg. Gijs besloot, en gaf antwoord.
  - Iemand gaf zonder naam een klein signaal. Dat wacht op Gijs.
  - De check-in sloot. Kompas maakte het beeld van elk team.

Probeer dit:
  1. Open de pagina. Eerst komt het bericht over je team. Daarna springt de klok naar ${dutchMoment(card)},
     en komt de nieuwe kaart. Die begint met wat er is gedaan.
  2. Open een tweede venster als leidinggevende: npm run demo -- --als "Gijs Toren"
     Typ daar: team. Onder "Wat is er gedeeld?" lees je wat mensen schreven, met en zonder naam.
     Typ daar: signalen. Geef antwoord op het kleine signaal.
`;
}

const wasErased = (name: string) =>
  `${name} stond niet meer in Kompas, bijvoorbeeld na "vergeet mij". Ik heb ${name} opnieuw toegevoegd uit demo/mensen.csv.`;

async function runAs(wanted: string): Promise<void> {
  const me = demoPerson(wanted);
  const config = readConfig({ ...process.env, KOMPAS_LOCAL: 'true' });
  if ((await whatRuns(config.port)) !== 'kompas') {
    throw new Error('De demo draait nog niet. Start hem eerst in een ander venster: npm run demo');
  }
  const folder = await folderOf(config.port);
  if (folder !== undefined && folder !== process.cwd()) throw new Error(elsewhere(folder, config.port));
  if (await isTaken(portOf(me.name))) throw new Error(`${me.name} is al open: ${pageOf(me.name)}`);
  const playground = await startingAll(async (stops) => {
    // The one that the demo started: it runs on when we are done with it.
    const azurite = await startAzurite({
      folder: join(config.dataFolder, 'azurite'),
      port: config.azuritePort,
    });
    stops.push(azurite.stop);
    const storage = await openKompasStorage({ connectionString: azurite.connectionString });
    if (await putBack(createServices(config, storage, clockOf(config, systemClock)), me.id))
      say(wasErased(me.name));
    await azurite.stop();
    return openAs(me, config);
  });
  say(`\n${me.name} staat klaar: ${playground.url}\nStop met Ctrl-C.`);
  untilInterrupted([playground.stop]);
}

/** For who starts in another folder than the demo that runs: it is not theirs, and has other data. */
const elsewhere = (folder: string, port: number) =>
  `Er draait al een demo uit een andere map: ${folder}\n` +
  `Die gebruikt poort ${port}. Stop hem daar met Ctrl-C, en probeer het opnieuw.`;

/** Throws when something else has a port that the demo needs: it would fail on it later, in words that help nobody. */
async function mustBeFree(port: number): Promise<void> {
  const found = await whatRuns(port);
  if (found === 'kompas') {
    const folder = await folderOf(port);
    if (folder !== undefined && folder !== process.cwd()) throw new Error(elsewhere(folder, port));
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

/** Puts the clock of the demo forward. Gives false when no demo runs yet: then it is started, on that moment. */
async function moveClock(step: Step): Promise<boolean> {
  const config = readConfig({ ...process.env, KOMPAS_LOCAL: 'true' });
  const runs = (await whatRuns(config.port)) === 'kompas';
  const folder = runs ? await folderOf(config.port) : undefined;
  if (folder !== undefined && folder !== process.cwd()) throw new Error(elsewhere(folder, config.port));
  const clock = await startDemoClock(config.dataFolder, systemClock);
  await clock.moveTo(stepOn(clock.now(), step));
  if (runs)
    say(
      `De klok van de demo staat op ${dutchMoment(clock.now())}.\nWat er dan hoort te gebeuren, komt binnen een minuut in de chat.`,
    );
  return runs;
}

async function runDemo(opnieuw: boolean, volgendeWeek: boolean): Promise<void> {
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
  const clock = await startDemoClock(config.dataFolder, systemClock);
  const me = demoPerson(FIRST_PERSON);
  const { stops, app, fresh, back, week, playground } = await startingAll(async (stops) => {
    const azurite = await startAzurite({
      folder: join(config.dataFolder, 'azurite'),
      port: config.azuritePort,
    });
    stops.push(azurite.stop);
    const storage = await openKompasStorage({ connectionString: azurite.connectionString });
    if (volgendeWeek) await beginChatsAnew(createServices(config, storage, clock.now));
    const app = await startApp({
      config,
      storage,
      log: createLog(config.logLevel),
      now: clock.now,
      // Who tries it out waits for nothing.
      engine: { tickMs: 5_000, looksAtAll: true },
    });
    stops.push(app.stop);
    const fresh = await seedDemo(app.services, app.opened);
    const back = await putBack(app.services, me.id);
    const week = volgendeWeek ? await playWeek(app, clock, me.id) : undefined;
    const playground = await openAs(me, config);
    stops.push(playground.stop, await noteFolder(config.port, process.cwd()));
    return { stops, app, fresh, back, week, playground };
  });
  const before = fresh ? '' : back ? `\n${wasErased(FIRST_PERSON)}` : ' Je gaat verder waar je was.';
  const pretended = clock.isMoved()
    ? `\nDe demo doet alsof het ${dutchMoment(clock.now())} is: dan is er iets te zien.`
    : '';
  say(`
Kompas draait. Open in je browser: ${playground.url}
Alle mensen, antwoorden en mandaten zijn verzonnen.
Je bent ${FIRST_PERSON}, Objectregistrator in Objecten West.${before}${pretended}
${week ? afterAWeek(week) : firstSteps}
Laad je de pagina opnieuw, dan is de chat leeg. Dat doet het Playground; in Teams blijft alles staan.
Typ dan: check-in, van mij of team. Wil je zien wat Kompas bewaart? Typ: mijn gegevens

Stop met Ctrl-C.`);
  untilInterrupted(stops.toReversed());
  if (!week) return;
  await showWeek(app, clock, me.id, week);
  say(`\nHet is nu ${dutchMoment(clock.now())}. De nieuwe kaart staat in de chat.`);
}

try {
  const { als, klok, opnieuw = false, volgendeWeek = false } = options;
  if (als && (opnieuw || volgendeWeek || klok))
    throw new Error(
      '--als opent een venster naast een demo die al draait. Kies --klok, --opnieuw of --volgende-week zonder --als.',
    );
  if (klok !== undefined && klok !== 'dag' && klok !== 'week')
    throw new Error('Kies --klok dag of --klok week.');
  if (als) await runAs(als);
  else if (!(klok && (await moveClock(klok)))) await runDemo(opnieuw, volgendeWeek);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

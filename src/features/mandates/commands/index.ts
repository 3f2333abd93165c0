import { type Command, Option } from 'commander';
import { InputError } from '../../../cli/terminal.ts';
import type { Session } from '../../module.ts';
import type { MandateStores } from '../open.ts';

// Loaded by a command that runs: the register takes a while, which help need not wait for.
const asking = () => import('./ask.ts');
const register = () => import('./register.ts');

/** One `--kolom "Eigen kolom=veld"` beside those before it. */
function withColumn(text: string, columns: Record<string, string>): Record<string, string> {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new InputError(`Schrijf --kolom als "Eigen kolom=veld". Dit kan ik niet lezen: ${text}`);
  return { ...columns, [text.slice(0, at)]: text.slice(at + 1) };
}

/** `mandaat …`: the register of mandates. */
export function addMandateCommands(program: Command, session: Session<MandateStores>): void {
  const mandate = program.command('mandaat').description('het mandatenregister');
  mandate
    .command('vraag')
    .description('stel een vraag aan het register; met - één vraag per regel van standaardinvoer')
    .argument('<vraag>', 'bijvoorbeeld "wie valideert BAG in Delfshaven?"')
    .option('--register <bestand>', 'lijst met mandaten (CSV of Excel); standaard het bewaarde register')
    .option('--gebieden <bestand>', 'lijst met gebieden, bij --register')
    .option('--functies <bestand>', 'lijst met wie welke functie heeft, bij --register')
    .addOption(
      new Option(
        '--op <datum>',
        'de dag waarop je het wilt weten, dd-mm-jjjj of jjjj-mm-dd; standaard vandaag',
      ),
    )
    .option('--gezien-op <datum>', 'met wat er aan het eind van die dag bekend was, dd-mm-jjjj of jjjj-mm-dd')
    .option('--json', 'één JSON-regel per vraag', false)
    .action(async (question, options) => (await asking()).askRegister(session, question, options));

  mandate
    .command('import')
    .description('lees het hele register uit een lijst; toont eerst wat er verandert; alles of niets')
    .requiredOption('--register <bestand>', 'lijst met alle mandaten: CSV of Excel, ook met eigen kolommen')
    .option('--gebieden <bestand>', 'gebieden: code, naam, soort, ouder, aliassen')
    .option('--functies <bestand>', 'wie welke functie heeft: functie, persoon, van, tot_en_met')
    .option('--blad <naam>', 'het blad van een Excel-bestand waar de mandaten staan')
    .option(
      '--kolom <kolom=veld>',
      'welk veld een eigen kolom is; mag vaker; leeg veld: niet lezen',
      withColumn,
      {},
    )
    .option('--soort <soort>', 'soort van alle mandaten, als de lijst geen kolom soort heeft')
    .option('--vanaf <datum>', 'ingangsdatum van alle mandaten, als de lijst die niet heeft')
    .option('--gemeente <naam>', 'naam van de gemeente, als er nog geen gebieden zijn')
    .option('--akkoord', 'voer het uit; zonder dit verandert er niets', false)
    .action(async (choices) => (await register()).importRegister(session, choices));

  mandate
    .command('controle')
    .description('wat ontbreekt, botst of afloopt in het register')
    .option('--json', 'één JSON-regel per punt', false)
    .action(async (options) => (await register()).tellFindings(session, options));

  mandate
    .command('export')
    .description('schrijf het register als CSV: mandaten, gebieden en functies')
    .requiredOption('--map <map>', 'de map waar de bestanden komen')
    .action(async (options) => (await register()).exportRegister(session, options));
}

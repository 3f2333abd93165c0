import { type Command, Option } from 'commander';
import { InputError } from '../../../cli/terminal.ts';
import type { Session } from '../../module.ts';
import type { MandateStores } from '../open.ts';

// Loaded by a command that runs: the register takes a while, which help need not wait for.
const asking = () => import('./ask.ts');
const register = () => import('./register.ts');

/** One `--<option> "<this>=<that>"` beside those before it. */
const withPair = (option: string, example: string) => (text: string, pairs: Record<string, string>) => {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new InputError(`Schrijf --${option} als "${example}". Dit kan ik niet lezen: ${text}`);
  return { ...pairs, [text.slice(0, at)]: text.slice(at + 1) };
};

const withAnother = (text: string, others: string[]) => [...others, text];

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
    .description('leest het hele register in uit een lijst; toont eerst wat er verandert; alles of niets')
    .requiredOption('--register <bestand>', 'lijst met alle mandaten: CSV of Excel, ook met eigen kolommen')
    .option('--gebieden <bestand>', 'gebieden: code, naam, soort, ouder, aliassen')
    .option('--functies <bestand>', 'wie welke functie heeft: functie, persoon, van, tot_en_met')
    .option(
      '--blad <naam>',
      'alleen dit blad van een Excel-bestand; mag vaker; andere mandaten blijven',
      withAnother,
      [],
    )
    .option(
      '--kolom <kolom=veld>',
      'welk veld een eigen kolom is; mag vaker; leeg veld: niet lezen',
      withPair('kolom', 'Eigen kolom=veld'),
      {},
    )
    .option(
      '--functie <kop=functie>',
      'welke functie een kolom met kruisjes is, bijvoorbeeld "DIR=Directeur"; mag vaker',
      withPair('functie', 'DIR=Directeur'),
      {},
    )
    .option(
      '--vul-omlaag <kolom>',
      'een lege cel in deze kolom zegt hetzelfde als de cel erboven; mag vaker',
      withAnother,
      [],
    )
    .option(
      '--leeg <kolom=tekst>',
      'wat een lege cel in een kolom betekent, bijvoorbeeld "Wijk=hele gemeente"; mag vaker',
      withPair('leeg', 'Wijk=hele gemeente'),
      {},
    )
    .option(
      '--status <woord=ja of nee>',
      'of een regel met dit woord bij de status meetelt; mag vaker',
      withPair('status', 'lopend=ja'),
      {},
    )
    .option('--registratie <naam>', 'registratie van alle mandaten, als de lijst die niet heeft')
    .option('--activiteit <naam>', 'activiteit van alle mandaten, als de lijst die niet heeft')
    .option('--soort <soort>', 'soort van alle mandaten, als de lijst geen kolom soort heeft')
    .option('--vanaf <datum>', 'ingangsdatum van alle mandaten, als de lijst die niet heeft')
    .option('--gemeente <naam>', 'naam van de gemeente, als er nog geen gebieden zijn')
    .option('--alles', 'toon elk mandaat dat nieuw is, wijzigt of weggaat', false)
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

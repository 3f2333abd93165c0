import type { Command } from 'commander';
import type { Session } from '../../module.ts';
import type { CommandNeeds } from '../library/names.ts';
import type { TipsStores } from '../open.ts';

/** Loaded by a command that runs: the tips take a while, which help need not wait for. */
const library = () => import('./library.ts');

/** `tips …`: the content test, and the tips of this municipality. */
export function addTipCommands(program: Command, session: Session<TipsStores, CommandNeeds>): void {
  const tips = program.command('tips').description('tips nakijken, uitvoeren en wijzigen');
  tips
    .command('controle [bestand]')
    .description(
      'kijk de tips na die bij Kompas horen, of die in een bestand: lengte, leesgemak, dubbelen, spelling',
    )
    .option('--json', 'één regel JSON', false)
    .option('--gemeente', 'kijk de tips van jouw gemeente na, met je eigen tips', false)
    .action(async (path, options) => (await library()).checkContent(session, path, options));
  tips
    .command('exporteer <bestand>')
    .description('schrijf alle tips naar een CSV-bestand')
    .action(async (path) => (await library()).exportTips(session, path));
  tips
    .command('importeer <bestand>')
    .description('voeg tips toe, wijzig ze of zet ze uit, uit een CSV- of JSON-bestand')
    .option('--akkoord', 'voer de wijziging echt uit', false)
    .action(async (path, options) => (await library()).importTips(session, path, options));
  tips
    .command('feiten')
    .description('de feiten waarop een tip kan steunen')
    .action(async () => (await library()).listFacts(session));
}

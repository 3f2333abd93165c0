import type { Command } from 'commander';
import { readInput } from '../../../cli/input.ts';
import { InputError, OPERATOR, print } from '../../../cli/terminal.ts';
import { nameSeen } from '../../../language/unseen.ts';
import { bindingProblem, isAccount } from '../../../people/changing/by-hand.ts';
import { chatsAreDue } from '../../../people/chats-due.ts';
import { isCounted, isPresent } from '../../../people/person.ts';
import { reachOf, reachWords } from '../../../people/reach.ts';
import type { Session } from '../../module.ts';
import { newTeamsInWords, openInWords } from '../import-words.ts';
import { addForgetCommand } from './forget-account.ts';

/** Nothing is sent from the command line. */
const tellThem = 'Wie een ander account had, krijgt van Kompas geen bericht: zeg het die persoon zelf.';

/** How to record somebody for a duty that fell open. */
const appoint = (command: string) => `Wijs iemand aan: kompas instellingen ${command} <e-mailadres>`;

/** `mensen import`, `mensen lijst`, `mensen koppel` and `mensen vergeet`. */
export function addPeopleCommands(program: Command, session: Session<undefined>): void {
  const people = program.command('mensen').description('mensen, teams, rechten en werkdagen');

  people
    .command('import')
    .description('lees mensen uit een CSV- of Excel-bestand; alles of niets')
    .argument(
      '<bestand>',
      'kolommen: id, naam, email, team, toegang, werkdagen; niet verplicht: directory_id, ibro_rol, tweede_rol',
    )
    .option('--volledig', 'het bestand bevat iedereen: wie er niet in staat, gaat uit Kompas', false)
    .action(async (file: string, { volledig }: { volledig: boolean }) => {
      const bytes = await readInput(session, file);
      await session.open(async ({ people: store, settings, silence, audit, now }) => {
        const { importPeople } = await import('../../../people/import.ts');
        const tools = { people: store, settings, silence, audit, now };
        const result = await importPeople(tools, bytes, {
          complete: volledig,
          who: OPERATOR,
          name: file,
        });
        if ('problems' in result) {
          const lines = result.problems.map(
            ({ line, reason }) => `  ${line > 0 ? `regel ${line}: ` : ''}${reason}`,
          );
          throw new InputError(`Er is niets geïmporteerd.\n${lines.join('\n')}`);
        }
        const { added, changed, left, dropped, unchanged } = result.plan;
        print(
          session,
          `${added.length} nieuw, ${changed.length} gewijzigd, ${unchanged} gelijk, ${left.length} uit Kompas, ${dropped.length} oude rijen opgeruimd.`,
        );
        for (const line of newTeamsInWords(result)) print(session, line);
        for (const { name } of result.emptied)
          print(
            session,
            `In ${name} zit niemand meer. Bestaat het team niet meer? Geef dan de opdracht: kompas instellingen opheffen --team "${name}"`,
          );
        if (result.rebound.length > 0)
          print(
            session,
            `Met een ander account dan eerst: ${result.rebound.map(({ id }) => id).join(', ')}. ${tellThem}`,
          );
        for (const line of result.fallen.flatMap((duty) => openInWords(duty, appoint))) print(session, line);
      });
    });

  people
    .command('lijst')
    .description('toon wie Kompas kent')
    .option('--team <naam>', 'alleen dit team')
    .option('--json', 'als JSON, één regel per persoon', false)
    .action(async ({ team, json }: { team?: string; json: boolean }) => {
      await session.open(async ({ people: store, settings, audit }) => {
        const [everybody, { teams }] = await Promise.all([store.everybody(), settings.read()]);
        const wanted = teams.find(({ name, key }) => name === team || key === team)?.key;
        if (team && !wanted)
          throw new InputError(
            `Ik ken het team ${team} niet. Bekend: ${teams.map(({ name }) => name).join(', ')}.`,
          );
        await audit.record(OPERATOR, 'mensen lijst', wanted ?? 'iedereen');
        const shown = everybody.filter((person) => isPresent(person) && (!wanted || person.team === wanted));
        if (shown.length === 0 && !json)
          print(session, 'Er zijn nog geen mensen. Gebruik: mensen import <bestand>');
        for (const person of shown) {
          const { id, name, team: key, role, access, workdays } = person;
          const reach = reachOf(person);
          if (json) print(session, JSON.stringify({ id, name, team: key, role, access, workdays, reach }));
          else {
            const columns = [
              id,
              // Of an older version a name may have marks that turn a line around, or that a terminal obeys.
              nameSeen(name),
              key,
              role ?? '-',
              access.join('|'),
              workdays.join(' '),
              reachWords[reach],
            ];
            print(session, [...columns, ...(isCounted(person) ? [] : ['alleen via Teams'])].join('  '));
          }
        }
      });
    });
  people
    .command('koppel')
    .description('koppel een persoon opnieuw aan een account; staat in het logboek')
    .argument('<id>', 'het id uit het bestand')
    .argument('<directory-id>', 'het object-id van het nieuwe account, uit Entra')
    .action(async (id: string, directoryId: string) => {
      if (!isAccount(directoryId))
        throw new InputError(
          'Dit is geen object-id. Een object-id ziet eruit als 3f2504e0-4f89-41d3-9a0c-0305e82c3301.',
        );
      await session.open(async ({ people: store, audit, settings, now }) => {
        const everybody = await store.everybody();
        // Whom a team in Teams brought goes by their account, which compares without regard to case.
        const named = (wanted: string) => everybody.find((one) => one.id === wanted);
        const person = named(id) ?? (isAccount(id) ? named(id.toLowerCase()) : undefined);
        if (!person) throw new InputError(`Ik ken niemand met id ${id}.`);
        const account = directoryId.toLowerCase();
        const problem = await bindingProblem({ people: store }, account);
        if (problem) throw new InputError(problem);
        await audit.record(OPERATOR, 'mensen koppel', person.id);
        if (!(await store.rebind(person, account))) throw new InputError(`Ik ken niemand met id ${id}.`);
        await chatsAreDue(settings, now());
        print(session, `Gekoppeld. Antwoorden van het oude account gaan niet mee. ${tellThem}`);
      });
    });
  addForgetCommand(people, session);
}

import type { Command } from 'commander';
import { dutchMoment } from '../../calendar/clock.ts';
import { InputError, OPERATOR, print } from '../../cli/terminal.ts';
import type { Settings } from '../../people/municipality.ts';
import type { Services, Session } from '../module.ts';
import type { CheckinOpened } from './open.ts';
import { sendingNow } from './sending-now.ts';

function teamNamed({ teams }: Settings, name: string) {
  const team = teams.find((one) => one.name === name || one.key === name);
  if (team) return team;
  throw new InputError(
    `Ik ken het team ${name} niet. Bekend: ${teams.map((one) => one.name).join(', ') || 'geen'}.`,
  );
}

/** Puts the cards in the queue; throws an `InputError` where they may not be sent. */
async function queueCards(
  services: Services,
  { store }: CheckinOpened,
  { name, again }: { name: string; again: boolean },
): Promise<{ team: string; count: number | 'unreached' | undefined }> {
  const current = await services.settings.read();
  const team = teamNamed(current, name);
  const { look, send } = sendingNow({ ...services, store });
  const found = await look(team, current);
  if (found.kind === 'no consent')
    throw new InputError(
      'Leg eerst de instemming van de OR en de DPIA vast: “instellingen instemming” en “instellingen dpia”.',
    );
  if (found.kind === 'closed')
    throw new InputError(`Er is nu geen check-in open. De volgende begint ${dutchMoment(found.opens)}.`);
  if (found.kind === 'not now')
    throw new InputError(
      'Nu stuurt Kompas geen kaarten. Versturen kan op een werkdag, tussen 08.00 en 18.00 uur.',
    );
  if (found.kind === 'nobody') return { team: team.name, count: 'unreached' };
  return { team: team.name, count: await send(team, current, found.sendable, { who: OPERATOR, again }) };
}

/** `checkin nu`. */
export function addCheckinCommands(program: Command, session: Session<CheckinOpened>): void {
  const checkin = program.command('checkin').description('de wekelijkse check-in');
  checkin
    .command('nu')
    .description(
      'stuur de kaart van de open check-in nu, aan iedereen in een team die bereikbaar is en vandaag werkt',
    )
    .requiredOption('--team <naam>', 'naam van het team')
    .option('--nogmaals', 'ook als de kaart vandaag al zo verstuurd is', false)
    .action(({ team: name, nogmaals }: { team: string; nogmaals: boolean }) =>
      session.open(async (services, opened) => {
        const { team, count } = await queueCards(services, opened, { name, again: nogmaals });
        if (count === 'unreached') {
          print(
            session,
            'Kompas bereikt niemand in dit team. Er is niets verstuurd. Met “mensen lijst” zie je waarom.',
          );
          return;
        }
        if (count === undefined)
          throw new InputError(
            `De kaart is vandaag al verstuurd aan ${team}. Toch nog een keer? Zet er --nogmaals achter.`,
          );
        print(
          session,
          count === 1
            ? '1 kaart staat klaar. De bot verstuurt hem binnen een halve minuut.'
            : `${count} kaarten staan klaar. De bot verstuurt ze binnen een halve minuut.`,
        );
      }),
    );
}

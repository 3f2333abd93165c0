import type { Command } from 'commander';
import { today } from '../../../calendar/clock.ts';
import { InputError, OPERATOR, print } from '../../../cli/terminal.ts';
import { isSameKey, replaceKey } from '../../../people/key-check.ts';
import { emptyCoded } from '../../../storage/index.ts';
import type { Session } from '../../module.ts';
import { rotate } from './key-move.ts';

/** `sleutel roteer`, to go over to a new secret key, and `sleutel vernieuwd`, what is done once after the old one was lost. */
export function addKeyCommand(program: Command, session: Session<undefined>): void {
  const command = program.command('sleutel').description('de geheime sleutel van Kompas');
  command
    .command('roteer')
    .description('zet alles over van de oude naar de nieuwe sleutel; doe dit met Kompas uit')
    .option('--akkoord', 'zet het echt over', false)
    .action(({ akkoord }: { akkoord: boolean }) =>
      session.open((services) => rotate(session, services, akkoord), { withAnyKey: true }),
    );
  command
    .command('vernieuwd')
    .description('wis wat onder de codes van de oude sleutel staat; doe dit met Kompas uit')
    .option('--akkoord', 'wis het echt: dit kun je niet terugdraaien', false)
    .action(async ({ akkoord }: { akkoord: boolean }) => {
      await session.open(
        async (services) => {
          const { audit, asStored, tenant, now } = services;
          if (await isSameKey(services)) {
            print(
              session,
              services.ring.next
                ? 'De oude sleutel staat in KOMPAS_SECRET_OUD. Er hoeft niets weg: doe “sleutel roteer”.'
                : 'De sleutel is dezelfde als eerst. Er is niets gewist.',
            );
            return;
          }
          if (!akkoord)
            throw new InputError(
              'De sleutel is een andere dan eerst. Alle antwoorden, toelichtingen zonder naam, stijlen en tips die mensen zagen moeten weg: niemand kan ze nog zien of wissen. Er is niets gewist. Zet Kompas uit, en doe dit nog eens met --akkoord.',
            );
          await audit.record(OPERATOR, 'sleutel vernieuwd', 'gemeente');
          await emptyCoded(asStored, tenant);
          await replaceKey(services, today(now()).toString());
          print(session, 'Gewist is wat onder de codes van de oude sleutel stond. Kompas kan weer aan.');
        },
        { withAnyKey: true },
      );
    });
}

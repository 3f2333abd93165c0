import type { Command } from 'commander';
import { dutchDay } from '../../../calendar/clock.ts';
import { InputError, OPERATOR, print } from '../../../cli/terminal.ts';
import { isAccount } from '../../../people/changing/by-hand.ts';
import { isKeyMoving } from '../../../people/key-check.ts';
import { subjectOf } from '../../../people/subject.ts';
import { eraseSubject } from '../../../storage/index.ts';
import type { Session } from '../../module.ts';

/**
 * `mensen vergeet`: erases what stands under an account that nobody in Kompas has any more, for who asks for it and cannot sign in with
 * it (trust:see-and-erase). Only who has the server can: by the chat whoever binds somebody's row to another account could erase what
 * that person answered.
 */
export function addForgetCommand(people: Command, session: Session<undefined>): void {
  people
    .command('vergeet')
    .description('wis wat onder een account staat dat niemand in Kompas meer heeft; staat in het logboek')
    .argument('<directory-id>', 'het object-id van dat account, uit Entra')
    .option('--akkoord', 'wis het echt: dit kun je niet terugdraaien', false)
    .action(async (directoryId: string, { akkoord }: { akkoord: boolean }) => {
      if (!isAccount(directoryId))
        throw new InputError(
          'Dit is geen object-id. Een object-id ziet eruit als 3f2504e0-4f89-41d3-9a0c-0305e82c3301.',
        );
      const account = directoryId.toLowerCase();
      await session.open(async (services) => {
        const settings = await services.settings.read();
        if (isKeyMoving(settings))
          throw new InputError(
            'Het overzetten naar een nieuwe geheime sleutel is niet afgemaakt. Er is niets gewist. Doe eerst “sleutel roteer”.',
          );
        if (await services.people.find(account))
          throw new InputError(
            'Dit account hoort bij iemand die in Kompas staat. Die persoon typt zelf “vergeet mij”.',
          );
        if (!akkoord)
          throw new InputError(
            'Er is niets gewist. Wil je alles wissen wat onder dit account staat? Doe dit nog eens met --akkoord.',
          );
        await services.audit.record(OPERATOR, 'account gewist', 'gemeente');
        await services.takenBack.note({ what: 'person', directoryId: account });
        await eraseSubject(services.storage, await subjectOf(account, services));
        print(session, 'Gewist. Ook een reservekopie brengt het niet terug.');
        const { keySince } = settings.municipality;
        if (keySince !== undefined && services.ring.others('key check').length === 0)
          print(
            session,
            `Kompas ging op ${dutchDay(keySince)} over naar een nieuwe sleutel. Wat nog onder de oude staat, is niet gewist. Heb je die nog? Zet haar in KOMPAS_SECRET_OUD, en doe dit nog eens.`,
          );
      });
    });
}

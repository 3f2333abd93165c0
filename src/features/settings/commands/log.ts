import type { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../../../calendar/clock.ts';
import { InputError, OPERATOR, print } from '../../../cli/terminal.ts';
import { actorInLog, nameOfActor } from '../../../people/actors.ts';
import type { Session } from '../../module.ts';
import { MOST_DAYS, USUAL_DAYS } from '../chat/log-reading.ts';

/** A moment as people here read it: "2026-11-24 12:00". */
function localTime(at: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(ZONE).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** `beheerlog`: what administrators and others did, for who has to look after that (trust:managing-is-logged). */
export function addLogCommand(program: Command, session: Session<undefined>): void {
  program
    .command('beheerlog')
    .description('toon het logboek van beheer: wie deed wat, en wanneer; dat je het bekijkt, komt er ook in')
    .option('--dagen <aantal>', `van de laatste dagen, 1 tot en met ${MOST_DAYS}`, `${USUAL_DAYS}`)
    .option('--json', 'als JSON, één regel per handeling', false)
    .action(async ({ dagen, json }: { dagen: string; json: boolean }) => {
      const days = Number(dagen);
      if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
        throw new InputError(`Kies 1 tot en met ${MOST_DAYS} dagen.`);
      await session.open(async (services) => {
        const { audit, now, settings, people } = services;
        const [lines, everybody, { teams, ended }] = await Promise.all([
          audit.since(now().subtract({ hours: 24 * days })),
          people.everybody(),
          settings.read(),
        ]);
        const teamNames = new Map([...teams, ...ended].map(({ key, name }) => [key, name]));
        await audit.record(OPERATOR, 'beheerlog bekeken', days === 1 ? '1 dag' : `${days} dagen`);
        if (lines.length === 0 && !json) print(session, 'Van deze dagen staat er niets in het logboek.');
        for (const { at, who, what, about } of lines) {
          const name = nameOfActor(who, everybody);
          if (json) print(session, JSON.stringify({ at, who, name, what, about }));
          else
            print(
              session,
              [localTime(at), actorInLog(who, everybody), what, teamNames.get(about) ?? about].join('  '),
            );
        }
      });
    });
}

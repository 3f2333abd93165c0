import type { Command } from 'commander';
import { dutchMoment, today } from '../calendar/clock.ts';
import { nextWindow, windowAt } from '../calendar/schedule.ts';
import { consentGiven } from '../people/municipality.ts';
import { InputError, OPERATOR, print, type Session, withCore } from './session.ts';

/** `checkin nu`. */
export function addCheckinCommands(program: Command, session: Session): void {
  const checkin = program.command('checkin').description('de wekelijkse check-in');
  checkin
    .command('nu')
    .description('stuur de kaart van de open check-in nu, aan iedereen in een team die bereikbaar is')
    .requiredOption('--team <naam>', 'naam van het team')
    .option('--nogmaals', 'ook als de kaart vandaag al zo verstuurd is', false)
    .action(async ({ team: name, nogmaals }: { team: string; nogmaals: boolean }) => {
      await withCore(session, async (core) => {
        const [{ planOccurrence }, { NOW_ROUND }] = await Promise.all([
          import('../delivery/planner.ts'),
          import('../features/checkin/index.ts'),
        ]);
        const { municipality, teams } = await core.readSettings();
        const team = teams.find(({ name: known, key }) => known === name || key === name);
        if (!team)
          throw new InputError(
            `Ik ken het team ${name} niet. Bekend: ${teams.map((one) => one.name).join(', ') || 'geen'}.`,
          );
        if (!consentGiven(municipality)) {
          throw new InputError(
            'Leg eerst de instemming van de OR en de DPIA vast: instellingen instemming en instellingen dpia.',
          );
        }
        const now = core.now();
        const window = windowAt(team.schedule, now);
        if (!window)
          throw new InputError(
            `Er is nu geen check-in open. De volgende begint ${dutchMoment(nextWindow(team.schedule, now).opens)}.`,
          );
        const round = core.rounds.find((one) => one.name === NOW_ROUND);
        if (!round) throw new Error('the round is missing');
        const members = await core.people.members(team.key);
        if (round.recipients({ team, municipality, now }, members, new Set()).length === 0) {
          print(session, 'Niemand in dit team is bereikbaar. Open eerst de chat met Kompas.');
          return;
        }
        const plan = (day: string) => {
          const occurrence = { round: round.name, team: team.key, period: window.period, day };
          return planOccurrence(
            core.planner,
            round,
            { ...occurrence, until: window.closes },
            { team, municipality, now },
          );
        };
        // The first one on a day is the occurrence of that day, which is planned once. Each one after it is
        // an occurrence of its own.
        const day = today(now).toString();
        const first = await plan(day);
        const count = first ?? (nogmaals ? await plan(`${day}T${now.toString().slice(11, 23)}`) : undefined);
        if (count === undefined) {
          throw new InputError(
            `De kaart is vandaag al verstuurd aan ${team.name}. Toch nog een keer? Zet er --nogmaals achter.`,
          );
        }
        await core.audit.record(OPERATOR, 'checkin nu', team.key);
        print(
          session,
          count === 1
            ? '1 kaart staat klaar. De bot verstuurt hem binnen enkele seconden.'
            : `${count} kaarten staan klaar. De bot verstuurt ze binnen enkele seconden.`,
        );
      });
    });
}

import type { Command } from 'commander';
import { dutchMoment, today } from '../../calendar/clock.ts';
import { nextWindow, windowAt } from '../../calendar/schedule.ts';
import { InputError, OPERATOR, print } from '../../cli/terminal.ts';
import { planOccurrence } from '../../delivery/planner.ts';
import { deliveryStore, occurrenceKey } from '../../delivery/store.ts';
import { consentGiven, type Settings } from '../../people/municipality.ts';
import type { Services, Session } from '../module.ts';
import type { CheckinOpened } from './open.ts';
import { checkinRounds, NOW_ROUND } from './rounds.ts';

function teamNamed({ teams }: Settings, name: string) {
  const team = teams.find((one) => one.name === name || one.key === name);
  if (team) return team;
  throw new InputError(
    `Ik ken het team ${name} niet. Bekend: ${teams.map((one) => one.name).join(', ') || 'geen'}.`,
  );
}

/**
 * Puts the card of the open check-in in the queue for everybody in a team who can be reached. Gives how many that are;
 * undefined when it was sent so today and `again` is not asked. Throws an `InputError` where it may not be sent.
 */
async function queueCards(
  { storage, tenant, people, settings, audit, pseudonymise, now: clock }: Services,
  { store }: CheckinOpened,
  { name, again }: { name: string; again: boolean },
): Promise<{ team: string; count: number | undefined }> {
  const current = await settings.read();
  const { municipality } = current;
  const team = teamNamed(current, name);
  if (!consentGiven(municipality)) {
    throw new InputError(
      'Leg eerst de instemming van de OR en de DPIA vast: instellingen instemming en instellingen dpia.',
    );
  }
  const now = clock();
  const window = windowAt(team.schedule, now);
  if (!window)
    throw new InputError(
      `Er is nu geen check-in open. De volgende begint ${dutchMoment(nextWindow(team.schedule, now).opens)}.`,
    );
  const delivery = deliveryStore(storage, tenant);
  // Nothing is sent from here: what the card says is made where it goes out.
  const rounds = checkinRounds(store, pseudonymise, delivery.sentBefore, async () => undefined);
  const round = rounds.find((one) => one.name === NOW_ROUND);
  if (!round) throw new Error('the round is missing');
  const context = { team, teams: current.teams, municipality, now };
  const members = await people.members(team.key);
  const answer = { team: team.name };
  if (round.recipients(context, members, new Set()).length === 0) return { ...answer, count: 0 };
  const planner = {
    store: delivery,
    rounds,
    readSettings: () => settings.read(),
    members: (key: string) => people.members(key),
  };
  const on = (day: string) => ({
    round: round.name,
    team: team.key,
    period: window.period,
    day,
    until: window.closes,
  });
  const plan = (day: string) => planOccurrence(planner, round, on(day), context);
  // The first of a day is the occurrence of that day, which there is once; each one after it is its own.
  const day = today(now).toString();
  const isSent = (await delivery.occurrencesOf(day)).has(occurrenceKey(on(day)));
  if (isSent && !again) return { ...answer, count: undefined };
  await audit.record(OPERATOR, 'checkin nu', team.key);
  const first = await plan(day);
  const count = first ?? (again ? await plan(`${day}T${now.toString().slice(11, 23)}`) : undefined);
  return { ...answer, count };
}

/** `checkin nu`. */
export function addCheckinCommands(program: Command, session: Session<CheckinOpened>): void {
  const checkin = program.command('checkin').description('de wekelijkse check-in');
  checkin
    .command('nu')
    .description('stuur de kaart van de open check-in nu, aan iedereen in een team die bereikbaar is')
    .requiredOption('--team <naam>', 'naam van het team')
    .option('--nogmaals', 'ook als de kaart vandaag al zo verstuurd is', false)
    .action(({ team: name, nogmaals }: { team: string; nogmaals: boolean }) =>
      session.open(async (services, opened) => {
        const { team, count } = await queueCards(services, opened, { name, again: nogmaals });
        if (count === 0) {
          print(session, 'Niemand in dit team is bereikbaar. Open eerst de chat met Kompas.');
          return;
        }
        if (count === undefined)
          throw new InputError(
            `De kaart is vandaag al verstuurd aan ${team}. Toch nog een keer? Zet er --nogmaals achter.`,
          );
        print(
          session,
          count === 1
            ? '1 kaart staat klaar. De bot verstuurt hem binnen enkele seconden.'
            : `${count} kaarten staan klaar. De bot verstuurt ze binnen enkele seconden.`,
        );
      }),
    );
}

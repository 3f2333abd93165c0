import { worksOn } from '../../../calendar/availability.ts';
import { today } from '../../../calendar/clock.ts';
import { isBetween } from '../../../calendar/hours.ts';
import type { Message } from '../../../conversation/message.ts';
import { mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Job } from '../../../delivery/jobs.ts';
import { forEach } from '../../../lib/for-each.ts';
import { TELLING_HOURS, WORKING_HOURS } from '../../../people/assigned.ts';
import { chatWith, oncePerAccount, type Person } from '../../../people/person.ts';
import type { Assignment } from './assignment.ts';
import { askedNews, stoppedNews } from './own-cards.ts';
import { type Places, placesOf } from './places.ts';
import { heard, tellLeads } from './telling-leads.ts';
import type { AssignmentTools } from './tools.ts';

/** What somebody is still to be told; undefined for who knows, or to whom it no longer applies. */
function newsFor(
  { untold, asked, version }: Assignment,
  { team }: Person,
  places: Places,
): Message | undefined {
  if (untold === 'stopped') return stoppedNews;
  if (untold !== 'asked' || !asked || asked.refused || asked.team !== team) return undefined;
  return askedNews(asked, version, places);
}

const told = (seen: number) => (now: Assignment | undefined) => {
  if (!now || now.version !== seen || now.untold === undefined) return now;
  const { untold: _untold, ...rest } = now;
  return rest;
};

type TellTools = Pick<AssignmentTools, 'send' | 'assignments' | 'duties'>;

/** Tells somebody what changed, when they work today and can be written to. Gives how that went. */
async function tell(
  { send, assignments, duties }: TellTools,
  person: Person & { directoryId: string },
  now: Assignment,
  day: string,
): Promise<'told' | 'later' | 'no'> {
  const chat = chatWith(person);
  if (!chat) return 'no';
  const news = newsFor(now, person, placesOf((await duties(day)).areas));
  if (!news) return 'no';
  const outcome = await send(chat, news);
  if (outcome.kind !== 'sent') return mayWorkLater(outcome) ? 'later' : 'no';
  await assignments.change(person.directoryId, day, told(now.version));
  return 'told';
}

/**
 * Tells somebody at once, within working hours of a day that they work; otherwise the next round does. Gives what to say of it, which is
 * the same whether they are at work or not.
 */
export async function toldNow(
  tools: TellTools & Pick<AssignmentTools, 'now'>,
  person: Person & { directoryId: string },
  now: Assignment,
  closures: readonly string[],
): Promise<string> {
  const moment = tools.now();
  const date = today(moment);
  if (!chatWith(person))
    return 'Ik kan deze collega geen bericht sturen. Vraag je collega om “mijn rollen” te typen.';
  if (worksOn(person, date, new Set(closures)) && isBetween(moment, WORKING_HOURS))
    await tell(tools, person, now, date.toString());
  return 'Je collega krijgt bericht.';
}

/** Once a day, on working days: tells of roles who was not told yet, on a day that they work; and who leads a team of answers. */
export const tellingJob = ({
  assignments,
  duties,
  people: store,
}: Omit<TellTools, 'send'> & Pick<AssignmentTools, 'people'>): Job => ({
  name: 'assignments',
  when: { hours: TELLING_HOURS, workdays: true },
  run: ({ now, settings, everybody, once, send }) =>
    once({ what: 'assignments', about: 'all', period: today(now).toString() }, async () => {
      const rows = [...(await assignments.all())];
      const waiting = rows.filter(([, { untold }]) => untold !== undefined);
      const answered = rows.filter(([, { unheard }]) => unheard);
      if (waiting.length + answered.length === 0) return;
      const [{ municipality, teams }, everyone] = await Promise.all([settings(), everybody()]);
      const people = oncePerAccount(everyone);
      const closures = new Set(municipality.closures);
      const date = today(now);
      let mayLater = false;
      await forEach(waiting, async ([directoryId, row]) => {
        const person = people.find((one) => one.directoryId === directoryId);
        if (!person || !worksOn(person, date, closures)) return;
        const how = await tell(
          { send, assignments, duties },
          { ...person, directoryId },
          row,
          date.toString(),
        );
        mayLater ||= how === 'later';
      });
      const told = new Set<string>();
      for (const [directoryId, { asked, held }] of answered) {
        const team = people.find((one) => one.directoryId === directoryId)?.team;
        // Who leads them now never asked what they answered in a team before.
        if (team !== (asked?.refused ? asked : held)?.team)
          await heard(assignments, directoryId, date.toString());
        else if (team)
          await tellLeads(
            { send, assignments, people: store },
            directoryId,
            { team, teams },
            date.toString(),
            (lead) => worksOn(lead, date, closures),
            told,
          );
      }
      if (mayLater) throw new Error('somebody could not be told of their roles yet');
    }),
});

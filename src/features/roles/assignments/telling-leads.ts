import { worksOn } from '../../../calendar/availability.ts';
import { today } from '../../../calendar/clock.ts';
import { isBetween } from '../../../calendar/hours.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { WORKING_HOURS } from '../../../people/assigned.ts';
import { leadsOf } from '../../../people/leading.ts';
import type { Settings } from '../../../people/municipality.ts';
import { chatWith, type Person } from '../../../people/person.ts';
import type { AssignmentTools } from './tools.ts';

type LeadTools = Pick<AssignmentTools, 'send' | 'assignments' | 'people'>;

/**
 * What who leads a team is sent once somebody answered: the same whether they said yes or no, and without a name, since the chat keeps it
 * (trust:answers-not-in-messages).
 */
export const answeredNews: Message = notice(
  'roles',
  'Er is geantwoord op een voorstel voor rollen',
  'Bekijk in de lijst hoe het nu staat.',
  [{ verb: 'assignments.list', title: 'Naar de lijst', data: { page: 0 } }],
);

/**
 * Tells those who lead the team of somebody (a directory id) that they answered, of those whom `may` lets be told. Who is in `told` heard
 * of another answer in the same round: once is enough. Once one heard it, nobody is still to be told.
 */
export async function tellLeads(
  { send, assignments, people }: LeadTools,
  employee: string,
  { team, teams }: { team: string; teams: Settings['teams'] },
  day: string,
  may: (lead: Person) => boolean,
  told: Set<string> = new Set(),
): Promise<void> {
  const managers = teams.find(({ key }) => key === team)?.managers;
  const leads = await leadsOf({ members: await people.members(team), managers }, employee, people);
  let isHeard = leads.length === 0;
  for (const lead of leads) {
    const chat = chatWith(lead);
    const { directoryId = '' } = lead;
    if (!chat || !may(lead)) continue;
    if (!told.has(directoryId) && (await send(chat, answeredNews)).kind !== 'sent') continue;
    told.add(directoryId);
    isHeard = true;
  }
  if (isHeard) await heard(assignments, employee, day);
}

/** Of an answer of somebody (a directory id) nobody is to be told any more. */
export async function heard(
  assignments: AssignmentTools['assignments'],
  employee: string,
  day: string,
): Promise<void> {
  await assignments.change(employee, day, (now) => {
    if (!now?.unheard) return now;
    const { unheard: _heard, ...rest } = now;
    return rest;
  });
}

/** Tells at once those who work now; the next round tells the others. */
export async function leadsToldNow(tools: LeadTools, turn: Turn, team: string): Promise<void> {
  const { municipality, teams } = await turn.settings();
  const date = today(turn.now);
  if (!isBetween(turn.now, WORKING_HOURS)) return;
  const closures = new Set(municipality.closures);
  await tellLeads(tools, turn.directoryId, { team, teams }, date.toString(), (lead) =>
    worksOn(lead, date, closures),
  );
}

import { type Choosing, choosingForm, chosenIn } from '../../../conversation/choosing.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { isPresent } from '../../../people/person.ts';
import { type Member, MOST_MEMBERS, type Pilot } from '../pilot/pilot.ts';
import { alreadyClosed, asLead, changeOpen, type PilotView } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';
import { accountProblems, backTo, chosenOf, crewChoosing, leftProblems } from './fields.ts';
import type { Sent } from './typed.ts';

/** Who takes part: directory ids in `typed.members`, with commas between. */
export function membersForm(
  { id, name, teamAsked, outcome }: Pilot,
  crew: Choosing,
  typed: FormValues,
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'pilot',
    title: 'Wie doen er mee?',
    place: name,
    lead: 'Wie nieuw is, krijgt bericht van mij. Wie je weghaalt, krijgt niets meer van de pilot. Wie de pilot leidt, doet altijd mee.',
    notes:
      teamAsked === 'scores' && !outcome?.evaluation
        ? ['De evaluatie loopt al. Wie je nu toevoegt, doet daar niet aan mee.']
        : [],
    problems,
    fields: choosingForm(crew, typed),
    submit: { verb: 'pilot.save-members', title: 'Bewaar', data: { pilot: id } },
    seenBy:
      'Wie meedoet, ziet wie er in de pilot zit, tot 2 jaar na het afronden. Dat jij het wijzigde, staat in het logboek van beheer.',
    back: backTo(id),
  });
}

/** Who takes part in a pilot, as who leads it decides. */
export function choosingMembers({ pilots, audit, everybody, everybodyNow, newId, show }: PilotTools) {
  /** Whom a lead can take in or out: everybody but those who lead the pilot. */
  async function others(turn: Turn, { me, members }: PilotView): Promise<Choosing> {
    const leads = new Set(members.flatMap(({ role, directoryId }) => (role === 'lead' ? [directoryId] : [])));
    const [people, settings] = await Promise.all([everybody(), turn.settings()]);
    const free = people.filter((one) => isPresent(one) && !leads.has(one.directoryId ?? ''));
    return crewChoosing('Pilotteam', free, me.team, settings);
  }

  return {
    editMembers: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async (view) => {
        const chosen = view.members.filter(({ role }) => role === 'member');
        return membersForm(view.pilot, await others(turn, view), {
          members: chosen.map(({ directoryId }) => directoryId).join(','),
        });
      }),
    saveMembers: (turn: Turn, sent: Sent) =>
      asLead(pilots, turn, sent.pilot ?? '', async (view) => {
        const { pilot, members } = view;
        const crew = await others(turn, view);
        const { sent: read, problems: unclear } = chosenIn([crew], sent);
        const people = await everybodyNow();
        const mates = chosenOf(read.members ?? '', people);
        const unfit = [
          ...unclear,
          ...accountProblems(read.members ?? '', people),
          ...leftProblems(read.membersName ?? '', people),
        ];
        const leads = members.filter(({ role }) => role === 'lead');
        // Whom the list cannot show, such as who has no account here now, was not taken out by anybody.
        const known = new Set(people.flatMap((one) => (isPresent(one) ? [one.directoryId] : [])));
        const unseen = members.filter(
          ({ role, directoryId }) =>
            role === 'member' && !known.has(directoryId) && !mates.includes(directoryId),
        );
        const next: Member[] = [
          ...leads,
          ...unseen,
          ...mates
            .filter((directoryId) => !leads.some((lead) => lead.directoryId === directoryId))
            .map((directoryId): Member => ({ directoryId, role: 'member' })),
        ];
        const problems = [
          ...unfit,
          ...(next.length < 2 && unfit.length === 0 ? ['Kies minstens één collega.'] : []),
          ...(next.length > MOST_MEMBERS ? [`Kies hooguit ${MOST_MEMBERS} mensen.`] : []),
        ];
        if (problems.length > 0) return membersForm(pilot, crew, read, problems);
        await audit.record(turn.directoryId, 'pilotteam gewijzigd', pilot.id);
        await pilots.setMembers(pilot.id, next);
        // After the members: a look at them in between would find nobody new.
        const unheard = newId('N');
        if (!(await changeOpen(pilots, pilot.id, (now) => ({ ...now, unheard })))) return alreadyClosed;
        return show(turn, pilot.id, 'Het pilotteam is bijgewerkt. Wie nieuw is, krijgt bericht van mij.');
      }),
  };
}

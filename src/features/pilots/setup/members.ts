import { formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import { type Member, MOST_MEMBERS, type Pilot } from '../pilot/pilot.ts';
import { asLead } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';
import { cancelTo, chosenOf, peopleChoices } from './fields.ts';
import type { Sent } from './typed.ts';

/** Who takes part. `people` can be chosen, those of `team` first; `chosen` are directory ids with commas between. */
export function membersForm(
  { id, name }: Pilot,
  people: readonly Person[],
  team: string,
  chosen: string,
  problems: readonly string[] = [],
): Message {
  return formCard({
    title: 'Wie doen er mee?',
    about: name,
    lead: 'Vink aan wie meedoet. Wie je uitvinkt, krijgt niets meer van de pilot. Wie de pilot leidt, doet altijd mee.',
    problems,
    fields: [
      {
        id: 'members',
        kind: 'many',
        label: 'Pilotteam',
        choices: peopleChoices(people, team),
        value: chosen,
      },
    ],
    submit: { verb: 'pilot.save-members', title: 'Bewaar', data: { pilot: id } },
    actions: cancelTo(id),
  });
}

/** Who takes part in a pilot, as who leads it decides. */
export function choosingMembers({ pilots, audit, everybody, show }: PilotTools) {
  /** Whom a lead can take in or out: everybody but those who lead the pilot. */
  const othersThan = async (members: readonly Member[]) => {
    const leads = new Set(members.flatMap(({ role, directoryId }) => (role === 'lead' ? [directoryId] : [])));
    return (await everybody()).filter((one) => isPresent(one) && !leads.has(one.directoryId ?? ''));
  };

  return {
    editMembers: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async ({ pilot, me, members }) =>
        membersForm(
          pilot,
          await othersThan(members),
          me.team,
          members
            .filter(({ role }) => role === 'member')
            .map(({ directoryId }) => directoryId)
            .join(','),
        ),
      ),
    saveMembers: (turn: Turn, { pilot: id, members: list = '' }: Sent) =>
      asLead(pilots, turn, id ?? '', async ({ pilot, me, members }) => {
        const others = chosenOf(list, await everybody());
        const leads = members.filter(({ role }) => role === 'lead');
        const next: Member[] = [
          ...leads,
          ...others
            .filter((directoryId) => !leads.some((lead) => lead.directoryId === directoryId))
            .map((directoryId): Member => ({ directoryId, role: 'member' })),
        ];
        const problem =
          next.length < 2
            ? 'Kies minstens één collega.'
            : next.length > MOST_MEMBERS
              ? `Kies hooguit ${MOST_MEMBERS} mensen.`
              : undefined;
        if (problem) return membersForm(pilot, await othersThan(members), me.team, list, [problem]);
        await pilots.setMembers(pilot.id, next);
        await audit.record(turn.directoryId, 'pilotteam gewijzigd', pilot.id);
        return show(turn, pilot.id, 'Het pilotteam is bijgewerkt.');
      }),
  };
}

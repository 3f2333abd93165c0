import type { z } from 'zod';
import { choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { field } from '../../../conversation/field.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import type { Message } from '../../../conversation/message.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { manyOf } from '../../../language/fitted.ts';
import { type IbroRole, ibroRoles, isPresent } from '../../../people/person.ts';
import { namesOf } from '../pilot/names.ts';
import { asLead, asMember, inOpenPilot, inPilot, leadsPilot, type PilotView } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import { type OfPilot, ofPilot } from '../pilot/typed.ts';
import { memberChoosing, myRolesForm, rolesCard, rolesOfForm } from './cards.ts';
import type { TriedRolesStore } from './store.ts';

const mineSchema = ofPilot.extend({ roles: field.choices });
const ofMemberSchema = mineSchema.extend(choosingSchema('one', 'member'));

/** The roles that were ticked, in their own order. */
function rolesIn(sent: string): IbroRole[] {
  const ticked = manyOf(sent);
  return ibroRoles.filter((role) => ticked.includes(role));
}

interface RolesTools extends PilotTools {
  triedRoles: TriedRolesStore;
}

/**
 * Who tries which role in a pilot (docs/method.md step 3): everybody says so for themselves, and who leads the pilot for all. All
 * who are in it see it. No assignment is made of it (docs/method.md step 4).
 */
export function roles(tools: RolesTools): Pick<Feature, 'phrases' | 'actions'> {
  const { pilots, triedRoles, everybody, everybodyNow, audit, whichHere } = tools;

  /** The roles as members try them: who left the pilot is not in it any more. */
  async function show(view: PilotView, note = ''): Promise<Message> {
    const [all, people] = await Promise.all([triedRoles.of(view.pilot.id), everybody()]);
    const ids = new Set(view.members.map(({ directoryId }) => directoryId));
    return rolesCard(view, new Map([...all].filter(([id]) => ids.has(id))), namesOf(people), note);
  }

  /** The members who work here at this moment, by directory id. */
  async function membersOf({ members }: PilotView): Promise<Choosable[]> {
    const here = new Map((await everybodyNow()).filter(isPresent).map((one) => [one.directoryId, one]));
    return members.flatMap(({ directoryId }) => {
      const one = here.get(directoryId);
      return one ? [{ value: directoryId, title: one.name, also: [one.upn] }] : [];
    });
  }

  const shown = (turn: Turn, { pilot }: OfPilot) => asMember(pilots, turn, pilot, (view) => show(view));

  return {
    phrases: [
      {
        say: 'rollen in de pilot',
        wished:
          /\bkiezen welke rol(?:len)?\b|\bwelke rol(?:len)?\b.*\b(?:heb|doe|probeer|kies|krijg) ik\b|\brol(?:len)? (?:te )?kiezen\b/,
        also: [
          'pilotrollen',
          'rollen van de pilot',
          'rollen in mijn pilot',
          'wie probeert welke rol',
          'wie probeert wat',
          'wie heeft welke rol in de pilot',
          'wie doet welke rol in de pilot',
          'mijn rol in de pilot',
          'mijn rollen in de pilot',
        ],
        title: 'Bekijk wie welke rol probeert in de pilot',
        needs: inPilot,
        run: (turn) => whichHere(turn, 'pilot.roles', ({ id }) => shown(turn, { pilot: id })),
      },
    ],
    actions: {
      'pilot.roles': action(ofPilot, shown, { needs: inPilot }),
      'pilot.my-roles': action(
        ofPilot,
        (turn, { pilot }) =>
          inOpenPilot(pilots, turn, pilot, async (view) => {
            const mine = (await triedRoles.of(pilot)).get(turn.directoryId) ?? [];
            return myRolesForm(view, mine.join(','));
          }),
        { needs: inPilot },
      ),
      'pilot.save-my-roles': action(
        mineSchema,
        (turn, { pilot, roles: sent }) =>
          inOpenPilot(pilots, turn, pilot, async (view) => {
            await triedRoles.set(pilot, turn.directoryId, rolesIn(sent));
            return show(view, 'Bewaard.');
          }),
        { needs: inPilot },
      ),
      'pilot.roles-of': action(
        ofPilot,
        (turn, { pilot }) =>
          asLead(pilots, turn, pilot, async (view) => rolesOfForm(view, await membersOf(view), {})),
        { needs: leadsPilot },
      ),
      'pilot.save-roles-of': action(
        ofMemberSchema,
        (turn, sent: z.infer<typeof ofMemberSchema>) =>
          asLead(pilots, turn, sent.pilot, async (view) => {
            const members = await membersOf(view);
            const { sent: typed, problems: unclear } = chosenIn([memberChoosing(members)], sent);
            const { member = '' } = typed;
            const isMember = members.some(({ value }) => value === member);
            const problems = isMember || unclear.length > 0 ? unclear : ['Kies een collega uit de pilot.'];
            if (problems.length > 0) return rolesOfForm(view, members, typed, problems);
            await audit.record(turn.directoryId, 'pilot: rollen van een lid vastgelegd', sent.pilot);
            await triedRoles.set(sent.pilot, member, rolesIn(sent.roles));
            return show(view, 'Bewaard.');
          }),
        { needs: leadsPilot },
      ),
    },
  };
}

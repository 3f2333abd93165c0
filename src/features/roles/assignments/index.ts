import { z } from 'zod';
import { carried } from '../../../conversation/field.ts';
import { found } from '../../../conversation/finding.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { whenUsed } from '../../../lib/when-used.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import type { FeatureOffer, Services } from '../../module.ts';
import { agreeing } from './agreeing.ts';
import { seenIn } from './assignment.ts';
import { type ListLine, listCard, stateWords } from './cards.ts';
import { checking, checkingRoles } from './checking.ts';
import { assignedFields, assignedIn, carriedForm } from './form.ts';
import { learningFields } from './learning.ts';
import { LONGEST_NAME, toOwnRoles, toRolesOf } from './opening.ts';
import { partyFields, partyKeeping, partyRead } from './parties.ts';
import { pointsMark } from './points-mark.ts';
import { recording } from './recording.ts';
import { asLeader, type Leading, leading, leadingSome } from './rights.ts';
import { assignmentStore, partyStore } from './store.ts';
import { tellingJob } from './telling.ts';
import type { AssignmentStores, AssignmentTools } from './tools.ts';
import { waitingRoles } from './waiting.ts';

export { assignmentsTable, partiesTable } from './tables.ts';

/** Opens what this part keeps. */
export const openAssignments = ({ storage, tenant, secret, ring }: Services): AssignmentStores => ({
  assignments: assignmentStore(storage, tenant),
  parties: partyStore(storage, tenant),
  pointsMark: whenUsed(() => pointsMark(secret('role-points'), ring.others('role-points'))),
});

const who = z.string().max(100);
const version = z.number().int().min(0).max(1_000_000);
const ofMember = z.object({ who });
const onVersion = ofMember.extend({ seen: version });
/** The mark of what a card showed; a card of before there were marks carries a number, which is none. */
const ownVersion = z.object({ seen: z.coerce.string().max(40) });
const page = carried(z.number().int().min(0).max(1_000), 0);
const pageSchema = z.object({ page });
/** A page of the list, of those whose name fits what was typed. */
const listSchema = z.object({ page, name: carried(z.string().max(2 * LONGEST_NAME), '') });
const partyId = z.string().regex(/^A-[0-9a-f]{8}$/);
const ofParty = z.object({ id: partyId });
const teamKey = z.string().max(100);
const partyBeginning = z.object({ team: teamKey, id: carried(partyId, '') });
const ofPartyVersion = z.object({ team: teamKey, id: partyId, seen: version });

/**
 * Who holds which role: after a talk, recorded by who leads the team, and only once the colleague says that it is so (docs/method.md
 * step 4).
 */
export function assignments(tools: AssignmentTools): FeatureOffer {
  const record = recording(tools);
  const own = agreeing(tools);
  const outside = partyKeeping(tools);
  const check = checking(tools);

  /** Everybody in the teams that somebody leads, with an account, by name. */
  async function membersOf({ teams }: Leading): Promise<(Person & { directoryId: string })[]> {
    const each = await Promise.all(teams.map(({ key }) => tools.people.members(key)));
    return each
      .flat()
      .flatMap((one) =>
        isPresent(one) && one.directoryId !== undefined ? [{ ...one, directoryId: one.directoryId }] : [],
      )
      .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  }

  const list = (turn: Turn, { page: at, name: typed }: { page: number; name: string }) =>
    asLeader(turn, async (lead): Promise<Message> => {
      const [members, rows, parties] = await Promise.all([
        membersOf(lead),
        tools.assignments.all(),
        tools.parties.all(),
      ]);
      const meant = found(
        members.map(({ directoryId, name, upn }) => ({ value: directoryId, title: name, also: [upn] })),
        typed,
      );
      const [only] = meant;
      if (only && meant.length === 1) return record.show(turn, only.value);
      const wanted = new Set(meant.map(({ value }) => value));
      const teamName = (key: string) =>
        lead.teams.length > 1 ? (lead.teams.find((team) => team.key === key)?.name ?? '') : '';
      const lines = members
        .filter(({ directoryId }) => meant.length === 0 || wanted.has(directoryId))
        .map(({ directoryId, name, team }) => ({
          directoryId,
          name,
          team,
          now: seenIn(rows.get(directoryId), team),
        }))
        // Whose roles are to be talked about comes first: `van mij` says that there is somebody, and not who.
        .sort((a, b) => Number(b.now.asked?.refused ?? false) - Number(a.now.asked?.refused ?? false))
        .map(
          ({ directoryId, name, team, now }): ListLine => ({
            name,
            state: stateWords(now),
            team: teamName(team),
            action: { verb: 'assignments.open', title: 'Open', data: { who: directoryId } },
          }),
        );
      const led = new Set(lead.teams.map(({ key }) => key));
      const outsiders = parties
        .filter(({ team }) => led.has(team))
        .map(
          ({ id, organisation, role, team }): ListLine => ({
            name: organisation,
            state: role.role,
            team: teamName(team),
            action: { verb: 'assignments.open-party', title: 'Open', data: { id } },
          }),
        );
      const all = [...lines, ...(meant.length === 0 ? outsiders : [])];
      return listCard(all, { page: at, name: typed }, lead.teams);
    });

  const lead = { needs: leading };
  return {
    phrases: [
      {
        say: 'toewijzing',
        wished:
          /\brol(?:len)?\b.*\b(?:bevestigd|akkoord|ja gezegd|klopt)\b|\b(?:bevestigd|akkoord|ja gezegd)\b.*\brol(?:len)?\b/,
        also: [
          'toewijzingen',
          'rollen toewijzen',
          'rollen verdelen',
          'rol toewijzen',
          'wijs rollen toe',
          'verdeel de rollen',
        ],
        title: 'Leg na een gesprek vast wie welke rol heeft',
        takesRest: true,
        needs: { ...leadingSome, listedFor: ['manager'] },
        run: (turn, rest) => asLeader(turn, async () => toRolesOf(rest)),
      },
      {
        say: 'toewijzingen controle',
        also: [
          'toewijzing controle',
          'controle toewijzingen',
          'controleer de toewijzingen',
          'rollencontrole',
          'controle rollen',
        ],
        title: 'Bekijk waar je op moet letten bij de rollen',
        needs: checkingRoles,
        run: (turn) => check(turn),
      },
      {
        say: 'mijn rollen',
        wished: /\bmijn rol(?:len)?\b(?!.*\bpilot\b)|\bwelke rol(?:len)?\b.*\bheb ik\b/,
        also: [
          'mijn rol',
          'welke rol heb ik',
          'welke rollen heb ik',
          'wat is mijn rol',
          'wat zijn mijn rollen',
        ],
        title: 'Bekijk je rollen, en of ze kloppen',
        needs: { ...colleagueAlone, listedFor: ['medewerker', 'manager'] },
        run: async () => toOwnRoles,
      },
    ],
    actions: {
      'assignments.list': action(listSchema, list, { needs: leadingSome }),
      'assignments.open': action(ofMember, (turn, one) => record.show(turn, one.who), lead),
      'assignments.talk': action(ofMember, (turn, one) => record.talk(turn, one.who), lead),
      'assignments.form': action(ofMember, (turn, one) => record.form(turn, one.who), lead),
      'assignments.change': action(
        ofMember.extend({ form: carriedForm }),
        (turn, { who: member, form }) => record.form(turn, member, form),
        lead,
      ),
      'assignments.review': action(
        onVersion.extend(assignedFields),
        (turn, { who: member, seen, ...sent }) => record.review(turn, { who: member, seen }, sent),
        lead,
      ),
      'assignments.record': action(
        onVersion.extend({ form: carriedForm }),
        (turn, { form, ...target }) => record.record(turn, target, assignedIn(form)),
        lead,
      ),
      'assignments.take-back': action(onVersion, (turn, target) => record.takeBack(turn, target), lead),
      'assignments.ask-stop': action(onVersion, (turn, target) => record.askStop(turn, target), lead),
      'assignments.stop': action(onVersion, (turn, target) => record.stop(turn, target), lead),
      'assignments.party-team': action(z.object({}), (turn) => outside.choose(turn), { needs: leadingSome }),
      'assignments.party': action(partyBeginning, (turn, target) => outside.form(turn, target), lead),
      'assignments.change-party': action(
        ofPartyVersion.extend({ form: carriedForm }),
        (turn, { form, ...target }) => outside.form(turn, target, form),
        lead,
      ),
      'assignments.review-party': action(
        ofPartyVersion.extend(partyFields),
        (turn, { team, id, seen, ...sent }) => outside.review(turn, { team, id, seen }, sent),
        lead,
      ),
      'assignments.save-party': action(
        ofPartyVersion.extend({ form: carriedForm }),
        (turn, { form, ...target }) => outside.save(turn, target, partyRead(form)),
        lead,
      ),
      'assignments.open-party': action(ofParty, (turn, { id }) => outside.open(turn, id), lead),
      'assignments.ask-end-party': action(ofParty, (turn, { id }) => outside.askEnd(turn, id), lead),
      'assignments.end-party': action(ofParty, (turn, { id }) => outside.end(turn, id), lead),
      'assignments.check': action(pageSchema, (turn, sent) => check(turn, sent.page), {
        needs: checkingRoles,
      }),
      'assignments.mine': action(z.object({}), own.show, { needs: colleagueAlone }),
      'assignments.learn': action(z.object({}), own.learn, { needs: colleagueAlone }),
      'assignments.save-learning': action(z.object(learningFields), own.saveLearning, {
        needs: colleagueAlone,
      }),
      'assignments.agree': action(ownVersion, (turn, { seen }) => own.agree(turn, seen), {
        needs: colleagueAlone,
      }),
      'assignments.disagree': action(ownVersion, (turn, { seen }) => own.disagree(turn, seen), {
        needs: colleagueAlone,
      }),
      'assignments.drop': action(ownVersion, (turn, { seen }) => own.drop(turn, seen), {
        needs: colleagueAlone,
      }),
    },
    jobs: [tellingJob(tools)],
    waiting: waitingRoles(tools),
  };
}

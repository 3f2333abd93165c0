import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { cancelButton } from '../../../conversation/cancelling.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import { choosingSchema } from '../../../conversation/choosing.ts';
import { field } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { manyOf } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import type { Team } from '../../../people/municipality.ts';
import { ibroRoles } from '../../../people/person.ts';
import { registrationsIn, roleInWords } from './assignment.ts';
import { factsOf, reviewCard, toList } from './cards.ts';
import { areasIn, dayProblems } from './form.ts';
import { type Standing, standing, withParty } from './holders.ts';
import { LONGEST, type PartyTarget, partyForm } from './party-form.ts';
import { colleagueProblems } from './party-names.ts';
import { isSameParty, noRoomFor } from './party-rules.ts';
import { asLeader, noSuchMember } from './rights.ts';
import { unheldIn, warningsAbout } from './rules.ts';
import type { Party } from './store.ts';
import type { AssignmentTools } from './tools.ts';
import { warningInWords } from './warning-words.ts';

/** What the form of a party sends, beside its team, its id and the version that it was opened on. */
export const partyFields = {
  organisation: field.text,
  contact: field.text,
  role: field.choice,
  roleFor: field.choices,
  ...choosingSchema('many', 'areas'),
  from: field.date,
};
const schema = z.object(partyFields);
type Sent = z.infer<typeof schema>;
/** The form of a party, out of a button that carries it along. */
export const partyRead = (form: Readonly<Record<string, string>>): Sent => schema.parse(form);

const gone = notice('roles', 'Deze rol is er niet meer', 'Iemand anders haalde de rol net weg.', [toList]);

const typedOf = ({ organisation, contact, role, areas, from }: Party): FormValues => ({
  organisation,
  contact,
  role: role.role,
  roleFor: role.registrations.join(','),
  areas: areas.join(','),
  from,
});

function partyIn(
  sent: Sent,
  { team, id, seen }: PartyTarget,
  { areas, people }: Pick<Standing, 'areas' | 'people'>,
  day: string,
) {
  const { chosen, typed, problems: unclear } = areasIn(sent, areas);
  const role = ibroRoles.find((one) => one === sent.role);
  const tooLong = lengthProblems(sent, [
    ['organisation', 'Welke organisatie?', LONGEST.organisation],
    ['contact', 'Hoe bereik je die organisatie?', LONGEST.contact],
  ]);
  const problems = [
    ...(sent.organisation === '' ? ['Vul in welke organisatie het is.'] : []),
    ...(role ? [] : ['Kies een rol.']),
    ...unclear,
    ...dayProblems(sent.from),
    ...tooLong,
    // Names are looked for in texts of a normal length only.
    ...(tooLong.length > 0 ? [] : colleagueProblems(sent, people, day)),
  ];
  const party: Party = {
    id,
    team,
    role: { role: role ?? 'Geodata-engineer', registrations: registrationsIn(manyOf(sent.roleFor)) },
    areas: chosen,
    organisation: sent.organisation,
    contact: sent.contact,
    from: sent.from,
    day,
    version: seen + 1,
  };
  return { party, typed, problems };
}

/** Parties outside the municipality that hold a role for a team: kept by who leads it. */
export function partyKeeping(tools: AssignmentTools) {
  const { parties, audit, newId } = tools;
  const dayOf = (turn: Turn) => today(turn.now).toString();

  const forTeam = (turn: Turn, key: string, run: (team: Team) => Promise<Message>) =>
    asLeader(turn, async ({ teams }) => {
      const team = teams.find((one) => one.key === key);
      return team ? run(team) : noSuchMember;
    });

  const checked = (
    turn: Turn,
    target: PartyTarget,
    sent: Sent,
    run: (all: Standing, team: Team, read: ReturnType<typeof partyIn>) => Promise<Message>,
  ) =>
    forTeam(turn, target.team, async (team) => {
      // The row itself: what stands for a team that ended is in no list, and still not of another team.
      const [all, before] = await Promise.all([standing(tools, dayOf(turn)), parties.get(target.id)]);
      if (before && before.team !== team.key) return gone;
      const read = partyIn(sent, target, all, dayOf(turn));
      return read.problems.length > 0
        ? partyForm(target, read.typed, all.areas, team.name, read.problems)
        : run(all, team, read);
    });

  const ofParty = (turn: Turn, id: string, run: (party: Party, all: Standing) => Promise<Message>) =>
    asLeader(turn, async ({ teams }) => {
      const all = await standing(tools, dayOf(turn));
      const party = all.parties.find((one) => one.id === id);
      return party && teams.some(({ key }) => key === party.team) ? run(party, all) : gone;
    });

  async function show(party: Party, all: Standing, note = ''): Promise<Message> {
    const { who, around } = withParty(all, party);
    const { id, team, role, areas, from, contact } = party;
    return detailCard({
      kind: 'roles',
      text: 'De rol van een andere partij.',
      title: party.organisation,
      note: note || 'Een rol geeft geen mandaat. De gemeente blijft verantwoordelijk.',
      facts: [
        ...factsOf({ roles: [role], areas, from }, all.places),
        { title: 'Contact', value: contact || 'niet vastgelegd' },
      ],
      sections: [
        {
          title: 'Let op',
          lines: warningsAbout(who, around).map((one) => warningInWords(one, all.places)),
        },
      ].filter(({ lines }) => lines.length > 0),
      actions: [
        { verb: 'assignments.party', title: 'Wijzig', data: { team, id } },
        { verb: 'assignments.ask-end-party', title: 'Haal weg', data: { id } },
        toList,
      ],
    });
  }

  return {
    /** Which team a party is for, where somebody leads more than one. */
    choose: (turn: Turn) =>
      asLeader(turn, async ({ teams }) => {
        const [only] = teams;
        if (only && teams.length === 1) return blank(turn, only);
        return detailCard({
          kind: 'roles',
          text: 'Voor welk team?',
          title: 'Voor welk team?',
          sections: [
            {
              lines: teams.slice(0, 20).map(({ key, name }) => ({
                text: name,
                actions: [{ verb: 'assignments.party', title: 'Kies', data: { team: key } }],
              })),
            },
          ],
          actions: [toList],
        });
      }),
    form: (turn: Turn, { team: key, id }: Pick<PartyTarget, 'team' | 'id'>, typed?: FormValues) =>
      forTeam(turn, key, async (team) => {
        const all = await standing(tools, dayOf(turn));
        const party = all.parties.find((one) => one.id === id && one.team === key);
        const values = typed ?? (party ? typedOf(party) : { from: dayOf(turn) });
        const target = { team: key, id: id || newId('A'), seen: party?.version ?? 0 };
        return partyForm(target, values, all.areas, team.name);
      }),
    review: (turn: Turn, target: PartyTarget, sent: Sent) =>
      checked(turn, target, sent, async (all, team, { party, typed }) => {
        const { who, around } = withParty(all, party);
        const warnings = [...warningsAbout(who, around), ...unheldIn(team.key, around)];
        return reviewCard(
          party.organisation,
          [
            ...factsOf({ roles: [party.role], areas: party.areas, from: party.from }, all.places),
            { title: 'Contact', value: party.contact || 'niet vastgelegd' },
          ],
          warnings.map((one) => warningInWords(one, all.places, () => team.name)),
          {
            record: { verb: 'assignments.save-party', title: 'Leg vast', data: { ...target, form: typed } },
            change: { verb: 'assignments.change-party', title: 'Wijzig', data: { ...target, form: typed } },
            back: { verb: toList.verb, data: toList.data },
          },
        );
      }),
    save: (turn: Turn, target: PartyTarget, sent: Sent) =>
      checked(turn, target, sent, async (all, team, { party, typed }) => {
        const before = all.parties.find(({ id }) => id === party.id);
        if (before && isSameParty(before, party)) return show(before, all, 'Dit is al vastgelegd.');
        const full = before ? '' : noRoomFor(team.key, all.parties);
        if (full) return partyForm(target, typed, all.areas, team.name, [full]);
        await audit.record(turn.directoryId, 'rol van een andere partij vastgelegd', party.id);
        if (await parties.save(party, target.seen))
          return show(party, await standing(tools, dayOf(turn)), 'Vastgelegd.');
        const now = await parties.get(party.id);
        return partyForm({ ...target, seen: now?.version ?? 0 }, typed, all.areas, team.name, [
          now?.team === team.key
            ? `Er is net iets veranderd. Nu staat er: ${roleInWords(now.role)}, ${now.organisation}. Kijk of jouw keuze nog klopt.`
            : 'Iemand anders haalde dit net weg. Leg je het vast, dan staat het er weer.',
        ]);
      }),
    open: (turn: Turn, id: string) => ofParty(turn, id, (party, all) => show(party, all)),
    askEnd: (turn: Turn, id: string) =>
      ofParty(turn, id, async ({ organisation }) =>
        noticeCard({
          kind: 'roles',
          place: organisation,
          text: 'Haal je deze rol weg?',
          title: 'Haal je deze rol weg?',
          body: 'Deze rol gaat van de rolkaart af. Je kunt de rol later opnieuw vastleggen.',
          actions: [
            { verb: 'assignments.end-party', title: 'Haal weg', style: 'destructive', data: { id } },
            cancelButton({ verb: 'assignments.open-party', data: { id }, straight: true }),
          ],
        }),
      ),
    end: (turn: Turn, id: string) =>
      ofParty(turn, id, async () => {
        await audit.record(turn.directoryId, 'rol van een andere partij weggehaald', id);
        await parties.remove(id);
        return notice('roles', 'Weggehaald', 'Deze rol staat niet meer op de rolkaart.', [toList]);
      }),
  };

  async function blank(turn: Turn, team: Team): Promise<Message> {
    const { areas } = await standing(tools, dayOf(turn));
    return partyForm({ team: team.key, id: newId('A'), seen: 0 }, { from: dayOf(turn) }, areas, team.name);
  }
}

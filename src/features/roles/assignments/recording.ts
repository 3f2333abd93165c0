import { today } from '../../../calendar/clock.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { isErased } from '../../../people/erase-again.ts';
import {
  type Assigned,
  type Assignment,
  isSame,
  isWritten,
  learningFor,
  type Points,
  rolesInWords,
  seenIn,
} from './assignment.ts';
import { factsOf, personCard, pointFacts, reviewCard, rolesForm, stopCard, talkCard } from './cards.ts';
import { assignedForm, type Filled, filledIn, type Sent, valuesOf } from './form.ts';
import { ended } from './history.ts';
import { rolesInFile, type Standing, standing, withProposal } from './holders.ts';
import { asLeaderOf, type Member } from './rights.ts';
import { fileDifference, unheldIn, warningsAbout } from './rules.ts';
import { toldNow } from './telling.ts';
import type { AssignmentTools } from './tools.ts';
import { warningInWords } from './warning-words.ts';

/** Whose roles, and the version that the form was opened on. */
export interface Target {
  who: string;
  seen: number;
}

/** How one who leads a team talks, writes down and changes the roles of those in it. */
export function recording(tools: AssignmentTools) {
  const { assignments, pointsMark, audit } = tools;
  const dayOf = (turn: Turn) => today(turn.now).toString();

  /** What this reader wrote of what somebody wants to learn: others do not see it. */
  function ownPoints(turn: Turn, who: string, now: Partial<Assignment> | undefined): Points | undefined {
    const points = now?.asked?.points ?? now?.held?.points;
    return points && pointsMark.isOf(points.by, who, turn.directoryId) ? points : undefined;
  }

  async function show(turn: Turn, { member, team }: Member, note = ''): Promise<Message> {
    const who = member.directoryId;
    const [now, all] = await Promise.all([assignments.of(who), standing(tools, dayOf(turn))]);
    const seen = seenIn(now, team.key);
    return personCard(
      { who, name: member.name, note, day: dayOf(turn) },
      seen,
      ownPoints(turn, who, seen),
      all.places,
    );
  }

  /** What to mind before this is recorded. */
  function warnings(all: Standing, { member, settings }: Member, assigned: Assigned) {
    const { who, around } = withProposal(all, member, assigned);
    const inFile = fileDifference(who, rolesInFile(member));
    const names = new Map(settings.teams.map(({ key, name }) => [key, name]));
    return [
      ...warningsAbout(who, around),
      ...(inFile ? [inFile] : []),
      ...unheldIn(assigned.team, around),
    ].map((one) => warningInWords(one, all.places, (key) => names.get(key) ?? key));
  }

  /** How it stands by now, for who was second: what the other recorded. */
  const elsewhere = (now: Assignment | undefined, team: string): string => {
    const { asked, held } = seenIn(now, team);
    const roles = asked?.roles ?? held?.roles;
    return roles
      ? `Er is net iets veranderd. Nu staat er: ${rolesInWords(roles)}. Kijk of jouw keuze nog klopt.`
      : 'Er is net iets veranderd. Nu staat er geen rol. Kijk of jouw keuze nog klopt.';
  };

  const formAgain = (
    all: Standing,
    target: Target,
    { member }: Member,
    typed: FormValues,
    problems: readonly string[],
  ) => rolesForm({ ...target, name: member.name }, assignedForm(typed, all.areas), problems);

  /** Reads what was sent: what is wrong on the form again, otherwise what becomes of it. */
  async function checked(
    turn: Turn,
    target: Target,
    sent: Sent,
    run: (all: Standing, lead: Member, filled: Filled, now: Assignment | undefined) => Promise<Message>,
  ): Promise<Message> {
    return asLeaderOf(tools, turn, target.who, async (lead) => {
      const [all, now] = await Promise.all([standing(tools, dayOf(turn)), assignments.of(target.who)]);
      const filled = filledIn(sent, all.areas);
      if (filled.problems.length > 0) return formAgain(all, target, lead, filled.typed, filled.problems);
      return run(all, lead, filled, now);
    });
  }

  const proposed = (
    turn: Turn,
    { who }: Target,
    { points }: Filled,
    seen: Partial<Assignment>,
  ): Points | undefined => {
    const before = seen.asked?.points ?? seen.held?.points;
    // What another wrote for this team stays as it was, unless this one writes something: they do not see it.
    if (!isWritten(points)) return ownPoints(turn, who, seen) ? undefined : before;
    return { ...points, by: pointsMark.of(who, turn.directoryId) };
  };

  async function record(turn: Turn, target: Target, sent: Sent): Promise<Message> {
    return checked(turn, target, sent, async (all, lead, filled, before) => {
      const { member, team, settings } = lead;
      const assigned: Assigned = { ...filled.assigned, team: team.key };
      const versionIn = (now: Assignment | undefined) => seenIn(now, team.key).version ?? 0;
      const late = (now: Assignment | undefined) =>
        formAgain(all, { who: target.who, seen: versionIn(now) }, lead, filled.typed, [
          elsewhere(now, team.key),
        ]);
      const { asked } = before ?? {};
      if (asked && !asked.refused && isSame(asked, assigned) && versionIn(before) !== target.seen)
        return show(turn, lead, 'Dit is al vastgelegd.');
      if (versionIn(before) !== target.seen) return late(before);
      await audit.record(turn.directoryId, 'rollen vastgelegd', team.key);
      let isFirst = false;
      const now = await assignments.change(target.who, dayOf(turn), (row) => {
        isFirst = versionIn(row) === target.seen;
        if (!isFirst) return row;
        const { held, past = [], version = 0 } = row ?? {};
        const points = proposed(turn, target, filled, seenIn(row, team.key));
        return {
          version: version + 1,
          held,
          asked: { ...assigned, day: dayOf(turn), points },
          past,
          learning: row && learningFor(row, team.key),
          untold: 'asked',
        };
      });
      if (!isFirst) return late(now);
      // They may have erased themselves since they were looked up (trust:see-and-erase).
      if (await isErased(tools, target.who)) await assignments.remove(target.who);
      else if (now)
        return show(turn, lead, await toldNow(tools, member, now, settings.municipality.closures));
      return show(turn, lead);
    });
  }

  /** Changes what stands there, where it is still as it was seen; `logged` is the line of the log, which is written first. */
  function changing(
    turn: Turn,
    { who, seen }: Target,
    logged: string,
    change: (now: Assignment, day: string, lead: Member) => Assignment | undefined,
    done: (lead: Member, now: Assignment) => Promise<string>,
  ): Promise<Message> {
    return asLeaderOf(tools, turn, who, async (lead) => {
      const next = (now: Assignment | undefined) =>
        now?.version === seen ? change(now, dayOf(turn), lead) : undefined;
      let after: Assignment | undefined;
      if (next(await assignments.of(who))) {
        // The team and not the person: of whom a role waits is for the two of them alone.
        await audit.record(turn.directoryId, logged, lead.team.key);
        await assignments.change(who, dayOf(turn), (now) => {
          after = next(now);
          return after;
        });
      }
      return show(turn, lead, after ? await done(lead, after) : 'Er is net iets veranderd. Zo staat het nu.');
    });
  }

  return {
    show: (turn: Turn, who: string) => asLeaderOf(tools, turn, who, (lead) => show(turn, lead)),
    talk: (turn: Turn, who: string) =>
      asLeaderOf(tools, turn, who, async ({ member }) => talkCard(who, member.name)),
    /** The form; with what was typed before where somebody comes back from the card that shows what to mind. */
    form: (turn: Turn, who: string, typed?: FormValues) =>
      asLeaderOf(tools, turn, who, async (lead) => {
        const [all, now] = await Promise.all([standing(tools, dayOf(turn)), assignments.of(who)]);
        const seen = seenIn(now, lead.team.key);
        const points = ownPoints(turn, who, seen);
        const values = typed ?? valuesOf(seen.asked ?? seen.held, points, dayOf(turn));
        return formAgain(all, { who, seen: seen.version ?? 0 }, lead, values, []);
      }),
    review: (turn: Turn, target: Target, sent: Sent) =>
      checked(turn, target, sent, async (all, lead, { assigned, points, typed }) =>
        reviewCard(
          lead.member.name,
          [...factsOf(assigned, all.places), ...pointFacts(points)],
          warnings(all, lead, { ...assigned, team: lead.team.key }),
          {
            record: { verb: 'assignments.record', title: 'Leg vast', data: { ...target, form: typed } },
            change: { verb: 'assignments.change', title: 'Wijzig', data: { who: target.who, form: typed } },
            back: { verb: 'assignments.open', data: { who: target.who } },
          },
        ),
      ),
    record,
    takeBack: (turn: Turn, target: Target) =>
      changing(
        turn,
        target,
        'vraag over rollen ingetrokken',
        ({ asked, untold: _untold, ...now }, _day, { team }) =>
          asked?.team === team.key ? { ...now, version: now.version + 1 } : undefined,
        async () => 'Ingetrokken. Aan de rolkaart is niets veranderd.',
      ),
    askStop: (turn: Turn, { who, seen }: Target) =>
      asLeaderOf(tools, turn, who, async ({ member }) => stopCard(who, seen, member.name)),
    stop: async (turn: Turn, target: Target) =>
      changing(
        turn,
        target,
        'rollen gestopt',
        (now, day, { team }) =>
          now.held?.team === team.key
            ? { version: now.version + 1, past: ended(now, day), learning: now.learning, untold: 'stopped' }
            : undefined,
        async ({ member, settings }, now) => toldNow(tools, member, now, settings.municipality.closures),
      ),
  };
}

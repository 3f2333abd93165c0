import { today } from '../../../calendar/clock.ts';
import { unknownPerson, withTyped } from '../../../conversation/cards/notice.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageOf } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import type { Team } from '../../../people/municipality.ts';
import { isChannelOf } from '../../../people/team-channel.ts';
import type { Tools } from '../../module.ts';
import {
  addForm,
  editForm,
  elsewhereCard,
  gone,
  handoverCard,
  listCard,
  noTeam,
  otherTeam,
} from './cards.ts';
import { type Filter, type Handover, MOST_HANDOVERS, shownBy } from './handover.ts';
import { askedFor, detailsIn, isListed, isSame, teamsOf, versionOf } from './rules.ts';
import type { HandoverStore } from './store.ts';

export interface HandoverTools extends Pick<Tools, 'everybody' | 'newId' | 'teamLinks'> {
  handovers: HandoverStore;
}

/** So many stand on a card. */
const PAGE = 6;
/** So many other teams are one tap away. */
const MOST_OTHERS = 4;
const saved = 'Bewaard.';
const full = `Er staan al ${MOST_HANDOVERS} overdrachten op de lijst. Haal er eerst één weg.`;
/** With those that were taken off, which stay for a month. */
const MOST_KEPT = 3 * MOST_HANDOVERS;

/** Why no more fit in the list of a team; '' where they do. */
function noRoom(all: readonly Handover[]): string {
  if (all.filter(isListed).length >= MOST_HANDOVERS) return full;
  return all.length >= MOST_KEPT
    ? 'Er zijn de laatste tijd te veel overdrachten weggehaald. Probeer het over een paar weken opnieuw.'
    : '';
}

/** A part of a list. */
export interface Part {
  filter: Filter;
  page: number;
}

/** One handover of a team. */
export interface Ref {
  team: string;
  id: string;
}

/** Keeping the list of handovers of a team: its members and who leads it (docs/method.md step 1.3, trust:rights-on-verified-id). */
export function keeping({ handovers, everybody, newId, teamLinks }: HandoverTools) {
  async function mine(turn: Turn): Promise<Team[] | undefined> {
    const [me, { teams }] = await Promise.all([turn.person(), turn.settings()]);
    return me && teamsOf(me, teams);
  }

  /** Runs `then` for who is in a team or leads it. They get back what they typed if not. */
  async function inTeam(
    turn: Turn,
    key: string,
    then: (team: Team, all: readonly Team[]) => Promise<Message>,
    sent: FormValues = {},
  ): Promise<Message> {
    const typed = [sent.what, sent.from, sent.to, sent.note].flatMap((text) => text?.slice(0, 300) || []);
    const teams = await mine(turn);
    if (!teams) return withTyped(unknownPerson, typed);
    const team = teams.find((one) => one.key === key);
    return team ? then(team, teams) : otherTeam(typed);
  }

  async function listed(
    team: Team,
    teams: readonly Team[],
    { filter, page }: Part,
    note = '',
  ): Promise<Message> {
    const all = await handovers.of(team.key);
    return listCard(team, pageOf(shownBy(all, filter), page, PAGE), {
      filter,
      count: all.filter(isListed).length,
      others: teams.filter(({ key }) => key !== team.key).slice(0, MOST_OTHERS),
      note,
    });
  }

  /** Typed: in a channel of the team whose channel it is, and in no other. */
  async function typed(turn: Turn, rest: string): Promise<Message> {
    const teams = await mine(turn);
    if (!teams) return unknownPerson;
    const [own] = teams;
    if (!own) return noTeam;
    const asked = askedFor(rest, teams);
    const part: Part = { filter: asked.filter, page: 0 };
    if (turn.scope === 'personal') return listed(asked.team ?? own, teams, part);
    const spot = { conversation: turn.address.conversation, teamsTeam: turn.teamsTeam };
    const here = await Promise.all(teams.map((team) => isChannelOf(teamLinks, team, spot)));
    const team = teams.find((_, n) => here[n]);
    // Of other teams nothing is told where others read along.
    return team ? listed(team, [team], part) : elsewhereCard;
  }

  const names = async () => nameFinder((await everybody()).map(({ name }) => name));

  const withHandover = (
    turn: Turn,
    { team: key, id }: Ref,
    then: (team: Team, handover: Handover) => Promise<Message>,
    sent: FormValues = {},
  ) =>
    inTeam(
      turn,
      key,
      async (team) => {
        const handover = await handovers.get(key, id);
        return handover ? then(team, handover) : gone(team);
      },
      sent,
    );

  async function add(turn: Turn, { team: key, id }: Ref, sent: FormValues): Promise<Message> {
    return inTeam(
      turn,
      key,
      async (team, teams) => {
        const { details, problems, typed: again } = detailsIn(sent, await names());
        if (problems.length > 0) return addForm(team, id, { typed: again, problems });
        const all = await handovers.of(key);
        const problem = all.some((one) => one.id === id) ? '' : noRoom(all);
        if (problem) return addForm(team, id, { typed: again, problems: [problem] });
        const double = all.find((one) => one.id !== id && isListed(one) && isSame(one, details));
        if (double) return handoverCard(team, double, 'Dit staat er al.');
        const day = today(turn.now).toString();
        if (await handovers.add(key, { id, ...details, day }))
          return listed(team, teams, { filter: 'all', page: 0 }, saved);
        const there = await handovers.get(key, id);
        // A second tap on the form. When somebody changed it since, what stands there is shown.
        return there ? handoverCard(team, there, isSame(there, details) ? saved : '') : gone(team);
      },
      sent,
    );
  }

  async function save(turn: Turn, ref: Ref & { seen: string }, sent: FormValues): Promise<Message> {
    return withHandover(
      turn,
      ref,
      async (team, now) => {
        const { details, problems, typed: again } = detailsIn(sent, await names());
        if (problems.length > 0) return editForm(team, now, { typed: again, problems });
        if (isSame(now, details)) return handoverCard(team, now, saved);
        const day = today(turn.now).toString();
        const changed = await handovers.change(ref.team, ref.id, (there) =>
          versionOf(there) === ref.seen && isListed(there) ? { ...there, ...details, day } : undefined,
        );
        if (changed) return handoverCard(team, changed, saved);
        const there = await handovers.get(ref.team, ref.id);
        if (!there) return gone(team);
        return editForm(team, there, { typed: again, isLate: true });
      },
      sent,
    );
  }

  /** Marks one; `edit` gives back the same where it is so already. */
  const mark = (turn: Turn, ref: Ref, note: string, edit: (now: Handover, day: string) => Handover) =>
    withHandover(turn, ref, async (team) => {
      const day = today(turn.now).toString();
      const changed = await handovers.change(ref.team, ref.id, (now) => edit(now, day));
      return changed ? handoverCard(team, changed, note) : gone(team);
    });

  return {
    typed,
    list: (turn: Turn, team: string, part: Part) =>
      inTeam(turn, team, (one, all) => listed(one, turn.scope === 'personal' ? all : [one], part)),
    begin: (turn: Turn, team: string) => inTeam(turn, team, async (one) => addForm(one, newId('O'))),
    add,
    open: (turn: Turn, ref: Ref) =>
      withHandover(turn, ref, async (team, handover) => handoverCard(team, handover)),
    edit: (turn: Turn, ref: Ref) =>
      withHandover(turn, ref, async (team, handover) =>
        isListed(handover) ? editForm(team, handover) : handoverCard(team, handover),
      ),
    save,
    settle: (turn: Turn, ref: Ref) =>
      mark(turn, ref, 'Deze overdracht staat nu bij wat goed gaat.', (now, day) =>
        now.settled ? now : { ...now, settled: day, day },
      ),
    unsettle: (turn: Turn, ref: Ref) =>
      mark(turn, ref, 'Deze overdracht staat weer op de lijst.', (now, day) =>
        now.settled ? { ...now, settled: undefined, day } : now,
      ),
    remove: (turn: Turn, ref: Ref) =>
      mark(turn, ref, '', (now, day) => (now.removed ? now : { ...now, removed: day, day })),
    restore: async (turn: Turn, ref: Ref) => {
      const isFull = (await handovers.of(ref.team)).filter(isListed).length >= MOST_HANDOVERS;
      if (isFull) return withHandover(turn, ref, async (team, now) => handoverCard(team, now, full));
      return mark(turn, ref, 'Deze overdracht staat weer op de lijst.', (now, day) =>
        now.removed ? { ...now, removed: undefined, day } : now,
      );
    },
  };
}

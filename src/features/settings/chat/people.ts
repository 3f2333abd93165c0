import { z } from 'zod';
import { carried, field } from '../../../conversation/field.ts';
import { finder } from '../../../conversation/finding.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import { peopleCard, personCard, searchForm } from './person-cards.ts';
import { onPerson, type PeopleTools, seenInLog, teamOf } from './person-replies.ts';

/** So much of what was typed is compared with everybody. */
const LONGEST_NAME = 200;

const page = carried(z.number().int().min(0).max(1_000), 0);
export const personSchema = z.object({ id: z.string().max(200) });
export const findSchema = z.object({ name: field.text, page });
export const ofTeamSchema = z.object({ team: z.string().max(200), page });

/** Looking people up: what an administrator may know of them. That somebody looks is in the log, and what they typed is not. */
export function lookingUp({ everybody, audit }: Pick<PeopleTools, 'everybody' | 'audit'>) {
  const present = async () => (await everybody()).filter((one) => isPresent(one) && !one.moved);
  const byName = (list: readonly Person[]) => list.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));

  async function shown(turn: Turn, person: Person): Promise<Message> {
    await seenInLog({ audit }, turn, person);
    return personCard(person, teamOf(person, await turn.settings()));
  }

  async function find(turn: Turn, { name, page }: { name: string; page: number }): Promise<Message> {
    const all = byName(await present());
    if (name.trim() === '') return searchForm(all, '', ['Typ een naam of een e-mailadres.']);
    const choosable = all.map((person) => ({
      value: person.id,
      title: person.name,
      also: [person.upn, person.id],
      person,
    }));
    const found = finder(choosable)(name.slice(0, LONGEST_NAME)).map(({ person }) => person);
    const [only] = found;
    if (found.length !== 1)
      await audit.record(turn.directoryId, 'mensen gezocht', `${found.length} gevonden`);
    if (!only) return searchForm(all, name, ['Ik vind niemand die zo heet. Typ een ander deel van de naam.']);
    if (found.length === 1) return shown(turn, only);
    const { teams } = await turn.settings();
    return peopleCard('Wie bedoel je?', found, {
      page,
      verb: 'people.find',
      to: (next) => ({ name, page: next }),
      teams,
    });
  }

  async function ofTeam(turn: Turn, { team: key, page }: z.infer<typeof ofTeamSchema>): Promise<Message> {
    const { teams } = await turn.settings();
    const inside = byName((await present()).filter(({ team }) => team === key));
    await audit.record(turn.directoryId, 'mensen lijst', key);
    return peopleCard(teams.find((team) => team.key === key)?.name ?? key, inside, {
      page,
      verb: 'people.of-team',
      to: (next) => ({ team: key, page: next }),
      teams,
    });
  }

  return {
    search: async (): Promise<Message> => searchForm(await everybody()),
    find,
    ofTeam,
    open: (turn: Turn, personId: string) =>
      onPerson({ everybody }, personId, (person) => shown(turn, person)),
  };
}

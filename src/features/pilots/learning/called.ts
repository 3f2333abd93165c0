import { isPresent } from '../../../people/person.ts';
import type { Learning } from './learning.ts';
import type { LearningTools } from './tools.ts';

/** Whom other teams may call about what is shared: the team, or somebody who named themselves. */
export interface Called {
  teamName?: string;
  /** The name of somebody who works here now. */
  person?: string;
}

type CalledTools = Pick<LearningTools, 'learnings' | 'settings' | 'everybody'>;

/** Tells of a learning point whom others may call about it. Two reads for all of them; everybody only where somebody is named. */
export async function allCalled({
  learnings,
  settings,
  everybody,
}: CalledTools): Promise<(learning: Pick<Learning, 'id' | 'team'>) => Called> {
  const [contacts, { teams }] = await Promise.all([learnings.contacts(), settings.recent()]);
  const people = contacts.size > 0 ? await everybody() : [];
  const here = new Map(people.filter(isPresent).map(({ directoryId, name }) => [directoryId, name]));
  return ({ id, team }) => {
    const contact = contacts.get(id);
    return {
      teamName: teams.find(({ key }) => key === team)?.name,
      person: contact === undefined ? undefined : here.get(contact),
    };
  };
}

/** The same of one learning point. */
export const calledOf = async (tools: CalledTools, learning: Learning): Promise<Called> =>
  (await allCalled(tools))(learning);

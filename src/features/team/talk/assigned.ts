import { taskButtons } from '../../../conversation/task.ts';
import type { Assigned } from '../../../people/assigned.ts';
import type { Group } from '../groups/group.ts';
import type { TalkPoint } from './point.ts';
import type { PointStore } from './store.ts';

/** A point that somebody took on, as they are told of it. */
export const assignedOf = (
  groups: Pick<PointStore, 'changePoint'>,
  group: Group,
  { id, owner, text, due, told, askedFor }: TalkPoint & { owner: string },
): Assigned => ({
  owner,
  text,
  about: `Teampunt · ${group.name}`,
  due,
  told,
  askedFor,
  buttons: taskButtons('point', { team: group.key, id }),
  keep: (news) => groups.changePoint(group, id, (now) => ({ ...now, ...news })),
});

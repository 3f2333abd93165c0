import type { TeamLink } from './tables.ts';

/** What Teams tells of a team itself. */
export type TeamChange =
  | { kind: 'deleted' | 'restored' | 'archived' | 'unarchived' }
  | { kind: 'renamed'; name: string };

/** What an administrator should know of a linked team. `name` is what it is called in Teams. */
export interface TeamNews {
  /** `taken`: it was restored, but by now our team belongs to another one. `unlinked`: Kompas is not in it any more. */
  kind: TeamChange['kind'] | 'taken' | 'unlinked';
  team: string;
  name: string;
}

/**
 * A link after something happened to its team in Teams, and what that is; undefined when nothing changes, so that news that
 * comes twice is told once. `day` is today's ISO date, `at` the moment.
 */
export function changedLink(
  link: TeamLink,
  change: TeamChange,
  all: readonly TeamLink[],
  day: string,
  at: string,
): { kind: TeamNews['kind']; link: TeamLink } | undefined {
  switch (change.kind) {
    case 'deleted':
      return link.deleted === undefined ? { kind: 'deleted', link: { ...link, deleted: day } } : undefined;
    case 'restored': {
      if (link.deleted === undefined) return undefined;
      const isTaken = all.some(
        (other) =>
          other.team === link.team && other.teamsTeamId !== link.teamsTeamId && other.deleted === undefined,
      );
      if (isTaken) return { kind: 'taken', link };
      const { deleted: _deleted, ...rest } = link;
      // Whoever left meanwhile is noticed by reading the roster; nobody is added by that.
      return { kind: 'restored', link: { ...rest, look: { at, joined: [], left: [], whole: false } } };
    }
    case 'archived':
      return link.archived ? undefined : { kind: 'archived', link: { ...link, archived: true } };
    case 'unarchived': {
      const { archived, ...rest } = link;
      return archived ? { kind: 'unarchived', link: rest } : undefined;
    }
    case 'renamed':
      return change.name === '' || change.name === link.name
        ? undefined
        : { kind: 'renamed', link: { ...link, name: change.name } };
  }
}

import type { IbroRole } from '../../../people/person.ts';
import { ownProfiles, type ProfilePart, profilePartIds } from '../content/profiles.ts';

/** A version of a part. `version` counts from 1; days are ISO dates. */
export interface ProfileVersion {
  role: IbroRole;
  part: ProfilePart;
  version: number;
  /** Missing where our own text was put back. */
  text?: string;
  day: string;
  /** The day on which another took its place; none for what holds. */
  replaced?: string;
}

/** A part as it holds now. */
export interface CurrentPart {
  part: ProfilePart;
  /** Lines with line ends between. */
  text: string;
  /** 0 as long as nobody changed it. */
  version: number;
  /** Our own text. */
  isOurs: boolean;
  /** The day on which this was written; none as long as nobody changed it. */
  day?: string;
}

/** In characters; and so many lines, so that a profile stays something to read. */
export const LONGEST_PART = 1_000;
export const MOST_LINES = 12;
/** So many learning points stand beside a profile. */
export const MOST_POINTS = 10;

/** Our own text of a part. */
export const ownText = (role: IbroRole, part: ProfilePart): string => ownProfiles[role][part].join('\n');

/** The version of a part that holds, among all there are of it and of others; undefined as long as nobody changed it. */
export function newest(
  versions: readonly ProfileVersion[],
  role: IbroRole,
  part: ProfilePart,
): ProfileVersion | undefined {
  return versions
    .filter((one) => one.role === role && one.part === part)
    .reduce<ProfileVersion | undefined>(
      (best, one) => (best === undefined || one.version > best.version ? one : best),
      undefined,
    );
}

/** A part as it holds now, by all versions there are. */
export function currentPart(
  versions: readonly ProfileVersion[],
  role: IbroRole,
  part: ProfilePart,
): CurrentPart {
  const last = newest(versions, role, part);
  return {
    part,
    text: last?.text ?? ownText(role, part),
    version: last?.version ?? 0,
    isOurs: last?.text === undefined,
    day: last?.day,
  };
}

/** A whole profile as it holds now, in the order in which it is read. */
export const currentProfile = (versions: readonly ProfileVersion[], role: IbroRole): CurrentPart[] =>
  profilePartIds.map((part) => currentPart(versions, role, part));

/** The lines of a text, without empty ones and without a mark or number that somebody typed before them. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,2}[.)])(?:\s+|$)/, '').trim())
    .filter(Boolean);

/** A text as it is kept. */
export const tidyText = (text: string): string => linesOf(text).join('\n');

import { dutchDay } from '../../../calendar/clock.ts';
import type { IbroRole } from '../../../people/person.ts';
import { below, defineTable } from '../../../storage/index.ts';
import { type ProfilePart, profileParts } from '../content/profiles.ts';

/**
 * A version of a part of a role profile: the last one holds, those before it are its history. Partition: tenant. Row: key of the
 * role, part, number of the version from 1 on. Version 0 is our own text, which has no row.
 */
export interface ProfileVersionRow {
  role: IbroRole;
  part: ProfilePart;
  /** Lines with line ends between; missing where our own text was put back. */
  text?: string;
  /** The day on which it was written. */
  day: string;
  /** The day on which another version took its place, from which retention counts. */
  replaced?: string;
}

export const profilesTable = defineTable<ProfileVersionRow>({
  name: 'roleprofiles',
  namesPeople: false,
  owner: 'roles',
  holds: 'de rolprofielen van je gemeente, met wat er eerder stond',
  seenBy: 'iedereen bij de gemeente; wat er eerder stond alleen beheerders en afdelingshoofden',
  retention: { days: 731, from: 'replaced' },
  person: { kind: 'none', why: 'Een rolprofiel gaat over een rol. Er staat geen schrijver bij.' },
});

/** Who wrote a version. Partition: tenant. Row: directory id, key of the role, part, number of the version. */
export interface ProfileAuthorRow {
  role: IbroRole;
  part: ProfilePart;
  day: string;
}

export const profileAuthorsTable = defineTable<ProfileAuthorRow>({
  name: 'roleprofileauthors',
  namesPeople: true,
  owner: 'roles',
  holds: 'welk rolprofiel je wijzigde',
  seenBy: 'beheerders en afdelingshoofden',
  retention: { days: 731, from: 'day' },
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [below(directoryId)],
    describe: ({ role, part, day }) =>
      `Op ${dutchDay(day)} wijzigde je “${profileParts[part]}” in het rolprofiel ${role}.`,
  },
});

/** A shared learning point that was put beside a profile. Partition: tenant. Row: key of the role, id of the learning point. */
export interface ProfilePointRow {
  role: IbroRole;
  learning: string;
  day: string;
}

export const profilePointsTable = defineTable<ProfilePointRow>({
  name: 'roleprofilepoints',
  namesPeople: false,
  owner: 'roles',
  holds: 'welke gedeelde praktijkvoorbeelden bij een rolprofiel staan',
  seenBy: 'iedereen bij de gemeente',
  retention: { days: 731, from: 'day' },
  person: { kind: 'none', why: 'Er staat alleen welk voorbeeld bij welke rol hoort.' },
});

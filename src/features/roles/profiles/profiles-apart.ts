import type { SentFile } from '../../../conversation/intake.ts';
import type { Problem } from '../../../files/csv.ts';
import { readList } from '../../../files/xlsx.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { type ProfilesPlan, planProfiles, profilesHeading } from './file.ts';
import type { ProfileVersion } from './profile.ts';

/** A file of role profiles, what there is now, and the names of everybody here. */
export interface ProfilesFile {
  file: SentFile;
  versions: readonly ProfileVersion[];
  names: readonly string[];
}

/** Reads a file of role profiles and plans it. For a thread of its own. */
export async function work({
  file: { bytes, name },
  versions,
  names,
}: ProfilesFile): Promise<ProfilesPlan | { problems: Problem[] }> {
  const read = await readList(bytes, name, { score: profilesHeading });
  return planProfiles(read, versions, nameFinder(names));
}

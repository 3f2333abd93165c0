import { createHash } from 'node:crypto';
import { today } from '../../../calendar/clock.ts';
import type { Intake, PlannedIntake } from '../../../conversation/intake.ts';
import { apart } from '../../../files/apart.ts';
import type { Problem } from '../../../files/csv.ts';
import type { Tools } from '../../module.ts';
import { changeLines, columns, type ProfilesPlan, profilesHeading } from './file.ts';
import type { ProfileVersion } from './profile.ts';
import type { ProfilesFile } from './profiles-apart.ts';
import type { ProfileStore } from './store.ts';

export interface ProfilesIntakeTools extends Pick<Tools, 'audit' | 'everybody' | 'now'> {
  profiles: ProfileStore;
}

const partCount = (count: number) => (count === 1 ? '1 onderdeel' : `${count} onderdelen`);

/** The same text as long as nobody changed a profile. */
const stateOf = (versions: readonly ProfileVersion[]): string =>
  createHash('sha256')
    .update(JSON.stringify(versions.map(({ role, part, version }) => [role, part, version])))
    .digest('hex');

/** The role profiles as an administrator sends them in the chat (docs/method.md step 3). */
export function profilesIntake({ profiles, audit, everybody, now }: ProfilesIntakeTools): Intake {
  return {
    kind: 'profiles',
    what: 'een lijst van rolprofielen',
    head: 'roles',
    needs: { who: ['beheerder'], where: 'own chat', typed: 'bestand' },
    next: { verb: 'profile.all', title: 'Naar de rolprofielen', data: {} },
    looksLike: ({ tables }) => {
      const best = Math.max(0, ...tables.flatMap(({ rows }) => rows.map(profilesHeading)));
      return best === columns.length ? 1 : 0;
    },
    plan: async (file): Promise<PlannedIntake> => {
      const [versions, people] = await Promise.all([profiles.versions(), everybody()]);
      const read = await apart<ProfilesFile, ProfilesPlan | { problems: Problem[] }>(
        new URL('profiles-apart.ts', import.meta.url),
        { file, versions, names: people.map(({ name }) => name) },
      );
      const state = stateOf(versions);
      if ('problems' in read)
        return {
          read: 'geen enkel rolprofiel',
          counts: [],
          doubts: [],
          changes: [],
          problems: read.problems,
          questions: [],
          isUnchanged: true,
          summary: '',
          state,
          apply: async () => 'changed',
        };
      const { changes, same, doubts } = read;
      const summary = partCount(changes.length);
      return {
        read: partCount(changes.length + same),
        counts: [
          { title: 'Gewijzigd', value: `${changes.length}` },
          { title: 'Gelijk', value: `${same}` },
        ],
        doubts,
        changes: [{ title: 'Wijzigt', lines: changeLines(read) }],
        problems: [],
        questions: [],
        isUnchanged: changes.length === 0,
        summary,
        state,
        apply: async (who) => {
          await audit.record(who, 'rolprofielen geïmporteerd', summary);
          const isWritten = await profiles.write(changes, who, today(now()).toString());
          return isWritten ? { lines: ['De nieuwe tekst geldt vanaf nu.'] } : 'changed';
        },
      };
    },
  };
}

import type { Job } from '../../../delivery/jobs.ts';
import { withoutOld } from '../../../people/changing/setting.ts';
import type { Tools } from '../../module.ts';

/** What stood in the settings before a change of more than some days ago, goes; the rows are looked at with the settings of each tick, which costs nothing more (trust:kept-no-longer). */
export function forgettingJob({ settings }: Pick<Tools, 'settings'>): Job {
  return {
    name: 'settings-before',
    when: 'always',
    run: async ({ now, settings: read }) => {
      const { municipality, teams, ended } = await read();
      if (withoutOld(municipality, now) !== municipality)
        await settings.changeMunicipality((there) => withoutOld(there, now));
      for (const team of [...teams, ...ended].filter((one) => withoutOld(one, now) !== one))
        await settings.changeTeam(team.key, (there) => withoutOld(there, now));
    },
  };
}

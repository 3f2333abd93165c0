import { nameOfActor } from '../../../people/actors.ts';
import type { Setting } from '../../../people/changing/setting.ts';
import type { Changing } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';

/** So many hours back is looked for who changed something: a form is not open for longer. */
const LOOKED_BACK_HOURS = 24 * 7;

/** Who last changed a setting, by name; undefined when the log does not tell. */
export async function changedBy<S extends Changing>(
  { audit, now, everybody }: Pick<Tools, 'audit' | 'now' | 'everybody'>,
  { key, logged = key }: Pick<Setting<S>, 'key' | 'logged'>,
  about: string,
): Promise<string | undefined> {
  const lines = await audit.since(now().subtract({ hours: LOOKED_BACK_HOURS }));
  const words = `instellingen ${logged}`;
  const last = lines.findLast(
    (line) => line.about === about && (line.what === words || line.what.startsWith(`${words} `)),
  );
  return last && nameOfActor(last.who, await everybody());
}

/** Lines about somebody that tell nothing of a change of their row. */
const aside = /^(?:persoon bekeken$|instellingen )/;

/** Who last changed somebody, by name; undefined when the log does not tell. */
export async function lastAbout(
  { audit, now, everybody }: Pick<Tools, 'audit' | 'now' | 'everybody'>,
  about: string,
): Promise<string | undefined> {
  const lines = await audit.since(now().subtract({ hours: LOOKED_BACK_HOURS }));
  const last = lines.findLast((line) => line.about === about && !aside.test(line.what));
  return last && nameOfActor(last.who, await everybody());
}

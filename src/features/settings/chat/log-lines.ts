import { today } from '../../../calendar/clock.ts';
import { nameOfActor } from '../../../people/actors.ts';
import type { Setting } from '../../../people/changing/setting.ts';
import type { Changing } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';
import { MOST_LINES } from './log-reading.ts';

/** So many days back is looked for who changed something: a form is not open for longer. */
const LOOKED_BACK_DAYS = 7;

const lately = async ({ audit, now }: Pick<Tools, 'audit' | 'now'>) => {
  const day = today(now());
  return (await audit.newest(day.subtract({ days: LOOKED_BACK_DAYS }), day, MOST_LINES)).lines;
};

/** Who last changed a setting, by name; undefined when the log does not tell. */
export async function changedBy<S extends Changing>(
  tools: Pick<Tools, 'audit' | 'now' | 'everybody'>,
  { key, logged = key }: Pick<Setting<S>, 'key' | 'logged'>,
  about: string,
): Promise<string | undefined> {
  const lines = await lately(tools);
  const words = `instellingen ${logged}`;
  const last = lines.find(
    (line) => line.about === about && (line.what === words || line.what.startsWith(`${words} `)),
  );
  return last && nameOfActor(last.who, await tools.everybody());
}

/** Lines about somebody that tell nothing of a change of their row. */
const aside = /^(?:persoon bekeken$|instellingen )/;

/** Who last changed somebody, by name; undefined when the log does not tell. */
export async function lastAbout(
  tools: Pick<Tools, 'audit' | 'now' | 'everybody'>,
  about: string,
): Promise<string | undefined> {
  const lines = await lately(tools);
  const last = lines.find((line) => line.about === about && !aside.test(line.what));
  return last && nameOfActor(last.who, await tools.everybody());
}

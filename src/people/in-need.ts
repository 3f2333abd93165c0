import type { Turn } from '../conversation/turn.ts';
import { type Distress, soundsLikeDistress } from '../language/distress.ts';
import { within } from '../lib/within.ts';

/** So long (milliseconds) is waited for the setting: a helpline comes before a switch that cannot be read. */
const SETTING_MS = 2_000;

/**
 * Whether the words of a turn are those of somebody who does not seem well, and how; undefined when they are not, and where an
 * administrator switched this off: then nobody's words are looked at for it, nor read otherwise because of it
 * (docs/privacy.md, "Woorden van nood").
 */
export async function inNeed(turn: Pick<Turn, 'text' | 'settings'>): Promise<Distress | undefined> {
  // Nearly all that is typed costs nothing: the switch is only asked for what would be words of distress.
  const how = soundsLikeDistress(turn.text);
  return how && !(await isOff(turn)) ? how : undefined;
}

async function isOff(turn: Pick<Turn, 'settings'>): Promise<boolean> {
  try {
    const { municipality } = await within(SETTING_MS, turn.settings());
    return municipality.distressOff === true;
  } catch {
    return false;
  }
}

import type { Result } from '../src/delivery/policy.ts';
import { logLines } from '../src/log-lines.ts';

/** The table of Log Analytics in which the lines of containers stand, one in `Log`. */
export const TABLE = 'ContainerAppConsoleLogs';
/** Older than this a secret key is to be renewed. */
export const KEY_DAYS = 365;
/** What of a round did not arrive. That somebody skips or blocks is their own choice, and is no failure. */
const failures: readonly Result[] = ['refused', 'gave-up', 'late'];
const ZONE = "'Europe/Amsterdam'";

const lines = `let lines = ${TABLE} | extend line = parse_json(Log) | extend msg = tostring(line.msg);`;

/**
 * Each query of an alert, in Kusto: it gives a row when something is wrong. They read the app's own log alone, by the words of
 * `src/log-lines.ts`.
 */
export const queries = {
  /**
   * On a working day after ten: Kompas did not look at what was due, did not plan all of it, or put it in the queue and sent nothing.
   * What is due on a holiday is for Kompas to know: nothing.
   */
  noRound: `${lines}
let here = datetime_utc_to_local(now(), ${ZONE});
let today = lines | where startofday(datetime_utc_to_local(TimeGenerated, ${ZONE})) == startofday(here);
let mornings = today | where msg == '${logLines.morning}' | summarize looked = count(), unplanned = sum(toint(line.unplanned)), messages = sum(toint(line.messages)) | extend one = 1;
let rounds = today | where msg == '${logLines.round}' | summarize worked = count() | extend one = 1;
mornings | join kind=inner rounds on one
| where hourofday(here) == 10 and dayofweek(here) between (1d .. 5d)
| where looked == 0 or unplanned > 0 or (messages > 0 and worked == 0)`,
  /** More than one in twenty turns or messages of a round failed, and at least three; or a message was given up. */
  failing: `${lines}
lines
| summarize turns = countif(msg == '${logLines.turn}'), turnsFailed = countif(msg == '${logLines.turnFailed}'), aside = countif(msg == '${logLines.setAside}'), sent = sumif(toint(line.results.sent), msg == '${logLines.round}'), unsent = sumif(${failures.map((result) => `coalesce(toint(line.results['${result}']), 0)`).join(' + ')}, msg == '${logLines.round}')
| extend sent = coalesce(sent, 0), unsent = coalesce(unsent, 0)
| where aside > 0 or (turnsFailed >= 3 and turnsFailed * 20 > turns + turnsFailed) or (unsent >= 3 and unsent * 20 > sent + unsent)`,
  /** Told by Kompas more than once: the first message that nobody has in hand waits for fifteen minutes. */
  queueLate: `${lines}
lines | where msg == '${logLines.queueLate}' | summarize told = count() | where told > 1`,
  keyOld: `${lines}
lines | where msg == '${logLines.morning}' and toint(line.keyDays) > ${KEY_DAYS}`,
} as const;

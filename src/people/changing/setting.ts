import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Field, FormValues } from '../../conversation/form.ts';
import type { Changing, LastChange, Settings } from '../municipality.ts';
import type { Person } from '../person.ts';

/** So many days after a change what stood there before can be put back. */
export const UNDO_DAYS = 7;

/** What reading a form has to know beside what stands there. */
export interface SettingContext {
  /** ISO date. */
  day: string;
  /** Everybody, those who left included. */
  people: readonly Person[];
  settings: Settings;
}

/** What a filled form asks for: a change, to be made on what stands there by then, or what is wrong in Dutch sentences. */
export type SettingRead<S> =
  | { change(now: S): S }
  /** `typed` is what the form shows again, where that is not what was sent. */
  | { problems: readonly string[]; typed?: FormValues };

/**
 * One setting: how it reads, what its form asks and what becomes of that. The command line and the cards both change by it, so
 * that nothing is decided twice. All of it is pure.
 */
export interface Setting<S extends Changing> {
  /** By which it is kept, and the word of its command. */
  key: string;
  /** In front of what is set. */
  title: string;
  /** What of the municipality or the team it holds. */
  fields: readonly (keyof S & string)[];
  /** Behind the word "instellingen" in the log; its key where left out. */
  logged?: string;
  /** The same with what is chosen, where that can be told without personal data. */
  choice?(next: S, before: S): string;
  /** The UPNs of whom it names: of each that comes or goes the log has a line by their id. */
  named?(now: S): readonly string[];
  /** What is set, in words; also where that is nothing. */
  words(now: S): string;
  /** False where nobody set it and there is something to set. */
  isSet(now: S): boolean;
  /** What the form says above its fields. */
  lead: string;
  form(now: S, typed: FormValues | undefined, context: SettingContext): readonly Field[];
  read(sent: FormValues, now: S, context: SettingContext): SettingRead<S>;
  /** True where a button of the form takes away what stands there. */
  removable?: true;
  /** True where everybody who uses Kompas sees what is set. */
  isForAll?: true;
  /** True where its form lets somebody choose from colleagues: they are read for that. */
  choosesPeople?: true;
  /** What is kept, where that depends on what stood there and on the moment of the change. */
  settled?(before: S, next: S, at: Temporal.Instant): S;
  /** What comes of it, in a Dutch sentence, for who saved it. */
  outcome?(next: S, at: Temporal.Instant): string;
  /** What will happen, in Dutch, where somebody should agree first. */
  warning?(now: S, next: S): string | undefined;
}

/** What a form sends that asks to take away what stands there. */
export const GONE = 'ja';

/** What a setting holds, by field. */
function partOf<S extends Changing>({ fields }: Pick<Setting<S>, 'fields'>, now: S): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => (now[field] === undefined ? [] : [[field, now[field]] as const])),
  );
}

/** The same object with its keys in one order, all the way down: storage may give them in another. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, ordered(one)]),
  );
}

/** The same short text for values that say the same: a form carries it, so that nobody overwrites what they did not see. */
export function markOf<S extends Changing>(setting: Pick<Setting<S>, 'fields'>, now: S): string {
  const text = JSON.stringify(ordered(partOf(setting, now)));
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** What stands there after a change, with what stood there before and when. The same object when the change changes nothing. */
export function changed<S extends Changing>(
  setting: Pick<Setting<S>, 'fields' | 'key' | 'settled'>,
  now: S,
  change: (now: S) => S,
  at: Temporal.Instant,
): S {
  const next = change(now);
  if (markOf(setting, next) === markOf(setting, now)) return now;
  const last: LastChange = { at: at.toString(), before: partOf(setting, now) };
  const kept = setting.settled?.(now, next, at) ?? next;
  return { ...kept, changes: { ...now.changes, [setting.key]: last } };
}

/** The change that puts back what stood there before the last one; undefined when that is not kept any more. */
export function undoing<S extends Changing>(
  setting: Pick<Setting<S>, 'fields' | 'key'>,
  now: S,
): ((now: S) => S) | undefined {
  const before = now.changes?.[setting.key]?.before;
  if (!before) return undefined;
  const cleared = Object.fromEntries(setting.fields.map((field) => [field, before[field]]));
  return (then) => ({ ...then, ...cleared });
}

/** Whether something was last changed so long ago that what stood there before is kept no more. */
const isOver = ({ at }: LastChange, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(at).add({ hours: 24 * UNDO_DAYS }), now) <= 0;

/** The same object, or one without what stood before changes of which `goes` is true. */
function without<S extends Changing>(now: S, goes: (last: LastChange) => boolean): S {
  const { changes = {} } = now;
  const going = Object.values(changes).some((last) => last.before !== undefined && goes(last));
  if (!going) return now;
  const kept = Object.entries(changes).map(([key, last]) => [key, goes(last) ? { at: last.at } : last]);
  return { ...now, changes: Object.fromEntries(kept) };
}

/** Without what stood there before changes of more than `UNDO_DAYS` ago; the same object when there is none. */
export const withoutOld = <S extends Changing>(now: S, moment: Temporal.Instant): S =>
  without(now, (last) => isOver(last, moment));

/** Without what stood there before a change that names one of these UPNs; the same object when none does. */
export function withoutNames<S extends Changing>(now: S, upns: readonly string[]): S {
  const named = upns.map((upn) => JSON.stringify(upn));
  return without(now, ({ before }) => {
    const text = JSON.stringify(before) ?? '';
    return named.some((upn) => text.includes(upn));
  });
}

/** Whether what stood somewhere before a change names one of these UPNs. */
export const namesBefore = ({ municipality, teams, ended }: Settings, upns: readonly string[]): boolean =>
  [municipality, ...teams, ...ended].some((one: Changing) => withoutNames(one, upns) !== one);

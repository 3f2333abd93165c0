import { createHash, randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { today } from '../../calendar/clock.ts';
import type { IntakeAnswers, IntakeKind, SentFile } from '../../conversation/intake.ts';
import type { Address } from '../../people/person.ts';
import { below, changeRow, key, partsOf, type Storage, type Stored } from '../../storage/index.ts';
import { type IntakeRow, intakeTable, PART_BYTES } from './tables.ts';

/** A file is there for so long. */
export const KEPT_HOURS = 24;
/** After so long somebody who agreed may try again: whoever was carrying it out has stopped. */
const APPLYING_MINUTES = 10;
/** A transaction takes 4 MiB at most, and a part some 50 KB. */
const PARTS_AT_ONCE = 40;

/** A file that somebody sent, as it was read. */
export interface Upload {
  id: string;
  /** Directory id. */
  owner: string;
  row: Stored<IntakeRow>;
}

/** How often a kind of list was applied, as it was read: whoever applies on what was read then, is first or not at all. */
export type Turn = Stored<IntakeRow> | undefined;

export interface IntakeStore {
  /** Keeps a file for a day; what the person sent before goes, unless it waits for a second person. */
  keep(owner: string, file: SentFile): Promise<Upload>;
  /** Undefined for a file of somebody else, or one that is gone. */
  find(owner: string, id: string): Promise<Upload | undefined>;
  /** The last file of somebody on which nothing was decided yet. */
  waiting(owner: string): Promise<Upload | undefined>;
  /**
   * Puts a file before those who may decide as the second: from then on they find it, and no earlier one of the same kind and person.
   * Undefined as for `change`. One range, and what goes.
   */
  ask(upload: Upload, seen: string): Promise<Upload | undefined>;
  /** True when others were told today of this file, or of another one of the same person with the same bytes. One range. */
  isTold(upload: Upload): Promise<boolean>;
  /** Files of others than this person that were put before a second person, and on which nobody decided yet. One range, and a point read for each. */
  asked(except: string): Promise<Upload[]>;
  /** The bytes; undefined when they are gone. */
  fileOf(upload: Upload): Promise<SentFile | undefined>;
  /** Writes what was settled. Undefined when it was changed meanwhile, or is gone. */
  change(upload: Upload, change: Partial<IntakeRow>): Promise<Upload | undefined>;
  /** Removes a file and its bytes. */
  remove(upload: Upload): Promise<void>;
  turn(kind: IntakeKind): Promise<Turn>;
  /** Takes the turn to apply: false when somebody else did since `turn` was read, or the file was changed. */
  begin(upload: Upload, kind: IntakeKind, turn: Turn): Promise<boolean>;
  /** Keeps that a file was applied, and takes its bytes away; nothing of a file that is gone. */
  end(upload: Upload, isApplied: boolean): Promise<void>;
  keepChat(owner: string, chat: Address): Promise<void>;
  chat(owner: string): Promise<Address | undefined>;
}

const UPLOAD = 'u';
const PART = 'p';
const CHAT = 'chat';
const ASKED = 'asked';
const number = (n: number) => `${n}`.padStart(4, '0');

/** The answers and name of a file. */
export const detailsOf = ({ row }: Upload): NonNullable<IntakeRow['details']> =>
  row.value.details ?? { name: '', hash: '', answers: {} };

/** The files of one tenant that wait for agreement. Everything of a person stands in one range. */
export function intakeStore(storage: Storage, tenant: string, now: () => Temporal.Instant): IntakeStore {
  const table = storage.table(intakeTable);
  const home = key(tenant);
  const day = () => today(now()).toString();

  const isThere = ({ until = '' }: IntakeRow) => until !== '' && Temporal.Instant.compare(until, now()) > 0;

  async function find(owner: string, id: string): Promise<Upload | undefined> {
    const row = await table.get(home, key(owner, UPLOAD, id));
    return row && isThere(row.value) && row.value.details ? { id, owner, row } : undefined;
  }

  const change: IntakeStore['change'] = async ({ owner, id, row }, changed) =>
    (await table.replace(row, { ...row.value, ...changed })) ? find(owner, id) : undefined;

  async function removeParts(owner: string, id: string): Promise<void> {
    for (const { row } of await table.range({ partition: home, ...below(owner, PART, id) }))
      await table.remove(home, row);
  }

  async function remove({ owner, id }: Pick<Upload, 'owner' | 'id'>): Promise<void> {
    await table.remove(home, key(owner, UPLOAD, id));
    await table.remove(home, key(ASKED, owner, id));
    await removeParts(owner, id);
  }

  /** Of what somebody put before others, the newest of a kind waits: else each sending of a list would keep a whole file. */
  async function replaceEarlier({ owner, id, row: { value: newest } }: Upload): Promise<void> {
    for (const row of await table.range({ partition: home, ...below(owner, UPLOAD) })) {
      const earlier = { owner, id: partsOf(row.row).at(-1) ?? '' };
      const { state, kind } = row.value;
      if (state !== 'asked' || kind !== newest.kind || earlier.id === id) continue;
      // Whoever agreed to it in the same moment was first: then it is carried out.
      if (!(await table.replace(row, { ...row.value, state: 'replaced' }))) continue;
      await table.remove(home, key(ASKED, owner, earlier.id));
      await removeParts(owner, earlier.id);
    }
  }

  return {
    keep: async (owner, { name, bytes }) => {
      const before = await table.range({ partition: home, ...below(owner, UPLOAD) });
      for (const { row, value } of before)
        if (value.state === 'open') await remove({ owner, id: row.split('|').at(-1) ?? '' });
      const id = randomBytes(9).toString('hex');
      const parts = Math.ceil(bytes.length / PART_BYTES);
      const rows = Array.from({ length: parts }, (_, n) => ({
        do: 'put' as const,
        row: key(owner, PART, id, number(n)),
        value: {
          day: day(),
          bytes: Buffer.from(bytes.subarray(n * PART_BYTES, (n + 1) * PART_BYTES)).toString('base64'),
        },
      }));
      for (let n = 0; n < rows.length; n += PARTS_AT_ONCE)
        await table.transact(home, rows.slice(n, n + PARTS_AT_ONCE));
      await table.insert(home, key(owner, UPLOAD, id), {
        day: day(),
        until: now().add({ hours: KEPT_HOURS }).toString(),
        state: 'open',
        parts,
        details: {
          name: name.slice(0, 200),
          hash: createHash('sha256').update(bytes).digest('hex'),
          answers: {},
        },
      });
      const kept = await find(owner, id);
      if (!kept) throw new Error('a file was not kept');
      return kept;
    },
    find,
    waiting: async (owner) => {
      const rows = await table.range({ partition: home, ...below(owner, UPLOAD) });
      const open = rows.filter(({ value }) => value.state === 'open' && isThere(value) && value.kind);
      const [last] = open.toSorted((a, b) => ((a.value.until ?? '') < (b.value.until ?? '') ? 1 : -1));
      return last && find(owner, partsOf(last.row).at(-1) ?? '');
    },
    ask: async (upload, seen) => {
      // First the row by which it is found: one of a file that nobody was asked about counts for nothing.
      await table.put(home, key(ASKED, upload.owner, upload.id), { day: day() });
      const asked = await change(upload, { state: 'asked', seen, told: day() });
      if (asked) await replaceEarlier(asked);
      return asked;
    },
    isTold: async (upload) => {
      const rows = await table.range({ partition: home, ...below(upload.owner, UPLOAD) });
      const { hash } = detailsOf(upload);
      return rows.some(({ value }) => value.told === day() && value.details?.hash === hash);
    },
    asked: async (except) => {
      const rows = await table.range({ partition: home, ...below(ASKED) });
      const found = await Promise.all(
        rows.map(({ row }) => {
          const [, owner = '', id = ''] = partsOf(row);
          return owner === except ? undefined : find(owner, id);
        }),
      );
      return found
        .filter((upload) => upload?.row.value.state === 'asked')
        .filter((upload) => upload !== undefined);
    },
    fileOf: async (upload) => {
      const { owner, id, row } = upload;
      const parts = await table.range({ partition: home, ...below(owner, PART, id) });
      if (parts.length !== row.value.parts || parts.some(({ value }) => value.bytes === undefined))
        return undefined;
      const bytes = Buffer.concat(parts.map(({ value }) => Buffer.from(value.bytes ?? '', 'base64')));
      const { name, hash } = detailsOf(upload);
      // Storage gives back what was put there, or it is not the file that somebody sent.
      if (createHash('sha256').update(bytes).digest('hex') !== hash) return undefined;
      return { name, bytes };
    },
    change,
    remove,
    turn: (kind) => table.get(home, key('turn', kind)),
    begin: async ({ row }, kind, turn) => {
      const next: IntakeRow = { day: day(), turn: randomBytes(9).toString('hex') };
      const retry = now().add({ minutes: APPLYING_MINUTES }).toString();
      return table.transact(home, [
        { do: 'replace', row: row.row, etag: row.etag, value: { ...row.value, state: 'applying', retry } },
        turn
          ? { do: 'replace', row: turn.row, etag: turn.etag, value: next }
          : { do: 'insert', row: key('turn', kind), value: next },
      ]);
    },
    end: async ({ owner, id, row: { row, value } }, isApplied) => {
      // Only what is still there: whoever sent it may have erased themselves since (trust:see-and-erase).
      await changeRow(table, home, row, ({ retry: _retry, ...now }) => ({
        ...now,
        state: isApplied ? 'applied' : value.state,
      }));
      if (!isApplied) return;
      await table.remove(home, key(ASKED, owner, id));
      await removeParts(owner, id);
    },
    keepChat: (owner, chat) => table.put(home, key(owner, CHAT), { day: day(), chat }),
    chat: async (owner) => (await table.get(home, key(owner, CHAT)))?.value.chat,
  };
}

/** True when a file is being carried out by somebody, as far as can be known. */
export const isBusy = ({ row }: Upload, now: Temporal.Instant): boolean =>
  row.value.state === 'applying' &&
  row.value.retry !== undefined &&
  Temporal.Instant.compare(row.value.retry, now) > 0;

/** The same answers give the same text. */
export const answersInOrder = (answers: IntakeAnswers): string =>
  JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { noRecords, type Records } from './records.ts';

/** A binary field of Azure Tables holds 64 KiB. */
const PAGE_BYTES = 65_536;
/** Records a page at first; halved as long as the page does not fit. */
const RECORDS_A_PAGE = 1_000;

type RecordKind = keyof Records;
interface RegisterPage {
  kind: RecordKind;
  items: readonly unknown[];
}

function packed(kind: RecordKind, items: readonly unknown[]): Uint8Array[] {
  const bytes = deflateRawSync(JSON.stringify({ kind, items } satisfies RegisterPage));
  if (bytes.length <= PAGE_BYTES) return [bytes];
  if (items.length === 1) throw new RangeError('one record does not fit in a page');
  const half = Math.ceil(items.length / 2);
  return [...packed(kind, items.slice(0, half)), ...packed(kind, items.slice(half))];
}

/** All records as pages that each fit in one field: 100,000 entries in some hundred rows instead of as many. */
export function pagesOf(records: Records): Uint8Array[] {
  return (Object.keys(noRecords) as RecordKind[]).flatMap((kind) =>
    Array.from({ length: Math.ceil(records[kind].length / RECORDS_A_PAGE) }, (_, n) =>
      packed(kind, records[kind].slice(n * RECORDS_A_PAGE, (n + 1) * RECORDS_A_PAGE)),
    ).flat(),
  );
}

/** The records that pages hold, in the order of the pages. */
export function recordsIn(pages: readonly Uint8Array[]): Records {
  const read = pages.map((page) => JSON.parse(inflateRawSync(page).toString('utf8')) as RegisterPage);
  const of = (kind: RecordKind) => read.filter((page) => page.kind === kind).flatMap(({ items }) => items);
  return { entries: of('entries'), areas: of('areas'), tenures: of('tenures') } as Records;
}

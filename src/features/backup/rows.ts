import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A row as it stands in storage, with its table. */
export interface SavedRow {
  table: string;
  partition: string;
  row: string;
  value: Record<string, unknown>;
}

/** Fields one by one, with `bytes` for what is sealed or packed: JSON alone would not tell bytes from text. */
type Written = [
  table: string,
  partition: string,
  row: string,
  fields: [string, 'plain' | 'bytes', unknown][],
];

/** Rows as the bytes of one part. */
export function packRows(rows: readonly SavedRow[]): Buffer {
  const written = rows.map(
    ({ table, partition, row, value }): Written => [
      table,
      partition,
      row,
      Object.entries(value).map(([field, content]) =>
        content instanceof Uint8Array
          ? [field, 'bytes', Buffer.from(content).toString('base64')]
          : [field, 'plain', content],
      ),
    ],
  );
  return deflateRawSync(JSON.stringify(written));
}

/** The rows that `packRows` made a part of. Only for parts that are authentic: it checks nothing. */
export function unpackRows(part: Buffer): SavedRow[] {
  const written: Written[] = JSON.parse(inflateRawSync(part).toString('utf8'));
  return written.map(([table, partition, row, fields]) => ({
    table,
    partition,
    row,
    value: Object.fromEntries(
      fields.map(([field, how, content]) => [
        field,
        how === 'bytes' ? new Uint8Array(Buffer.from(String(content), 'base64')) : content,
      ]),
    ),
  }));
}

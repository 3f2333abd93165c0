import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { z } from 'zod';
import { InputError } from '../../cli/terminal.ts';

/** What stands in front of the file, readable to all. It is authenticated with every part that follows. */
export interface FileHeader {
  /** Everything, or only what was erased and taken back. */
  kind: 'everything' | 'taken back';
  format: number;
  /** The version of Kompas that made it. */
  kompas: string;
  /** When it was begun, as an instant. */
  made: string;
  /** Random, base64url: each file has a key of its own. */
  salt: string;
  /** Follows from the key and tells nothing of it, so that another key is told apart from damage. */
  check: string;
}

/** The form of file that this version writes, and the newest that it reads. */
export const FORMAT = 1;
const MAGIC = 'KOMPAS-RESERVEKOPIE ';
const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
/** In front of each part: how many bytes it has, and whether it is the last one. */
const FRAME_BYTES = 5;
const LONGEST_HEADER = 2_000;
const LONGEST_PART = 64 * 1024 * 1024;

const headerSchema = z.object({
  kind: z.enum(['everything', 'taken back']),
  format: z.number().int().positive(),
  kompas: z.string(),
  made: z.string(),
  salt: z.string(),
  check: z.string(),
});

const derived = (secret: Buffer, salt: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.from(salt, 'base64url'), purpose, 32));
const checkOf = (secret: Buffer, salt: string) =>
  derived(secret, salt, 'check').subarray(0, 12).toString('base64url');

const damaged = (file: string) =>
  new InputError(
    `${file} is beschadigd of niet af. Er is niets teruggezet. Gebruik een andere reservekopie.`,
  );

/** Of the `n`th part: no two parts of a file have the same, since its key is its own. */
function nonceOf(n: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeBigUInt64BE(BigInt(n), NONCE_BYTES - 8);
  return nonce;
}

/** What each part is bound to: the header, its place, and whether it is the last: no part can be moved, left out or added. */
const boundTo = (header: Buffer, n: number, isLast: boolean) =>
  Buffer.concat([createHash('sha256').update(header).digest(), Buffer.from(`${n} ${isLast}`)]);

/**
 * Writes parts to a file that only the holder of the key can read, one after the other: they need not fit in memory together. The
 * file is there when all is written, and not before. `secret` is derived for this purpose. `isReplaced`: one that is there already
 * makes place. Throws `InputError` when it is there and may not, or cannot be written.
 */
export async function writeSealed(
  { path, name, isReplaced }: { path: string; name: string; isReplaced: boolean },
  about: Pick<FileHeader, 'kind' | 'kompas' | 'made'>,
  secret: Buffer,
  parts: AsyncIterable<Buffer>,
): Promise<void> {
  const salt = randomBytes(32).toString('base64url');
  const whole: FileHeader = { ...about, format: FORMAT, salt, check: checkOf(secret, salt) };
  const header = Buffer.from(`${MAGIC}${JSON.stringify(whole)}\n`);
  const cipherKey = derived(secret, salt, 'parts');
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`;
  if (!isReplaced && (await exists(path))) throw new InputError(`${name} bestaat al. Kies een andere naam.`);
  const file = await open(unfinished, 'wx', 0o600).catch(() => {
    throw new InputError(`Ik kan niet schrijven in ${name}. Klopt het pad?`);
  });
  const write = async (n: number, plain: Buffer, isLast: boolean) => {
    const cipher = createCipheriv(CIPHER, cipherKey, nonceOf(n), { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(header, n, isLast));
    const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    const frame = Buffer.alloc(FRAME_BYTES);
    frame.writeUInt32BE(body.length);
    frame.writeUInt8(isLast ? 1 : 0, 4);
    await file.writeFile(Buffer.concat([frame, body]));
  };
  try {
    await file.writeFile(header);
    let n = 0;
    for await (const part of parts) {
      await write(n, part, false);
      n += 1;
    }
    await write(n, Buffer.alloc(0), true);
    await file.sync();
    await file.close();
    await rename(unfinished, path);
  } catch (error) {
    await file.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** True where there is a file that can be read. */
export async function exists(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r')).close();
    return true;
  } catch {
    return false;
  }
}

/** A file that was opened with the key it was written with. */
export interface SealedFile {
  header: FileHeader;
  /**
   * Its parts in their order, from the first. Throws `InputError` at one that was changed, moved or left out, and where the file
   * ends too soon or goes on after its end.
   */
  parts(): AsyncIterable<Buffer>;
  close(): Promise<void>;
}

async function bytesAt(file: FileHandle, at: number, count: number): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(count);
  let read = 0;
  while (read < count) {
    const { bytesRead } = await file.read(bytes, read, count - read, at + read);
    if (bytesRead === 0) return undefined;
    read += bytesRead;
  }
  return bytes;
}

/** Opens a file that `writeSealed` wrote with one of these `secrets`. `name` is how it was named. Throws `InputError` for any that cannot be read, with why. */
export async function openSealed(
  path: string,
  name: string,
  secrets: readonly Buffer[],
): Promise<SealedFile> {
  const file = await open(path, 'r').catch(() => {
    throw new InputError(`Ik kan ${name} niet lezen. Klopt het pad?`);
  });
  try {
    const begin = Buffer.alloc(LONGEST_HEADER);
    const { bytesRead } = await file.read(begin, 0, LONGEST_HEADER, 0);
    const end = begin.subarray(0, bytesRead).indexOf('\n');
    const text = begin.subarray(0, Math.max(end, 0)).toString('utf8');
    if (!text.startsWith(MAGIC))
      throw new InputError(`${name} is geen reservekopie van Kompas. Er is niets teruggezet.`);
    const header = headerIn(text.slice(MAGIC.length), name);
    const secret = secrets.find((one) => header.check === checkOf(one, header.salt));
    if (!secret)
      throw new InputError(
        `${name} is met een andere geheime sleutel gemaakt, of van een andere gemeente. Er is niets teruggezet. Zet de sleutel van toen in KOMPAS_SECRET_OUD, naast die van nu in KOMPAS_SECRET.`,
      );
    const line = begin.subarray(0, end + 1);
    const cipherKey = derived(secret, header.salt, 'parts');
    return {
      header,
      parts: () => partsOf(file, name, Buffer.from(line), cipherKey),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function headerIn(text: string, name: string): FileHeader {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw damaged(name);
  }
  const format = z.object({ format: z.number() }).safeParse(json).data?.format;
  if (format !== undefined && format > FORMAT)
    throw new InputError(
      `${name} is gemaakt met een nieuwere versie van Kompas. Er is niets teruggezet. Werk Kompas eerst bij.`,
    );
  const { data } = headerSchema.safeParse(json);
  if (!data) throw damaged(name);
  return data;
}

async function* partsOf(
  file: FileHandle,
  name: string,
  header: Buffer,
  cipherKey: Buffer,
): AsyncIterable<Buffer> {
  let at = header.length;
  for (let n = 0; ; n += 1) {
    const frame = await bytesAt(file, at, FRAME_BYTES);
    const size = frame?.readUInt32BE() ?? 0;
    const isLast = frame?.readUInt8(4) === 1;
    if (!frame || size < TAG_BYTES || size > LONGEST_PART) throw damaged(name);
    const body = await bytesAt(file, at + FRAME_BYTES, size);
    if (!body) throw damaged(name);
    at += FRAME_BYTES + size;
    const decipher = createDecipheriv(CIPHER, cipherKey, nonceOf(n), { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(header, n, isLast)).setAuthTag(body.subarray(size - TAG_BYTES));
    let plain: Buffer;
    try {
      plain = Buffer.concat([decipher.update(body.subarray(0, size - TAG_BYTES)), decipher.final()]);
    } catch {
      throw damaged(name);
    }
    if (isLast) {
      if (await bytesAt(file, at, 1)) throw damaged(name);
      return;
    }
    yield plain;
  }
}

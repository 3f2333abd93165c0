import { unzipSync } from 'fflate';
import { foundIn } from '../lib/found-in.ts';

/** So many bytes a file may have as it is sent. */
export const LARGEST_FILE = 10 * 1024 * 1024;
/** As of a sheet: a list of a municipality has some thousands of lines. */
const MOST_LINES = 100_000;

export const tooLargeFile =
  'Dit bestand is groter dan 10 MB. Zet alleen de lijst in een nieuw bestand en probeer het opnieuw.';
const otherKind = (what: string) =>
  `Dit is ${what}. Ik lees alleen Excel (.xlsx) en CSV (.csv). Sla de lijst zo op en probeer het opnieuw.`;
const withMacros =
  'In dit Excel-bestand staan macro’s. Die voer ik niet uit, en ik lees het bestand ook niet. Sla het in Excel op als gewone werkmap (.xlsx).';
const tooManyLines =
  'Dit bestand heeft meer dan 100.000 regels. Zet alleen de lijst in een nieuw bestand en probeer het opnieuw.';

/** Endings of files that are no list, whatever is in them. */
const others: Readonly<Record<string, string>> = {
  xls: 'een ouder Excel-bestand (.xls)',
  xlsb: 'een binair Excel-bestand (.xlsb)',
  ods: 'een bestand van LibreOffice (.ods)',
  pdf: 'een pdf',
  doc: 'een Word-bestand',
  docx: 'een Word-bestand',
  zip: 'een zip-bestand',
};

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isCompound = (bytes: Uint8Array) => bytes[0] === 0xd0 && bytes[1] === 0xcf;
const isUtf16 = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xfe;

/** The names of the parts of a zip file; none of one that is broken, of which the reader says so. */
function partsOf(bytes: Uint8Array): string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch {
    return [];
  }
  return names;
}

function lineCount(bytes: Uint8Array): number {
  let count = 1;
  for (const byte of bytes) if (byte === 0x0a) count += 1;
  return count;
}

/**
 * Why a file that somebody sends is not even looked at, in Dutch with what to do; undefined for what a reader may try. By its name
 * and its first bytes: nothing of it is run or unpacked.
 */
export function notAcceptable(bytes: Uint8Array, name: string): string | undefined {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (bytes.length > LARGEST_FILE) return tooLargeFile;
  if (bytes.length === 0) return 'Dit bestand is leeg.';
  if (/^(?:xlsm|xltm|xlam)$/.test(ending)) return withMacros;
  const other = foundIn(others, ending);
  if (other) return otherKind(other);
  if (isZip(bytes))
    return partsOf(bytes).some((part) => /vbaProject|macrosheets\//i.test(part)) ? withMacros : undefined;
  // An .xlsx with a password is such a file: the reader says so.
  if (isCompound(bytes)) return undefined;
  if (ending === 'xlsx') return undefined;
  if (!isUtf16(bytes) && bytes.includes(0)) return otherKind('geen lijst');
  return lineCount(bytes) > MOST_LINES ? tooManyLines : undefined;
}

/** Schemes by which a text does something when it is opened as an address, also without slashes. */
const DOING = ['javascript', 'vbscript', 'data', 'file', 'blob', 'mailto', 'tel', 'sms'];

/** What stands before the colon of something that could be an address. */
const SCHEME = /^[^\p{L}]*([\p{L}][\p{L}\p{N}+.-]*):(\/\/)?/u;

function isOdd(word: string): boolean {
  const [, scheme = '', slashes] = SCHEME.exec(word) ?? [];
  const plain = scheme.toLowerCase();
  if (slashes === undefined) return DOING.includes(plain) || plain.startsWith('ms-');
  if (plain !== 'https') return true;
  const url = URL.parse(word.slice(word.indexOf(scheme)));
  // An address with a name and a password in it leads elsewhere than it seems to.
  return url === null || url.username !== '' || url.password !== '' || !url.hostname.includes('.');
}

/**
 * What is wrong with a query or link that others may follow, in Dutch; undefined when nothing is. A query may be any text; an
 * address in it has to begin with https, and lead where it says.
 */
export function linkProblem(text: string): string | undefined {
  return text.split(/\s+/u).some(isOdd)
    ? 'Zoekopdracht (query) of link: gebruik alleen een link die begint met https://.'
    : undefined;
}

/** A tag that begins an element, without the prefix of its name. */
export interface StartTag {
  name: string;
  /** What stands between the name and the end of the tag, all quotes closed. */
  attributes: string;
}

/** What holds no tags, by how it begins and ends. */
const skipped = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** The place after `end`, looked for from `from`. Throws where it does not come. */
function after(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from);
  if (at < 0) throw new Error(`XML without an end: ${end}`);
  return at + end.length;
}

/** The place after the tag that begins at `at`. A sign that would end it may stand in a value between quotes. */
function afterTag(xml: string, at: number): number {
  for (let n = at + 1; n < xml.length; n += 1) {
    const sign = xml[n];
    if (sign === '>') return n + 1;
    if (sign === '<') break;
    if (sign === '"' || sign === "'") n = after(xml, sign, n + 1) - 1;
  }
  throw new Error('a tag without an end');
}

/**
 * The tags with which elements begin, in order. Each sign is looked at a few times at most, however the text was made. Throws for
 * a tag, a value, a comment or the like without an end.
 */
export function* startTags(xml: string): Generator<StartTag> {
  let at = xml.indexOf('<');
  while (at >= 0) {
    const [start, end] = skipped.find(([begin]) => xml.startsWith(begin, at)) ?? [];
    const next = start === undefined ? afterTag(xml, at) : after(xml, end, at + start.length);
    // An end tag or a declaration has no name here.
    const name =
      start === undefined
        ? /^[^\s<>/!:"'=]+(?::[^\s<>/:"'=]+)?/.exec(xml.slice(at + 1, next))?.[0]
        : undefined;
    if (name !== undefined) {
      const attributes = xml.slice(at + 1 + name.length, next - 1);
      yield { name: name.slice(name.indexOf(':') + 1), attributes };
    }
    at = xml.indexOf('<', next);
  }
}

/** The value of an attribute of a tag; undefined where it has none. Throws for what is no list of attributes. */
export function attributeOf({ attributes }: StartTag, wanted: string): string | undefined {
  const one = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  let value: string | undefined;
  let end = 0;
  for (let found = one.exec(attributes); found; found = one.exec(attributes)) {
    const [, name, double, single] = found;
    if (name === wanted && value !== undefined) throw new Error('an attribute that stands there twice');
    if (name === wanted) value = double ?? single;
    end = one.lastIndex;
  }
  if (!/^\s*\/?$/.test(attributes.slice(end))) throw new Error('attributes that are none');
  return value;
}

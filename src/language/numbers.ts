import { plainText } from './words.ts';

const ones = 'een twee drie vier vijf zes zeven acht negen'.split(' ');
const teens =
  'tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(
    ' ',
  );
const english =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

const small = new Map<string, number>([
  ...ones.map((word, index) => [word, index + 1] as const),
  ...teens.map((word, index) => [word, index < 10 ? index + 10 : (index - 8) * 10] as const),
  ...teens
    .slice(10)
    .flatMap((ten, index) =>
      ones.map((one, unit) => [`${one}en${ten}`, (index + 2) * 10 + unit + 1] as const),
    ),
  ...english.map((word, index) => [word, index + 1] as const),
  ...'thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 3) * 10] as const),
]);

const scales: readonly [string, number][] = [
  ['miljoen', 1_000_000],
  ['duizend', 1_000],
  ['honderd', 100],
];

/** Longer than any number below a million is written. */
const LONGEST = 80;

/** A whole number in one Dutch word, or a small English one: "zesendertigduizend". Undefined for any other word. */
export function numberInWords(word: string): number | undefined {
  if (word.length > LONGEST) return undefined;
  const plain = plainText(word);
  const known = small.get(plain);
  if (known !== undefined) return known;
  for (const [name, size] of scales) {
    const at = plain.indexOf(name);
    if (at === -1) continue;
    const [before, after] = [plain.slice(0, at), plain.slice(at + name.length)];
    const times = before === '' ? 1 : numberInWords(before);
    const rest = after === '' ? 0 : numberInWords(after.replace(/^en/, ''));
    const fits = times !== undefined && times < (size === 100 ? 100 : 1_000);
    return fits && rest !== undefined && rest < size ? times * size + rest : undefined;
  }
  return undefined;
}

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A text as it stands in a file; `…` stands for what is filled in. */
export interface FoundText {
  file: string;
  line: number;
  text: string;
}

const root = join(import.meta.dirname, '..', '..');

/** Files whose words are those that people type, or that machines read; nobody sees them on a screen. */
const unseen = [
  'src/language/**',
  'src/storage/**',
  'src/bot/refusal.ts',
  'src/log-lines.ts',
  'src/app.ts',
  'src/rounds.ts',
  'src/metrics/index.ts',
  'src/features/mandates/questions/{understanding,following}/**',
  'src/features/mandates/vocabulary/{activities,asking-words,legal-words,ordinary-words,small-words,stop-words}.ts',
  'src/features/mandates/import/{registration-names,registration-cells}.ts',
];

/** For the log, for Teams and for who calls the bot's addresses: English, and on no screen. */
const forMachines = [
  'Accessor',
  'Arguments:',
  'Commands:',
  'Global Options:',
  'Options:',
  'Usage:',
  'call failed: … …',
  'does not answer within … s',
  'enough of one person today',
  'free text',
  'how are you',
  'key check',
  'no address',
  'no answer',
  'no content encoding',
  'not authorised',
  'not served here',
  'not understood',
  'of a newer version',
  'of a round that is not known here',
  'only application/json',
  'person …',
  'sealed fields',
  'stopped while starting',
  'the action …',
  'the phrase …',
  'took port … instead of …',
  'too large',
  'too long',
  'what hears …',
  'what receives files',
];

/** What properties and constants of these names hold is typed by people in a spelling of their own, or is for machines. */
const notForEyes =
  /^(?:also|aliases|sure|perhaps|spokenOf|skip|headers|type|style|color|IN_ENGLISH|englishOf|LOCAL_SECRET)$/;
/** What these are given is for the log, for a machine, or for a developer. */
const machines =
  /(?:\blog|\blogger)\.|^(?:Error|RangeError|TypeError|SyntaxError|RegExp|CallError)$|\.(?:setHeader|writeHead|split|startsWith|endsWith|includes|replace|match|test|send|raw)$/;
const mime = /^\w+\/[\w+-]+(?:; |$)/;

/** Something to read: words, with a space or a capital; not a name in code. */
const isToRead = (text: string): boolean =>
  !forMachines.includes(text) &&
  /\p{L}{2}/u.test(text) &&
  !mime.test(text) &&
  (/\s/.test(text.trim()) || /^\p{Lu}\p{Ll}+[.:?!]?$/u.test(text));

const nameOf = (node: ts.Node): string =>
  ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node) ? node.name.getText() : '';

function isForEyes(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node))
    return false;
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) return !machines.test(node.expression.getText());
  if (ts.isTaggedTemplateExpression(node)) return !machines.test(node.tag.getText());
  return !notForEyes.test(nameOf(node));
}

export const parsed = (file: string, code: string) =>
  ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);

/** Texts that are a type, such as 'own chat': names in code. */
export function namesIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) found.push(node.literal.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The texts in code that a person may come to see. */
export function textsIn(source: ts.SourceFile): FoundText[] {
  const found: FoundText[] = [];
  const add = (node: ts.Node, text: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    if (isToRead(text))
      found.push({ file: source.fileName, line: line + 1, text: text.replace(/<[^<>\n]*>/g, ' ') });
  };
  const visit = (node: ts.Node): void => {
    if (!isForEyes(node)) return;
    if (ts.isStringLiteralLike(node)) add(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      add(node, node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join(''));
      for (const { expression } of node.templateSpans) visit(expression);
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every text in the code of the bot, its command line and its demo that a person may come to see. */
export function sourceTexts(): FoundText[] {
  const files = globSync(['src/**/*.ts', 'demo/**/*.ts', 'scripts/rights.ts'], {
    cwd: root,
    exclude: unseen,
  }).sort();
  const sources = files.map((file) => parsed(file, readFileSync(join(root, file), 'utf8')));
  const names = new Set(sources.flatMap(namesIn));
  return sources.flatMap(textsIn).filter(({ text }) => !names.has(text));
}

import type { Finding } from './finding.ts';

/** What a kind of finding is called, and what its administrator can do about it. */
const kinds: Record<Finding['kind'], { title: string; todo: string }> = {
  'own-check': { title: 'Controleert het eigen werk', todo: 'Laat een ander valideren of goedkeuren.' },
  'own-escalation': {
    title: 'Beslist zelf bij een geschil over het eigen werk',
    todo: 'Laat een ander regie voeren.',
  },
  'deputy-conflict': { title: 'Vervanger krijgt te veel samen', todo: 'Kies een andere vervanger.' },
  'deputy-is-holder': { title: 'Vervangt zichzelf', todo: 'Kies een andere vervanger.' },
  ended: { title: 'Afgelopen zonder opvolger', todo: 'Verleng het, of leg het nieuwe besluit vast.' },
  'holder-gone': {
    title: 'Staat niet in het mensenbestand',
    todo: 'Noem een ander, of werk het mensenbestand bij.',
  },
  vacant: { title: 'Functie die niemand vervult', todo: 'Zet in de lijst met functies wie het nu doet.' },
  'sub-without-parent': {
    title: 'Ondermandaat zonder mandaat',
    todo: 'Vul in uit welk mandaat het komt.',
  },
  'sub-circle': {
    title: 'Komt uit zichzelf voort',
    todo: 'Kijk welk mandaat het eerste was. Dat komt uit geen ander mandaat.',
  },
  'sub-family': {
    title: 'Soort past niet',
    todo: 'Kijk of de soort klopt, en of het wel uit dat andere mandaat komt.',
  },
  'sub-not-allowed': {
    title: 'Doorgegeven zonder dat het mag',
    todo: 'Kijk in het besluit of doorgeven mag, en pas het register daarop aan.',
  },
  'sub-wider': {
    title: 'Gaat verder dan waar het uit komt',
    todo: 'Maak het ondermandaat kleiner, of kijk of het wel uit dat andere mandaat komt.',
  },
  'sub-four-eyes': { title: 'Vier ogen vervalt', todo: 'Laat ook hier een ander meekijken.' },
  'no-basis': { title: 'Geen besluit', todo: 'Vul bij grondslag in op welk besluit het rust.' },
  'no-limit': { title: 'Geen hoogste bedrag', todo: 'Vul het hoogste bedrag in.' },
  'no-escalation': {
    title: 'Niemand beslist bij een geschil',
    todo: 'Leg vast wie regie voert. Dat is een ander dan wie valideert.',
  },
  gap: { title: 'Niemand mag het', todo: 'Kijk of dit zo bedoeld is.' },
  ending: { title: 'Loopt binnenkort af', todo: 'Verleng het, of leg vast wie het daarna doet.' },
  'no-deputy': { title: 'Geen vervanger', todo: 'Vul een vervanger in.' },
  'no-publication': { title: 'Geen publicatie', todo: 'Vul in waar het besluit is gepubliceerd.' },
  repeated: { title: 'Dubbel', todo: 'Houd er één over, of zet erbij wat er anders is.' },
};

/** What to do about a finding, in one or two sentences. */
export const todoOf = ({ kind }: Finding): string => kinds[kind].todo;

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** "34 fouten en 23 aandachtspunten" */
export function howManyFound(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'fout').length;
  const rest = findings.length - errors;
  return [
    ...(errors > 0 ? [counted(errors, 'fout', 'fouten')] : []),
    ...(rest > 0 ? [counted(rest, 'aandachtspunt', 'aandachtspunten')] : []),
  ].join(' en ');
}

/**
 * Findings in lines, in the order in which they come: those of one kind together under what is wrong and what to do,
 * of each kind at most `most`.
 */
export function findingLines(findings: readonly Finding[], most = Number.POSITIVE_INFINITY): string[] {
  const groups = Map.groupBy(findings, ({ kind, severity }) => `${severity}|${kind}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { title, todo } = kinds[first.kind];
    const rest = group.length - most;
    return [
      `${first.severity === 'fout' ? 'FOUT' : 'LET OP'} · ${title} (${group.length}). ${todo}`,
      ...group.slice(0, most).map(({ text }) => `  - ${text}`),
      ...(rest > 0 ? [`  - en nog ${rest}`] : []),
    ];
  });
}

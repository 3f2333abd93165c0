import type { RestorePlan } from './plan.ts';
import { momentInWords } from './reading.ts';

const people = (count: number): string => (count === 1 ? '1 persoon' : `${count} mensen`);
const rowsInWords = (count: number): string => (count === 1 ? '1 rij' : `${count} rijen`);
const isOrAre = (count: number): string => (count === 1 ? 'Die is' : 'Zij zijn');
const settings = (count: number): string => (count === 1 ? '1 instelling' : `${count} instellingen`);

/** What becomes of rights, people and of settings, for a restore that knows how they stood. */
function* changes({ counts: { fewerRights, takenOut, otherTeam, settings: back } }: RestorePlan) {
  if (fewerRights > 0)
    yield `Minder rechten dan in de kopie: ${people(fewerRights)}. Wat ontbreekt, is na de kopie weggehaald.`;
  if (takenOut > 0)
    yield `Niet terug in Kompas: ${people(takenOut)}. ${isOrAre(takenOut)} daarna weggehaald.`;
  if (otherTeam > 0) yield `Weer in het team van toen, en niet in dat van nu: ${people(otherTeam)}.`;
  if (back > 0)
    yield `Anders dan nu: ${settings(back)}. Wat na de kopie is uitgezet of ingetrokken, komt niet terug.`;
}

/** For a restore that does not know how things stood, or only by a list. */
function* unsure({ standing }: RestorePlan) {
  if (standing?.isStored) return;
  yield 'Een toelichting die nog gedeeld zou worden, komt niet terug: misschien trok iemand die in.';
  if (!standing)
    yield 'Let op: rechten en mensen die daarna zijn weggehaald, komen ook terug. Net als wat daarna is uitgezet.';
}

/** Says what putting a backup back would do. `until` is until when it is known what was erased, in words, `nu`, or undefined. */
export function tellPlan(
  tell: (line: string) => void,
  plan: RestorePlan,
  { until, kompas }: { until: string | undefined; kompas: string },
): void {
  const { made, counts, erased, unknown } = plan;
  const { rows, left, kept, administrators, fewerRights, takenOut } = counts;
  tell(`De reservekopie is van ${momentInWords(made)}, gemaakt met Kompas ${kompas}.`);
  tell(`Terug: ${rowsInWords(rows)}.`);
  if (left > 0) tell(`Weg blijft wat later is gewist of ingetrokken: ${rowsInWords(left)}.`);
  if (kept > 0) tell(`Nieuwer, en daarom zoals nu: ${rowsInWords(kept)}.`);
  if (erased.length > 0)
    tell(
      `Van ${people(erased.length)} in de kopie komt niets terug: ${erased.length === 1 ? 'die wiste' : 'zij wisten'} zichzelf daarna.`,
    );
  for (const line of changes(plan)) tell(line);
  if (until === undefined) tell('Let op: wat na de reservekopie is gewist of ingetrokken, komt terug.');
  else if (until === 'nu') tell('Wat tot nu toe is gewist of ingetrokken, blijft weg.');
  else tell(`Wat tot ${until} is gewist of ingetrokken, blijft weg. Wat daarna is gewist, komt terug.`);
  for (const line of unsure(plan)) tell(line);
  if (administrators === 0 && fewerRights + takenOut > 0)
    tell('Let op: na het terugzetten is niemand beheerder. Geef iemand dat recht.');
  if (unknown.length > 0)
    tell(`Deze versie kent deze tabellen niet meer, dus die blijven weg: ${unknown.join(', ')}.`);
}

/** The same for the log, by kind and count. */
export function inLog({ made, counts }: RestorePlan, until: string | undefined): string {
  const { rows, left, kept, fewerRights, takenOut, otherTeam, settings: back } = counts;
  return [
    `van ${made.toString()}`,
    `wat gewist is, is bekend tot ${until ?? 'de kopie'}`,
    `${rows} rijen terug, ${left} weg, ${kept} zoals nu`,
    `minder rechten ${fewerRights}, weggehaald ${takenOut}, ander team ${otherTeam}, instellingen anders ${back}`,
  ].join('; ');
}

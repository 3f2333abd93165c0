import type { Lookup } from '../../register/lookup.ts';
import { registrationWords } from '../../vocabulary/registrations.ts';
import type { Understood } from '../understanding/understood.ts';
import { ambiguous, found, notRecorded, type RegisterAnswer } from './answer.ts';

/** By law the municipality is source holder of these, wherever the work is done. */
const sourceHeld = ['BAG', 'BGT', 'WOZ'];

/** "Wie is eindverantwoordelijk": the municipality, and never whoever does the work. */
export function accountable(lookup: Lookup, { registration, areas }: Understood): RegisterAnswer {
  if (registration !== undefined && !sourceHeld.includes(registration)) {
    const known = registrationWords.some((one) => one.registration === registration);
    return notRecorded(
      `Wie eindverantwoordelijk is voor ${known ? `de ${registration}` : registration} staat niet in het register.`,
    );
  }
  const inChain =
    areas[0] === undefined ? undefined : lookup.chain(areas[0]).flatMap((code) => lookup.area(code) ?? []);
  const municipalities = (inChain ?? lookup.register.areas).filter(({ kind }) => kind === 'gemeente');
  if (municipalities.length > 1) {
    return ambiguous('Welke gemeente bedoel je?', {
      what: 'area',
      options: municipalities.map(({ code }) => code),
    });
  }
  const [municipality] = municipalities;
  if (!municipality) return notRecorded('Het register kent geen gemeente.');
  const name = /^gemeente\b/i.test(municipality.name) ? municipality.name : `Gemeente ${municipality.name}`;
  return found([name], [], 'De gemeente blijft eindverantwoordelijk, ook als een ander het werk doet.');
}

import { z } from 'zod';
import { carried } from '../../../conversation/field.ts';
import { colleagueAlone, type Needs } from '../../../conversation/needs.ts';

/** Whose a matrix is, by directory id; '' for who taps. */
export const ofPerson = z.object({ person: carried(z.string().max(100), '') });

/** For everybody who works here, about themselves, in their own chat. */
export const matrixAlone: Needs = { ...colleagueAlone, typed: 'takenmatrix' };

/** For the two who fill in a matrix together (`matrixAccess`). */
export const bySelfOrReader: Needs = {
  ...matrixAlone,
  checked: 'is het zelf, of leidt het team en mag van de medewerker meekijken',
};

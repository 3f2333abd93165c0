import type { Claim, Recogniser } from './claims.ts';
import type { QuestionText } from './question-text.ts';
import { recogniseActivities } from './recognisers/activities.ts';
import { recogniseAddress } from './recognisers/address.ts';
import { recogniseAmount } from './recognisers/amount.ts';
import { recogniseEverywhere } from './recognisers/everywhere.ts';
import { recogniseMoment } from './recognisers/moment.ts';
import { recogniseNames } from './recognisers/names.ts';
import { recogniseReference } from './recognisers/reference.ts';
import { recogniseRegistered, recogniseRegistrations } from './recognisers/registrations.ts';
import { recogniseRole } from './recognisers/role.ts';
import { recogniseWholeNames } from './recognisers/whole-names.ts';

/**
 * In this order: the number of a mandate or a house is neither a day nor an amount, a day is no amount, what was read as either is no part of a joined activity, and a name is looked for
 * only where nothing else was recognised.
 */
const recognisers: readonly Recogniser[] = [
  recogniseReference,
  recogniseAddress,
  recogniseMoment,
  recogniseAmount,
  recogniseWholeNames,
  recogniseRole,
  recogniseRegistrations,
  recogniseActivities,
  recogniseRegistered,
  recogniseNames,
  recogniseEverywhere,
];

/** Everything that is recognised in a question. A word that no claim covers was not understood. */
export const recognised = (asked: QuestionText): Claim[] =>
  recognisers.reduce<Claim[]>((claims, recognise) => claims.concat(recognise(asked, claims)), []);

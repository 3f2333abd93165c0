import { z } from 'zod';

/** What every button of a pilot carries: its id. An action may be of a team instead, whose id is longer (`teamPlace`). */
export const ofPilot = z.object({ pilot: z.string().min(1).max(120) });
/** And that of one of its actions. */
export const ofAction = ofPilot.extend({ action: z.string().max(60) });
export type OfPilot = z.infer<typeof ofPilot>;

import { z } from 'zod';

/** What every button of a pilot carries: its id. */
export const ofPilot = z.object({ pilot: z.string().min(1).max(60) });
/** And that of one of its actions. */
export const ofAction = ofPilot.extend({ action: z.string().max(60) });
export type OfPilot = z.infer<typeof ofPilot>;

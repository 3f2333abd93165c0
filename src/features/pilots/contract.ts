/** Whether somebody, by directory id, is in a pilot that runs on this day: an ISO date in Europe/Amsterdam. */
export type IsInPilot = (directoryId: string, day: string) => Promise<boolean>;

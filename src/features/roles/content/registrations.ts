/** The registrations over which somebody's time is divided (docs/method.md step 1.1). */
export const registrations = ['BAG', 'BGT', 'WOZ', 'BRO', 'BRK', 'overig'] as const;
export type Registration = (typeof registrations)[number];

/** How a registration is called within a sentence. */
export const registrationName = (one: string): string => (one === 'overig' ? 'andere registraties' : one);

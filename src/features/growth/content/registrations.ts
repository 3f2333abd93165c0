/** The registrations whose mutations are looked over, each by itself. */
export const registrations = ['BAG', 'BGT', 'WOZ', 'BRO', 'BRK'] as const;
export type Registration = (typeof registrations)[number];

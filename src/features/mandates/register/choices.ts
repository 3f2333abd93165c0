/** The value of the option on a card that names nothing in particular: "Alle registraties", "Geen gebied", "Geen". */
export const everything = '*';

/** A card offers so many areas to choose from; where there are more, an area is typed. */
export const MOST_AREAS_IN_A_LIST = 60;

/** In a choice on a card the value of what takes a part out of the question or the form: "Alle registraties", "Geen". */
export const everything = '*';

/** A card offers so many areas to choose from; where there are more, an area is typed. */
export const MOST_AREAS_IN_A_LIST = 60;

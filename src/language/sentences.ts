/** A heading as a sentence: with a full stop, unless a mark ends it already ("Wie doen er mee?"). */
export const asSentence = (heading: string): string => (/[.?!…]$/.test(heading) ? heading : `${heading}.`);

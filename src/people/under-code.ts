/** Who sees in Kompas what somebody answered, in the same words everywhere. What the key can do, `underCode` says beside it. */
export const seenByNobody = 'In Kompas ziet niemand anders wat jij koos.';

/**
 * What a pseudonym means to whoever it stands for, in the same words everywhere (trust:no-trace). It does not say that nobody can see
 * it: who has both the key and the storage can work it out (docs/privacy.md). `what`: what stands there, as a subject.
 */
export const underCode = (what = 'Wat je hier kiest of schrijft,'): string =>
  `${what} staat onder een code, niet bij je naam. Een of twee mensen die Kompas inrichten, kunnen met een geheime sleutel uitrekenen dat het van jou is. Dat mogen zij niet.`;

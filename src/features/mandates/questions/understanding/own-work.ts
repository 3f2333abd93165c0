const done =
  '(?:ingevoerd\\w*|invoerde|verwerkte?|gedaan|gemaakte?|geregistreerde?|entered|processed|made|done)';
const ownWork = [
  /\b(eigen|own|mijn eigen)\b.*\b(mutati\w*|wijziging\w*|werk|invoer|registratie\w*|bag|bgt|woz|entries|mutations?|changes?|work)\b/,
  new RegExp(`\\b(zelf|mezelf|hijzelf|zijzelf|myself|himself|herself)\\b.*\\b${done}\\b`),
  new RegExp(`\\b${done}\\b.*\\b(zelf|mezelf|myself)\\b`),
  new RegExp(`\\b(?:die|wat|dat|that|which) (?:ik|hij|zij|ze|i|he|she)\\b.*\\b${done}\\b`),
  new RegExp(`\\bdoor (?:hem|haar|mij|zich)(?:zelf)? ${done}`),
];

/** True when a text tells that something was done. */
export const isDone = (plain: string): boolean => new RegExp(`\\b${done}\\b`).test(plain);

/**
 * True when the question is about somebody's own mutation, which nobody validates or approves (separation of duties).
 */
export const isOwnWork = (plain: string): boolean => ownWork.some((pattern) => pattern.test(plain));

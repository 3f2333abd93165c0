export type { Answer } from './answer.ts';
export { type Asked, ask } from './ask.ts';
export { createLookup, type Lookup } from './lookup.ts';
export { isDay, readRegister } from './read.ts';

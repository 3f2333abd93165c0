export type { Answer } from './answer.ts';
export { type Asked, ask } from './ask.ts';
export { createLookup, type Lookup } from './lookup.ts';
export { isDay, readRegister } from './read.ts';
export { registerOf } from './records.ts';
export type { Entry, Register } from './register.ts';
export { type Known, type MandateStore, mandateStore } from './store.ts';
export { registerTable } from './tables.ts';

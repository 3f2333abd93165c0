export type { Answer } from './answer.ts';
export { type Asked, ask } from './ask.ts';
export { checkRegister } from './check.ts';
export { colleaguesOf } from './colleagues.ts';
export { signatureOf } from './columns.ts';
export { tellOfEndings } from './expiry.ts';
export type { Finding } from './finding.ts';
export { gapStore, gapTable } from './gaps.ts';
export {
  carryOut,
  type ImportFiles,
  type ImportOptions,
  type ImportPlan,
  planImport,
  readFiles,
  type Upload,
} from './import.ts';
export { createLookup, type Lookup } from './lookup.ts';
export { columnsInWords } from './mapping.ts';
export { mandates } from './offer.ts';
export { proposalStore, proposalTable } from './proposal-store.ts';
export { isDay, readRegister } from './read.ts';
export { registerOf } from './records.ts';
export type { Entry, Register } from './register.ts';
export { type Known, type MandateStore, mandateStore } from './store.ts';
export { isUnchanged, type Summary, summarise, summaryInWords } from './summary.ts';
export { registerTable } from './tables.ts';
export { type RegisterFiles, writeRegister } from './write.ts';

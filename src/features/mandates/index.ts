export { checkRegister } from './care/check.ts';
export { tellOfEndings } from './care/expiry.ts';
export type { Finding } from './care/finding.ts';
export { proposalStore, proposalTable } from './changes/proposal-store.ts';
export { entryNamed } from './changes/which-entry.ts';
export { besideAnswer } from './chat/beside.ts';
export { colleaguesOf } from './chat/colleagues.ts';
export { factsOf } from './chat/entry-lines.ts';
export { gapStore, gapTable } from './chat/gaps.ts';
export { euros, understoodAs } from './chat/wording.ts';
export { mandates } from './offer.ts';
export type { Answer } from './questions/answer.ts';
export { type Asked, ask } from './questions/ask.ts';
export { dateText, isDay } from './register/cells.ts';
export { ownFormText, signatureOf } from './register/columns.ts';
export {
  carryOut,
  type ImportFiles,
  type ImportOptions,
  type ImportPlan,
  planImport,
  readFiles,
  type Upload,
} from './register/import.ts';
export { createLookup, type Lookup } from './register/lookup.ts';
export { columnsInWords } from './register/mapping.ts';
export { readRegister } from './register/read.ts';
export { registerOf } from './register/records.ts';
export type { Entry, Register } from './register/register.ts';
export { inOneSpelling } from './register/spelling.ts';
export { type Known, type MandateStore, mandateStore } from './register/store.ts';
export { isUnchanged, type Summary, summarise, summaryInWords } from './register/summary.ts';
export { registerTable } from './register/tables.ts';
export { type RegisterFiles, writeRegister } from './register/write.ts';

export { proposalStore, proposalTable } from './changes/proposal-store.ts';
export { entryNamed } from './changes/which-entry.ts';
export { besideAnswer } from './chat/alternatives.ts';
export { factsOf } from './chat/entry-lines.ts';
export { understoodAs } from './chat/wording.ts';
export { dateText, isDay } from './import/cells.ts';
export { ownFormText, signatureOf } from './import/columns.ts';
export { columnsInWords } from './import/mapping.ts';
export {
  carryOut,
  type ImportFiles,
  type ImportOptions,
  planImport,
  type RegisterImportPlan,
  readFiles,
  type Upload,
} from './import/plan.ts';
export { readRegister } from './import/read.ts';
export { inOneSpelling } from './import/spelling.ts';
export { isUnchanged, type Summary, summarise, summaryInWords } from './import/summary.ts';
export { type RegisterFiles, writeRegister } from './import/write.ts';
export { mandates } from './offer.ts';
export type { RegisterAnswer } from './questions/answering/answer.ts';
export { type AnsweredQuestion, ask } from './questions/ask.ts';
export { colleaguesOf } from './register/colleagues.ts';
export { createLookup, type Lookup } from './register/lookup.ts';
export { registerOf } from './register/records.ts';
export type { Register, RegisterEntry } from './register/register.ts';
export { type KnownRegister, type MandateStore, mandateStore } from './register/store.ts';
export { registerTable } from './register/tables.ts';
export { checkRegister } from './review/check.ts';
export { tellOfEndings } from './review/expiry.ts';
export type { Finding } from './review/finding.ts';
export { gapStore, gapTable } from './review/gaps.ts';
export { euros } from './vocabulary/wording.ts';

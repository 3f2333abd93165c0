export { proposalStore, proposalTable } from './changes/proposal-store.ts';
export { entryNamed } from './changes/which-entry.ts';
export { besideAnswer } from './chat/alternatives.ts';
export { colleaguesOf } from './chat/colleagues.ts';
export { factsOf } from './chat/entry-lines.ts';
export { gapStore, gapTable } from './chat/gaps.ts';
export { euros, understoodAs } from './chat/wording.ts';
export { mandates } from './offer.ts';
export type { RegisterAnswer } from './questions/answer.ts';
export { type AnsweredQuestion, ask } from './questions/ask.ts';
export { dateText, isDay } from './register/cells.ts';
export { ownFormText, signatureOf } from './register/columns.ts';
export {
  carryOut,
  type ImportFiles,
  type ImportOptions,
  planImport,
  type RegisterImportPlan,
  readFiles,
  type Upload,
} from './register/import.ts';
export { createLookup, type Lookup } from './register/lookup.ts';
export { columnsInWords } from './register/mapping.ts';
export { readRegister } from './register/read.ts';
export { registerOf } from './register/records.ts';
export type { Register, RegisterEntry } from './register/register.ts';
export { inOneSpelling } from './register/spelling.ts';
export { type KnownRegister, type MandateStore, mandateStore } from './register/store.ts';
export { isUnchanged, type Summary, summarise, summaryInWords } from './register/summary.ts';
export { registerTable } from './register/tables.ts';
export { type RegisterFiles, writeRegister } from './register/write.ts';
export { checkRegister } from './review/check.ts';
export { tellOfEndings } from './review/expiry.ts';
export type { Finding } from './review/finding.ts';

/** One attempt of a storage request may take so long: a machine that runs two test files and a browser is slow at times. */
export const PATIENCE_MS = 15_000;

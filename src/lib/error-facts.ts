/** What a log may say of an error: its kind and place, never its text, which may quote what a person wrote. */
export function errorFacts(error: unknown): { name: string; status?: number; code?: string; at?: string } {
  const { name, statusCode, status, code, stack } = (error ?? {}) as Partial<Error> & {
    statusCode?: number;
    status?: number;
    code?: string;
  };
  // The stack begins with the text of the error, which may look like a place in it.
  const at = stack
    ?.split('\n')
    .map((line) => line.trim())
    .find((line) => /^at \S.*\/src\/[\w./-]+:\d+:\d+\)?$/.test(line));
  return { name: name ?? typeof error, status: statusCode ?? status, code, at };
}

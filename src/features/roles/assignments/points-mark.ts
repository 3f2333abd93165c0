import { createHmac } from 'node:crypto';

/**
 * Who wrote what somebody wants to learn: a mark that can be compared and never turned back into who that is. So nobody is named in the
 * row of somebody else, and who leads the team later does not read it. Once the key of a mark is gone it is of nobody: the employee alone
 * still reads what they want to learn, and who leads the team writes it anew. So no older key is needed for it.
 */
export interface PointsMark {
  of(employee: string, writer: string): string;
  /** True for a mark of this writer, also one that was made with an older secret key. */
  isOf(mark: string | undefined, employee: string, writer: string): boolean;
}

/** Makes marks with a secret key; `older` keys tell marks that were made with them. */
export function pointsMark(secret: Buffer, older: readonly Buffer[] = []): PointsMark {
  const made = (key: Buffer, employee: string, writer: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify(['points', employee, writer]))
      .digest('base64url')
      .slice(0, 22);
  return {
    of: (employee, writer) => made(secret, employee, writer),
    isOf: (mark, employee, writer) =>
      mark !== undefined && [secret, ...older].some((key) => mark === made(key, employee, writer)),
  };
}

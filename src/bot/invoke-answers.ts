import { jsonOf } from './size.ts';

/** The answer to an activity: what an invoke is answered with, nothing for all others. */
export interface InvokeAnswer {
  status: number;
  body: object;
}

/** The answer to a card action (Teams: universal actions): a card, or an error the client shows as such. */
export function invokeAnswer(status: number, type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode: status, type, value } };
}

/** The answer to a search (Teams: message extensions): what was found, or words where that is nothing. */
export function searchAnswer(found: string | readonly object[]): InvokeAnswer {
  const composeExtension =
    typeof found === 'string'
      ? { type: 'message', text: found }
      : { type: 'result', attachmentLayout: 'list', attachments: found };
  return { status: 200, body: { composeExtension } };
}

/** The body of an answer as JSON. A card in it was written out before, to know its size. */
export function bodyJson(body: object): string {
  const { value, ...rest } = body as { value?: unknown };
  if (typeof value !== 'object' || value === null) return JSON.stringify(body);
  return `${JSON.stringify(rest).slice(0, -1)},"value":${jsonOf(value)}}`;
}

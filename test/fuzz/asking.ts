import { Agent, request } from 'node:http';
import { connect } from 'node:net';

/** What came back. */
export interface Answer {
  status: number;
  text: string;
}

/** What takes longer gets no answer. */
const ANSWER_MS = 30_000;
const agent = new Agent({ keepAlive: true });

/** What is answered to a request. Rejects when there is no answer. */
export function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string,
) {
  return new Promise<Answer>((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', method, path, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (data) => {
        text += data;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text })).on('error', reject);
    });
    asking.on('error', reject).setTimeout(ANSWER_MS, () => asking.destroy(new Error('no answer')));
    asking.end(body);
  });
}

/** Writes this, says no more, and gives what came back until the line was closed. */
export async function write(port: number, words: string): Promise<Answer> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  let text = '';
  socket.setEncoding('utf8').on('data', (data) => {
    text += data;
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.setTimeout(ANSWER_MS, () => socket.destroy());
  socket.end(words);
  await closed;
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 400), text };
}

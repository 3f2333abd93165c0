import { createServer } from 'node:http';
import { type Somebody, type TestActivity, type TestBot, tapped, typed } from '../../support/bot.ts';
import type { Sent } from '../../support/connector.ts';
import { listen } from '../../support/listen.ts';

export const HEADING = 'id;naam;email;team;toegang;werkdagen;directory_id';

/** A line of a people file. */
export const line = (
  { id, name, upn, account }: Somebody,
  { team = 'Objecten West', access = 'medewerker', days = 'ma,di,wo,do,vr' } = {},
) => [id, name, upn, team, access, days, account].join(';');

export const csv = (...lines: readonly string[]) => Buffer.from([HEADING, ...lines].join('\r\n'));

/** Gives files at addresses of its own, as Teams does. */
export async function startFileHost() {
  const files = new Map<string, Uint8Array>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const bytes = files.get(path);
    response.writeHead(bytes ? 200 : 404, { 'content-type': 'application/octet-stream' });
    response.end(bytes);
  });
  const port = await listen(server);
  return {
    asked,
    /** The address of a file with these bytes. */
    give: (bytes: Uint8Array) => {
      const path = `/download.aspx?UniqueId=${files.size}`;
      files.set(path, bytes);
      return `http://127.0.0.1:${port}${path}`;
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type FileHost = Awaited<ReturnType<typeof startFileHost>>;

/** A message with a file, as Teams sends it: the words once more as HTML. */
export function withFile(
  who: Somebody,
  files: readonly { name: string; address: string }[],
  text = '',
): TestActivity {
  return {
    ...typed(who, text),
    attachments: [
      ...files.map(({ name, address }) => ({
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: `https://gemeente-my.sharepoint.com/personal/${name}`,
        name,
        content: { downloadUrl: address, uniqueId: '1150D938', fileType: name.split('.').at(-1) },
      })),
      ...(text ? [{ contentType: 'text/html', content: `<div>${text}</div>` }] : []),
    ],
  };
}

type Json = Record<string, unknown>;

/** A card as somebody reads it: its words one behind the other, its buttons with what they carry, and its fields. */
export interface Read {
  words: string;
  buttons: Map<string, { verb: string; data: Json }>;
  /** Buttons that open an address. */
  links: { title: string; url: string }[];
  /** What somebody fills in who has these answers, by a part of the label. */
  fill(answers: Readonly<Record<string, string>>): Json;
}

/** Reads a card of whatever template. */
export function readCard(card: unknown): Read {
  const labels = new Map<string, string>();
  const links: Read['links'] = [];
  const words: string[] = [];
  const buttons = new Map<string, { verb: string; data: Json }>();
  const walk = (part: unknown) => {
    if (Array.isArray(part)) return part.forEach(walk);
    if (typeof part !== 'object' || part === null) return undefined;
    const { type, verb, title, data, text, value, id, label } = part as Json;
    if (typeof id === 'string' && typeof label === 'string') labels.set(id, label);
    if (type === 'Action.Execute') buttons.set(`${title}`, { verb: `${verb}`, data: (data ?? {}) as Json });
    const { url } = part as Json;
    if (type === 'Action.OpenUrl') links.push({ title: `${title}`, url: `${url}` });
    if (typeof text === 'string') words.push(text);
    if (type !== 'Action.Execute' && typeof title === 'string') words.push(title);
    if (typeof value === 'string') words.push(value);
    return Object.values(part).forEach(walk);
  };
  walk(card);
  return {
    words: words.join('\n'),
    buttons,
    links,
    fill: (answers) =>
      Object.fromEntries(
        [...labels].flatMap(([id, label]) => {
          const [, answer] = Object.entries(answers).find(([asked]) => label.includes(asked)) ?? [];
          return answer === undefined ? [] : [[id, answer]];
        }),
      ),
  };
}

/** Somebody who sends files to a bot and taps on what comes back. */
export function sender(bot: TestBot, host: FileHost, who: Somebody) {
  const mine = ({ conversation }: Pick<Sent, 'conversation'>) => conversation === `chat-${who.id}`;
  const all = () => [...bot.connector.sent, ...bot.connector.rewritten].filter(mine);
  /** The card or words that came last. */
  const last = (): Read => {
    const activity = [...bot.connector.rewritten.filter(mine), ...bot.connector.sent.filter(mine)]
      .toSorted((a, b) => a.at - b.at)
      .at(-1)?.activity;
    const card = activity?.attachments?.[0]?.content;
    return card
      ? readCard(card)
      : { words: `${activity?.text ?? ''}`, buttons: new Map(), links: [], fill: () => ({}) };
  };
  async function post(activity: TestActivity): Promise<Read> {
    await bot.post(activity);
    await bot.app.idle();
    return last();
  }
  return {
    all,
    last,
    type: (text: string) => post(typed(who, text)),
    /** Sends a file in their own chat and waits for what comes of it. */
    send: (name: string, bytes: Uint8Array, text = '') =>
      post(withFile(who, [{ name, address: host.give(bytes) }], text)),
    post,
    /** Taps a button, with what was filled in. */
    async tap({ buttons }: Read, title: string, filled: Json = {}): Promise<Read> {
      const button = buttons.get(title);
      if (!button) throw new Error(`no button ${title}, but ${[...buttons.keys()].join(', ')}`);
      const answer = await bot.post(tapped(who, button.verb, { ...button.data, ...filled }));
      return readCard(answer.body.value);
    },
  };
}

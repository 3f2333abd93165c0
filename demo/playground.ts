import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A person the Playground knows: its Teams id, directory id, display name and user principal name. */
export type PlaygroundUser = { id: string; directoryId: string; name: string; upn: string };

/** What the Playground is started with. */
export type PlaygroundOptions = {
  /** 0 for one that the system gives. */
  port: number;
  /** The bot's message address, for example `http://localhost:3978/api/messages`. */
  endpoint: string;
  /** The Playground writes its settings and log in the folder `playground` in here. */
  dataDir: string;
  me: PlaygroundUser;
  /** At most five; the Playground wants exactly five and missing ones are filled with guests. */
  others: PlaygroundUser[];
  tenantId: string;
  teamName: string;
  channelName: string;
};

/** A running Playground: the page to open, the address the bot answers to, and how to stop it. */
export type Playground = { url: string; serviceUrl: string; stop(): Promise<void> };

/** The conversation ids the Playground hands out; fixed, so that a bot's stored references stay valid. */
export const conversations = {
  personal: 'a:kompas-persoonlijk',
  group: '19:kompas-groep@thread.v2',
  team: '19:kompas-team@thread.tacv2',
  channel: '19:kompas-kanaal@thread.tacv2',
} as const;

const OTHERS = 5;
/** Longer than any machine needs: this only ends a Playground that hangs. */
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 5_000;

/**
 * Starts the Microsoft 365 Agents Playground on the given port, without telemetry and without opening a
 * browser, and resolves when it answers. Fails when the port is taken: the Playground would silently
 * choose another one.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { port, endpoint, dataDir } = options;
  const config = playgroundConfig(options);
  await assertPortFree(port);
  // The Playground runs in this folder itself, so a relative path would lead it astray.
  const dir = resolve(dataDir, 'playground');
  const configFile = resolve(dir, '.m365agentsplayground.yml');
  const logFile = resolve(dir, 'playground.log');
  await mkdir(dir, { recursive: true });
  await rm(logFile, { force: true });
  await writeFile(configFile, config);

  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const args = [cli, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--dt'];
  const child = spawn(process.execPath, args, {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      // Otherwise a development key or a proxy of the host would change how it talks to the bot.
      AUTH_CLIENT_ID: undefined,
      AUTH_CLIENT_SECRET: undefined,
      AUTH_TENANT_ID: undefined,
      M365_AGENTS_PLAYGROUND_SERVICE_URL: undefined,
      M365_AGENTS_PLAYGROUND_DELIVERY_MODE: undefined,
      NO_PROXY: '*',
      no_proxy: '*',
    },
  });
  let output = '';
  let ended = false;
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  child.on('error', (error) => {
    output += String(error);
    ended = true;
  });
  child.on('exit', () => {
    ended = true;
  });
  const killWithParent = () => child.kill('SIGKILL');
  process.once('exit', killWithParent);

  const stop = async () => {
    process.off('exit', killWithParent);
    if (ended) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const hardStop = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await gone;
    clearTimeout(hardStop);
  };
  const fail = async (reason: string): Promise<never> => {
    await stop();
    // Away from a terminal the Playground writes nearly everything to its log file.
    const log = await readFile(logFile, 'utf8').catch(() => '');
    throw new Error(`Playground: ${reason}\n${output}${log}`.trim());
  };

  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    if (ended) return fail('stopped while starting');
    const listening = /Listening on (\d+)/.exec(output)?.[1];
    if (listening && port !== 0 && listening !== `${port}`)
      return fail(`took port ${listening} instead of ${port}`);
    const url = `http://localhost:${listening}`;
    if (listening && (await answers(`${url}/_debug/ping`)))
      return { url, serviceUrl: `${url}/_connector`, stop };
    if (Date.now() > deadline) return fail(`does not answer within ${START_LIMIT_MS / 1000} s`);
    await delay(50);
  }
}

/** The Playground's settings file. JSON is YAML too, so names need no extra quoting. */
function playgroundConfig({ me, others, tenantId, teamName, channelName }: PlaygroundOptions): string {
  if (others.length > OTHERS) throw new Error(`Playground: at most ${OTHERS} others, got ${others.length}`);
  const guests = Array.from({ length: OTHERS - others.length }, (_, index) => guest(index + 1));
  const users = [me, ...others, ...guests];
  // Checked here, as the Playground sends telemetry about a wrong file before it knows it may not.
  if (new Set(users.map((user) => user.id)).size < users.length)
    throw new Error('Playground: user ids must differ');
  const config = {
    version: '0.1.1',
    tenantId,
    bot: { id: '28:kompas', name: 'Kompas' },
    currentUser: configUser(me),
    users: users.slice(1).map(configUser),
    personalChat: { id: conversations.personal },
    groupChat: { id: conversations.group, name: 'Groepschat' },
    team: {
      id: conversations.team,
      name: teamName,
      aadGroupId: '00000000-0000-0000-0000-0000000000aa',
      channels: [{ id: conversations.channel, name: channelName }],
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function guest(number: number): PlaygroundUser {
  return {
    id: `29:gast-${number}`,
    directoryId: `00000000-0000-0000-0000-00000000ff0${number}`,
    name: `Gast ${number}`,
    upn: `gast${number}@example.invalid`,
  };
}

function configUser({ id, directoryId, name, upn }: PlaygroundUser) {
  const [givenName = name, ...rest] = name.split(' ');
  // `userPrincipleName` is the Playground's own spelling.
  return {
    id,
    name,
    userPrincipleName: upn,
    aadObjectId: directoryId,
    givenName,
    surname: rest.join(' '),
    email: upn,
  };
}

async function assertPortFree(port: number): Promise<void> {
  const probe = createServer();
  const taken = await new Promise<Error | undefined>((resolve) => {
    probe.once('error', resolve);
    probe.listen(port, () => resolve(undefined));
  });
  if (taken) throw new Error(`Playground: port ${port} is taken (${taken.message})`, { cause: taken });
  await new Promise((resolve) => probe.close(resolve));
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

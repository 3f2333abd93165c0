import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { listen } from './listen.ts';

/** How the place answers where Bot Framework lists its keys. */
export type KeyService = 'well' | 'failing' | 'hanging' | 'cut off' | 'nonsense';

/** What makes a token unlike those of Bot Framework for the app `aud`, with answers to `serviceUrl`. */
export interface Token {
  /** Claims in the place of the usual ones; undefined leaves one out. */
  claims?: Record<string, unknown>;
  /** The same of the header. */
  header?: Record<string, unknown>;
  /** Signed with another key than the one that is listed under this id. */
  forged?: boolean;
}

/** A double of Bot Framework, with keys of its own: what it signs is taken by whoever is told to look for keys here. */
export interface BotFramework {
  /** Where its keys are found, as `botFramework` of the app. */
  url: string;
  /** The ids of its keys: one that may sign for Teams, one for other channels only, one that names no channel. */
  keys: { teams: string; others: string; unnamed: string };
  /** The public key in the form in which one could be mistaken for a secret. */
  publicKey: string;
  /** The `Authorization` of a request to a bot. */
  authorization(to: { aud: string; serviceUrl: string }, token?: Token): string;
  /** How often its keys were asked for. */
  asked(): number;
  behave(service: KeyService): void;
  stop(): Promise<void>;
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signature(alg: unknown, body: string, key: KeyObject, publicKey: string): string {
  if (alg === 'none') return '';
  if (alg === 'HS256') return createHmac('sha256', publicKey).update(body).digest('base64url');
  return createSign(alg === 'RS512' ? 'RSA-SHA512' : 'RSA-SHA256')
    .update(body)
    .sign(key, 'base64url');
}

/** Starts the double on a port of its own. */
export async function startBotFramework(): Promise<BotFramework> {
  const { privateKey, publicKey } = pair();
  const { privateKey: foreignKey } = pair();
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const keys = { teams: 'signs-for-teams', others: 'signs-for-others', unnamed: 'signs-for-nobody' };
  const listed = (kid: string, more: object) => ({ ...publicKey.export({ format: 'jwk' }), kid, ...more });
  const list = [
    listed(keys.teams, { use: 'sig', endorsements: ['msteams', 'webchat'] }),
    listed(keys.others, { use: 'sig', endorsements: ['webchat', 'directline'] }),
    listed(keys.unnamed, { use: 'sig' }),
    { kty: 'EC', kid: 'of another kind' },
  ];
  let service: KeyService = 'well';
  let asked = 0;
  const waiting = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const isConfiguration = request.url?.endsWith('openidconfiguration');
    if (isConfiguration) asked += 1;
    if (service === 'cut off') return request.socket.destroy();
    if (service === 'hanging') return waiting.add(response);
    response.writeHead(service === 'failing' ? 500 : 200, { 'content-type': 'application/json' });
    if (service === 'nonsense') return response.end('<html>');
    response.end(JSON.stringify(isConfiguration ? { jwks_uri: `${url}/keys` } : { keys: list }));
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  return {
    url: `${url}/v1/.well-known/openidconfiguration`,
    keys,
    publicKey: pem,
    authorization: ({ aud, serviceUrl }, { claims = {}, header = {}, forged = false } = {}) => {
      const now = Math.floor(Date.now() / 1_000);
      const usual = {
        iss: 'https://api.botframework.com',
        aud,
        serviceurl: serviceUrl,
        nbf: now,
        exp: now + 3_600,
      };
      const head = { alg: 'RS256', typ: 'JWT', kid: keys.teams, ...header };
      const body = `${part(head)}.${part({ ...usual, ...claims })}`;
      return `Bearer ${body}.${signature(head.alg, body, forged ? foreignKey : privateKey, pem)}`;
    },
    asked: () => asked,
    behave: (next) => {
      service = next;
      for (const response of waiting) response.destroy();
      waiting.clear();
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

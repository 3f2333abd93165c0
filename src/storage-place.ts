import type { StorageAddress } from './storage/index.ts';

/** Where storage is, as far as it may be read by anybody: never with a key. */
export interface StoragePlace {
  /** True when tables and queues are both on this machine. */
  isHere: boolean;
  words: string;
}

const HERE = ['127.0.0.1', 'localhost', '[::1]'];
/** How Azure's libraries write the storage that an Azurite offers by itself. */
const DEVELOPMENT = /^UseDevelopmentStorage=true;?$/;
const ENDPOINTS = ['TableEndpoint', 'QueueEndpoint'] as const;

const accountWords = (account: string) => `opslagaccount ${account}`;

/** The parts of a connection string by their names, which compare without regard to case. */
function partsOf(connectionString: string): Map<string, string> {
  return new Map(
    connectionString.split(';').map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name.trim().toLowerCase(), value.join('=').trim()];
    }),
  );
}

/**
 * True when each endpoint stands there once, written as Azure's libraries write it. Of any other writing the one for tables and the
 * one for queues each make something else: what the one takes for an endpoint, the other passes over, and goes to the account.
 */
function isPlain(connectionString: string): boolean {
  const parts = connectionString.split(';').map((part) => part.trim());
  return ENDPOINTS.every((name) => {
    const alike = parts.filter((part) => part.toLowerCase().startsWith(name.toLowerCase()));
    return alike.length === 1 && alike[0]?.startsWith(`${name}=`);
  });
}

function hostWords({ host, hostname }: URL): string {
  const account = /^([a-z0-9]+)\.(table|queue)\.core\.windows\.net$/.exec(hostname)?.[1];
  return account === undefined ? host : accountWords(account);
}

/**
 * Where an address leads. Of a connection string only a name or host comes out, since all the rest can be a key or a
 * signature; where it has neither, it goes by the name of its variable.
 */
export function storagePlace(address: StorageAddress): StoragePlace {
  if ('account' in address) return { isHere: false, words: accountWords(address.account) };
  if (DEVELOPMENT.test(address.connectionString.trim()))
    return { isHere: true, words: 'deze computer (127.0.0.1:10002)' };
  const parts = partsOf(address.connectionString);
  const given = [parts.get('tableendpoint'), parts.get('queueendpoint')].flatMap((text) => text || []);
  const endpoints = given.flatMap((text) => (URL.canParse(text) ? new URL(text) : []));
  const areHere = endpoints.length === 2 && endpoints.every(({ hostname }) => HERE.includes(hostname));
  const isHere = areHere && isPlain(address.connectionString);
  // Where an endpoint is read otherwise by some, it leads nobody knows where.
  const hosts = areHere && !isHere ? [] : [...new Set(endpoints.map(hostWords))];
  const name = /^[a-z0-9]{3,24}$/.exec(parts.get('accountname') ?? '')?.[0];
  if (isHere) return { isHere, words: `deze computer (${hosts[0]})` };
  if (hosts.length > 0) return { isHere, words: hosts.join(' en ') };
  return { isHere, words: name === undefined ? 'die in STORAGE_CONNECTION_STRING' : accountWords(name) };
}

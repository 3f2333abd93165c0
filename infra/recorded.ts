import type { StorageManagementClientOptionalParams } from '@azure/arm-storage';
import type { TokenCredential } from '@azure/identity';

type HttpClient = NonNullable<StorageManagementClientOptionalParams['httpClient']>;
type PipelineRequest = Parameters<HttpClient['sendRequest']>[0];

/** One resource of a template, as Azure Resource Manager reads it. */
export interface Resource {
  type: string;
  apiVersion: string;
  name: string;
  /** The resource that this one says something of, where that is another one. */
  scope?: string;
  condition?: string;
  dependsOn?: readonly string[];
  [field: string]: unknown;
}

/** What a client of Azure is made with. */
export type Azure = [
  TokenCredential,
  string,
  { httpClient: HttpClient; retryOptions: { maxRetries: number } },
];

/** What only a template has: its names are expressions, and it says what has to be there first. */
export interface Place {
  name: string;
  scope?: string;
  condition?: string;
  dependsOn?: readonly string[];
}

const SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';
/** Stands in where a client asks for a name that has a form of its own: the template has its own names. */
export const ANY = 'kompas';

/** The type of a resource in an address of it: the name of its provider, and every second part after that. */
function typeIn(path: string): string {
  const [provider, ...rest] = path.slice(path.lastIndexOf('/providers/')).split('/').slice(2);
  return [provider, ...rest.filter((_, n) => n % 2 === 0)].join('/');
}

/**
 * A resource of the template, by the client that Microsoft makes for it: `make` asks that client to make the resource, and what it
 * would have sent is what stands in the template, with its type and the version of its interface. So a property that does not exist
 * does not compile, and each has the name that Azure reads. Nothing is sent. Throws when the client sends something else or nothing.
 */
export async function resource(
  place: Place,
  make: (...azure: Azure) => PromiseLike<unknown>,
): Promise<Resource> {
  const sent: PipelineRequest[] = [];
  const httpClient: HttpClient = {
    sendRequest: (request) => {
      sent.push(request);
      return Promise.reject(new Error('recorded'));
    },
  };
  const credential: TokenCredential = {
    getToken: async () => ({ token: 'none', expiresOnTimestamp: Date.now() + 3_600_000 }),
  };
  const failure = await make(credential, SUBSCRIPTION, { httpClient, retryOptions: { maxRetries: 0 } }).then(
    () => undefined,
    (error: unknown) => error,
  );
  const [request, ...more] = sent;
  if (!request || more.length > 0 || request.method !== 'PUT' || typeof request.body !== 'string')
    throw new Error(`not one resource: ${place.name}`, { cause: failure });
  const { pathname, searchParams } = new URL(request.url);
  return {
    type: typeIn(pathname),
    apiVersion: searchParams.get('api-version') ?? '',
    ...place,
    ...JSON.parse(request.body),
  };
}

import { createServer } from 'node:http';
import { listen } from './listen.ts';

/** A double of the service that gives the identities of a machine their tokens. */
export interface ManagedIdentity {
  /** Environment variables by which Azure's libraries find it, as App Service sets them or as a virtual machine has it. */
  env: { appService: Record<string, string>; machine: Record<string, string> };
  /** The client id in each request for a token; undefined where none was named. */
  asked: (string | undefined)[];
  stop(): Promise<void>;
}

const HEADER = 'a secret of this machine';

/**
 * Starts a machine with user-assigned identities (`identities` are their client ids) and, when it `hasItsOwn`, one of
 * the machine itself. Like the real one it answers 400 when the identity is not named and there is no identity of the
 * machine, and when it does not know the one that is named.
 */
export async function startManagedIdentity({
  identities,
  hasItsOwn = false,
}: {
  identities: readonly string[];
  hasItsOwn?: boolean;
}): Promise<ManagedIdentity> {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const isOurs = request.headers['x-identity-header'] === HEADER || request.headers.metadata === 'true';
    if (!isOurs)
      return answer(400, { error: 'invalid_request', error_description: 'Required header missing' });
    const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const clientId = searchParams.get('client_id') ?? undefined;
    asked.push(clientId);
    if (clientId === undefined ? !hasItsOwn : !identities.includes(clientId))
      return answer(400, { error: 'invalid_request', error_description: 'Identity not found' });
    answer(200, {
      access_token: `token of ${clientId ?? 'the machine'} for ${searchParams.get('resource')}`,
      expires_on: `${Math.floor(Date.now() / 1_000) + 3_600}`,
      resource: searchParams.get('resource'),
      token_type: 'Bearer',
      client_id: clientId,
    });
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  return {
    env: {
      appService: { IDENTITY_ENDPOINT: `${url}/msi/token`, IDENTITY_HEADER: HEADER },
      machine: { AZURE_POD_IDENTITY_AUTHORITY_HOST: url },
    },
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

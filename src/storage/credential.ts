import { DefaultAzureCredential } from '@azure/identity';

/**
 * What storage is opened with where there is no key. A user-assigned identity has to be asked for by its client id: an
 * environment can have several, and answers 400 when none is named. Without a client id it is whoever this environment
 * says that we are: the identity of the machine itself, or somebody who is signed in on it.
 */
export function storageCredential({ clientId }: { clientId?: string }): DefaultAzureCredential {
  return new DefaultAzureCredential(clientId === undefined ? {} : { managedIdentityClientId: clientId });
}

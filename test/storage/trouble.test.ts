import { expect, inject, test } from 'vitest';
import { openKompasStorage } from '../../src/kompas.ts';
import { storageTrouble } from '../../src/storage/trouble.ts';

const troubleOf = async (connectionString: string) =>
  storageTrouble(
    await openKompasStorage({ connectionString }, { attemptMs: 2_000 }).then(
      (storage) => storage.ping(),
      (error) => error,
    ),
  );

test('a wrong key is a refusal', async () => {
  const wrong = inject('connectionString').replace(/AccountKey=[^;]+/, 'AccountKey=d3Jvbmc=');
  expect(await troubleOf(wrong)).toBe('refused');
});

test('nobody at the address is storage that does not answer', async () => {
  const nowhere =
    'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;QueueEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a';
  expect(await troubleOf(nowhere)).toBe('unreachable');
});

test.each(['CredentialUnavailableError', 'AggregateAuthenticationError'])(
  'a machine without an identity (%s) is a refusal',
  (name) => expect(storageTrouble(Object.assign(new Error('x'), { name }))).toBe('refused'),
);

test('anything else is about something else', () => {
  expect(storageTrouble(new Error('x'))).toBeUndefined();
  expect(storageTrouble(undefined)).toBeUndefined();
});

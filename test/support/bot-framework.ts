import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createRequire } from 'node:module';

/** Where botbuilder looks up the keys that Bot Framework signs its tokens with. */
const KEYS = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

interface Key {
  key: string;
  endorsements: string[];
}

const require = createRequire(import.meta.url);
/** The copy that botbuilder itself uses. */
const { JwtTokenExtractor } = createRequire(require.resolve('botbuilder'))(
  'botframework-connector/lib/auth/jwtTokenExtractor',
) as {
  JwtTokenExtractor: { openIdMetadataCache: Map<string, { getKey(id: string): Promise<Key> }> };
};

/** Bot Framework with keys of our own, in place of the real one, which nobody can sign for. */
export interface BotFramework {
  /** The `Authorization` of a request to a bot: for the app `aud`, with answers going to `serviceUrl`. */
  authorization(claims: { aud: string; serviceUrl: string }): string;
  /** Takes our keys away again. */
  end(): void;
}

function signed(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part({ alg: 'RS256', typ: 'JWT', kid: 'ours' })}.${part(claims)}`;
  return `${body}.${createSign('RSA-SHA256').update(body).sign(key, 'base64url')}`;
}

/** Makes every bot in this process take tokens that are signed by us for those of Bot Framework. */
export function actAsBotFramework(): BotFramework {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  JwtTokenExtractor.openIdMetadataCache.set(KEYS, {
    getKey: async () => ({ key: pem, endorsements: ['msteams'] }),
  });
  return {
    authorization: ({ aud, serviceUrl }) => {
      const exp = Math.floor(Date.now() / 1_000) + 600;
      const claims = { iss: 'https://api.botframework.com', aud, serviceurl: serviceUrl, exp };
      return `Bearer ${signed(claims, privateKey)}`;
    },
    end: () => JwtTokenExtractor.openIdMetadataCache.delete(KEYS),
  };
}

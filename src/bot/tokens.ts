import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { SigningKey, SigningKeys } from './signing-keys.ts';
import type { Caller } from './wire.ts';

const ISSUER = 'https://api.botframework.com';
const ALGORITHM = 'RS256';
/** How far clocks may differ, in seconds (Bot Connector documentation, "Authentication"). */
const SKEW_S = 300;

/** What decides which key is asked for. Nothing of it is proven yet. */
const claimedSchema = z.object({
  header: z.object({ alg: z.literal(ALGORITHM), kid: z.string().min(1) }),
  payload: z.object({ iss: z.literal(ISSUER) }),
});

const provenSchema = z.object({
  aud: z.string().toLowerCase(),
  exp: z.number(),
  serviceurl: z.string().optional(),
  tid: z.string().toLowerCase().optional(),
});

/** The id of the key that a token says it is signed with; undefined for one that cannot be of Bot Framework. */
function keyIdOf(token: string): string | undefined {
  try {
    return claimedSchema.safeParse(jwt.decode(token, { complete: true })).data?.header.kid;
  } catch {
    return undefined;
  }
}

function proven(token: string, { key }: SigningKey): z.infer<typeof provenSchema> | undefined {
  try {
    const claims = jwt.verify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      clockTolerance: SKEW_S,
    });
    return provenSchema.safeParse(claims).data;
  } catch {
    return undefined;
  }
}

/**
 * Gives the function that reads an `Authorization` header: who calls, or undefined when that is not proven. Only the service
 * of Bot Framework may call, with a token for this app (`appId`, in lower case): not an emulator, not another bot. It says
 * nothing anywhere about a token that it refuses. Rejects when the keys cannot be fetched.
 */
export function tokenReader(
  appId: string,
  keys: SigningKeys,
): (authorization: string) => Promise<Caller | undefined> {
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
    const id = token && keyIdOf(token);
    const key = id && (await keys.find(id));
    const claims = key && proven(token, key);
    if (!claims || claims.aud !== appId) return undefined;
    return { channels: key.channels, serviceUrl: claims.serviceurl, tenantId: claims.tid };
  };
}

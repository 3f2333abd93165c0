import { z } from 'zod';
import type { Attached, NotFetched } from '../conversation/attached.ts';
import { nameSeen } from '../language/unseen.ts';
import type { IncomingActivity } from './activity.ts';

/** Fetches a file by the address that Teams gives; never rejects. */
export type Download = (address: string) => Promise<Uint8Array | NotFetched>;

/** How Teams calls a file that somebody added in their own chat (Teams: "Send and receive files using bot"). */
const FILE = 'application/vnd.microsoft.teams.file.download.info';

const attachment = z.looseObject({
  contentType: z.string().max(200),
  name: z.string().nullish().catch(undefined),
  content: z
    .looseObject({ downloadUrl: z.string().max(8_000).nullish(), fileType: z.string().max(20).nullish() })
    .nullish()
    .catch(undefined),
});

/** So many things come with a message at most. */
const MOST = 20;
const LONGEST_NAME = 200;

/**
 * What is no part of the words: Teams sends the message once more as HTML, and cards and quoted messages come along as what they
 * are.
 */
const isWords = (type: string) =>
  /^(?:text\/html\b|application\/vnd\.microsoft\.card\.|messagereference\b|forwardedmessagereference\b)/i.test(
    type,
  );

/** A name with the ending that Teams gives apart, where the name has none. */
function fileName(name: string, ending: string | null | undefined): string {
  const seen = nameSeen(name).slice(0, LONGEST_NAME) || 'bestand';
  return /\.[a-z0-9]{1,5}$/i.test(seen) || !ending || !/^[a-z0-9]{1,5}$/i.test(ending)
    ? seen
    : `${seen}.${ending}`;
}

/** The files, pictures and links that came with a message. Nothing is fetched. */
export function attachedTo({ attachments }: IncomingActivity, download: Download): Attached[] {
  return (attachments ?? []).slice(0, MOST).flatMap((one): Attached[] => {
    const { data } = attachment.safeParse(one);
    if (!data || isWords(data.contentType)) return [];
    const { contentType, name, content } = data;
    if (contentType.toLowerCase() !== FILE)
      return [{ kind: /^image\//i.test(contentType) ? 'picture' : 'link' }];
    const address = content?.downloadUrl ?? '';
    return [{ kind: 'file', name: fileName(name ?? '', content?.fileType), fetch: () => download(address) }];
  });
}

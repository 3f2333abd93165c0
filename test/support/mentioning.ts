import type { Somebody, TestActivity } from './bot.ts';

/** What Teams says of whoever is mentioned. */
export interface Mentioned {
  id: string;
  name: string;
  aadObjectId?: string;
  type?: string;
}

export const kompas: Mentioned = { id: '28:kompas', name: 'Kompas' };

/** A colleague as Teams names them in a mention; the directory id is not always told. */
export const at = ({ user, account, name }: Somebody, change: Partial<Mentioned> = {}): Mentioned => ({
  id: user,
  name,
  aadObjectId: account,
  ...change,
});

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/**
 * A message with mentions as Teams sends it: each as `<at>` in the text, with an entity in the same order, and once more
 * in the message in HTML that comes along.
 */
export function mentioning(activity: TestActivity, parts: readonly (string | Mentioned)[]): TestActivity {
  const mentioned = parts.filter((part) => typeof part !== 'string');
  const markup = ({ name }: Mentioned) => `<at>${escaped(name)}</at>`;
  const span = (one: Mentioned) =>
    `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="${mentioned.indexOf(one)}">${escaped(one.name)}</span>`;
  return {
    ...activity,
    textFormat: 'plain',
    text: parts.map((part) => (typeof part === 'string' ? part : markup(part))).join(''),
    attachments: [
      {
        contentType: 'text/html',
        content: `<div><div>${parts.map((part) => (typeof part === 'string' ? escaped(part) : span(part))).join('')}</div>\n</div>`,
      },
    ],
    entities: [
      ...mentioned.map((one) => ({ type: 'mention', text: markup(one), mentioned: one })),
      { type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Windows' },
    ],
  };
}

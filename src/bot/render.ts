import { readFileSync } from 'node:fs';
import type { Card } from '../conversation/cards/card.ts';
import { noticeCard } from '../conversation/cards/notice.ts';
import type { Message } from '../conversation/message.ts';
import type { Address } from '../people/person.ts';
import { withFewButtons } from './buttons.ts';
import { headOf } from './head.ts';
import { withSeenBy } from './seen-by.ts';
import { prepareTemplate } from './template.ts';
import type { OutgoingActivity } from './wire.ts';

const folder = new URL('../../cards/', import.meta.url);
type Template = ReturnType<typeof prepareTemplate>;
const templates = new Map<string, Template>();

function templateOf(name: string): Template {
  if (!/^[a-z][a-z-]*$/.test(name)) throw new RangeError('a card name is lower case letters and dashes');
  const known = templates.get(name);
  if (known) return known;
  const template = prepareTemplate(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
  templates.set(name, template);
  return template;
}

interface AdaptiveCard {
  type: 'AdaptiveCard';
  fallbackText?: string;
  speak?: string;
  refresh?: object;
  body?: readonly object[];
  [other: string]: unknown;
}

/** Fills a template from `cards/`. User text in the data is never expanded as a template again. Throws on a missing one. */
function expand({ template, head, data, seenBy }: Card): AdaptiveCard {
  const { body, ...rest } = templateOf(template)(data) as AdaptiveCard;
  return { ...rest, body: [headOf(head), ...withFewButtons(withSeenBy(body ?? [], seenBy))] };
}

/** How Teams calls an adaptive card. */
export const CARD = 'application/vnd.microsoft.card.adaptive';

/** Turns messages into what Teams takes. */
export interface Render {
  activity(message: Message, to: Address): OutgoingActivity;
  card(message: Message): AdaptiveCard;
}

/**
 * `refresh`: whether cards may ask Teams to refresh themselves for the viewer. The Playground knows no refresh and
 * shows a warning, so local mode leaves it out.
 */
export function createRender({ refresh }: { refresh: boolean }): Render {
  // A round sends one and the same message to many: its card is made once.
  const made = new WeakMap<Message, AdaptiveCard>();

  function card(message: Message): AdaptiveCard {
    const before = made.get(message);
    if (before) return before;
    const { text } = message;
    const { refresh: wish, ...rest } = expand(
      message.card ?? noticeCard({ kind: 'kompas', text, title: text }).card,
    );
    const content = {
      ...rest,
      fallbackText: text,
      speak: text,
      ...(refresh && wish ? { refresh: wish } : {}),
    };
    made.set(message, content);
    return content;
  }
  return {
    card,
    activity: (message, to) => {
      if (!message.card) return { type: 'message', text: message.text };
      const { refresh: wish, ...body } = card(message);
      // Only this person's client refreshes the card by itself (Teams: `userIds`).
      const content = wish ? { ...body, refresh: { ...wish, userIds: [to.user] } } : body;
      return {
        type: 'message',
        summary: message.text,
        attachments: [{ contentType: CARD, content }],
      };
    },
  };
}

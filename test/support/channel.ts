import type { Locator, Page } from 'playwright-core';
import { conversations, type PlaygroundUser } from '../../demo/playground.ts';

/** A card as the bot sent it. */
export type Card = Record<string, unknown>;

/** A message with a card that the bot wrote in the channel, as it stands now. */
export interface Post {
  id: string;
  conversation: string;
  card: Card;
}

interface Frame {
  action?: string;
  message?: { messageId: string; postConversationId?: string; attachments?: { content: Card }[] };
}

/** Follows what the bot posts in the channel itself, newest last. Call it before the page is opened. */
export function watchChannel(page: Page): Post[] {
  const posts: Post[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const { action, message } = JSON.parse(`${payload}`) as Frame;
      const card = message?.attachments?.[0]?.content;
      if (!message || !card) return;
      const known = posts.find(({ id }) => id === message.messageId);
      const conversation = message.postConversationId;
      if (action === 'updateMessage' && known) known.card = card;
      if (action === 'createMessage' && conversation?.startsWith(conversations.channel))
        posts.push({ id: message.messageId, conversation, card });
    }),
  );
  return posts;
}

/** Opens the channel; the newest post stands at the top there. */
export async function openChannel(page: Page, name: string): Promise<void> {
  await page.getByRole('treeitem', { name: new RegExp(`- ${name}$`) }).click();
  await page.getByRole('button', { name: 'Post', exact: true }).waitFor();
}

/** Opens the personal chat again. */
export async function openPersonal(page: Page): Promise<void> {
  await page.getByRole('treeitem', { name: 'Personal Chat', exact: true }).click();
  await page.getByRole('button', { name: 'Post', exact: true }).waitFor({ state: 'detached' });
}

/** Writes a post that mentions the bot, the way people do: by choosing it from the list that comes up. */
export async function mention(page: Page, text: string): Promise<void> {
  await page.locator('[data-lexical-editor="true"]').first().click();
  await page.keyboard.type('@Kompas');
  await page.getByRole('menuitem', { name: 'Kompas' }).click();
  await page.keyboard.type(` ${text}`);
  await page.keyboard.press('Enter');
}

/** The card of the newest post in the channel. */
export function newestCard(page: Page): Locator {
  return page.locator('.ac-preview-panel').first();
}

/** Waits until a card visibly contains the text. */
export async function cardSays(card: Locator, text: string | RegExp): Promise<void> {
  await card.getByText(text).filter({ visible: true }).first().waitFor();
}

function everyObject(value: unknown): Card[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(everyObject);
  return Array.isArray(value) ? inside : [value as Card, ...inside];
}

/** The values of choices with these titles in a card, as a multi-select sends them. */
export function valuesOf(card: Card, ...titles: string[]): string {
  return titles
    .map((title) => {
      const found = everyObject(card).find((one) => one.title === title && typeof one.value === 'string');
      if (!found) throw new Error(`no choice is called ${title}`);
      return found.value;
    })
    .join(',');
}

/**
 * What one of the others in the channel does, of whom no page is open: taps the button with this title in a card that
 * stands at this post, with these inputs filled in. Resolves with the card that only they see.
 */
export async function tapAs(
  url: string,
  who: PlaygroundUser,
  { id, conversation }: Pick<Post, 'id' | 'conversation'>,
  card: Card,
  title: string,
  inputs: Record<string, string> = {},
): Promise<Card> {
  const found = everyObject(card).find((one) => one.type === 'Action.Execute' && one.title === title);
  if (!found) throw new Error(`no button is called ${title}`);
  const response = await fetch(`${url}/_conversation/v1/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'adaptiveCard/action',
      value: { action: { ...found, data: { ...(found.data as Card), ...inputs } } },
      from: { id: who.id },
      conversation: { id: conversation },
      replyToId: id,
    }),
  });
  const text = await response.text();
  const answer = (response.ok ? JSON.parse(text) : {}) as { type?: string; value?: Card };
  if (!answer.type?.endsWith('card.adaptive') || !answer.value)
    throw new Error(`Playground: ${who.name} tapped ${title}: ${response.status} ${text}`);
  return answer.value;
}

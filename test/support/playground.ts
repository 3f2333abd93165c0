import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator, Page, Request } from 'playwright-core';

const screens = join(import.meta.dirname, '../e2e/__screens__');
const localHosts = ['localhost', '127.0.0.1'];

/** One message in the chat window, without its author and time. */
export type ChatMessage = { from: 'me' | 'bot'; text: string };

/**
 * Opens the personal chat and resolves once the Playground has told the bot that it was installed (it
 * does so at every page load). Requests to other hosts (fonts) are blocked; the log panel is hidden, as
 * it repeats the messages' texts.
 */
export async function openChat(page: Page, url: string): Promise<void> {
  await page.route(
    (address) => !localHosts.includes(address.hostname),
    (route) => route.abort(),
  );
  await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/installation')),
    page.goto(url),
    composeBox(page).waitFor(),
  ]);
  const hideLog = page.getByRole('button', { name: 'Hide log panel' });
  if (await hideLog.isVisible()) await hideLog.click();
}

/**
 * Types a message, sends it, and resolves when the bot has said something more. A text that stood in the
 * chat before is then not taken for the answer, nor a card that the answer takes the place of.
 */
export async function say(page: Page, text: string): Promise<void> {
  const before = await ofBot(page).count();
  const box = composeBox(page);
  await box.fill(text);
  const [sent] = await Promise.all([
    page.waitForResponse((response) =>
      /\/_conversation\/v1\/conversations\/.+\/messages$/.test(response.url()),
    ),
    box.press('Enter'),
  ]);
  await expectOk(sent.request());
  await ofBot(page).nth(before).waitFor();
}

/** The last Adaptive Card in the chat (its cards are in the page itself: no frame, no shadow root). */
export function lastCard(page: Page): Locator {
  return page.locator('.ac-preview-panel').last();
}

/** The last card in the chat of this kind: the first words at its head, such as "Check-in". */
export function lastCardOf(page: Page, kind: string): Locator {
  return page
    .locator('.ac-preview-panel')
    .filter({ hasText: new RegExp(`^\\s*${kind}`) })
    .last();
}

/**
 * Clicks in the last card: the button, link, tile, checkbox or radio button with this accessible name,
 * or else the text itself. After an Action.Execute it resolves once the bot's answer is shown, and it
 * fails when the bot did not answer well. After an Action.Submit the answer comes later, as a message.
 */
export function tap(page: Page, accessibleName: string): Promise<void> {
  return tapIn(lastCard(page), accessibleName);
}

/** As `tap`, in this card. */
export async function tapIn(card: Locator, accessibleName: string): Promise<void> {
  const page = card.page();
  const options = { name: accessibleName, exact: true };
  const control = card
    .getByRole('button', options)
    .or(card.getByRole('link', options))
    .or(card.getByRole('checkbox', options))
    .or(card.getByRole('radio', options))
    .filter({ visible: true });
  const text = card.getByText(accessibleName, { exact: true }).filter({ visible: true });
  await control.or(text).first().waitFor();
  const target = (await control.count()) > 0 ? control : text;

  let sent: Request | undefined;
  const watch = (request: Request) => {
    if (/\/_conversation\/v1\/(invoke|submit)$/.test(request.url())) sent = request;
  };
  page.on('request', watch);
  await target.first().click();
  // The request leaves from within the click; once the page has painted, it has been reported here.
  await painted(page);
  page.off('request', watch);
  if (!sent) return;
  await expectOk(sent);
  await painted(page);
}

/** Chooses options of a dropdown (compact Input.ChoiceSet) in the last card, by the input's label. */
export function choose(page: Page, label: string, ...titles: string[]): Promise<void> {
  return chooseIn(lastCard(page), label, ...titles);
}

/** As `choose`, in this card. */
export async function chooseIn(card: Locator, label: string, ...titles: string[]): Promise<void> {
  const page = card.page();
  const box = card.getByRole('combobox', { name: label, exact: true });
  await box.click();
  for (const title of titles) {
    // The list is at the end of the page, outside the card; with multi-select its role differs.
    const options = { name: title, exact: true };
    await page.getByRole('option', options).or(page.getByRole('menuitemcheckbox', options)).click();
  }
  if ((await box.getAttribute('aria-expanded')) === 'true') await box.press('Escape');
}

/**
 * The messages in the chat window, from top to bottom. A bot that answers at once may stand above the
 * message it answers to, so compare contents rather than places.
 */
export function messages(page: Page): Promise<ChatMessage[]> {
  return page.getByLabel('Message header', { exact: true }).evaluateAll((headers) =>
    headers.map((header) => ({
      from: header.querySelector('[aria-label="Message author"]') ? ('bot' as const) : ('me' as const),
      text: Array.from(header.parentElement?.children ?? [])
        .filter((part) => part !== header)
        // As shown, with line breaks and without hidden text.
        .map((part) => (part instanceof HTMLElement ? part.innerText : ''))
        .join('\n')
        .trim(),
    })),
  );
}

/** Waits until a message or card in the chat window visibly contains the text. */
export async function waitForText(page: Page, text: string | RegExp): Promise<void> {
  await items(page).getByText(text).filter({ visible: true }).last().waitFor();
}

/** Makes all cards this many pixels wide: the Playground itself keeps them at 446 on any window. */
export async function narrowCards(page: Page, width: number): Promise<void> {
  await page.addStyleTag({ content: `.ac-preview-panel { width: ${width}px !important; }` });
  await painted(page);
}

/** Saves a picture of the page, or of one element such as `lastCard(page)`, in `test/e2e/__screens__`. */
export async function shot(target: Page | Locator, file: string): Promise<void> {
  const path = join(screens, file);
  await mkdir(dirname(path), { recursive: true });
  await target.screenshot({ path, animations: 'disabled' });
}

function composeBox(page: Page): Locator {
  return page.locator('[data-lexical-editor="true"]');
}

function items(page: Page): Locator {
  return page.getByLabel('Message header', { exact: true }).locator('xpath=..');
}

/** Only the bot's messages name their author. */
function ofBot(page: Page): Locator {
  return page.getByLabel('Message header', { exact: true }).getByLabel('Message author', { exact: true });
}

async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function expectOk(request: Request): Promise<void> {
  const response = await request.response();
  if (response?.ok()) return;
  const reason = response ? `${response.status()} ${await response.text()}` : request.failure()?.errorText;
  throw new Error(`Playground: ${request.method()} ${request.url()} failed: ${reason}`);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Renderer from 'adaptivecards';
import type { Page } from 'playwright-core';
import { hostConfig, type Look } from './host-configs.ts';

const { resolve } = createRequire(import.meta.url);
const script = resolve('adaptivecards/dist/adaptivecards.min.js');
const styles = readFileSync(resolve('adaptivecards/dist/adaptivecards.css'), 'utf8');

/** So many cards stand beside each other on the page. */
const COLUMNS = 5;

/** Around the card: the colours and shapes of buttons and fields that Teams gives and the renderer does not. */
function around(look: Look, width: number): string {
  return `
    @font-face { font-family: 'Kompas emoji'; src: local('Noto Color Emoji'); unicode-range: U+1F1E6-1FAFF; }
    * { box-sizing: border-box; }
    body { margin: 0; background: ${look.page}; color: ${look.text}; font: 14px sans-serif; }
    main { width: ${COLUMNS * width}px; columns: ${COLUMNS}; column-gap: 0; }
    h1 { margin: 4px; font-size: 16px; column-span: all; }
    h2 { margin: 0 0 4px; font-size: 12px; font-weight: 400; }
    /* Teams breaks a word that is longer than a line, and puts buttons that do not fit on the next line. */
    section { width: ${width}px; padding: 4px; break-inside: avoid; overflow-wrap: break-word; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    .ac-pushButton { flex-shrink: 0 !important; max-width: 100%; }
    .ac-adaptiveCard { border: 1px solid ${look.line}; border-radius: 4px; }
    .ac-container.ac-selectable { border-radius: 4px; }
    .ac-pushButton { background: ${look.surface}; color: ${look.text}; border: 1px solid ${look.line};
      border-radius: 4px; padding: 5px 12px; font-size: 14px; font-weight: 600; }
    .ac-pushButton.style-positive { background: ${look.brand}; color: ${look.onBrand}; border-color: ${look.brand}; }
    .ac-pushButton.style-destructive { color: ${look.attention}; }
    .ac-input { color: ${look.text}; }
    .ac-input.ac-textInput, .ac-input.ac-multichoiceInput, .ac-input.ac-dateInput, .ac-input.ac-timeInput,
    .ac-input.ac-numberInput { color-scheme: ${look.name}; background: ${look.surface}; color: ${look.text}; border: 1px solid ${look.line};
      border-radius: 4px; padding: 6px 8px; }
    .ac-input.ac-textInput::placeholder { color: ${look.subtle}; opacity: 1; }
    a.ac-anchor { color: ${look.accent}; }`;
}

/** Opens the page that cards are put on: a proper page, so that only cards can be found wanting. */
export async function openCardPage(page: Page): Promise<void> {
  await page.setContent(
    '<!doctype html><html lang="nl"><head><title>Kaarten van Kompas</title></head>' +
      '<body><main><h1>Kaarten van Kompas</h1></main></body></html>',
  );
  await page.addScriptTag({ path: script });
}

/** A card as Teams shows it in a theme: a picture may have one of its own there (Teams: `themedUrls`), which the renderer does not know. */
function themed(card: object, { name }: Look): object {
  const theme = name === 'dark' ? 'Dark' : 'Light';
  return JSON.parse(JSON.stringify(card), (_, value) => {
    const own = value?.themedUrls?.find((one: { theme: string }) => one.theme === theme);
    return own ? { ...value, url: own.url } : value;
  });
}

/** Puts cards on the page below each other, as wide as asked, each in a section with its name as id. */
export async function showCards(
  page: Page,
  cards: readonly { name: string; card: object }[],
  { look, width }: { look: Look; width: number },
): Promise<void> {
  await page.setViewportSize({ width: COLUMNS * width, height: 900 });
  const css = styles + around(look, width);
  const shown = cards.map(({ name, card }) => ({ name, card: themed(card, look) }));
  await page.evaluate(
    ({ cards, css, config }) => {
      const { AdaptiveCards: lib } = globalThis as unknown as { AdaptiveCards: typeof Renderer };
      const escaped = (text: string) =>
        text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
      // The part of Markdown that Teams knows in cards: enough to see what our texts look like, and to be misled.
      lib.AdaptiveCard.onProcessMarkdown = (text, result) => {
        const inline = escaped(text)
          .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
          .replace(/\[(.+?)\]\((.+?)\)/g, '<a href="$2">$1</a>');
        const lines = inline.split('\n');
        result.outputHtml = lines.every((line) => line.startsWith('- '))
          ? `<ul>${lines.map((line) => `<li>${line.slice(2)}</li>`).join('')}</ul>`
          : `<p>${lines.join('<br>')}</p>`;
        result.didProcess = true;
      };
      const style =
        document.querySelector('style') ?? document.head.appendChild(document.createElement('style'));
      style.textContent = css;
      const main = document.querySelector('main');
      for (const section of document.querySelectorAll('section')) section.remove();
      for (const { name, card } of cards) {
        const section = document.createElement('section');
        section.id = name;
        const heading = section.appendChild(document.createElement('h2'));
        heading.textContent = name;
        const parsed = new lib.AdaptiveCard();
        parsed.hostConfig = new lib.HostConfig(config);
        parsed.parse(card);
        // In the page before it is drawn: the renderer measures. In a form, since radio buttons of two cards are one
        // group otherwise.
        main?.appendChild(section);
        const drawn = parsed.render();
        if (drawn) section.appendChild(document.createElement('form')).appendChild(drawn);
      }
    },
    { cards: shown, css, config: hostConfig(look) },
  );
}

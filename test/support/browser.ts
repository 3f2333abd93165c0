import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { PATIENCE_MS } from './patience.ts';

const MISSING = 'Chromium ontbreekt: browsertests overgeslagen';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let warned = false;

/** Where Chromium is: `CHROMIUM_PATH`, otherwise `/usr/bin/chromium`; undefined when there is none. */
export function chromiumPath(): string | undefined {
  const path = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
  return existsSync(path) ? path : undefined;
}

/** Starts a headless Chromium; the caller closes it. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('Chromium is missing: set CHROMIUM_PATH or install /usr/bin/chromium');
  return chromium.launch({ executablePath, args });
}

/** Opens a page of this many pixels in a profile of its own. */
export async function openPage(browser: Browser, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } });
  context.setDefaultTimeout(PATIENCE_MS);
  return context.newPage();
}

/**
 * A `describe` for tests that need a browser. Without Chromium they are skipped with a warning, except in
 * CI (`CI=true`): there a missing browser fails, so that the tests cannot silently stop running.
 */
export function describeWithBrowser(name: string, fn: () => void): void {
  if (chromiumPath()) {
    describe(name, fn);
    return;
  }
  if (process.env.CI === 'true') {
    describe(name, () => {
      test('Chromium is present', () => {
        throw new Error('Chromium is missing: set CHROMIUM_PATH or install /usr/bin/chromium');
      });
    });
    return;
  }
  if (!warned) console.warn(MISSING);
  warned = true;
  describe.skipIf(true)(`${name} (Chromium ontbreekt)`, fn);
}

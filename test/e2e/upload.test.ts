import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UPLOAD } from '../../src/features/intake/index.ts';
import { csv, line, sender, startFileHost } from '../features/intake/sending.ts';
import { imported, somebody, startTestBot, type TestBot, tapped } from '../support/bot.ts';
import { describeWithBrowser, launchBrowser } from '../support/browser.ts';

const admin = somebody(50, 'Aad Beheer');
const nina = somebody(60, 'Nina Nieuw');
/** A phone. */
const viewport = { width: 360, height: 640 };

describeWithBrowser('the page to upload a file, in a browser without script', () => {
  let bot: TestBot;
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kompas-upload-'));
    [bot, browser] = await Promise.all([
      startTestBot({ seed: ({ people }) => people.save([imported(admin, { access: ['beheerder'] })]) }),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.stop();
    await rm(folder, { recursive: true });
  });

  test('takes a file that somebody chooses, and the outcome comes in their chat', async () => {
    const file = join(folder, 'mensen.csv');
    await writeFile(file, csv(line(nina)));
    // Asking for the page is what tells where the outcome goes.
    await bot.post(tapped(admin, 'intake.upload', {}));
    const { pathname } = new URL(bot.app.services.links.create(UPLOAD, admin.account, UPLOAD));
    const context = await browser.newContext({ javaScriptEnabled: false, viewport });
    const page = await context.newPage();
    await page.goto(bot.url + pathname);
    const screenshot = process.env.KOMPAS_PICTURES ? 'test/e2e/__screens__/upload.png' : undefined;
    if (screenshot) await page.screenshot({ path: screenshot });
    await page.getByLabel('Kies je lijst').setInputFiles(file);
    await page.getByRole('button', { name: 'Stuur het bestand' }).click();
    expect(await page.getByRole('heading').textContent()).toBe('Je bestand is binnen');
    await bot.app.idle();
    const host = await startFileHost();
    expect(sender(bot, host, admin).last().words).toContain('Nina Nieuw');
    await host.stop();

    await page.goBack();
    expect(await page.getByRole('heading').textContent()).toBe('Deze link is al gebruikt');
  });
});

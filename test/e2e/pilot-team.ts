import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { findDemoPerson, playgroundUser } from '../../demo/people.ts';
import type { PlaygroundUser } from '../../demo/playground.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { type Card, newestCard, openChannel, type Post, tapAs, watchChannel } from '../support/channel.ts';
import type { TestClock } from '../support/clock.ts';
import { openChat, tapIn, waitForText } from '../support/playground.ts';
import { type Company, startCompany } from './company.ts';

/** Gijs and his channel in one Playground, Bert in his own chat in another, and Amira, of whom no page is open. */
export type PilotTeam = Awaited<ReturnType<typeof startPilotTeam>>;

function colleague(name: string): PlaygroundUser {
  const person = findDemoPerson(name);
  if (!person) throw new Error(`nobody is called ${name}`);
  return playgroundUser(person);
}

/** Taps, and gives the answer of the bot itself: a message that is rewritten may take its place on the screen. */
async function answerTo(page: Page, tap: () => Promise<void>): Promise<string> {
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.url().endsWith('/_conversation/v1/invoke')),
    tap(),
  ]);
  return response.text();
}

/** Starts the demo municipality with a channel for a pilot; the caller stops it. */
export async function startPilotTeam(clock: TestClock) {
  const company: Company = await startCompany(clock);
  const browser: Browser = await launchBrowser();
  const open = async (name: string) => {
    const playground = await company.openAs(name);
    const page = await openPage(browser, 1300, 1600);
    const posts = watchChannel(page);
    await openChat(page, playground.url);
    await waitForText(page, 'Hallo, ik ben Kompas');
    return { page, posts, url: playground.url };
  };
  const { page: bert } = await open('Bert Kade');
  const { page: gijs, posts, url } = await open('Gijs Toren');
  await openChannel(gijs, 'Werkoverleg');

  const card = () => newestCard(gijs);
  const newest = (): Post => {
    const post = posts.at(-1);
    if (!post) throw new Error('the bot posted nothing in the channel');
    return post;
  };

  return {
    company,
    gijs,
    bert,
    /** The newest card in the channel, as Gijs sees it. */
    card,
    /** The newest post in the channel as it is for everybody. */
    newest,
    fill: (label: string, text: string) =>
      card().getByRole('textbox', { name: label, exact: true }).fill(text),
    /** Gijs taps in the channel and is answered this. */
    taps: async (title: string, answer: string) =>
      expect(await answerTo(gijs, () => tapIn(card(), title))).toContain(answer),
    /** What a colleague does with the newest post: the buttons one after the other, inputs with the last; gives the answer. */
    does: async (name: string, ...steps: [string, ((seen: Card) => Record<string, string>)?][]) => {
      let seen = newest().card;
      for (const [title, inputs] of steps)
        seen = await tapAs(url, colleague(name), newest(), seen, title, inputs?.(seen));
      return JSON.stringify(seen);
    },
    /** Waits until the newest post in the channel says this to everybody, not only to who tapped in it. */
    postSays: (text: string) => expect.poll(() => JSON.stringify(newest().card)).toContain(text),
    /** Rows beside the name or id of these people, as they are stored. */
    rowsOf: async (...names: string[]) => {
      const traces = names.flatMap((name) => [name, colleague(name).directoryId]);
      return Object.entries(await company.dump()).flatMap(([table, rows]) =>
        rows.flatMap((row) => {
          const text = JSON.stringify(row);
          return traces.some((trace) => text.includes(trace)) ? [`${table} ${text}`] : [];
        }),
      );
    },
    stop: async () => {
      await browser.close();
      await company.stop();
    },
  };
}

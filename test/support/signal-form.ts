import { type Somebody, type TestBot, tapped } from './bot.ts';

/** What the form for a signal carries of the people whom it names; undefined where there is no form. */
export async function shownTo(bot: Pick<TestBot, 'post'>, who: Somebody): Promise<string | undefined> {
  const card = JSON.stringify((await bot.post(tapped(who, 'signal.raise', {}))).body.value);
  return /"verb":"signal\.send","data":\{"shown":"([^"]+)"/.exec(card)?.[1];
}

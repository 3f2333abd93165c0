import { type TestBot, tapped } from '../../support/bot.ts';
import { type KindName, kinds } from './kinds.ts';
import type { Ids } from './town.ts';

/** What somebody agrees to who sees what the lists of the town would do. */
export type Agreed = Ids['uploads'];

/** What the buttons carry of the cards that show what the lists of the town would do. */
export async function agreedTo(bot: Pick<TestBot, 'post'>, { uploads }: Ids): Promise<Agreed> {
  const seen = async (kind: KindName, verb: string, data: object) => {
    const { text } = await bot.post(tapped(kinds[kind].who, verb, data));
    return /"seen":"([^"]+)"/.exec(text)?.[1] ?? 'nothing can be agreed to';
  };
  const owner = kinds.keeper.who.account;
  return {
    people: await seen('administrator', 'intake.show', { upload: uploads.people, page: 0 }),
    register: await seen('keeper', 'intake.show', { upload: uploads.register, page: 0 }),
    asked: await seen('secondKeeper', 'intake.look', { owner, upload: uploads.asked, page: 0 }),
  };
}

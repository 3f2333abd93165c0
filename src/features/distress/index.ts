import { noticeCard } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { everybodyAlone } from '../../conversation/needs.ts';
import type { Hearing } from '../../conversation/offer.ts';
import { type Distress, soundsLikeDistress } from '../../language/distress.ts';
import type { FeatureModule } from '../module.ts';

/** A person first. */
const offered = ['ik wil even praten', 'help'].map((say) => ({
  verb: 'help.say',
  title: say,
  data: { text: say },
}));

/** For somebody who does not seem well. The same for everybody. */
function kindly(how: Distress): Message {
  const body =
    how === 'life'
      ? 'Denk je aan de dood of aan zelfmoord? Bel 113 of 0800-0113. Dat is gratis en kan dag en nacht. Is er nu gevaar? Bel 112. Je kunt ook iemand kiezen om mee te praten.'
      : 'Ik ben een programma, dus hier kan ik niet goed bij helpen. Een mens wel. Je kiest zelf met wie je praat.';
  return noticeCard({
    kind: 'talk',
    text: `Wat naar dat je je zo voelt. ${body}`,
    title: 'Wat naar dat je je zo voelt',
    body,
    small: 'Ik bewaar niet wat je typte. Teams bewaart je bericht wel, zoals elk bericht.',
    actions: offered,
  });
}

/** Private, since it tells what was typed; and it writes no row either (trust:no-trace). */
const hearing = (order: Hearing['order'], isFor: (how: Distress) => boolean): Hearing => ({
  order,
  needs: everybodyAlone,
  traceless: true,
  answer: async ({ text }) => {
    const how = soundsLikeDistress(text);
    return how && isFor(how) ? kindly(how) : undefined;
  },
});

/** Words of somebody who does not seem well. What may also be a question about something else is that first. */
export const distress: FeatureModule = {
  name: 'distress',
  tables: [],
  open: () => undefined,
  offer: () => ({
    phrases: [],
    actions: {},
    hears: [hearing('first', (how) => how !== 'soft'), hearing('last', (how) => how === 'soft')],
  }),
};

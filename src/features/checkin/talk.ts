import { z } from 'zod';
import { notice, noticeCard, unknownPerson } from '../../conversation/cards/notice.ts';
import type { Link, Message, NoticeAction } from '../../conversation/message.ts';
import { createRequests, PATIENCE_MS, withinPatience } from '../../conversation/request.ts';
import type { Turn } from '../../conversation/turn.ts';
import { asSentence } from '../../language/sentences.ts';
import { chatLink } from '../../people/chat-link.ts';
import { type Address, chatWith, isPresent, type Person } from '../../people/person.ts';
import type { Tools } from '../module.ts';
import { type Partner, talkCard, talkRequest } from './cards.ts';

export interface TalkTools extends Pick<Tools, 'people' | 'send'> {
  /** Somebody waits so long for what became of their request; ours unless a test brings its own. */
  patienceMs?: number;
}

export const talkSchema = z.object({ period: z.string().max(20), partner: z.string().max(200) });

/** So many requests at once, and as many again in an hour, from one person to one other: a reminder or two, and no more. */
export const MOST_AN_HOUR = 3;
const HOUR_MS = 3_600_000;
/**
 * What became of a request. It names the partner, whose name is user data: so it stands on the card, in text runs, and
 * not in the text.
 */
function outcome(
  title: string,
  lines: readonly string[],
  spoken: string,
  actions: readonly NoticeAction[],
  link: Link,
): Message {
  return noticeCard({ kind: 'talk', text: `${asSentence(title)} ${spoken}`, title, lines, actions, link });
}

/**
 * What a button carries for a manager of the asker's own team: whom it names, and not what they are there. Who leads a team
 * changes, and a card stays in a chat. Other partners are named by their UPN.
 */
const idOf = ({ directoryId, upn }: Person): string => directoryId ?? upn;

/**
 * "Ik wil even praten": goes only to the person chosen, is offered to everybody in the same way, and is sent,
 * not stored (trust:talk-with-whom-you-choose).
 */
export function talking({ people, send, patienceMs = PATIENCE_MS }: TalkTools) {
  const request = createRequests(send, MOST_AN_HOUR, HOUR_MS);
  const sendOnce = (asker: string, partner: string, address: Address, message: Message) => {
    const pair = JSON.stringify([asker, partner]);
    return request(pair, pair, address, message);
  };

  /** Who leads the asker's own team, but for the asker. */
  async function managersOf(turn: Turn): Promise<Person[]> {
    return ((await turn.workplace())?.members ?? []).filter(
      (person) =>
        isPresent(person) && person.access.includes('manager') && person.directoryId !== turn.directoryId,
    );
  }

  /**
   * Whom somebody may ask: the same for everybody, whatever they answered (trust:talk-with-whom-you-choose).
   */
  async function partnersOf(turn: Turn): Promise<Partner[]> {
    const [{ municipality }, [manager]] = await Promise.all([turn.settings(), managersOf(turn)]);
    const me = await turn.person();
    // Whoever works here may ask; how colleagues are reached is told to nobody else.
    if (!me) return [];
    return [
      ...(manager ? [{ partner: idOf(manager), title: `${manager.name}, mijn leidinggevende` }] : []),
      ...municipality.partners
        .filter(({ upn }) => upn !== me.upn)
        .map(({ upn, label }) => ({ partner: upn, title: label })),
    ];
  }

  return {
    partnersOf,

    choose: async (turn: Turn, period: string): Promise<Message> => {
      const [{ municipality }, partners] = await Promise.all([turn.settings(), partnersOf(turn)]);
      return talkCard(period, partners, municipality);
    },

    ask: async (turn: Turn, { period, partner }: z.infer<typeof talkSchema>): Promise<Message> => {
      const started = performance.now();
      const me = await turn.person();
      if (!me) return unknownPerson;
      const { municipality } = await turn.settings();
      const manager = (await managersOf(turn)).find((one) => idOf(one) === partner);
      const offered = manager !== undefined || municipality.partners.some(({ upn }) => upn === partner);
      const other = manager ?? (offered ? await people.byUpn(partner) : undefined);
      // Typed, without a card to go back to, there is no period.
      const back = period === '' ? [] : [{ verb: 'checkin.open', title: 'Terug', data: { period } }];
      if (!offered) {
        return notice('talk', 'Dit kan niet meer', 'De keuze is veranderd. Er is niets verstuurd.', [
          { verb: 'checkin.talk', title: 'Kies opnieuw', data: { period } },
        ]);
      }
      const upn = other?.upn ?? partner;
      const link = { title: 'Open de chat', url: chatLink(upn) };
      const chat = other && chatWith(other);
      const arrived = chat
        ? await withinPatience(
            sendOnce(turn.directoryId, upn, chat, talkRequest(me.name, me.upn)),
            patienceMs - (performance.now() - started),
          )
        : 'no';
      const name = other?.name ?? municipality.partners.find((one) => one.upn === partner)?.label ?? upn;
      if (arrived === 'yes') {
        const rest = 'Ik heb je vraag niet bewaard. Hoor je niets? Open dan zelf de chat.';
        return outcome(
          'Je vraag is verstuurd',
          [`${name} krijgt je naam en de vraag om contact met je op te nemen.`, rest],
          rest,
          back,
          link,
        );
      }
      if (arrived === 'enough') {
        const { counsellor } = municipality;
        const rest =
          'Ik stuur je vraag nu niet nog eens. Stuur zelf een bericht, bel, of kies iemand anders.';
        return outcome(
          'Je vroeg dit net al een paar keer',
          [
            `Ik stuurde je vraag al een paar keer naar ${name}.`,
            rest,
            ...(counsellor
              ? [`Vertrouwelijk praten kan ook met ${counsellor.name}, ${counsellor.contact}.`]
              : []),
          ],
          rest,
          [{ verb: 'checkin.talk', title: 'Kies iemand anders', data: { period } }, ...back],
          link,
        );
      }
      if (arrived === 'perhaps') {
        return outcome(
          'Ik weet niet of je vraag is aangekomen',
          [
            `Teams antwoordde te langzaam of gaf een fout. Misschien heeft ${name} je vraag toch gekregen.`,
            'Stuur voor de zekerheid zelf een bericht of bel.',
          ],
          'Teams antwoordde te langzaam of gaf een fout. Misschien is je vraag toch aangekomen. Stuur voor de zekerheid zelf een bericht of bel.',
          back,
          link,
        );
      }
      return outcome(
        'Je vraag is niet aangekomen',
        [`Ik kan ${name} nu niet bereiken. Er is niets verstuurd.`, 'Stuur zelf een bericht of bel.'],
        'Er is niets verstuurd. Stuur zelf een bericht of bel.',
        back,
        link,
      );
    },
  };
}

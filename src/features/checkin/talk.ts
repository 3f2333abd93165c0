import { z } from 'zod';
import { linksCard } from '../../conversation/cards/links.ts';
import { notice, noticeCard, unknownPerson } from '../../conversation/cards/notice.ts';
import { carried } from '../../conversation/field.ts';
import type { Link, Message, NoticeAction } from '../../conversation/message.ts';
import { createRequests, PATIENCE_MS, withinPatience } from '../../conversation/request.ts';
import type { Turn } from '../../conversation/turn.ts';
import { asSentence } from '../../language/sentences.ts';
import { rememberedEach } from '../../lib/remember.ts';
import { chatLink } from '../../people/chat-link.ts';
import { helpersIn, type Settings } from '../../people/municipality.ts';
import { type Address, chatWith, isLeaderOf, isPresent, type Person } from '../../people/person.ts';
import type { Tools } from '../module.ts';
import { type Partner, talkCard, talkReaders } from './cards.ts';
import { talkRequest } from './talk-request-card.ts';

export interface TalkTools extends Pick<Tools, 'people' | 'send' | 'now'> {
  /** Somebody waits so long for what became of their request; ours unless a test brings its own. */
  patienceMs?: number;
}

/** `unsent`: they were about to send something and did not. */
export const chooseSchema = z.object({ period: z.string().max(20), unsent: carried(z.boolean(), false) });
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

/** Somebody to talk to, with what they are to who asks. */
interface Found extends Partner {
  upn: string;
  /** They lead the team of who asks, or its department. */
  leads: boolean;
}

/** What somebody from the settings is to who asks, in words behind their label; '' for nothing. */
function leadWords(me: Person, other: Person | undefined, { teams }: Settings): string {
  if (!other) return '';
  const departmentOf = (key: string) => teams.find((team) => team.key === key)?.department;
  const mine = teams.find(({ key }) => key === me.team);
  if (mine && isLeaderOf(mine, other)) return ', ook je leidinggevende';
  const heads = mine?.department !== undefined && other.access.includes('afdelingshoofd');
  return heads && departmentOf(other.team) === mine?.department ? ', ook je afdelingshoofd' : '';
}

/** Who somebody of the settings is, is looked up once a minute: only words behind their name hang on it. */
const REMEMBERED_MS = 60_000;

/** So many stand beside those who help outside the team; of more the first ones, and the way to all. */
const MOST_OUTSIDE = 4;

const chooseAgain = (period: string, title = 'Kies iemand anders'): NoticeAction => ({
  verb: 'checkin.talk',
  title,
  data: { period },
});

/**
 * "Ik wil even praten": goes only to the person chosen, is offered to everybody in the same way, and is sent,
 * not stored (trust:talk-with-whom-you-choose).
 */
export function talking({ people, send, now, patienceMs = PATIENCE_MS }: TalkTools) {
  const lookedUp = rememberedEach(people.byUpn, REMEMBERED_MS, now);
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
  async function foundFor(turn: Turn): Promise<Found[]> {
    const [settings, [manager]] = await Promise.all([turn.settings(), managersOf(turn)]);
    const me = await turn.person();
    // Whoever works here may ask; how colleagues are reached is told to nobody else.
    if (!me) return [];
    const named = settings.municipality.partners
      .filter(({ upn }) => upn !== me.upn)
      .map(async ({ upn, label }) => {
        const words = leadWords(me, await lookedUp(upn), settings);
        return { partner: upn, title: `${label}${words}`, upn, leads: words !== '' };
      });
    return [
      ...(manager
        ? [
            {
              partner: idOf(manager),
              title: `${manager.name}, mijn leidinggevende`,
              upn: manager.upn,
              leads: true,
            },
          ]
        : []),
      ...(await Promise.all(named)),
    ];
  }

  async function partnersOf(turn: Turn): Promise<Partner[]> {
    return (await foundFor(turn)).map(({ partner, title }) => ({ partner, title }));
  }

  /** Whom a card names, if they are offered to who asks; `other` is missing for somebody whom Kompas does not know. */
  async function chosen(turn: Turn, partner: string) {
    const { municipality } = await turn.settings();
    const manager = (await managersOf(turn)).find((one) => idOf(one) === partner);
    const label = municipality.partners.find(({ upn }) => upn === partner)?.label;
    if (!manager && label === undefined) return undefined;
    const other = manager ?? (await people.byUpn(partner));
    return { other, upn: other?.upn ?? partner, name: other?.name ?? label ?? partner };
  }

  const gone = (period: string): Message =>
    notice('talk', 'Dit kan niet meer', 'De keuze is veranderd. Er is niets verstuurd.', [
      chooseAgain(period, 'Kies opnieuw'),
    ]);

  return {
    partnersOf,

    choose: async (turn: Turn, period: string, unsent = false): Promise<Message> => {
      const [{ municipality }, partners] = await Promise.all([turn.settings(), partnersOf(turn)]);
      return talkCard(period, partners, municipality, unsent ? 'Goed, er is niets verstuurd.' : '');
    },

    /**
     * For who may not want to talk with who leads them, since it may be about them: the counsellor and others outside the team
     * first, and without who leads. The same for everybody who asks for it.
     */
    outside: async (turn: Turn): Promise<Message> => {
      const [{ municipality }, found] = await Promise.all([turn.settings(), foundFor(turn)]);
      const helpers = helpersIn(municipality);
      const { procedure } = municipality;
      const body =
        helpers.length > 0
          ? 'Bel of mail zelf. De vertrouwenspersoon doet niets zonder dat jij het wilt.'
          : 'Kies met wie. Je ziet eerst wat diegene krijgt.';
      return noticeCard({
        kind: 'talk',
        text: `Praat met iemand buiten je team. ${body}`,
        title: 'Praat met iemand buiten je team',
        body,
        lines: helpers,
        small: 'Wie je team of afdeling leidt, staat hier niet bij.',
        link: procedure === undefined ? undefined : { title: 'Officiële melding doen', url: procedure },
        actions: [
          ...found
            .filter(({ leads }) => !leads)
            .slice(0, MOST_OUTSIDE)
            .map(({ partner, title }) => ({
              verb: 'checkin.ask-talk',
              title,
              data: { period: '', partner },
            })),
          chooseAgain('', 'Toon iedereen'),
        ],
        seenBy: talkReaders,
      });
    },

    /** For who wants it undone: what was sent stays, and was not stored; so the way to whoever got it. */
    takeBack: async (turn: Turn): Promise<Message> => {
      const found = await foundFor(turn);
      const title = 'Een vraag om te praten kan ik niet terughalen';
      const body =
        'Wat verstuurd is, staat in de chat van wie je koos. Ik weet niet meer wie dat was. Stuur diegene zelf een bericht: “Het hoeft niet meer.”';
      return found.length === 0
        ? notice('talk', title, body)
        : linksCard({
            kind: 'talk',
            text: `${title}. ${body}`,
            title,
            body,
            small: 'Koos je nog niemand, of tikte je niet op “Verstuur”? Dan is er niets verstuurd.',
            links: found.map((one) => ({ title: `Chat · ${one.title}`, url: chatLink(one.upn) })),
          });
    },

    /** Who would get what: nothing goes to somebody at the first tap. */
    confirm: async (turn: Turn, { period, partner }: z.infer<typeof talkSchema>): Promise<Message> => {
      if (!(await turn.person())) return unknownPerson;
      const choice = await chosen(turn, partner);
      if (!choice) return gone(period);
      return noticeCard({
        kind: 'talk',
        text: 'Wil je dit versturen? Er is nog niets verstuurd.',
        title: 'Wil je dit versturen?',
        lines: [
          `Tik je op “Verstuur”? Dan krijgt ${choice.name} meteen een bericht met je naam en de vraag om contact met je op te nemen.`,
        ],
        small: 'Terughalen kan daarna niet.',
        actions: [
          { verb: 'checkin.send-talk', title: 'Verstuur', data: { period, partner }, style: 'positive' },
          { verb: 'checkin.talk', title: 'Toch niet', data: { period, unsent: true } },
        ],
        seenBy: talkReaders,
      });
    },

    ask: async (turn: Turn, { period, partner }: z.infer<typeof talkSchema>): Promise<Message> => {
      const started = performance.now();
      const me = await turn.person();
      if (!me) return unknownPerson;
      const { municipality } = await turn.settings();
      const choice = await chosen(turn, partner);
      if (!choice) return gone(period);
      const { other, upn, name } = choice;
      // Typed, without a card to go back to, there is no period.
      const back = period === '' ? [] : [{ verb: 'checkin.open', title: 'Terug', data: { period } }];
      const link = { title: 'Open de chat', url: chatLink(upn) };
      const chat = other && chatWith(other);
      const arrived = chat
        ? await withinPatience(
            sendOnce(turn.directoryId, upn, chat, talkRequest(me.name, me.upn)),
            patienceMs - (performance.now() - started),
          )
        : 'no';
      if (arrived === 'yes') {
        const rest = 'Ik heb je vraag niet bewaard. Hoor je niets? Open dan zelf je chat met die persoon.';
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
          [chooseAgain(period), ...back],
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
          [chooseAgain(period), ...back],
          link,
        );
      }
      return outcome(
        'Er is niets verstuurd',
        [`Ik kan ${name} nu niet bereiken.`, 'Stuur zelf een bericht of bel.'],
        'Stuur zelf een bericht of bel.',
        [chooseAgain(period), ...back],
        link,
      );
    },
  };
}

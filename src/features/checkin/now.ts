import { z } from 'zod';
import { dutchMoment } from '../../calendar/clock.ts';
import { cancelButton } from '../../conversation/cancelling.ts';
import { detailCard } from '../../conversation/cards/detail.ts';
import { noticeCard } from '../../conversation/cards/notice.ts';
import { carried } from '../../conversation/field.ts';
import { found } from '../../conversation/finding.ts';
import type { Message, NoticeAction } from '../../conversation/message.ts';
import type { Needs } from '../../conversation/needs.ts';
import { action, type Hearing, type Offer } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Team } from '../../people/municipality.ts';
import { reachedOf } from '../../people/reach.ts';
import type { Tools } from '../module.ts';
import { askedToSend } from './asked-to-send.ts';
import { type SendingTools, sendingNow } from './sending-now.ts';

const administering: Needs = { who: ['beheerder'], where: 'own chat', typed: 'checkin nu' };
const schema = z.object({ team: z.string().max(200) });
/** `again`: also when it was sent so today, which the card said then. */
const sendSchema = schema.extend({ again: carried(z.boolean(), false) });

/** So many teams stand on one card; of more, a name is typed. */
const MOST_TEAMS = 15;

const toBeheer: NoticeAction = { verb: 'help.say', title: 'Naar beheer', data: { text: 'beheer' } };

const toUnreached: NoticeAction = {
  verb: 'people.unreached',
  title: 'Wie is niet bereikbaar',
  data: { page: 0 },
};

/**
 * How many of how many can be reached. How many get a card is not said: beside this it would tell who wants no check-ins or is
 * away.
 */
function reachedWords(count: { all: number; reached: number }): string {
  const gets =
    count.reached === 1
      ? 'Die krijgt nu een kaart, als die vandaag werkt en check-ins wil.'
      : 'Zij krijgen nu een kaart, behalve wie vandaag niet werkt of geen check-ins wil.';
  return `Kompas bereikt ${reachedOf(count)} in dit team. ${gets}`;
}

const said = (
  title: string,
  place: string,
  body = '',
  actions: readonly NoticeAction[] = [toBeheer],
): Message => noticeCard({ kind: 'checkin', place, text: title, title, ...(body ? { body } : {}), actions });

/** Sending the open check-in of a team at once, for administrators: with what it does first, and their agreement. */
export function sendNow(
  tools: SendingTools & Pick<Tools, 'administrators'>,
): Pick<Offer, 'phrases' | 'actions'> & { hears: readonly Hearing[] } {
  const { look, send } = sendingNow(tools);

  async function on(turn: Turn, key: string, work: (team: Team) => Promise<Message>): Promise<Message> {
    const team = (await turn.settings()).teams.find((one) => one.key === key);
    return team ? work(team) : said('Dit team is er niet meer. Er is niets verstuurd', '');
  }

  /** Why nothing can be sent; undefined when it can. */
  const whyNot = (team: Team, result: Awaited<ReturnType<typeof look>>): Message | undefined => {
    if (result.kind === 'no consent')
      return said(
        'Check-ins mogen nog niet',
        team.name,
        'Leg eerst de instemming van de OR en de DPIA vast. Er is niets verstuurd.',
      );
    if (result.kind === 'closed')
      return said(
        'Er is nu geen check-in open',
        team.name,
        `De volgende begint ${dutchMoment(result.opens)}.`,
        [
          { verb: 'settings.edit', title: 'Wijzig het ritme', data: { setting: 'ritme', team: team.key } },
          { verb: 'checkin.trial', title: 'Doe de proef', data: {} },
          toBeheer,
        ],
      );
    if (result.kind === 'not now')
      return said(
        'Nu stuurt Kompas geen kaarten',
        team.name,
        'Er is niets verstuurd. Versturen kan op een werkdag, tussen 08.00 en 18.00 uur.',
      );
    if (result.kind === 'nobody')
      return said('Kompas bereikt niemand in dit team', team.name, 'Er is niets verstuurd.', [
        toUnreached,
        toBeheer,
      ]);
    return undefined;
  };

  const ask = (turn: Turn, key: string): Promise<Message> =>
    on(turn, key, async (team) => {
      const result = await look(team, await turn.settings());
      if (result.kind !== 'open') return whyNot(team, result) ?? said('Er is niets verstuurd', team.name);
      const { isSentToday, reach } = result;
      return said(
        isSentToday ? 'De kaart is vandaag al verstuurd' : 'Stuur nu de check-in van deze week?',
        team.name,
        `${reachedWords(reach)} Wie al antwoordde, houdt dat antwoord.${isSentToday ? ' Wie de kaart vandaag al kreeg, krijgt hem dan nog eens.' : ''}`,
        [
          {
            verb: 'checkin.send-now',
            title: isSentToday ? 'Stuur nog eens' : 'Stuur nu',
            data: { team: key, again: isSentToday },
          },
          ...(reach.reached < reach.all ? [toUnreached] : []),
          cancelButton({ verb: 'settings.team', data: { team: key } }),
        ],
      );
    });

  const sendTo = (turn: Turn, { team: key, again }: z.infer<typeof sendSchema>): Promise<Message> =>
    on(turn, key, async (team) => {
      const current = await turn.settings();
      const result = await look(team, current);
      if (result.kind !== 'open') return whyNot(team, result) ?? said('Er is niets verstuurd', team.name);
      const count = await send(team, current, result.sendable, { who: turn.directoryId, again });
      if (count === undefined) return ask(turn, key);
      return said('De kaarten staan klaar', team.name, 'Ik verstuur ze binnen een halve minuut.');
    });

  async function typed(turn: Turn, rest: string): Promise<Message> {
    const { teams } = await turn.settings();
    if (teams.length === 0)
      return said('Er is nog geen team', '', 'Teams komen vanzelf als je het mensenbestand inleest.', [
        { verb: 'setup.show', title: 'Verder met inrichten', data: {} },
      ]);
    const named = found(
      teams.map((team) => ({ value: team.key, title: team.name, team })),
      rest,
    ).map(({ team }) => team);
    const meant = rest.trim() === '' ? teams : named;
    const [only] = meant;
    if (only && meant.length === 1) return ask(turn, only.key);
    const shown = meant.length > 0 ? meant : teams;
    return detailCard({
      kind: 'checkin',
      text: 'Voor welk team?',
      title: 'Voor welk team?',
      note: shown.length > MOST_TEAMS ? 'Dit zijn ze niet allemaal. Typ de naam van het team erachter.' : '',
      sections: [
        {
          lines: shown.slice(0, MOST_TEAMS).map(({ key, name }) => ({
            text: name,
            actions: [{ verb: 'checkin.now', title: 'Kies', data: { team: key } }],
          })),
        },
      ],
      actions: [toBeheer],
    });
  }

  return {
    hears: [askedToSend(tools, typed)],
    phrases: [
      {
        say: 'checkin nu',
        also: ['check-in nu'],
        title: 'Stuur de open check-in nu aan een team',
        needs: administering,
        takesRest: true,
        run: typed,
      },
    ],
    actions: {
      'checkin.now': action(schema, (turn, { team }) => ask(turn, team), { needs: administering }),
      'checkin.send-now': action(sendSchema, sendTo, { needs: administering }),
    },
  };
}

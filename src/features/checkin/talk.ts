import { z } from 'zod';
import { type Message, notice, type Turn } from '../../bot/turn.ts';
import type { SendOutcome } from '../../delivery/policy.ts';
import type { Settings } from '../../people/municipality.ts';
import { type Address, isPresent } from '../../people/person.ts';
import type { PeopleStore } from '../../people/store.ts';
import { chatLink, talkCard, talkRequest } from './cards.ts';

export interface TalkTools {
  people: PeopleStore;
  readSettings(): Promise<Settings>;
  send(address: Address, message: Message): Promise<SendOutcome>;
}

export const talkSchema = z.object({ period: z.string().max(20), partner: z.string().max(200) });

/** The manager of the asker's own team; other partners are named by their UPN. */
const MANAGER = 'manager';

/**
 * "Ik wil even praten": goes only to the person chosen, is offered to everybody in the same way, and is sent, not
 * stored (house trust rule 5).
 */
export function talking({ people, readSettings, send }: TalkTools) {
  async function managerOf(team: string, asker: string) {
    const members = await people.members(team);
    return members.find(
      (person) => isPresent(person) && person.access.includes('manager') && person.directoryId !== asker,
    );
  }

  return {
    choose: async (turn: Turn, period: string): Promise<Message> => {
      const [{ municipality }, me] = await Promise.all([readSettings(), turn.person()]);
      const manager = me && (await managerOf(me.team, turn.directoryId));
      return talkCard(
        period,
        [
          ...(manager ? [{ partner: MANAGER, title: 'Mijn leidinggevende' }] : []),
          ...municipality.partners
            .filter(({ upn }) => upn !== me?.upn)
            .map(({ upn, label }) => ({ partner: upn, title: label })),
        ],
        municipality,
      );
    },

    ask: async (turn: Turn, { period, partner }: z.infer<typeof talkSchema>): Promise<Message> => {
      const me = await turn.person();
      if (!me) return notice('Ik ken je nog niet', 'Vraag je beheerder om je toe te voegen.');
      const { municipality } = await readSettings();
      const offered = partner === MANAGER || municipality.partners.some(({ upn }) => upn === partner);
      const other = !offered
        ? undefined
        : partner === MANAGER
          ? await managerOf(me.team, turn.directoryId)
          : await people.byUpn(partner);
      // Typed, without a card to go back to, there is no period.
      const back = period === '' ? [] : [{ verb: 'checkin.open', title: 'Terug', data: { period } }];
      if (!offered || (partner === MANAGER && !other)) {
        return notice('Dit kan niet meer', 'De keuze is veranderd. Er is niets verstuurd.', [
          { verb: 'checkin.talk', title: 'Kies opnieuw', data: { period } },
        ]);
      }
      const upn = other?.upn ?? partner;
      const outcome =
        other?.address && other.reach === 'open'
          ? await send(other.address, talkRequest(me.name, me.upn))
          : undefined;
      if (outcome?.kind === 'sent') {
        return notice(
          'Je vraag is verstuurd',
          'Diegene neemt contact met je op. Ik heb je vraag niet bewaard. Hoor je niets? Open dan zelf de chat.',
          back,
          { title: 'Open de chat', url: chatLink(upn) },
        );
      }
      return notice(
        'Ik kan diegene nu niet bereiken',
        'Er is niets verstuurd. Stuur zelf een bericht of bel.',
        back,
        { title: 'Open de chat', url: chatLink(upn) },
      );
    },
  };
}

import { notice, noticeCard, unknownPerson } from '../../conversation/cards/notice.ts';
import { colleagueAlone } from '../../conversation/needs.ts';
import type { Phrase } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { PeopleStore } from '../../people/store.ts';

async function switchCheckins(people: PeopleStore, team: string, id: string, on: boolean): Promise<void> {
  await people.change(team, id, (person) => (person.checkins === on ? person : { ...person, checkins: on }));
}

/** Switching one's own check-ins off and on. `comesWhen` says when the next one comes. */
export const switching = (
  people: PeopleStore,
  comesWhen: (turn: Turn) => Promise<string>,
): readonly Phrase[] => [
  {
    say: 'stop check-ins',
    also: ['stop checkins', 'stop de check-ins', 'geen check-ins meer'],
    title: 'Zet de check-ins uit',
    needs: colleagueAlone,
    careful: true,
    run: async (turn) => {
      const me = await turn.person();
      if (!me) return unknownPerson;
      await switchCheckins(people, me.team, me.id, false);
      return noticeCard({
        kind: 'checkin',
        text: 'Je krijgt geen check-ins meer. Dit geldt meteen.',
        title: 'Je krijgt geen check-ins meer',
        body: 'Dit geldt meteen.',
        actions: [{ verb: 'help.say', title: 'Toch weer check-ins', data: { text: 'start check-ins' } }],
        seenBy: 'Je leidinggevende en je collega’s zien deze keuze niet. Wie Kompas inricht, ziet die wel.',
      });
    },
  },
  {
    say: 'start check-ins',
    wished: /\bweer (?:\w+ )?check ?ins?\b|\bcheck ?ins? weer\b/,
    also: ['start checkins', 'weer check-ins'],
    title: 'Zet de check-ins weer aan',
    needs: colleagueAlone,
    run: async (turn) => {
      const me = await turn.person();
      if (!me) return unknownPerson;
      if (me.checkins) return notice('checkin', 'Je krijgt al check-ins', await comesWhen(turn));
      await switchCheckins(people, me.team, me.id, true);
      return notice('checkin', 'Je krijgt weer check-ins', await comesWhen(turn));
    },
  },
];

import { z } from 'zod';
import { notice, unknownPerson } from '../../conversation/cards/notice.ts';
import { carried } from '../../conversation/field.ts';
import { action } from '../../conversation/offer.ts';
import type { PeopleStore } from '../../people/store.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { type AnsweringTools, answering, answerSchema, moreSchema, ofPeriod } from './answering.ts';
import { lineCard } from './cards.ts';
import { closeWindows } from './closing.ts';
import { addCheckinCommands } from './commands.ts';
import { type CheckinOpened, open } from './open.ts';
import { checkinRounds } from './rounds.ts';
import { answersTable, commentsTable, namedCommentsTable } from './tables.ts';
import { talking, talkSchema } from './talk.ts';

/** So many periods are shown in somebody's own line. */
const LINE_LENGTH = 12;
const traceless = { traceless: true };

async function switchCheckins(people: PeopleStore, team: string, id: string, on: boolean): Promise<void> {
  await people.change(team, id, (person) => (person.checkins === on ? person : { ...person, checkins: on }));
}

/** What the check-in is given of other features. */
export interface CheckinNeeds {
  /** A tip that goes with an answer, for this person's eyes only; undefined when there is none. */
  tipFor: AnsweringTools['tipFor'];
}

function offer({ store }: CheckinOpened, tools: Tools, { tipFor }: CheckinNeeds): FeatureOffer {
  const { people, pseudonymise, delivered } = tools;
  const talk = talking(tools);
  const answers = answering({ store, tipFor, partnersOf: talk.partnersOf });

  return {
    phrases: [
      {
        say: 'check-in',
        also: ['checkin', 'hoe zit ik erbij', 'hoe zit je erbij', 'open check-in'],
        title: 'Vul de check-in van deze week in',
        whenLost: 2,
        traceless: true,
        private: true,
        run: (turn) => answers.typed(turn),
      },
      {
        say: 'deze week niet',
        also: ['sla deze week over', 'niet deze week'],
        title: 'Sla de check-in van deze week over',
        traceless: true,
        private: true,
        run: (turn) => answers.skip(turn),
      },
      {
        say: 'ik wil even praten',
        also: ['praten', 'even praten', 'ik wil praten', 'vertrouwenspersoon', 'ik wil iemand spreken'],
        title: 'Vraag een gesprek aan met iemand die jij kiest',
        whenLost: 3,
        traceless: true,
        private: true,
        run: (turn) => talk.choose(turn, ''),
      },
      {
        say: 'stop check-ins',
        also: ['stop checkins', 'stop de check-ins', 'geen check-ins meer'],
        title: 'Krijg geen check-ins meer',
        careful: true,
        private: true,
        run: async (turn) => {
          const me = await turn.person();
          if (!me) return unknownPerson;
          await switchCheckins(people, me.team, me.id, false);
          return notice(
            'Je krijgt geen check-ins meer',
            'Dit geldt meteen. Niemand anders ziet deze keuze.',
            [{ verb: 'help.say', title: 'Toch weer check-ins', data: { text: 'start check-ins' } }],
          );
        },
      },
      {
        say: 'start check-ins',
        also: ['start checkins', 'weer check-ins'],
        title: 'Krijg weer check-ins',
        private: true,
        run: async (turn) => {
          const me = await turn.person();
          if (!me) return unknownPerson;
          await switchCheckins(people, me.team, me.id, true);
          return notice(
            'Je krijgt weer check-ins',
            'De volgende komt vanzelf op je eerste werkdag van de week.',
          );
        },
      },
    ],
    actions: {
      'checkin.open': action(ofPeriod, (turn, { period }) => answers.open(turn, period), traceless),
      'checkin.again': action(ofPeriod, (turn, { period }) => answers.again(turn, period), traceless),
      'checkin.answer': action(answerSchema, (turn, data) => answers.answer(turn, data), traceless),
      'checkin.more': action(ofPeriod, (turn, { period }) => answers.more(turn, period), traceless),
      'checkin.save': action(moreSchema, (turn, data) => answers.save(turn, data), traceless),
      'checkin.withdraw': action(ofPeriod, (turn, { period }) => answers.withdraw(turn, period), traceless),
      'checkin.skip': action(ofPeriod, (turn, { period }) => answers.skip(turn, period), traceless),
      'checkin.talk': action(ofPeriod, (turn, { period }) => talk.choose(turn, period), traceless),
      'checkin.ask-talk': action(talkSchema, (turn, data) => talk.ask(turn, data), traceless),
      'checkin.line': action(
        z.object({ period: carried(z.string().max(20), '') }),
        async (turn, { period }) => {
          const team = await people.teamOf(turn.directoryId);
          const points = team ? await store.line(team, turn.directoryId) : [];
          return lineCard(period, points.slice(-LINE_LENGTH));
        },
        traceless,
      ),
    },
    rounds: checkinRounds(store, pseudonymise, delivered.sentBefore),
    jobs: [
      {
        name: 'checkin-close',
        when: 'always',
        run: (context) => closeWindows({ store, pseudonymise }, context),
      },
    ],
  };
}

/**
 * The weekly check-in "Hoe zit je erbij?" (docs/method.md step 5.5; trust:no-trace, trust:answers-not-in-messages,
 * trust:fewest-six, trust:comments-stay-the-writers, trust:talk-with-whom-you-choose).
 */
export const checkin: FeatureModule<CheckinOpened, CheckinNeeds> = {
  name: 'checkin',
  title: 'Hoe zit je erbij?',
  tables: [answersTable, commentsTable, namedCommentsTable],
  open,
  offer,
  commands: addCheckinCommands,
};

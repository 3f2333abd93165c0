import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { action, type Feature, type Message, notice, type Turn } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import type { SendOutcome } from '../../../delivery/policy.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Address, Person } from '../../../people/person.ts';
import type { Stored } from '../../../storage/index.ts';
import { agreementsCard, agreementsForm, fields, movedOn, sceneCard } from './cards.ts';
import { agreementsFrom, scenes } from './script.ts';
import type { DialogueRow, DialogueStore } from './store.ts';

export interface DialogueTools {
  dialogues: DialogueStore;
  readSettings(): Promise<Settings>;
  send(address: Address, message: Message): Promise<SendOutcome>;
  newId(): string;
}

/** After so many days the agreements come back (seed step 5: a team that goes on learning from each other). */
const CHECK_AFTER_DAYS = 28;

const ofDialogue = z.object({ id: z.string().min(1).max(40) });
const nextSchema = ofDialogue.extend({ scene: z.number().int().min(2).max(scenes.length) });
const saveSchema = ofDialogue.extend(
  Object.fromEntries(fields.map((field) => [field, z.string().max(20_000).default('')])),
);

const unknownPerson = notice('Ik ken je nog niet', 'Vraag je beheerder om je toe te voegen.');
const inChannel = notice(
  'De teamdialoog houd je in het kanaal',
  'Ga naar het kanaal van je team en typ daar: @Kompas teamdialoog. Plan er 45 minuten voor.',
);
const otherTeam = notice('Dit is van een ander team', 'Alleen wie in dat team werkt, kan dit wijzigen.');
const older = notice(
  'Deze kaart hoort bij een eerdere teamdialoog',
  'Er is niets veranderd. Typ afspraken, dan zie je wat nu geldt.',
);
const changed = notice(
  'Iemand anders was net eerder',
  'Open de afspraken opnieuw en kijk of jouw wijziging nog nodig is.',
  [{ verb: 'dialogue.open', title: 'Open de afspraken', data: {} }],
);

const noAgreements = notice(
  'Jullie team heeft nog geen afspraken',
  'Ze ontstaan in een teamdialoog. Typ in het kanaal van je team: @Kompas teamdialoog.',
);

/** The day of the check for agreements of this day. */
const checkDay = (now: Temporal.Instant) => today(now).add({ days: CHECK_AFTER_DAYS }).toString();

/** The workshop in a channel. Only agreements are stored, and no author (house: a talk is no survey). */
export function dialogue({
  dialogues,
  readSettings,
  send,
  newId,
}: DialogueTools): Pick<Feature, 'phrases' | 'actions'> {
  async function teamName(key: string): Promise<string> {
    return (await readSettings()).teams.find((team) => team.key === key)?.name ?? key;
  }

  async function start(turn: Turn): Promise<Message> {
    if (turn.scope === 'personal') return inChannel;
    const me = await turn.person();
    if (!me) return unknownPerson;
    const before = await dialogues.of(me.team);
    const { serviceUrl, conversation, bot } = turn.address;
    const id = newId();
    await dialogues.begin(me.team, {
      ...{ id, day: today(turn.now).toString(), scene: 1, channel: { serviceUrl, conversation, bot } },
      // What was agreed earlier holds until there is something new.
      ...{ agreements: before?.value.agreements ?? [], checkFrom: before?.value.checkFrom },
    });
    return sceneCard(id, 1, await teamName(me.team));
  }

  /** Runs `then` on the team's dialogue, if this card is of that one and this person of that team. */
  async function inDialogue(
    turn: Turn,
    id: string,
    then: (read: Stored<DialogueRow>, me: Person) => Promise<Message>,
  ): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const read = await dialogues.of(me.team);
    if (read?.value.id === id) return then(read, me);
    const others = await dialogues.all();
    return others.some(({ value }) => value.id === id) ? otherTeam : older;
  }

  const open = async (turn: Turn): Promise<Message> => {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const read = await dialogues.of(me.team);
    return read && read.value.agreements.length > 0 ? agreementsCard(read.value, '') : noAgreements;
  };

  /** Writes the agreements; nothing is posted when nothing changed. */
  async function save(turn: Turn, read: Stored<DialogueRow>, texts: readonly string[]): Promise<Message> {
    const agreements = agreementsFrom(texts);
    if (agreements.length === 0 && read.value.agreements.length === 0)
      return agreementsForm(read.value.id, [], false);
    const row: DialogueRow = {
      ...read.value,
      agreements,
      checkFrom: agreements.length > 0 ? checkDay(turn.now) : undefined,
      scene: scenes.length,
    };
    if (!(await dialogues.replace(read, row))) return changed;
    const same = JSON.stringify(agreements) === JSON.stringify(read.value.agreements);
    if (!same && agreements.length > 0) {
      const { channel } = row;
      await send({ ...channel, user: '' }, agreementsCard(row, ''));
    }
    return agreements.length > 0
      ? agreementsCard(row, same ? 'Bewaard.' : 'Bewaard, en in het kanaal gezet.')
      : noAgreements;
  }

  return {
    phrases: [
      {
        say: 'teamdialoog',
        also: ['start teamdialoog', 'team dialoog', 'teamgesprek stijlen'],
        title: 'Een gesprek van 45 minuten met je team, in het kanaal',
        run: start,
      },
      {
        say: 'afspraken',
        also: ['onze afspraken', 'teamafspraken', 'afspraken van ons team'],
        title: 'Bekijk de afspraken uit de teamdialoog',
        run: open,
      },
    ],
    actions: {
      'dialogue.open': action(z.object({}), open),
      'dialogue.next': action(nextSchema, (turn, { id, scene }) =>
        inDialogue(turn, id, async (read, me) => {
          // Two people tap at once, or somebody taps an old card: the next one is posted once.
          if (read.value.scene >= scene) return movedOn(read.value.scene);
          if (!(await dialogues.replace(read, { ...read.value, scene }))) return movedOn(scene);
          const outcome = await send(turn.address, sceneCard(id, scene, await teamName(me.team)));
          if (outcome.kind === 'sent') return movedOn(scene);
          // It did not arrive: then it is shown here instead.
          return sceneCard(id, scene, await teamName(me.team));
        }),
      ),
      'dialogue.write': action(ofDialogue, (turn, { id }) =>
        inDialogue(turn, id, async (read) =>
          agreementsForm(id, read.value.agreements, read.value.agreements.length > 0),
        ),
      ),
      'dialogue.keep': action(ofDialogue, (turn, { id }) =>
        inDialogue(turn, id, (read) => save(turn, read, read.value.agreements)),
      ),
      'dialogue.save': action(saveSchema, (turn, data) =>
        inDialogue(turn, `${data.id}`, (read) =>
          save(
            turn,
            read,
            fields.map((field) => `${(data as Record<string, unknown>)[field] ?? ''}`),
          ),
        ),
      ),
    },
  };
}

import { notice } from '../../conversation/cards/notice.ts';
import type { Intake } from '../../conversation/intake.ts';
import type { Message } from '../../conversation/message.ts';
import type { Turn } from '../../conversation/turn.ts';
import { chatWith } from '../../people/person.ts';
import type { Tools } from '../module.ts';
import {
  alreadyDone,
  busy,
  doneCard,
  gone,
  noMoreTheirs,
  notTheirs,
  planCard,
  replaced,
  tooMuch,
} from './cards.ts';
import { inLog, type NotPlanned, type Planned, type Planning } from './planning.ts';
import { type IntakeStore, isBusy, type Upload } from './store.ts';

export interface AgreeingTools extends Pick<Tools, 'audit' | 'people' | 'send' | 'now'> {
  store: IntakeStore;
  plans: Planning;
}

/** What somebody sends who taps on a card about a file: which file, and what they agree to. */
export interface Agreed {
  upload: string;
  seen: string;
}

const changedMeanwhile =
  'Let op: er is intussen iets veranderd. Daarom heb ik niets doorgevoerd. Kijk opnieuw wat er nu zou veranderen.';

const stillAtWork = notice(
  'settings',
  'Ik ben nog bezig met je bestand',
  'Er is niets veranderd. Wacht een minuut en probeer het dan opnieuw.',
);

/** What somebody reads whose file could not be planned. */
export function unplanned(why: NotPlanned, { row }: Upload, plans: Planning): Message {
  if (why === 'too much') return tooMuch;
  if (why === 'busy') return stillAtWork;
  const intake = plans.intakes().find(({ kind }) => kind === row.value.kind);
  return why === 'not allowed' && intake ? notTheirs(intake) : gone;
}

/** Agreeing to what a file would do: exactly what was shown, once, and by who may. */
export function agreeing(tools: AgreeingTools) {
  const { store, plans, people, audit, send, now } = tools;

  /** Tells who sent a file what a second person decided; they see it on the card as well. */
  async function tellOwner({ upload, intake }: Planned, title: string, body: string): Promise<void> {
    const owner = await people.find(upload.owner);
    const chat = owner && chatWith(owner);
    if (chat) await send(chat, notice(intake.head, title, body));
  }

  /** Carries out what somebody agreed to who may. `by` is the directory id. */
  async function carryOut(planned: Planned, by: string, second: boolean): Promise<Message> {
    const { upload, intake, plan, turn } = planned;
    await audit.record(by, 'bestand doorgevoerd', inLog(planned));
    // One of all who agree to what was made of the same turn; the others see what there is then.
    if (!(await store.begin(upload, intake.kind, turn))) return again(upload.owner, upload.id, second);
    let isDone = false;
    try {
      const applied = await plan.apply(by);
      if (applied !== 'changed') {
        isDone = true;
        if (second)
          await tellOwner(planned, 'Je bestand is doorgevoerd', 'Een collega keek mee en voerde het door.');
        return doneCard(planned, applied);
      }
    } finally {
      await store.end(upload, isDone);
    }
    return again(upload.owner, upload.id, second);
  }

  /** The card anew, for somebody who agreed to what is no more. */
  async function again(owner: string, id: string, second: boolean): Promise<Message> {
    const upload = await store.find(owner, id);
    if (!upload) return gone;
    if (upload.row.value.state === 'applied') return alreadyDone;
    if (upload.row.value.state === 'replaced') return replaced;
    if (isBusy(upload, now())) return busy;
    const planned = await plans.plan(upload);
    if (typeof planned === 'string') return unplanned(planned, upload, plans);
    return planCard(planned, { note: changedMeanwhile, second });
  }

  /** A file that can be agreed to, as it stands now; or what to say instead. */
  async function ready(owner: string, id: string, isOwn = true): Promise<Planned | Message> {
    const upload = await store.find(owner, id);
    if (!upload) return gone;
    if (upload.row.value.state === 'applied') return alreadyDone;
    if (upload.row.value.state === 'replaced') return replaced;
    if (isBusy(upload, now())) return busy;
    const planned = await plans.plan(upload);
    // Whoever sent it may not any more: that is nothing that a second person did.
    if (planned === 'not allowed' && !isOwn) return noMoreTheirs;
    return typeof planned === 'string' ? unplanned(planned, upload, plans) : planned;
  }

  const isPlanned = (found: Planned | Message): found is Planned => 'plan' in found;
  const isRight = ({ plan }: Planned) => plan.problems.length === 0 && !plan.isUnchanged;

  async function apply({ directoryId }: Turn, { upload, seen }: Agreed): Promise<Message> {
    const found = await ready(directoryId, upload);
    if (!isPlanned(found)) return found;
    if (found.seen !== seen || !isRight(found)) return planCard(found, { note: changedMeanwhile });
    // What needs a second person cannot be done alone, whatever a card says.
    if (found.needsSecond) return planCard(found);
    return carryOut(found, directoryId, false);
  }

  /** Puts a file before those who may decide as the second. */
  async function ask({ directoryId }: Turn, { upload, seen }: Agreed): Promise<Message> {
    const found = await ready(directoryId, upload);
    if (!isPlanned(found)) return found;
    if (found.seen !== seen || !isRight(found)) return planCard(found, { note: changedMeanwhile });
    const { intake } = found;
    const others = (await intake.second?.others(directoryId)) ?? [];
    if (others.length === 0)
      return notice(
        intake.head,
        'Er is niemand die dit met je kan besluiten',
        'Vraag de beheerder om een tweede mandaatbeheerder of een tweede persoon. Stuur het bestand daarna opnieuw.',
      );
    const { row } = found.upload;
    const isTold = await store.isTold(found.upload);
    // Put before them again with nothing changed: they have it, and a second message would say nothing new.
    if (isTold && row.value.state === 'asked' && row.value.seen === seen) return putBefore(intake, true);
    await audit.record(directoryId, 'bestand voorgelegd', inLog(found));
    const asked = await store.ask(found.upload, seen);
    if (!asked) return again(directoryId, upload, false);
    if (isTold) return putBefore(intake, true);
    let told = 0;
    for (const id of others) {
      const person = await people.find(id);
      const chat = person && chatWith(person);
      if (chat && (await send(chat, askCard(found))).kind === 'sent') told += 1;
    }
    // Nobody was told after all, so it may be tried again.
    if (told === 0) await store.change(asked, { told: undefined });
    return putBefore(intake, told > 0);
  }

  /** That a file was put before others, and whether they were told. */
  function putBefore(intake: Intake, isTold: boolean): Message {
    return notice(
      intake.head,
      'Voorgelegd',
      isTold
        ? 'Een collega kijkt mee en voert het door, of niet. Tot dan verandert er niets. Het bestand blijft een dag.'
        : 'Ik kan nu niemand een bericht sturen. Vraag een collega om Kompas te openen, en leg het daarna opnieuw voor.',
    );
  }

  /** The file that was put before others, for one of those. */
  async function asked(directoryId: string, owner: string, id: string): Promise<Planned | Message> {
    if (owner === directoryId) return gone;
    const found = await ready(owner, id, false);
    if (!isPlanned(found)) return found;
    const { state } = found.upload.row.value;
    const others = (await found.intake.second?.others(owner)) ?? [];
    return state === 'asked' && others.includes(directoryId) ? found : gone;
  }

  return {
    apply,
    ask,
    async look({ directoryId }: Turn, owner: string, id: string, page: number): Promise<Message> {
      const found = await asked(directoryId, owner, id);
      return isPlanned(found) ? planCard(found, { second: true, page }) : found;
    },
    async agree({ directoryId }: Turn, owner: string, { upload, seen }: Agreed): Promise<Message> {
      const found = await asked(directoryId, owner, upload);
      if (!isPlanned(found)) return found;
      if (found.seen !== seen || !isRight(found))
        return planCard(found, { note: changedMeanwhile, second: true });
      return carryOut(found, directoryId, true);
    },
    async refuse({ directoryId }: Turn, owner: string, id: string): Promise<Message> {
      const found = await asked(directoryId, owner, id);
      if (!isPlanned(found)) return found;
      await audit.record(directoryId, 'bestand niet doorgevoerd', inLog(found));
      if (!(await store.change(found.upload, { state: 'open' }))) return again(owner, id, true);
      await tellOwner(
        found,
        'Je bestand is niet doorgevoerd',
        'Een collega keek mee en wil dit niet doorvoeren. Er is niets veranderd. Bespreek het samen.',
      );
      return notice(
        found.intake.head,
        'Niet doorgevoerd',
        'Er is niets veranderd. Je collega krijgt bericht.',
      );
    },
  };
}

/** What a second person gets in their own chat: it says no more than that there is something to look at. */
const askCard = ({ upload, intake }: Planned): Message =>
  notice(
    intake.head,
    'Kijk je mee naar een bestand?',
    `Een collega stuurde ${intake.what}. Er verandert pas iets als jij het doorvoert. Je hebt een dag.`,
    [
      {
        verb: 'intake.look',
        title: 'Bekijk',
        data: { upload: upload.id, owner: upload.owner, page: 0 },
        style: 'positive',
      },
    ],
  );

import { z } from 'zod';
import { linksCard } from '../../conversation/cards/links.ts';
import { notice } from '../../conversation/cards/notice.ts';
import { perhaps } from '../../conversation/field.ts';
import type { IntakeKind } from '../../conversation/intake.ts';
import type { Message, NoticeAction } from '../../conversation/message.ts';
import { colleagueAlone, type Needs } from '../../conversation/needs.ts';
import { action, type FileOffer } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { agreeing, unplanned } from './agreeing.ts';
import { dropped, gone, notForYou, planCard, uploadButton, whichCard } from './cards.ts';
import { exporting } from './exporting.ts';
import { saysWhat } from './guess.ts';
import { outcomeFile } from './outcome-file.ts';
import { planning } from './planning.ts';
import { answersSchema, answersWith, fromSchema, questionsCard, type SentAnswers } from './questions.ts';
import { receiving } from './receiving.ts';
import { detailsOf, type IntakeStore, intakeStore } from './store.ts';
import { intakeTable } from './tables.ts';
import { waitingFiles } from './waiting.ts';

/** The path and the file of a link to the upload page. */
export const UPLOAD = 'upload';
const OUTCOME = 'uitkomst';

const kinds = ['people', 'register', 'areas', 'functions', 'tips'] as const satisfies readonly IntakeKind[];
const ref = z.object({ upload: z.string().max(60) });
const paged = ref.extend({ page: z.number().int().min(0).max(10_000) });
const agreed = ref.extend({ seen: z.string().max(100) });
const owned = z.object({ owner: z.string().max(100) });

/** Who may send lists at all; each kind says itself who may send it. */
const senders: Needs = {
  who: ['beheerder', 'mandaatbeheerder'],
  where: 'own chat',
  typed: 'bestand',
  refusals: { who: notForYou },
};
const own: Needs = { ...senders, checked: 'stuurde het bestand zelf' };
/** Only the register has lists that a second person decides on. */
const keepers: Needs = {
  ...senders,
  who: ['mandaatbeheerder'],
  checked: 'stuurde de lijst van mandaten zelf',
};
const seconds: Needs = {
  ...colleagueAlone,
  typed: 'bestand',
  checked: 'is mandaatbeheerder of de tweede persoon, en stuurde het bestand niet',
};

/** How to send a file; `more` is what this person may want instead. */
const chooseFirst = (more: readonly NoticeAction[]): Message =>
  notice(
    'settings',
    'Stuur mij een bestand',
    'Voeg hier een lijst bij als Excel (.xlsx) of CSV (.csv): mensen, mandaten, gebieden, functies of tips. Ik laat eerst zien wat er zou veranderen. Kun je niets bijvoegen? Upload de lijst dan.',
    [{ ...uploadButton, style: 'positive' }, ...more],
  );

function offer({ store }: IntakeOpened, tools: Tools): FeatureOffer {
  const { links, people } = tools;
  const plans = planning({ ...tools, store });
  const agrees = agreeing({ ...tools, store, plans });
  const receives = receiving({ store, plans });
  const exports = exporting(tools, plans);

  /** A file of who asks, as it stands now. */
  async function withPlan(
    directoryId: string,
    id: string,
    work: (planned: Exclude<Awaited<ReturnType<typeof plans.plan>>, string>) => Promise<Message> | Message,
  ): Promise<Message> {
    const upload = await store.find(directoryId, id);
    if (!upload) return gone;
    const planned = await plans.plan(upload);
    return typeof planned === 'string' ? unplanned(planned, upload, plans) : work(planned);
  }

  async function answer({ directoryId }: Turn, sent: SentAnswers): Promise<Message> {
    return withPlan(directoryId, sent.upload, async ({ upload, plan }) => {
      const details = detailsOf(upload);
      const answers = answersWith(details.answers, plan.questions, sent);
      const changed = await store.change(upload, { details: { ...details, answers }, state: 'open' });
      if (!changed) return gone;
      const planned = await plans.plan(changed);
      return typeof planned === 'string' ? unplanned(planned, changed, plans) : planCard(planned);
    });
  }

  async function drop({ directoryId }: Turn, id: string): Promise<Message> {
    const upload = await store.find(directoryId, id);
    if (!upload) return gone;
    await store.remove(upload);
    const { kind } = upload.row.value;
    const intake = plans.intakes().find((one) => one.kind === kind);
    return dropped(kind, await intake?.onward?.());
  }

  /** What a file is, once more: it was taken for something else. */
  async function choose({ directoryId }: Turn, id: string): Promise<Message> {
    const upload = await store.find(directoryId, id);
    if (!upload) return gone;
    const mine = await plans.allowed(directoryId);
    return whichCard(detailsOf(upload).name, upload.id, mine);
  }

  async function chooseKind({ directoryId }: Turn, id: string, kind: IntakeKind): Promise<Message> {
    const upload = await store.find(directoryId, id);
    if (!upload) return gone;
    const mine = await plans.allowed(directoryId);
    return mine.some((one) => one.kind === kind) ? receives.planAs(upload, kind) : notForYou;
  }

  const outcome: FileOffer = {
    title: 'Wat je bestand zou veranderen',
    needs: { who: ['beheerder', 'mandaatbeheerder'], checked: 'stuurde het bestand zelf' },
    allowed: async (directoryId, about = '') => (await store.find(directoryId, about)) !== undefined,
    make: async (directoryId, about = '') => {
      const upload = await store.find(directoryId, about);
      const planned = upload && (await plans.plan(upload));
      if (!planned || typeof planned === 'string') throw new Error('a file was gone while it was written');
      return {
        name: 'kompas-uitkomst.xlsx',
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: outcomeFile(planned.plan, { name: detailsOf(upload).name, what: planned.intake.what }),
      };
    },
  };

  /** A file on which somebody did not decide yet can be taken up again; who sends mandates is led further. */
  async function begin({ directoryId, person }: Turn): Promise<Message> {
    const [waiting, mine] = await Promise.all([
      store.waiting(directoryId),
      person().then((row) => plans.allowed(directoryId, row)),
    ]);
    return chooseFirst([
      ...(waiting
        ? [{ verb: 'intake.show', title: 'Verder met je bestand', data: { upload: waiting.id, page: 0 } }]
        : []),
      ...mine.flatMap(({ kind, next }) =>
        kind === 'register' && next ? [{ ...next, title: 'Register inrichten' }] : [],
      ),
    ]);
  }

  /** A page to send a file, or such a list: what comes by it is taken for that. */
  async function uploadLink(
    { directoryId, address, person }: Turn,
    kind: IntakeKind | undefined,
  ): Promise<Message> {
    const mine = await plans.allowed(directoryId, await person());
    const wanted = mine.find((one) => one.kind === kind);
    await store.keepChat(directoryId, address);
    const file = wanted ? `${UPLOAD}:${wanted.kind}` : UPLOAD;
    const back = (await wanted?.onward?.()) ?? { verb: 'intake.begin', title: 'Terug', data: {} };
    return linksCard({
      kind: 'settings',
      text: 'Je kunt je bestand uploaden.',
      title: wanted ? `Upload ${wanted.what}` : 'Upload een bestand',
      body: 'De uitkomst lees je hier in de chat. Er verandert pas iets als je dat hier zegt.',
      small: 'De link werkt één keer en hooguit 15 minuten. Hij is alleen voor jou.',
      links: [{ title: 'Open de bladzijde', url: links.create(file, directoryId, UPLOAD) }],
      actions: [back],
    });
  }

  return {
    phrases: [
      {
        say: 'bestand',
        wished:
          /\b(?:excel|lijst|lijsten|bestand|csv|mandatenregister|mensenbestand)\b.*\b(?:erin|inlezen|inladen|in te lezen|importeren|uploaden|aanleveren)\b|\blees\b.*\b(?:lijst|bestand|register|mandatenregister|excel)\b.*\bin$/,
        also: [
          'bestand sturen',
          'bestand uploaden',
          'upload',
          'upload een bestand',
          'een bestand inlezen',
          'bestand inlezen',
          'lijst inlezen',
          'importeren',
          'importeer',
        ],
        title: 'Lees een lijst in: mensen, mandaten of tips',
        needs: senders,
        run: begin,
      },
      ...exports.phrases,
    ],
    actions: {
      ...exports.actions,
      'intake.begin': action(z.object({}), (turn) => begin(turn), { needs: senders }),
      'intake.upload': action(
        z.object({ kind: perhaps(z.enum(kinds)) }),
        (turn, { kind }) => uploadLink(turn, kind),
        { needs: senders },
      ),
      'intake.choose': action(ref, (turn, { upload }) => choose(turn, upload), { needs: own }),
      'intake.kind': action(
        ref.extend({ kind: z.enum(kinds) }),
        (turn, { upload, kind }) => chooseKind(turn, upload, kind),
        { needs: own },
      ),
      'intake.show': action(
        paged,
        ({ directoryId }, { upload, page }) =>
          withPlan(directoryId, upload, (planned) => planCard(planned, { page })),
        { needs: own },
      ),
      'intake.questions': action(
        fromSchema,
        ({ directoryId }, { upload, from }) =>
          withPlan(directoryId, upload, (planned) => questionsCard(planned, from)),
        { needs: own },
      ),
      'intake.answer': action(answersSchema, (turn, sent) => answer(turn, sent), { needs: own }),
      'intake.apply': action(agreed, (turn, data) => agrees.apply(turn, data), { needs: own }),
      'intake.ask': action(agreed, (turn, data) => agrees.ask(turn, data), { needs: keepers }),
      'intake.drop': action(ref, (turn, { upload }) => drop(turn, upload), { needs: own }),
      'intake.file': action(
        ref,
        ({ directoryId }, { upload }) =>
          withPlan(directoryId, upload, () =>
            linksCard({
              actions: [{ verb: 'intake.show', title: 'Terug', data: { upload, page: 0 } }],
              kind: 'settings',
              text: 'De uitkomst staat klaar als bestand.',
              title: 'De uitkomst als bestand',
              body: 'Per fout staat erin welke regel en kolom het is, en wat je kunt doen.',
              small: 'De link werkt één keer en hooguit 15 minuten.',
              links: [{ title: 'Open de uitkomst', url: links.create(`${OUTCOME}:${upload}`, directoryId) }],
            }),
          ),
        { needs: own },
      ),
      'intake.look': action(
        owned.extend(paged.shape),
        (turn, { owner, upload, page }) => agrees.look(turn, owner, upload, page),
        { needs: seconds },
      ),
      'intake.agree': action(
        owned.extend(agreed.shape),
        (turn, { owner, upload, seen }) => agrees.agree(turn, owner, { upload, seen }),
        { needs: seconds },
      ),
      'intake.refuse': action(
        owned.extend(ref.shape),
        (turn, { owner, upload }) => agrees.refuse(turn, owner, upload),
        { needs: seconds },
      ),
    },
    files: { [OUTCOME]: outcome },
    waiting: waitingFiles({ store, plans }),
    receives: {
      needs: { who: 'everybody', where: 'own chat' },
      isAboutFile: saysWhat,
      receive: (turn, attached) => receives.receive(turn, attached),
      mayUpload: async (directoryId, about) => {
        const mine = await plans.allowed(directoryId, await people.find(directoryId));
        return about === undefined ? mine.length > 0 : mine.some(({ kind }) => kind === about);
      },
      uploaded: async (directoryId, file, about) => ({
        chat: await store.chat(directoryId),
        work: () =>
          receives.uploaded(
            directoryId,
            file,
            kinds.find((kind) => kind === about),
          ),
      }),
    },
  };
}

/** What the intake keeps. */
export interface IntakeOpened {
  store: IntakeStore;
}

/** Sending a list as a file, seeing what it would do, and agreeing to it; and the lists that can be had as files. */
export const intake: FeatureModule<IntakeOpened> = {
  name: 'intake',
  title: 'Bestanden',
  tables: [intakeTable],
  open: ({ storage, tenant, now }) => ({ store: intakeStore(storage, tenant, now) }),
  offer,
};

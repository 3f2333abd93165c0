import type { Turn } from '../../conversation/turn.ts';
import type { Waiting } from '../../conversation/waiting.ts';
import type { Planning } from './planning.ts';
import type { IntakeStore, Upload } from './store.ts';

interface WaitingTools {
  store: IntakeStore;
  plans: Planning;
}

const KIND = 'Bestanden';

/**
 * The files that wait for somebody: the one that they sent and did not decide on, and those that others put before them. Nothing is
 * read for who may do neither.
 */
export function waitingFiles({ store, plans }: WaitingTools) {
  const whatOf = ({ row }: Upload) => {
    const intake = plans.intakes().find(({ kind }) => kind === row.value.kind);
    return intake && intake.what.charAt(0).toUpperCase() + intake.what.slice(1);
  };

  async function own({ directoryId, person }: Turn): Promise<Waiting[]> {
    if ((await plans.allowed(directoryId, await person())).length === 0) return [];
    const upload = await store.waiting(directoryId);
    const what = upload && whatOf(upload);
    if (!upload || !what) return [];
    return [
      {
        kind: KIND,
        text: what,
        note: 'jij stuurde het, en voerde het nog niet door',
        actions: [{ verb: 'intake.show', title: 'Bekijk', data: { upload: upload.id, page: 0 } }],
      },
    ];
  }

  async function ofOthers(turn: Turn): Promise<Waiting[]> {
    const seconds = new Set(plans.intakes().flatMap(({ second }) => second ?? []));
    const may = await Promise.all([...seconds].map((second) => second.isOne(turn)));
    if (!may.includes(true)) return [];
    const uploads = await store.asked(turn.directoryId);
    return uploads.flatMap((upload) => {
      const what = whatOf(upload);
      const { id, owner } = upload;
      return what
        ? [
            {
              kind: KIND,
              text: what,
              note: 'een collega vraagt je om mee te kijken',
              actions: [{ verb: 'intake.look', title: 'Bekijk', data: { upload: id, owner, page: 0 } }],
            },
          ]
        : [];
    });
  }

  return async (turn: Turn): Promise<Waiting[]> => (await Promise.all([own(turn), ofOthers(turn)])).flat();
}

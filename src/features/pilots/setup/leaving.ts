import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { presentIn } from '../pilot/leading.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { alreadyClosed, changeOpen, inOpenPilot } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';

/** Before somebody leaves: what it means. */
export const leaveCard = ({ id, name }: Pilot): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Wil je deze pilot verlaten?',
    title: 'Wil je deze pilot verlaten?',
    lines: [name],
    small:
      'Je krijgt dan geen berichten meer over deze pilot. Jouw acties blijven van jou: typ “van mij”. Wie de pilot leidt, ziet dat je weg bent gegaan en kan je weer toevoegen. Een reden hoeft niet.',
    actions: [
      { verb: 'pilot.left', title: 'Ja, verlaat de pilot', data: { pilot: id }, style: 'destructive' },
      { verb: 'pilot.show', title: 'Nee, blijf', data: { pilot: id } },
    ],
  });

const leftCard = ({ name }: Pilot): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Je doet niet meer mee aan deze pilot.',
    title: 'Je doet niet meer mee',
    lines: [name],
    small: 'Wil je toch weer meedoen? Vraag wie de pilot leidt om je toe te voegen.',
  });

/** For the only one who leads a pilot: without them nobody could change or close it. */
export const handOverFirst = ({ id, name }: Pilot): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Geef eerst de leiding over.',
    title: 'Geef eerst de leiding over',
    lines: [name],
    small:
      'Jij bent de enige die deze pilot leidt. Kies wie dat van je overneemt. Daarna kun je de pilot verlaten.',
    actions: [
      { verb: 'pilot.hand-over', title: 'Geef de leiding over', data: { pilot: id } },
      { verb: 'pilot.show', title: 'Terug naar de pilot', data: { pilot: id } },
    ],
  });

/** Leaving a pilot, by who is in it. */
export function leaving(tools: PilotTools) {
  const { pilots, newId, everybodyNow } = tools;

  /** Whether somebody else who works here leads it too. */
  async function isLedByOthers(turn: Turn, id: string): Promise<boolean> {
    const [members, people] = await Promise.all([pilots.members(id), everybodyNow()]);
    const others = members.filter(({ directoryId }) => directoryId !== turn.directoryId);
    return presentIn(others, people).some(({ member }) => member.role === 'lead');
  }

  return {
    leave: (turn: Turn, { pilot: id }: OfPilot) =>
      inOpenPilot(pilots, turn, id, async ({ pilot, leads }) =>
        leads && !(await isLedByOthers(turn, id)) ? handOverFirst(pilot) : leaveCard(pilot),
      ),

    left: (turn: Turn, { pilot: id }: OfPilot) =>
      inOpenPilot(pilots, turn, id, async ({ pilot, leads }) => {
        if (leads && !(await isLedByOthers(turn, id))) return handOverFirst(pilot);
        const from = leads ? 'lead' : 'member';
        await pilots.setRole(id, turn.directoryId, from, 'left');
        // Two who lead it may leave in the same moment: then the one who comes second stays.
        if (leads && !(await isLedByOthers(turn, id))) {
          await pilots.setRole(id, turn.directoryId, 'left', 'lead');
          return handOverFirst(pilot);
        }
        const unheard = newId('N');
        return (await changeOpen(pilots, id, (now) => ({ ...now, unheard })))
          ? leftCard(pilot)
          : alreadyClosed;
      }),
  };
}

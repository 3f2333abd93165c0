import { linksCard } from '../../conversation/cards/links.ts';
import { GUIDES, type Guide, guides, pathOf } from '../../conversation/guides.ts';
import type { Message } from '../../conversation/message.ts';
import type { Turn } from '../../conversation/turn.ts';
import { hasAccess } from '../../people/access.ts';
import { dutiesOf, dutyWords } from '../../people/duties.ts';
import { accessRoles } from '../../people/person.ts';
import type { Tools } from '../module.ts';

/** So many pages have a button of their own; the list of all has one too. */
const MOST = 3;

/**
 * The pages for people, as links: first those for what this person may do and is asked to do. Where others read along only what is for
 * everybody: a right is nobody else's business.
 */
export async function guidesCard(
  turn: Turn,
  { administrators, publicUrl }: Pick<Tools, 'administrators' | 'publicUrl'>,
): Promise<Message> {
  const isTheirs = turn.scope === 'personal' ? await duties(turn, administrators) : () => false;
  const forAll = guides.filter((guide) => guide.for.length === 0);
  const shown = [...guides.filter(isTheirs), ...forAll].slice(0, MOST);
  return linksCard({
    kind: 'kompas',
    text: 'Hier lees je hoe Kompas werkt.',
    title: 'Lees hoe Kompas werkt',
    body: 'Korte bladzijden, met plaatjes. Ze openen in je browser.',
    small: '',
    links: [
      ...shown.map(({ name, title }) => ({ title, url: `${publicUrl}${pathOf(name)}` })),
      { title: 'Alle uitleg', url: `${publicUrl}${GUIDES}` },
    ],
  });
}

/** Whether a page is for somebody, by their rights and by what the settings ask of them. */
async function duties(turn: Turn, administrators: readonly string[]): Promise<(guide: Guide) => boolean> {
  const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
  const asked = me ? dutiesOf(settings, [me.upn]).map(({ kind }) => kind) : [];
  return (guide) =>
    guide.for.some((one) =>
      one in dutyWords
        ? asked.some((kind) => kind === one)
        : accessRoles.some(
            (right) => right === one && hasAccess(right, turn.directoryId, me, administrators),
          ),
    );
}

import { today } from '../../../calendar/clock.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageOf } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { type IbroRole, isPresent } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { type ProfilePart, profilePartIds, profileParts } from '../content/profiles.ts';
import { editCard, historyCard, partForm, type ToldVersion } from './editing-cards.ts';
import { currentPart, currentProfile, ownText, type ProfileVersion, tidyText } from './profile.ts';
import { textProblems } from './rules.ts';
import { authorKey, type ProfileStore } from './store.ts';

export interface EditingTools extends Pick<Tools, 'audit' | 'everybody'> {
  profiles: ProfileStore;
}

/** A part of a profile; `seen` is the version that somebody had before them. */
export interface Target {
  role: IbroRole;
  part: ProfilePart;
  seen: number;
}

/** So many versions stand on a card. */
const PAGE = 5;
const saved = 'Bewaard. Deze tekst geldt vanaf nu.';
const late = 'Iemand anders was net eerder. Er is niets veranderd. Dit staat er nu.';

/** Changing role profiles, with what stood there before (docs/method.md step 3). */
export function editing({ profiles, audit, everybody }: EditingTools) {
  const current = async ({ role, part }: Pick<Target, 'role' | 'part'>) =>
    currentPart(await profiles.versions(role), role, part);

  async function edit(role: IbroRole, note = ''): Promise<Message> {
    return editCard(role, currentProfile(await profiles.versions(role), role), note);
  }

  /** Writes one part, logged first. False when somebody else changed it since. */
  async function write(turn: Turn, target: Target, text: string | undefined): Promise<boolean> {
    const { role, part } = target;
    await audit.record(turn.directoryId, 'rolprofiel gewijzigd', `${role}: ${profileParts[part]}`);
    return profiles.write([{ ...target, text }], turn.directoryId, today(turn.now).toString());
  }

  async function save(turn: Turn, target: Target, typed: string): Promise<Message> {
    const { role, part, seen } = target;
    const now = await current(target);
    const names = nameFinder((await everybody()).map(({ name }) => name));
    const problems = textProblems(typed, profileParts[part], names, now.text);
    if (problems.length > 0) return partForm(role, { ...now, version: seen }, { typed, problems });
    const text = tidyText(typed);
    if (text === tidyText(now.text)) return edit(role, saved);
    if (now.version === seen && (await write(turn, target, text))) return edit(role, saved);
    return partForm(role, await current(target), { typed, isLate: true });
  }

  /** The versions of a part and what we wrote, the newest first. */
  function told(role: IbroRole, part: ProfilePart, versions: readonly ProfileVersion[]): ToldVersion[] {
    const own = versions.filter((one) => one.part === part).sort((a, b) => b.version - a.version);
    const [newest] = own;
    if (!newest) return [];
    const seen = newest.version;
    return [
      ...own.map(
        ({ version, text, day }): ToldVersion => ({
          part,
          version,
          text: text ?? ownText(role, part),
          isOurs: text === undefined,
          day,
          holds: version === seen,
          seen,
        }),
      ),
      { part, version: 0, text: ownText(role, part), isOurs: true, holds: false, seen },
    ];
  }

  /** The newest first; what we wrote last, since it was there before all of them. */
  async function history(role: IbroRole, page: number, note = ''): Promise<Message> {
    const [versions, authors, people] = await Promise.all([
      profiles.versions(role),
      profiles.authors(),
      everybody(),
    ]);
    const names = new Map(people.filter(isPresent).map(({ directoryId, name }) => [directoryId, name]));
    const all = profilePartIds
      .flatMap((part) => told(role, part, versions))
      .map((one) => ({ ...one, author: names.get(authors.get(authorKey({ role, ...one }))) }))
      .sort((a, b) => (b.day ?? '').localeCompare(a.day ?? '') || b.version - a.version);
    return historyCard(role, pageOf(all, page, PAGE), note);
  }

  /** Puts back the text of a version; 0 is our own. */
  async function restore(turn: Turn, target: Target, version: number): Promise<Message> {
    const { role, part, seen } = target;
    const versions = await profiles.versions(role);
    const now = currentPart(versions, role, part);
    const wanted = versions.find((one) => one.part === part && one.version === version);
    if (version > 0 && !wanted) return history(role, 0, 'Die tekst is er niet meer. Er is niets veranderd.');
    if (now.version !== seen) return history(role, 0, late);
    if (now.text === (wanted?.text ?? ownText(role, part)) && now.isOurs === (wanted?.text === undefined))
      return edit(role, 'Die tekst staat er al.');
    if (!(await write(turn, target, wanted?.text))) return history(role, 0, late);
    return edit(role, wanted?.text === undefined ? 'De tekst van Kompas staat er weer.' : 'Teruggezet.');
  }

  return {
    edit,
    part: async (role: IbroRole, part: ProfilePart): Promise<Message> =>
      partForm(role, await current({ role, part })),
    save,
    history,
    restore,
  };
}

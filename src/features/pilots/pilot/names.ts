/** Names by directory id. */
export type Names = ReadonlyMap<string, string>;

/** The names of people; who was erased has none any more. */
export function namesOf(people: readonly { directoryId?: string; name: string }[]): Names {
  return new Map(people.flatMap(({ directoryId, name }) => (directoryId ? [[directoryId, name]] : [])));
}

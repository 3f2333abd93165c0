/** A member of a conversation as Teams' roster gives it. */
export interface RosterMember {
  /** Their id within Teams, `29:…`. */
  user: string;
  /** In lower case. */
  directoryId: string;
  name?: string;
  /** In lower case; some rosters leave it out. */
  upn?: string;
  /** Invited from another organisation. */
  guest: boolean;
}

/** What a cell of a list was read as. */
export interface ReadCell {
  /** The text in our own form. More than one: the row is an entry for each. */
  values: string[];
  /** How it was read, in Dutch, where that does not go without saying. It stands behind "lees ik als". */
  readAs?: string;
  /** What the cell says besides, for the conditions of the entry. */
  condition?: string;
  /** Of a cell with a holder: who steps in, in order. */
  deputies?: string[];
}

/** A cell that is not read: why, and what to do. It begins with our name of the column. */
export interface RefusedCell {
  refused: string;
}

/** A cell that says that the row is no entry, with what that means in Dutch. */
export interface PassedOver {
  passedOver: string;
}

/** What one cell of a list means. */
export type CellReading = ReadCell | RefusedCell | PassedOver;

/** A cell that means what it says. */
export const plain = (text: string): ReadCell => ({ values: [text] });

/** A cell that was read in a way that its owner should see. */
export const noted = (value: string, readAs: string, condition?: string): ReadCell => ({
  values: [value],
  readAs,
  condition,
});

export const refused = (reason: string): RefusedCell => ({ refused: reason });

/** Asks for another deputy, in other words than the phrase. */
export const changesDeputy =
  /\b(?:wijzig\w*|verander\w*|andere?|nieuwe?|regel\w*|kies|aanpassen|pas|vervang)\b.*\bvervangers?\b|\bvervangers?\b.*\b(?:wijzig\w*|verander\w*|aanpassen|regelen|kiezen|aan|zetten|maken)\b|\b(?:zet|maak|benoem)\b.*\bvervangers?\b/;

/** The words of a text, numbers of mandates whole. */
export const wordsIn = (plain: string) => plain.split(/[^\p{L}\p{N}._/-]+/u);

/** Asks for a proposal to be taken back. */
export const takesBack =
  /\b(?:trek|trekken|haal|halen|neem|nemen|intrekken|terugtrekken|terughalen|terugnemen|annuleer|annuleren|verwijder|verwijderen)\b.*\b(?:mandaat)?voorstel(?:len)?\b|\b(?:mandaat)?voorstel(?:len)?\b.*\b(?:intrekken|ingetrokken|terugtrekken|terughalen|terugnemen|terug|annuleren|verwijderen|weghalen)\b/;

/** Says nothing of what, or names the number of a proposal: meant only by who has one of their own that waits. */
export const takesBackIt =
  /^\W*(?:(?:o+h?|nee|toch|niet|die|dat|sorry|wacht) )*(?:\W*)?(?:trek|haal)(?: (?:m|hem|het|dat|die|deze|k-[0-9a-f]{8}))?(?: (?:maar|toch|weer))* (?:in|terug)\W*$|\b(?:kan|wil|moet|mag) ik (?:m|hem|het|dat|die)(?: nog)? (?:aanpassen|wijzigen|veranderen|verbeteren|intrekken)\b/;

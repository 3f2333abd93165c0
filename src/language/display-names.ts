/** What organisations put behind a name: "(RDAM)", "[extern]", "| Gemeente X", "- afdeling Vastgoed". */
const added =
  /\s*(?:\([^()]*\)|\[[^[\]]*\]|\|.*$|\s[-–]\s*(?:gemeente|afdeling|afd|team|dienst|extern|inhuur)\b.*$)/gi;

/**
 * The ways in which somebody may be called whose name an organisation shows in a form of its own, the name as it stands
 * first: "Toren, Gijs (RDAM)" may be "Gijs Toren".
 */
export function namesBehind(shown: string): string[] {
  const bare = shown.slice(0, 200).replace(added, ' ').replace(/\s+/g, ' ').trim();
  const parts = bare.split(',').map((part) => part.trim());
  const [family = '', first = '', second = ''] = parts;
  const turned =
    parts.length === 2
      ? [`${first} ${family}`]
      : parts.length === 3
        ? [`${second} ${first} ${family}`, `${first} ${second} ${family}`]
        : [];
  return [...new Set([shown, bare, ...turned])].filter((name) => name.trim() !== '');
}

/** As much as an axis has room for beside its title. */
const LONGEST_NAME = 22;
const LONGEST_CELL = 200;

/**
 * Names short enough for a chart, each still another one: a name without end, as a
 * damaged file has it, would push everything else out of sight.
 */
export function shortNames(names: readonly string[], most = LONGEST_NAME): string[] {
  const short = names.map((name) => shortText(name, most));
  return short.map((name, kind) => {
    const isSame = short.some((other, at) => other === name && names[at] !== names[kind]);
    return isSame ? `${name} (${kind})` : name;
  });
}

/** What stands in one cell of a table. */
export function shortCell(text: string): string {
  return shortText(text, LONGEST_CELL);
}

/** Three dots stand for what is left out. */
function shortText(text: string, most: number): string {
  const letters = Array.from(text.slice(0, 2 * most + 2));
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

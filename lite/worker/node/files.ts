// Files in memory, by path: TypeScript's own types and the rolled ones. Cells are never among them.
const files = new Map<string, string>();
const folders = new Set<string>(['/']);

export function putFiles(given: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(given)) {
    files.set(path, text);
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      folders.add(path.slice(0, at));
  }
}

export const existsSync = (path: string): boolean => files.has(path) || folders.has(path);

export const isFile = (path: string): boolean => files.has(path);

export const isFolder = (path: string): boolean => folders.has(path);

export const textOf = (path: string): string | undefined => files.get(path);

/** As Node's, for texts. */
export function readFileSync(path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
  return text;
}

// A notebook from elsewhere is not trusted, whatever it says of itself. JupyterLab's server remembers what its own
// user has run; in a browser the word "trusted" stands in the notebook, so an upload could bring it along.
import type { Contents } from '@jupyterlab/services';

interface Notebook {
  readonly cells: readonly { readonly metadata: { trusted?: boolean } }[];
}

/** What Lab itself saves comes as a notebook; an upload comes as a file, perhaps in pieces. */
export function distrustUploads(contents: Contents.IManager): void {
  const save = contents.save.bind(contents);
  contents.save = async (path, model) => {
    const saved = await save(path, model);
    const whole = model?.chunk === undefined || model.chunk === LAST_PIECE;
    if (!path.endsWith('.ipynb') || model?.type === 'notebook' || !whole) return saved;
    return save(path, { ...saved, ...(await distrusted(contents, path)) });
  };
}

const LAST_PIECE = -1;

async function distrusted(contents: Contents.IManager, path: string) {
  const { content } = await contents.get(path, { type: 'notebook', format: 'json', content: true });
  for (const { metadata } of (content as Notebook).cells) delete metadata.trusted;
  return { type: 'notebook', format: 'json', content } as const;
}

/** A cell for each fault that rendered words may have; the key is what the fault is called. */
export const FAULTY: Record<string, string> = {
  'a raw table bar': '| lesson | minutes |\n|---|---|\n| one | 10 |\n\n| two | 20 |',
  'a leftover asterisk': 'This is ** not bold**, and more.',
  'a leftover underscore': 'This is _ not slanted_, and more.',
  'a leftover backtick': 'This ` is no code, and more.',
  'an unrendered formula': 'The sum is \\frac{1}{2}.',
  'a link': '[no file](99-nowhere.ipynb), [no place](#nowhere).',
};

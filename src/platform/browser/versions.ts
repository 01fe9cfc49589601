/** Set when the bundle is made: the versions of the packages in it. */
declare const BUNDLED_VERSIONS: Readonly<Record<string, string>>;

declare const navigator: { readonly userAgent: string };

const BROWSERS = [
  /(Firefox)\/(\d+)/,
  /(Chrom\w*)\/(\d+)/,
  /Version\/(?<version>\d+).*(?<name>Safari)/,
];

/** A browser has no other. */
export const isOwnKernel = (): boolean => true;

/** The program that runs a notebook's cells, with its version. */
export function hostVersion(): string {
  const found = BROWSERS.map((browser) => browser.exec(navigator.userAgent)).find(Boolean);
  if (!found) return 'a browser';
  return found.groups
    ? `${found.groups['name']} ${found.groups['version']}`
    : `${found[1]} ${found[2]}`;
}

export function versionOf(name: string): string {
  return BUNDLED_VERSIONS[name] ?? 'missing';
}

/** What keeps data frames. */
export function framesVersion(): string {
  return 'data frames of nnlab';
}

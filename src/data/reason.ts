/** What went wrong, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // fetch says only "fetch failed" or "terminated"; the reason is its cause.
  const { cause } = error;
  return cause instanceof Error ? `cannot be reached (${reasonOf(cause)})` : error.message;
}

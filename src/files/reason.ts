/** What went wrong, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, message } = error;
  if (!(cause instanceof Error)) return message;
  // fetch says only "fetch failed", or "terminated" after a cut; the reason is its cause.
  const what = message === 'terminated' ? 'breaks off' : 'cannot be reached';
  return `${what} (${reasonOf(cause)})`;
}

/** What was really thrown, where Auth.js has put it into an error of its own: an outage must be told as one. */
export function innerError(error: unknown): unknown {
  if (!(error instanceof Error) || typeof error.cause !== 'object' || error.cause === null) return error;
  return 'err' in error.cause && error.cause.err instanceof Error ? error.cause.err : error;
}

/** What a log keeps of an error. Errors of drivers carry whole clients, with their settings, in other fields. */
export type LoggedError = {
  type: string;
  message: string;
  stack?: string;
  code?: string;
  cause?: LoggedError;
};

const deepest = 4;

/** Name, message, stack, code and causes of whatever was thrown; nothing else of it reaches a log. */
export function logError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error).slice(0, 2_000) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    type: error.name,
    message: error.message.slice(0, 2_000),
    stack: error.stack?.slice(0, 8_000),
    ...(code && { code }),
    ...(error.cause !== undefined && depth < deepest && { cause: logError(error.cause, depth + 1) }),
  };
}

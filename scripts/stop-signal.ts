/**
 * Resolves once we are asked to stop: Ctrl-C, SIGTERM, a closed terminal, or npm being killed above us (it cannot
 * pass that on, and what it started would be left behind).
 */
export function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve('parent gone'), 500).unref();
  });
}

/**
 * One value per process, whatever the bundler does: it may load a module more than once (pages, route handlers,
 * instrumentation), but connections, listeners and workers must exist once.
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`kantor.${name}`);
  const store = globalThis as { [key: symbol]: unknown };
  if (!(key in store)) store[key] = make();
  return store[key] as T;
}

/** One leaf that differs. `path`: names from the outside in, numbers of a list's items counted from 1. */
export type AuditChange = { path: string[]; from?: AuditLeaf; to?: AuditLeaf };

export type AuditLeaf = string | number | boolean | readonly (string | number | boolean)[];

/**
 * What differs between two audited states, leaf by leaf, so that each has a name of its own. Columns that are written
 * `as_here` are named `asHere`, as everything else. A state that is one value, not a record, is named `value`.
 */
export function auditDiff(before: unknown, after: unknown): AuditChange[] {
  const old = leaves(before);
  const next = leaves(after);
  return [...new Map([...old, ...next]).keys()]
    .map((key) => ({ path: key.split('\n'), from: old.get(key), to: next.get(key) }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

function leaves(state: unknown): Map<string, AuditLeaf> {
  const found = new Map<string, AuditLeaf>();
  if (isRecord(state) || Array.isArray(state)) collect(found, [], state);
  else if (isScalar(state)) found.set('value', state);
  return found;
}

function collect(found: Map<string, AuditLeaf>, path: string[], value: unknown): void {
  if (isScalar(value)) found.set(path.join('\n'), value);
  else if (Array.isArray(value)) {
    if (value.every(isScalar)) {
      if (value.length > 0) found.set(path.join('\n') || 'value', value);
    } else for (const [index, item] of value.entries()) collect(found, [...path, String(index + 1)], item);
  } else if (isRecord(value))
    for (const [name, part] of Object.entries(value)) collect(found, [...path, camel(name)], part);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_sign, letter: string) => letter.toUpperCase());
}

/**
 * Where to go after signing in: a path of this site, or null. Anything that a browser could take for another site
 * (`//evil`, `/\evil`, a scheme, control characters it drops) is refused.
 */
export function ownPath(next: string | string[] | undefined | null): string | null {
  if (typeof next !== 'string' || next.length > 1000) return null;
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next)) return null;
  const base = 'http://own.invalid';
  if (!URL.canParse(next, base)) return null;
  const url = new URL(next, base);
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : null;
}

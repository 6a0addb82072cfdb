/** No system names an account longer than that; what is longer is none that was promised. */
const longest = 200;

/**
 * Whether money came from another account than any that was promised. Who tells nothing is nobody else. Systems hide
 * the middle of a number (`4111 11** **** 1111`, `411111XXXXXX1111`): what they show of it must fit. An e-mail is the
 * same or another one. What outsiders write never becomes a pattern.
 */
export function isAnother(account: string | undefined, promised: string[]): boolean {
  if (!account || promised.length === 0) return false;
  if (account.length > longest) return true;
  return !promised.some((value) => value.length <= longest && fits(account, value));
}

function fits(account: string, value: string): boolean {
  if (account.includes('@') || value.includes('@')) return folded(account) === folded(value);
  const [shown, whole] = [plain(account), plain(value)];
  const mask = maskOf(shown);
  if (!mask) return shown === whole;
  const [before, after] = [shown.slice(0, mask.from), shown.slice(mask.to)];
  const hides = whole.length > before.length + after.length;
  return hides && whole.startsWith(before) && whole.endsWith(after);
}

const folded = (text: string) => text.trim().toLowerCase();

/** However a number is set in groups. */
const plain = (text: string) => folded(text).replace(/[\s-]/g, '');

/** From the first hidden place to behind the last one, or null where all is shown. */
function maskOf(shown: string): { from: number; to: number } | null {
  const first = shown.search(/[*•]/);
  if (first >= 0) return { from: first, to: Math.max(shown.lastIndexOf('*'), shown.lastIndexOf('•')) + 1 };
  // Letters hide only digits: in a name or an address they are its own.
  if (!/^\d[\dx]*\d$/.test(shown) || !shown.includes('xx')) return null;
  return { from: shown.indexOf('x'), to: shown.lastIndexOf('x') + 1 };
}

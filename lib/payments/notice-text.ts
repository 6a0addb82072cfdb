/** What the database cannot hold as text (NUL, lone surrogates) replaced by a visible mark; and not longer than told. */
export function storableText(text: string, most = 20_000): string {
  return Buffer.from(text.slice(0, most)).toString('utf8').replaceAll('\0', '\uFFFD');
}

/** The value as JSON whose every text can be stored. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storableText(part) : part,
  );
}

/** Headers that tell who somebody is, or say nothing of the notice. */
const unkept =
  /^(cookie|set-cookie|authorization|proxy-authorization|x-api-key|x-shkeeper-api-key|x-request-id)$/;

/** The headers of a notice as they are kept: none that opens a door elsewhere, none without end. */
export function keptHeaders(headers: Record<string, string>): Record<string, string> {
  const kept: Record<string, string> = {};
  let room = 16_000;
  for (const [name, value] of Object.entries(headers).slice(0, 80)) {
    if (unkept.test(name) || room <= 0) continue;
    kept[name.slice(0, 100)] = storableText(value, Math.min(4_000, room));
    room -= value.length + name.length;
  }
  return kept;
}

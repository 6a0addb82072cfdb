/**
 * A file of a form, or undefined. A field left empty is sent as a file without a name; one that was chosen and holds
 * nothing has a name.
 */
export async function pictureOf(
  entry: FormDataEntryValue | null,
): Promise<{ bytes: Buffer; name: string } | undefined> {
  if (!(entry instanceof File) || (entry.size === 0 && (entry.name === '' || entry.name === 'undefined')))
    return undefined;
  return { bytes: Buffer.from(await entry.arrayBuffer()), name: entry.name };
}

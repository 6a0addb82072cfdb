import { cleanText } from '@/lib/text';

/** Names of the formats as the encoder knows them; the stored name ends with what people expect. */
export type FileExtension = 'png' | 'jpeg' | 'webp' | 'pdf';

const NAME_MAX = 100;
const FALLBACK = 'file';

/**
 * A name that is safe to store, to show and to save under: no path, no control or direction characters,
 * nothing that a file system gives a meaning to, at most 100 code points, the ending told by the content.
 */
export function sanitiseFileName(declared: string, extension: FileExtension | 'csv'): string {
  const ending = extension === 'jpeg' ? '.jpg' : `.${extension}`;
  const last = declared.slice(-1000).split(/[/\\]/).at(-1) ?? '';
  const cleaned = cleanText(last);
  const stem = (cleaned.ok ? cleaned.text : '')
    .replace(/[<>:"|?*%;`$&'=#{}~^[\]]/g, '_')
    .replace(/\.[^.]*$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...stem]
    .slice(0, NAME_MAX - ending.length)
    .join('')
    .trim();
  // Windows opens a device instead of a file under these names.
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(short);
  return `${short === '' || reserved ? FALLBACK : short}${ending}`;
}

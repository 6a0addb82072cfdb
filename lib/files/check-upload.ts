import sharp, { type Sharp } from 'sharp';
import type { FieldKey, TextProblem } from '@/lib/text';
import { type FileExtension, sanitiseFileName } from './file-name';

export const RECEIPT_BYTES_MAX = 10 * 1024 * 1024;
export const LOGO_BYTES_MAX = 2 * 1024 * 1024;
/** A phone's photo has up to fifty million pixels; a bomb has billions in a few kilobytes. */
const PIXELS_MAX = 50_000_000;
const RECEIPT_SIDE_MAX = 4000;
const LOGO_SIDE = 128;
const DECODE_SECONDS_MAX = 10;

export type CheckedFile = { bytes: Buffer; contentType: string; name: string };
export type UploadCheck = ({ ok: true } & CheckedFile) | ({ ok: false } & TextProblem);

/**
 * Takes a receipt by its content alone; the declared name gives no more than the stem of the stored one.
 * Pictures are decoded and encoded anew: no metadata (the place of a photo), nothing appended, nothing hidden.
 * PDFs are kept as they are, which is why they may only be served as attachments with `nosniff`.
 */
export async function checkReceipt(bytes: Uint8Array, declaredName: string): Promise<UploadCheck> {
  const size = checkSize(bytes, RECEIPT_BYTES_MAX);
  if (size !== null) return size;
  const type = detectType(bytes);
  if (type === 'heic') return refuse('fileHeic');
  if (type === null) return refuse('fileType');
  if (type === 'pdf') {
    if (!hasPdfEnd(bytes)) return refuse('fileBroken');
    return keep(Buffer.from(bytes), 'application/pdf', declaredName, 'pdf');
  }
  const encoded = await encode(bytes, (picture) =>
    picture
      .autoOrient()
      .resize(RECEIPT_SIDE_MAX, RECEIPT_SIDE_MAX, { fit: 'inside', withoutEnlargement: true })
      .toFormat(type, type === 'png' ? { compressionLevel: 9 } : { quality: 85 }),
  );
  return 'key' in encoded ? encoded : keep(encoded.bytes, `image/${type}`, declaredName, type);
}

/** Takes a logo and makes it a square PNG of 128 pixels. SVG is refused: it is a program, not a picture. */
export async function checkLogo(bytes: Uint8Array, declaredName: string): Promise<UploadCheck> {
  const size = checkSize(bytes, LOGO_BYTES_MAX);
  if (size !== null) return size;
  const type = detectType(bytes);
  if (type === null || type === 'heic' || type === 'pdf') return refuse('logoType');
  const transparent = { r: 0, g: 0, b: 0, alpha: 0 };
  const encoded = await encode(bytes, (picture) =>
    picture.autoOrient().resize(LOGO_SIDE, LOGO_SIDE, { fit: 'contain', background: transparent }).png(),
  );
  return 'key' in encoded ? encoded : keep(encoded.bytes, 'image/png', declaredName, 'png');
}

/** What the first bytes say. Only these types ever reach a decoder. */
function detectType(bytes: Uint8Array): FileExtension | 'heic' | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (head.startsWith('%PDF-')) return 'pdf';
  return /^.{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/s.test(head) ? 'heic' : null;
}

async function encode(
  bytes: Uint8Array,
  steps: (picture: Sharp) => Sharp,
): Promise<{ bytes: Buffer } | ({ ok: false } & TextProblem)> {
  try {
    // The header alone tells the dimensions: a bomb is refused before a pixel of it is decoded.
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > PIXELS_MAX) return refuse('filePixels', PIXELS_MAX / 1_000_000);
    const picture = sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error', pages: 1 });
    return { bytes: await steps(picture).timeout({ seconds: DECODE_SECONDS_MAX }).toBuffer() };
  } catch {
    // Whatever the decoder says about a stranger's bytes, to him the file is broken.
    return refuse('fileBroken');
  }
}

/** Writers may append a line or two behind the end mark; a file cut short has none. */
function hasPdfEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-1024)).includes('%%EOF');
}

function checkSize(bytes: Uint8Array, max: number) {
  if (bytes.length === 0) return refuse('fileEmpty');
  return bytes.length > max ? refuse('fileTooLarge', max / 1024 / 1024) : null;
}

function keep(
  bytes: Buffer,
  contentType: string,
  declaredName: string,
  extension: FileExtension,
): UploadCheck {
  return { ok: true, bytes, contentType, name: sanitiseFileName(declaredName, extension) };
}

function refuse(key: FieldKey, max?: number): { ok: false } & TextProblem {
  return max === undefined ? { ok: false, key } : { ok: false, key, params: { max: String(max) } };
}

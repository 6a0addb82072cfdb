import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hostileText } from '@/scripts/testing/hostile-text';
import { checkLogo, checkReceipt, RECEIPT_BYTES_MAX } from './check-upload';
import { sanitiseFileName } from './file-name';

const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#3366cc' } });
const pdf = (body = '') => Buffer.from(`%PDF-1.4\n${body}\ntrailer\n%%EOF\n`);
const key = (result: Awaited<ReturnType<typeof checkReceipt>>) => (result.ok ? 'ok' : result.key);

describe('a receipt', () => {
  it.each(['png', 'jpeg', 'webp'] as const)(
    'in %s is encoded anew under the ending of its content',
    async (type) => {
      const result = await checkReceipt(await picture().toFormat(type).toBuffer(), 'Чек 1.exe');
      expect(result).toMatchObject({ ok: true, contentType: `image/${type}` });
      expect(result.ok && result.name).toBe(`Чек 1.${type === 'jpeg' ? 'jpg' : type}`);
      expect(result.ok && (await sharp(result.bytes).metadata()).width).toBe(60);
    },
  );

  it('in PDF is kept byte for byte', async () => {
    const bytes = pdf('1 0 obj');
    expect(await checkReceipt(bytes, 'a.png')).toEqual({
      ok: true,
      bytes,
      contentType: 'application/pdf',
      name: 'a.pdf',
    });
  });

  it('loses its metadata and stands upright', async () => {
    const bytes = await picture()
      .withExif({ IFD0: { Artist: 'SECRET-PLACE' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const result = await checkReceipt(bytes, 'photo.jpg');
    if (!result.ok) throw new Error(result.key);
    const metadata = await sharp(result.bytes).metadata();
    expect(metadata).toMatchObject({ width: 40, height: 60 });
    expect(metadata.exif).toBeUndefined();
  });

  it('that hides a script or an archive behind the picture comes out without it', async () => {
    for (const type of ['png', 'jpeg', 'webp'] as const) {
      const hidden = '<script>alert(1)</script><?php system($_GET[0]) ?>PK\x03\x04';
      const bytes = Buffer.concat([await picture().toFormat(type).toBuffer(), Buffer.from(hidden)]);
      const result = await checkReceipt(bytes, 'a');
      expect(result.ok && result.bytes.includes('<script>'), type).toBe(false);
      expect(result.ok && result.bytes.includes('PK\x03\x04'), type).toBe(false);
    }
  });

  it.each([
    ['an executable named .png', Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(500)]), 'fileType'],
    ['an ELF program', Buffer.from('\x7fELF\x02\x01\x01'), 'fileType'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'fileType'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'fileType'],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00'), 'fileType'],
    ['an archive', Buffer.from('PK\x03\x04'), 'fileType'],
    ['one byte', Buffer.from('x'), 'fileType'],
    ['a PDF behind other bytes', Buffer.concat([Buffer.from('MZ'), pdf()]), 'fileType'],
    ['a HEIC photo', Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1'), 'fileHeic'],
    ['nothing', Buffer.alloc(0), 'fileEmpty'],
    ['a PNG of its signature alone', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'fileBroken'],
    ['a script behind the mark of JPEG', Buffer.from('\xff\xd8\xff<script>', 'latin1'), 'fileBroken'],
    ['a PDF cut short', Buffer.from('%PDF-1.7\n1 0 obj'), 'fileBroken'],
  ])('is refused when it is %s', async (_, bytes, expected) => {
    expect(key(await checkReceipt(bytes, 'receipt.png'))).toBe(expected);
  });

  it('of more than 10 MB is refused with the limit told, one of exactly 10 MB is not', async () => {
    const size = (bytes: number) =>
      Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(bytes - 10), Buffer.from('%%EOF')]);
    expect(key(await checkReceipt(size(RECEIPT_BYTES_MAX), 'a'))).toBe('ok');
    expect(await checkReceipt(size(RECEIPT_BYTES_MAX + 1), 'a')).toEqual({
      ok: false,
      key: 'fileTooLarge',
      params: { max: '10' },
    });
    expect(key(await checkReceipt(Buffer.alloc(50 * 1024 * 1024), 'a'))).toBe('fileTooLarge');
  });

  it('that would unpack into gigabytes is refused by its header', async () => {
    expect(key(await checkReceipt(pngBomb(30_000, 30_000), 'a'))).toBe('filePixels');
    expect(key(await checkReceipt(pngBomb(2 ** 31 - 1, 2 ** 31 - 1), 'a'))).toMatch(/filePixels|fileBroken/);
  });

  it('cut anywhere, or with bytes changed, is refused or clean, and never a crash', async () => {
    const good = await picture().png().toBuffer();
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const bytes = cut ? good.subarray(0, at) : Buffer.from(good);
        if (!cut) bytes[at] = byte;
        const result = await checkReceipt(bytes, 'a');
        if (result.ok) expect((await sharp(result.bytes).metadata()).format).toBe('png');
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});

describe('a logo', () => {
  it('becomes a square PNG', async () => {
    const result = await checkLogo(await picture().webp().toBuffer(), 'Bank.webp');
    expect(result).toMatchObject({ ok: true, contentType: 'image/png', name: 'Bank.png' });
    expect(result.ok && (await sharp(result.bytes).metadata())).toMatchObject({
      width: 128,
      height: 128,
      hasAlpha: true,
    });
  });
  it.each([
    ['SVG', Buffer.from('<svg/>')],
    ['PDF', pdf()],
  ])('in %s is refused', async (_, bytes) => {
    expect(key(await checkLogo(bytes, 'a'))).toBe('logoType');
  });
});

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\Users\\me\\scan.final.JPG', 'scan.final.png'],
    ['invoice.pdf.exe', 'invoice.pdf.png'],
    ['', 'file.png'],
    ['.htaccess', 'file.png'],
    ['..', 'file.png'],
    ['NUL.txt', 'file.png'],
    ['a\u202Egnp.exe', 'file.png'],
    ['a\u0000.png', 'file.png'],
    ['a\r\nSet-Cookie: x=1.png', 'a Set-Cookie_ x_1.png'],
    ['"><img src=x onerror=alert(1)>.png', '___img src_x onerror_alert(1)_.png'],
    ['Чек от Ивана.jpeg', 'Чек от Ивана.png'],
  ])('%j becomes %s', (declared, name) => expect(sanitiseFileName(declared, 'png')).toBe(name));

  it('is short and without paths whatever is declared', () => {
    fc.assert(
      fc.property(hostileText(300), (declared) => {
        const name = sanitiseFileName(declared, 'pdf');
        expect([...name].length).toBeLessThanOrEqual(100);
        expect(name).toMatch(/^[^/\\\p{Cc}]+\.pdf$/u);
        expect(name.startsWith('.')).toBe(false);
      }),
    );
  });
});

/** A PNG of few bytes that claims so many pixels. */
function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(1_000_000));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

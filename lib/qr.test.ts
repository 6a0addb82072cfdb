import { expect, it } from 'vitest';
import { QR_BYTES_MAX, qrSvg } from './qr';

it('a QR code is an SVG that never holds the text itself', async () => {
  const svg = await qrSvg('"><script>alert(1)</script>');
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/);
  expect(svg).not.toContain('script');
  expect(await qrSvg('привет, 你好')).toContain('<path');
});

it('a text is drawn up to the capacity of the code and refused beyond it', async () => {
  expect(await qrSvg('a'.repeat(QR_BYTES_MAX))).toContain('</svg>');
  await expect(qrSvg('a'.repeat(QR_BYTES_MAX + 1))).rejects.toThrow(RangeError);
  await expect(qrSvg('')).rejects.toThrow(RangeError);
});

import { toString as drawQr } from 'qrcode';

/** Bytes that fit the largest code with error level M. */
export const QR_BYTES_MAX = 2331;

/**
 * A QR code as an SVG of square paths, black on white in every theme (scanners need the contrast) with the quiet
 * zone of four modules. The text itself does not appear in the SVG.
 * @throws RangeError if the text does not fit.
 */
export async function qrSvg(text: string): Promise<string> {
  if (text === '' || Buffer.byteLength(text) > QR_BYTES_MAX)
    throw new RangeError('The text does not fit a QR code');
  return drawQr(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
}

import sharp from 'sharp';

/** A plain picture that stands for a bank's receipt. */
export async function receiptPicture(orderId: string): Promise<Buffer> {
  const lines = ['DEMO RECEIPT', orderId, 'This is not a payment document'];
  const text = lines.map(
    (line, index) =>
      `<text x="24" y="${48 + index * 32}" font-family="sans-serif" font-size="18">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="160"><rect width="420" height="160" fill="#fbf8f2"/>${text.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

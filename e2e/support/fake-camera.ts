import { writeFileSync } from 'node:fs';
import { create } from 'qrcode';

const width = 640;
const height = 480;
/** Pixels of one module of the code, as a phone held before the counter shows it. */
const side = 12;
const frames = 10;

/**
 * Writes a film in which a QR code stands still, for a browser that takes it for its camera (Y4M: a line of words, then
 * frames of plain brightness and colour). Returns the arguments that the browser is started with.
 */
export function fakeCamera(text: string, file: string): string[] {
  const { modules } = create(text);
  const luma = Buffer.alloc(width * height, 235);
  const [left, top] = [(width - modules.size * side) >> 1, (height - modules.size * side) >> 1];
  for (let y = 0; y < modules.size * side; y += 1)
    for (let x = 0; x < modules.size * side; x += 1)
      if (modules.get(Math.floor(y / side), Math.floor(x / side))) luma[(top + y) * width + left + x] = 16;
  const chroma = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: frames }, () => frame)]));
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}

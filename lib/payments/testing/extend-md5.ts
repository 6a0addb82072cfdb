/**
 * The length extension of MD5: from the digest of a text that is not known (only its length is), the digest of that
 * text with padding and a suffix. Written from RFC 1321, for one attack.
 */
export function extendMd5(
  digest: string,
  knownBytes: number,
  suffix: string,
): { glue: Buffer; digest: string } {
  const glue = padding(knownBytes);
  const total = knownBytes + glue.length + Buffer.byteLength(suffix);
  const rest = Buffer.concat([Buffer.from(suffix), padding(total)]);
  const bytes = Buffer.from(digest, 'hex');
  let state = [0, 4, 8, 12].map((at) => bytes.readUInt32LE(at));
  for (let at = 0; at < rest.length; at += 64) state = compress(state, rest.subarray(at, at + 64));
  const out = Buffer.alloc(16);
  state.forEach((word, index) => {
    out.writeUInt32LE(word >>> 0, index * 4);
  });
  return { glue, digest: out.toString('hex') };
}

function padding(length: number): Buffer {
  const zeros = (119 - (length % 64)) % 64;
  const end = Buffer.alloc(8);
  end.writeBigUInt64LE(BigInt(length) * 8n);
  return Buffer.concat([Buffer.from([0x80]), Buffer.alloc(zeros), end]);
}

const turns = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const sines = Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32));

function compress(state: number[], block: Buffer): number[] {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let step = 0; step < 64; step += 1) {
    const [mixed, word] = round(step, b, c, d);
    const sum = (a + mixed + (sines[step] ?? 0) + block.readUInt32LE(word * 4)) >>> 0;
    const turn = turns[(step >> 4) * 4 + (step & 3)] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) >>> 0];
  }
  return [a, b, c, d].map((word, index) => (word + (state[index] ?? 0)) >>> 0);
}

function round(step: number, b: number, c: number, d: number): [number, number] {
  if (step < 16) return [(b & c) | (~b & d), step];
  if (step < 32) return [(d & b) | (~d & c), (5 * step + 1) % 16];
  return step < 48 ? [b ^ c ^ d, (3 * step + 5) % 16] : [c ^ (b | ~d), (7 * step) % 16];
}

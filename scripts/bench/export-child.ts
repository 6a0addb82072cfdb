import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { closeDatabase } from '@/lib/db';
import { readExportInput } from '@/lib/export/export-input';
import { exportOrders } from '@/lib/export/export-orders';

// One export in a process of its own, so that its memory is only its own: told as JSON on the standard output.
const [address = '', file = ''] = process.argv.slice(2);
const startMegabytes = process.memoryUsage.rss() / 2 ** 20;
const begun = performance.now();
const { stream } = await exportOrders({
  actor: {
    kind: 'user',
    userId: 'usr_0000000000000001',
    sessionId: 'bench',
    email: 'operator1@bench.test',
    name: 'Operator 1',
    roles: ['operator'],
    locale: 'en',
    ip: '127.0.0.1',
  },
  input: readExportInput(new URLSearchParams(address)),
  signal: new AbortController().signal,
});
let firstByte = 0;
const sink = createWriteStream(file);
const counted = new Writable({
  write(chunk: Uint8Array, _encoding, done) {
    firstByte ||= performance.now() - begun;
    if (sink.write(chunk)) done();
    else sink.once('drain', done);
  },
  final: (done) => void sink.end(done),
});
await pipeline(stream, counted);
const seconds = (performance.now() - begun) / 1000;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds, firstByteSeconds: firstByte / 1000, startMegabytes, peakMegabytes }));
await closeDatabase();

import { SMTPServer } from 'smtp-server';
import { freePort } from '@/scripts/free-port';

export type MailSink = {
  url: string;
  /** Every letter taken, as it came over the wire. */
  letters: string[];
  /** What the next letters are answered with; undefined takes them. */
  refuse?: string;
  close(): Promise<void>;
};

/** A mail server for tests: takes letters and keeps them. */
export async function mailSink(port?: number): Promise<MailSink> {
  const at = port ?? (await freePort());
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (sink.refuse) return done(new Error(sink.refuse));
        sink.letters.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
  });
  const sink: MailSink = {
    url: `smtp://127.0.0.1:${at}`,
    letters: [],
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  return sink;
}

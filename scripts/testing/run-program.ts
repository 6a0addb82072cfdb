import { type BoundProcess, runBound } from '../bound-process';

const running = new Set<BoundProcess>();
/** From then on nothing is started: the part that was stopped would be followed by the next one. */
let stopping = false;

type Options = { isTypeScript?: boolean; env?: Record<string, string | undefined> };

/** Runs a Node.js program to its end and returns its exit code; 1 if it was killed. Throws once programs are stopped. */
export async function runProgram(script: string, args: string[], options: Options = {}): Promise<number> {
  if (stopping) throw new Error(`not started, as all is being stopped: ${script}`);
  const loader = options.isTypeScript ? ['--import', 'tsx'] : [];
  const program = runBound({ args: [...loader, script, ...args], env: options.env });
  running.add(program);
  const code = await program.ended;
  running.delete(program);
  return code ?? 1;
}

/** Stops what still runs, so that nothing is left behind when we are interrupted. */
export async function stopPrograms(): Promise<void> {
  stopping = true;
  await Promise.all([...running].map((program) => program.stop()));
}

/** Has a process stopped at the end, with those that `runProgram` started. */
export function stopAtEnd(program: BoundProcess): void {
  running.add(program);
  if (stopping) void program.stop();
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// Rules of the house that the linter cannot express. Run by `npm run lint`.
const problems = [...exactVersions(), ...messagesInStep(), ...environmentInOnePlace(), ...sizes()];
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'The house is in order.' : `${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** A range would give every machine packages of its own. */
function exactVersions(): string[] {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  return Object.entries<string>({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
    .map(([name, version]) => `package.json: the version of ${name} is not exact: ${version}`);
}

/** Each text exists in both languages, and with the same places to fill in. */
function messagesInStep(): string[] {
  const namespaces = new Set([...jsonFiles('messages/en'), ...jsonFiles('messages/ru')]);
  return [...namespaces].flatMap((file) => {
    const en = readMessages(`messages/en/${file}`);
    const ru = readMessages(`messages/ru/${file}`);
    const missing = [...absent(en, ru, `messages/ru/${file}`), ...absent(ru, en, `messages/en/${file}`)];
    const uneven = [...en]
      .filter(([key, text]) => ru.has(key) && placeholders(text) !== placeholders(ru.get(key) ?? ''))
      .map(([key]) => `messages/*/${file}: "${key}" fills in other things in en than in ru`);
    return [...missing, ...uneven];
  });
}

function absent(from: Map<string, string>, to: Map<string, string>, file: string): string[] {
  return [...from.keys()].filter((key) => !to.has(key)).map((key) => `${file}: "${key}" is missing`);
}

function jsonFiles(dir: string): string[] {
  return files(dir)
    .filter((file) => file.endsWith('.json'))
    .map((file) => path.relative(dir, file));
}

function readMessages(file: string): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') texts.set(key, value);
    else if (value !== null && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) walk(inner, key === '' ? name : `${key}.${name}`);
    }
  };
  try {
    walk(JSON.parse(readFileSync(file, 'utf8')), '');
  } catch {
    // A file that is missing lacks all its keys, and each is named.
  }
  return texts;
}

/** Names of the arguments of an ICU message, and its tags. Words inside of plural forms differ between languages. */
function placeholders(text: string): string {
  const hasForms = /\{\s*\w+\s*,\s*(plural|select|selectordinal)\s*,/.test(text);
  const names = [...text.matchAll(hasForms ? /\{\s*(\w+)\s*,/g : /\{\s*(\w+)\s*[,}]/g)].map(
    (match) => match[1],
  );
  const tags = [...text.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`);
  return [...new Set([...names, ...tags])].sort().join(' ');
}

/** `lib/env.ts` reads the environment and checks it; the rest asks there. */
function environmentInOnePlace(): string[] {
  return ['app', 'components', 'emails', 'lib', 'prisma/seed', 'proxy.ts', 'instrumentation.ts']
    .flatMap(files)
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && file !== 'lib/env.ts' && !/\.test\.tsx?$/.test(file))
    .filter((file) => readsEnvironment(readFileSync(file, 'utf8')))
    .map((file) => `${file}: reads process.env; ask lib/env.ts`);
}

/** Two names are not settings but constants that Next puts in at build time; and writing is not reading. */
function readsEnvironment(code: string): boolean {
  const rest = code.replaceAll(/process\.env\.(NODE_ENV|NEXT_RUNTIME)\b/g, '');
  return rest.replaceAll(/process\.env\.\w+ = /g, '').includes('process.env');
}

/** The linter counts lines of code only in the languages it knows; style sheets and schemas count too. */
function sizes(): string[] {
  return ['app', 'components', 'emails', 'lib', 'prisma/schema', 'scripts', 'e2e']
    .flatMap(files)
    .filter((file) => /\.(css|prisma|mjs)$/.test(file))
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 250)
    .map(({ file, lines }) => `${file}: ${lines} lines; 250 is the most`);
}

/** All files under a directory, or the file itself; nothing if it does not exist. */
function files(place: string): string[] {
  try {
    return readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? files(path.posix.join(place, entry.name)) : [path.posix.join(place, entry.name)],
    );
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOTDIR' ? [place] : [];
  }
}

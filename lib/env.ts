import { z } from 'zod';
import { defaultLocale, locales } from '@/lib/i18n/locales';

/**
 * Everything the process is told from outside, read once and checked. Nobody else reads `process.env`.
 * `scripts/start.ts` makes the secrets of a demo; production must bring its own.
 */
const schema = z
  .object({
    KANTOR_ENV: z.enum(['demo', 'production', 'test']).default('demo'),
    DATABASE_URL: z.string().min(1),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(16),
    /** How long work may wait for a connection before it is told that the office is not available. */
    DATABASE_WAIT_MS: z.coerce.number().int().min(100).max(120_000).default(5_000),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    /** Public address, without a slash at the end. Links in letters begin with it. */
    KANTOR_URL: z
      .url()
      .default('http://localhost:3000')
      .transform((url) => url.replace(/\/+$/, '')),
    /** Links to orders and encrypted columns hang on it. */
    KANTOR_SECRET: z.string().min(32),
    /** Seal secrets of payment systems: the present key first, old ones after a comma until `npm run rotate-keys` ran. */
    KANTOR_VAULT_KEYS: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((key) => key.trim())
          .filter(Boolean),
      )
      .pipe(z.array(z.string().min(32))),
    /** Signs session cookies. */
    AUTH_SECRET: z.string().min(32),
    /** Number of proxies in front whose X-Forwarded-For is believed. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(8).default(0),
    RESEND_API_KEY: z.string().optional(),
    SMTP_URL: z.string().optional(),
    MAIL_FROM: z.string().default('Kantor <office@kantor.test>'),
    /** Where letters to the office go. */
    ADMIN_EMAIL: z.email().default('desk@kantor.test'),
    /** The language of those letters. */
    ADMIN_LOCALE: z.enum(locales).default(defaultLocale),
    /** Payment systems that are switched on by name: closed and unconfirmed ones, the simulator in production. */
    KANTOR_SYSTEMS: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((code) => code.trim())
          .filter(Boolean),
      ),
    /** Address of `npm run systems:doubles`: every call to a payment system goes there. Not in production. */
    KANTOR_DOUBLES: z.url().optional(),
    /** Hosts on inner addresses that may be called: a payment server of one's own. */
    OUTGOING_INNER_HOSTS: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((host) => host.trim())
          .filter(Boolean),
      ),
    KANTOR_WORKER: z.enum(['inline', 'off']).default('inline'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  })
  .refine(({ KANTOR_ENV, KANTOR_DOUBLES }) => KANTOR_ENV !== 'production' || !KANTOR_DOUBLES, {
    path: ['KANTOR_DOUBLES'],
    message:
      'is for trials: in production it would hand secrets to a stand-in, and believe what that says of money',
  });

export type Env = z.output<typeof schema>;

let cached: Env | undefined;

/** The checked environment. Throws, naming each variable that is missing or wrong. */
export function env(): Env {
  if (cached) return cached;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not usable:\n  ${wrong.join('\n  ')}`);
  }
  cached = parsed.data;
  return cached;
}

/** The log's level by itself: the log must work before the rest of the environment is found to be wrong. */
export function logLevel(): string {
  return process.env.LOG_LEVEL || 'info';
}

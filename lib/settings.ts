import { z } from 'zod';
import { type Queryable, query } from '@/lib/db';

/** What the office decides about itself. Every key has a default, so that a new office works at once. */
export const officeSettingsSchema = z.object({
  officeName: z.string().min(1).max(60).default('Kantor'),
  /** IANA zone that hours and dates are told in. */
  timeZone: z.string().default('Europe/Moscow'),
  /** Working hours as minutes from midnight; equal ends mean around the clock. */
  opensAtMinute: z.int().min(0).max(1440).default(0),
  closesAtMinute: z.int().min(0).max(1440).default(1440),
  /** Days of week worked, Monday is 1. */
  workDays: z.array(z.int().min(1).max(7)).default([1, 2, 3, 4, 5, 6, 7]),
  /** A switch that closes the office at once: no new orders, an empty feed. */
  open: z.boolean().default(true),
  /** A switch that holds all automatic payouts back at once. */
  payoutsStopped: z.boolean().default(false),
  /** Whether staff may confirm the money of their own orders and complete them: an office of one person. */
  ownOrders: z.boolean().default(false),
  quoteMinutes: z.int().min(1).max(120).default(10),
  maxOpenOrdersPerEmail: z.int().min(1).max(100).default(3),
  maxOpenOrdersPerAddress: z.int().min(1).max(1000).default(6),
  /** Minutes before expiry when the customer is warned. */
  expiryWarningMinutes: z.int().min(1).max(120).default(10),
  contactEmail: z.string().default('support@kantor.test'),
  contactText: z.object({ en: z.string(), ru: z.string() }).default({ en: '', ru: '' }),
  rulesText: z.object({ en: z.string(), ru: z.string() }).default({ en: '', ru: '' }),
});

export type OfficeSettings = z.infer<typeof officeSettingsSchema>;

/** The office's settings, with defaults for what was never set. */
export async function officeSettings(db: Queryable = { query }): Promise<OfficeSettings> {
  const [row] = await db.query<{ value: unknown }>(`SELECT value FROM settings WHERE key = 'office'`);
  return officeSettingsSchema.parse(row?.value ?? {});
}

import type { Actor } from '@/lib/auth/actor';
import type { TillFilter } from '@/lib/cashier/till-day';
import type { CsvDelimiter } from '@/lib/csv-cell';
import { fail } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';

/** All lines of the day as a CSV file (UTF-8 with a byte order mark), audited. */
export async function tillCsv(_given: {
  actor: Actor;
  filter: TillFilter;
  locale: Locale;
  delimiter?: CsvDelimiter;
}): Promise<{ fileName: string; body: string }> {
  return fail('unavailable');
}

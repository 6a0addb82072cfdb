import { z } from 'zod';
import { type FieldProblems, fail } from '@/lib/errors';
import { type DeskFilter, readDeskFilter } from '@/lib/exchange/desk-filter';
import { type OrderColumn, orderColumnNames, usualColumns } from '@/lib/export/order-columns';
import { defaultLocale, type Locale, locales } from '@/lib/i18n/locales';

export const delimiters = { comma: ',', semicolon: ';' } as const;
export const headers = ['titles', 'names'] as const;

const columnList = z
  .array(z.enum(orderColumnNames as [OrderColumn, ...OrderColumn[]]))
  .max(2 * orderColumnNames.length);

export type ExportInput = {
  filter: DeskFilter;
  columns: OrderColumn[];
  delimiter: keyof typeof delimiters;
  header: (typeof headers)[number];
  locale: Locale;
};

/**
 * What is to be exported, from the parameters of an address: the desk's filters; `columns` as a list with commas,
 * several times, or not at all for the usual ones; `delimiter`; `header` in the reader's language or as stable names;
 * `locale`. The columns come in the file's own order.
 *
 * Throws `invalid_input`: also for a filter that is not understood, because leaving it out would export more than
 * was asked.
 */
export function readExportInput(params: URLSearchParams): ExportInput {
  const fields: FieldProblems = {};
  const { filter, problems } = readDeskFilter(params);
  for (const name of problems) fields[name] = { key: 'invalid' };
  const read = <T>(name: string, schema: z.ZodType<T>, value: unknown, fallback: T): T => {
    if (value === null || value === '') return fallback;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    fields[name] = { key: 'choice' };
    return fallback;
  };
  const listed = params.getAll('columns').flatMap((text) => text.split(','));
  const chosen = new Set(
    read(
      'columns',
      columnList,
      listed.length > 0 ? listed.filter((text) => text !== '') : null,
      usualColumns,
    ),
  );
  if (chosen.size === 0) fields.columns ??= { key: 'required' };
  const names = Object.keys(delimiters) as ['comma', 'semicolon'];
  const input: ExportInput = {
    filter,
    columns: orderColumnNames.filter((name) => chosen.has(name)),
    delimiter: read('delimiter', z.enum(names), params.get('delimiter'), 'comma'),
    header: read('header', z.enum(headers), params.get('header'), 'titles'),
    locale: read('locale', z.enum(locales), params.get('locale'), defaultLocale),
  };
  if (Object.keys(fields).length > 0) fail('invalid_input', { fields });
  return input;
}

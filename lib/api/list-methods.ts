import { z } from 'zod';
import { endpoint, noBody } from '@/lib/api/endpoint';
import { decimalText } from '@/lib/api/schemas';
import { openMethods } from '@/lib/exchange/catalog';
import { locales, toLocale } from '@/lib/i18n/locales';
import { validatorCodes } from '@/lib/requisites/validators';

const method = z
  .object({
    code: z.string(),
    title: z.string(),
    kind: z.enum(['bank', 'card', 'emoney', 'crypto', 'cash']),
    asset: z.string(),
    scale: z.int().meta({ description: 'Decimal places of the asset.' }),
    reserve: decimalText.meta({ description: 'What can be paid out by this method now.' }),
    fields: z.array(
      z.object({
        key: z.string(),
        side: z.enum(['give', 'get']).meta({ description: 'Asked when paying by, or when receiving by it.' }),
        title: z.string(),
        hint: z.string(),
        validator: z.enum(validatorCodes),
        required: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Method' });

/** `GET /methods` */
export const listMethods = endpoint({
  method: 'GET',
  path: '/methods',
  operationId: 'listMethods',
  summary: 'Payment methods with what they ask of the customer',
  description: 'Customers’ wallets with the office are left out: they need their customer’s sign-in.',
  query: { locale: { description: 'Language of titles and hints.', values: locales } },
  body: noBody,
  status: 200,
  answer: z.array(method),
  problems: ['invalid_input', 'too_many_requests', 'unavailable'],
  anyOrigin: true,
  limit: { name: 'read', points: 240, seconds: 60 },
  async handle({ query, locale: preferred }) {
    const locale = toLocale(query.locale ?? preferred);
    return (await openMethods()).flatMap(({ code, titles, kind, asset, scale, reserve, fields }) => {
      if (kind === 'wallet' || reserve === null) return [];
      const asked = fields.map(({ key, side, titles: names, hints, validator, required }) => ({
        key,
        side,
        title: names[locale],
        hint: hints[locale],
        validator,
        required,
      }));
      return [{ code, title: titles[locale], kind, asset, scale, reserve, fields: asked }];
    });
  },
});

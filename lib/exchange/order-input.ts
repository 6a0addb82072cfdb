import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FieldProblem, FieldProblems } from '@/lib/errors';
import { fail } from '@/lib/errors';
import type { MethodFacts, Requisites } from '@/lib/exchange/order-row';
import { locales } from '@/lib/i18n/locales';
import { phone as phoneValidator } from '@/lib/requisites/contact';
import { checkRequisites } from '@/lib/requisites/field';
import { cleanText, emailText, shortText, type TextProblem } from '@/lib/text';

/** Two methods ask for twelve fields each at most. */
const maxRequisites = 24;

/** What a customer sends to make an order: ids and his own details, never amounts or prices. */
export const createOrderInput = z.object({
  quoteId: z.string({ error: 'fields.required' }),
  /** Names the attempt: `form:<quote>` from pages, `api:<header>` from the API. */
  idempotencyKey: shortText(200),
  email: z.string({ error: 'fields.required' }),
  phone: z.string().nullish(),
  /** `give.<field>` and `get.<field>`; a bare field name will do where only one side has it. */
  requisites: z
    .record(z.string(), z.unknown())
    .refine((typed) => Object.keys(typed).length <= maxRequisites, { error: 'fields.unknown' })
    .default({}),
  locale: z.enum(locales).default('en'),
  smsConsent: z.boolean().default(false),
  /** An order from the customer's wallet is paid in the same step. */
  payFromWallet: z.boolean().default(false),
});

export type CreateOrderInput = z.output<typeof createOrderInput>;

export type OrderDetails = {
  email: string;
  phone: string | null;
  giveRequisites: Requisites;
  getRequisites: Requisites;
  searchKeys: string[];
};

/** Recognises the same body under the same key. Of what was sent, so that a changed check does not change it. */
export function hashOrderInput({ idempotencyKey: _, ...body }: CreateOrderInput): string {
  const requisites = Object.entries(body.requisites).sort(([a], [b]) => (a < b ? -1 : 1));
  const canonical = JSON.stringify([
    body.quoteId,
    body.email.trim().toLowerCase(),
    body.phone?.trim() || null,
    requisites,
    body.locale,
    body.smsConsent,
    ...(body.payFromWallet ? ['wallet'] : []),
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** Everything typed, checked; throws `invalid_input` with all problems at once, by field. */
export function checkOrderDetails(input: CreateOrderInput, from: MethodFacts, to: MethodFacts): OrderDetails {
  const fields: FieldProblems = {};
  const email = checkEmail(input.email, fields);
  const phone = checkPhone(input.phone ?? '', fields);
  if (input.smsConsent && phone === null) fields.phone ??= { key: 'required' };
  const typed = splitSides(input.requisites, from, to, fields);
  const give = checkSide('give', from, typed.give, fields);
  const get = checkSide('get', to, typed.get, fields);
  if (Object.keys(fields).length > 0) fail('invalid_input', { fields });
  return {
    email,
    phone,
    giveRequisites: give.values,
    getRequisites: get.values,
    searchKeys: [...new Set([...give.searchKeys, ...get.searchKeys])],
  };
}

function checkEmail(text: string, fields: FieldProblems): string {
  const parsed = emailText().safeParse(text);
  if (parsed.success) return parsed.data;
  fields.email = { key: bareKey(parsed.error.issues[0]?.message ?? 'fields.email') };
  return '';
}

function checkPhone(text: string, fields: FieldProblems): string | null {
  const cleaned = cleanText(text.slice(0, 200));
  if (!cleaned.ok) {
    fields.phone = { key: bareKey(cleaned.key) };
    return null;
  }
  if (cleaned.text === '') return null;
  const checked = phoneValidator.normalise(cleaned.text, {});
  if (checked.ok) return checked.value;
  fields.phone = problem(checked);
  return null;
}

type Side = 'give' | 'get';

/** Sorts what was typed by side. A bare name that both sides ask for is refused: a guess could pay the wrong account. */
function splitSides(
  input: Record<string, unknown>,
  from: MethodFacts,
  to: MethodFacts,
  fields: FieldProblems,
): Record<Side, Record<string, unknown>> {
  const sides: Record<Side, Record<string, unknown>> = { give: {}, get: {} };
  const asks = (method: MethodFacts, side: Side, key: string) =>
    method.fields.some((field) => field.side === side && field.key === key);
  for (const [name, value] of Object.entries(input)) {
    const [, prefixed, rest = ''] = /^(give|get)\.(.*)$/s.exec(name) ?? [];
    const onGive = prefixed === 'give' || (!prefixed && asks(from, 'give', name));
    const onGet = prefixed === 'get' || (!prefixed && asks(to, 'get', name));
    const key = prefixed ? rest : name;
    if (onGive !== onGet) sides[onGive ? 'give' : 'get'][key] = value;
    else fields[name.replace(/[^\w.-]/g, '').slice(0, 40) || 'requisites'] = { key: 'unknown' };
  }
  return sides;
}

function checkSide(side: Side, method: MethodFacts, typed: Record<string, unknown>, fields: FieldProblems) {
  const asked = method.fields.filter((field) => field.side === side);
  const checked = checkRequisites(asked, typed);
  if (checked.ok) return checked;
  for (const [key, wrong] of Object.entries(checked.fields)) fields[`${side}.${key}`] = problem(wrong);
  return { values: {}, searchKeys: [] };
}

function problem({ key, params }: TextProblem): FieldProblem {
  return { key: bareKey(key), ...(params && { params }) };
}

/** Field problems of actions name their text without the `fields.` in front. */
function bareKey(key: string): string {
  return key.replace(/^fields\./, '');
}

import { z } from 'zod';
import { parseBody } from '@/lib/api/parse-body';
import type { ProblemCode } from '@/lib/api/problem';
import type { Locale } from '@/lib/i18n/locales';
import type { LimitRule } from '@/lib/rate-limit';

/** What one call brings, checked as far as its endpoint says. */
export type Call<Body> = {
  body: Body;
  /** Of the path; `id` where the path has it. */
  id: string;
  /** Of the query string; only names that the endpoint knows. */
  query: Record<string, string>;
  /** Network address of the caller. */
  ip: string;
  /** Language of the texts in errors, by Accept-Language. */
  locale: Locale;
  /** The bearer token where the endpoint asks for one. */
  secret: string;
  /** The header where the endpoint asks for it. */
  idempotencyKey: string;
};

/** Everything said of an endpoint: what the answerer enforces and what the description tells. */
export type EndpointFacts = {
  method: 'GET' | 'POST';
  /** Under /api/v1, in OpenAPI's form: `/orders/{id}`. */
  path: string;
  operationId: string;
  summary: string;
  description?: string;
  query?: Record<string, { description: string; values: readonly string[] }>;
  /** `noBody` for those that take none. */
  body: z.ZodType;
  /** The body may be left out altogether. */
  bodyOptional?: boolean;
  status: 200 | 201;
  answer: z.ZodType;
  problems: readonly ProblemCode[];
  /** Asks for the order's secret as a bearer token. */
  needsSecret?: boolean;
  needsIdempotencyKey?: boolean;
  /** Pages of other sites may call it: it reads no cookie, knows no person and tells only what is public. */
  anyOrigin?: boolean;
  /** Per address. Endpoints of one name are counted together. */
  limit: LimitRule & { name: string };
};

export type Endpoint = EndpointFacts & {
  /** Parses the body and answers. */
  run: (call: Call<unknown>) => Promise<unknown>;
};

/** The body of what takes none. */
export const noBody = z.undefined();

/** Ties an endpoint's handler to the types of its schemas. */
export function endpoint<B extends z.ZodType, A extends z.ZodType>({
  handle,
  ...facts
}: EndpointFacts & {
  body: B;
  answer: A;
  handle: (call: Call<z.output<B>>) => Promise<z.input<A>>;
}): Endpoint {
  return { ...facts, run: async (call) => handle({ ...call, body: parseBody(facts.body, call.body) }) };
}

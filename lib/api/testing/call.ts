import { expect } from 'vitest';
import { answer } from '@/lib/api/answer';
import type { Endpoint } from '@/lib/api/endpoint';
import { problemSchema } from '@/lib/api/problem';

let callers = 0;

export type Told = { status: number; headers: Headers; body: Record<string, unknown> };
export type Sending = {
  body?: unknown;
  headers?: Record<string, string>;
  id?: string;
  ip?: string;
  query?: string;
};

/** Calls an endpoint as a client would, each time from another address, and checks the answer against its description. */
export async function call(
  endpoint: Endpoint,
  { body, headers = {}, id, ip, query: search }: Sending = {},
): Promise<Told> {
  callers += 1;
  const request = new Request(`http://office.test/api/v1${endpoint.path}${search ?? ''}`, {
    method: endpoint.method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const response = await answer(endpoint, request, { ip: ip ?? `10.9.${callers >> 8}.${callers & 255}`, id });
  const told = await response.json();
  // What is answered is what is described: unknown members would be refused here.
  if (response.ok) endpoint.answer.parse(told);
  else {
    problemSchema.strict().parse(told);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(endpoint.problems).toContain(told.code);
  }
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  return { status: response.status, headers: response.headers, body: told };
}

import { z } from 'zod';
import type { Endpoint } from '@/lib/api/endpoint';
import { endpoints } from '@/lib/api/endpoints';
import { type ProblemCode, problemSchema, problemWith } from '@/lib/api/problem';
import packageJson from '@/package.json';

type Json = { [key: string]: unknown };

/** The description of the public API (OpenAPI 3.1), made of the very schemas that the routes check by. */
export function openApi(publicUrl: string): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operation(endpoint, schemas),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kantor',
      version: packageJson.version,
      description:
        'Public API of the exchange office. No key is needed; calls are limited per address. Methods are named by ' +
        'monitor codes, amounts are decimal strings, errors are problems (RFC 9457) with a stable code. Methods, ' +
        'directions and quotes may be called from pages of any site; orders only from programs and our own pages.',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        orderSecret: {
          type: 'http',
          scheme: 'bearer',
          description: 'The secret told when the order was made.',
        },
      },
    },
  };
}

function operation(endpoint: Endpoint, schemas: Json): Json {
  return {
    operationId: endpoint.operationId,
    summary: endpoint.summary,
    ...(endpoint.description && { description: endpoint.description }),
    ...(endpoint.needsSecret && { security: [{ orderSecret: [] }] }),
    parameters: parameters(endpoint),
    ...(endpoint.method === 'POST' && {
      requestBody: {
        required: !endpoint.bodyOptional,
        content: { 'application/json': { schema: schemaOf(endpoint.body, schemas) } },
      },
    }),
    responses: {
      [endpoint.status]: {
        description: endpoint.summary,
        headers: { 'X-Request-Id': { schema: { type: 'string' } } },
        content: { 'application/json': { schema: schemaOf(endpoint.answer, schemas) } },
      },
      ...problemResponses(endpoint, schemas),
    },
  };
}

function parameters(endpoint: Endpoint): Json[] {
  const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(endpoint.query ?? {}).map(([name, { description, values }]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string', enum: values },
  }));
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'A new one for every new order; the same one to repeat a call.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,128}$' },
  };
  return [...inPath, ...inQuery, ...(endpoint.needsIdempotencyKey ? [key] : [])];
}

/** One entry per status, with the codes that it can carry. */
function problemResponses(endpoint: Endpoint, schemas: Json): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...endpoint.problems, 'unexpected'] as ProblemCode[]) {
    const { status } = problemWith(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const schema = schemaOf(problemSchema, schemas);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.join(', '),
        ...(status === 429 && { headers: { 'Retry-After': { schema: { type: 'integer' } } } }),
        content: { 'application/problem+json': { schema } },
      },
    ]),
  );
}

/** The schema in place, with whatever has a name of its own moved to the components. */
function schemaOf(schema: z.ZodType, schemas: Json): Json {
  const { $schema: _, $defs = {}, ...json } = moved(z.toJSONSchema(schema, { io: 'input' }));
  for (const [name, definition] of Object.entries($defs)) schemas[name] = withoutId(definition);
  return withoutId(json);
}

/** References point into the schema itself; here they must point into the components. */
function moved(json: unknown): Json & { $defs?: Json } {
  return JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

function withoutId(definition: unknown): Json {
  const { id: _, ...rest } = definition as Json;
  return rest;
}

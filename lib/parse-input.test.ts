import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emailText, shortText } from '@/lib/text';
import { parseInput } from './parse-input';

const schema = z.object({
  email: emailText(),
  name: shortText(100),
  side: z.enum(['give', 'get'], { error: 'choice' }),
  inner: z.object({ note: z.string().max(3) }),
});

function problemsOf(input: unknown) {
  try {
    parseInput(schema, input);
    return null;
  } catch (error) {
    return error;
  }
}

describe('what comes from outside', () => {
  it('is returned in its stored form', () => {
    const input = { email: ' A@Example.com', name: ' Anna ', side: 'get', inner: { note: 'ok' } };
    expect(parseInput(schema, input)).toEqual({ ...input, email: 'a@example.com', name: 'Anna' });
  });

  it('is refused with the first problem of each field, by keys that have words', () => {
    const input = { email: 'x', name: 'n'.repeat(10_000), side: 'up', inner: { note: 'long' } };
    expect(problemsOf(input)).toMatchObject({
      code: 'invalid_input',
      fields: {
        email: { key: 'email' },
        name: { key: 'tooLong', params: { max: '100' } },
        side: { key: 'choice' },
        'inner.note': { key: 'tooLong', params: { max: '3' } },
      },
    });
  });

  it('is refused in words when it is nothing of the kind', () => {
    for (const input of [null, undefined, 'text', 7, []]) {
      expect(problemsOf(input)).toMatchObject({
        code: 'invalid_input',
        fields: { form: { key: 'required' } },
      });
    }
  });
});

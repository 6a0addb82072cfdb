import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsFields } from './settings-fields';
import { sampleBank } from './testing/sample-bank';

describe('the form of a system’s settings', () => {
  it('is drawn from the schema: texts, choices, boxes, what is secret, needed, long and usual', () => {
    const fields = settingsFields(sampleBank);
    expect(fields.map(({ name }) => name)).toEqual([
      'shopId',
      'algorithm',
      'strict',
      'apiKey',
      'certificate',
      'serverUrl',
      'answer',
    ]);
    const plain = { secret: false, multiline: false, required: false, default: undefined, options: [] };
    expect(fields[0]).toEqual({ ...plain, name: 'shopId', kind: 'text', required: true });
    expect(fields[1]).toEqual({
      ...plain,
      name: 'algorithm',
      kind: 'choice',
      default: 'sha256',
      options: ['sha256', 'sha512'],
    });
    expect(fields[2]).toEqual({ ...plain, name: 'strict', kind: 'check', default: true });
    expect(fields[3]).toEqual({ ...plain, name: 'apiKey', kind: 'text', secret: true, required: true });
    expect(fields[4]).toMatchObject({ secret: true, multiline: true, required: false, default: '' });
    expect(fields[6]).toMatchObject({ kind: 'choice', required: false, default: undefined });
  });

  it('finds what is secret whatever stands around it', () => {
    const secret = () => z.string().meta({ secret: true });
    const settings = z.object({
      before: secret().optional(),
      after: z.string().optional().meta({ secret: true }),
      trimmed: z.string().trim().min(1).meta({ secret: true }).default('x'),
      made: secret().transform((text) => text.length),
      checked: secret().refine((text) => text !== 'no'),
      read: secret().readonly().nullable(),
    });
    expect(settingsFields({ code: 'x', settings }).every((field) => field.secret)).toBe(true);
  });

  it('refuses a schema that no form can ask', () => {
    for (const wrong of [z.number(), z.object({}), z.array(z.string()), z.boolean().meta({ secret: true })])
      expect(() => settingsFields({ code: 'x', settings: z.object({ wrong }) })).toThrow(/wrong of x/);
  });
});

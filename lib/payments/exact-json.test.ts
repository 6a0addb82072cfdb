import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactJson, exactObject, sortedJson, textAt } from './exact-json';

describe('JSON with exact numbers', () => {
  it('keeps numbers that a double cannot', () => {
    expect(exactJson('{"id":9007199254740993,"a":[1.10,-0.5],"t":"1.10"}')).toEqual({
      id: '9007199254740993',
      a: ['1.10', '-0.5'],
      t: '1.10',
    });
  });

  it('writes exponents out', () => {
    expect(exactJson('[5e-7,1.25E+3,1.5e2,0e0,12e-1]')).toEqual(['0.0000005', '1250', '150', '0', '1.2']);
  });

  it('leaves digits in texts alone', () => {
    const text = 'a "1.10" \\ 5e-7 {1}';
    expect(exactJson(JSON.stringify({ text }))).toEqual({ text });
  });

  it('sorts keys at every depth and keeps what numbers look like', () => {
    expect(sortedJson('{ "b": [ {"z":1.10,"a":null} ], "10": true, "9": "é" }')).toBe(
      '{"10":true,"9":"é","b":[{"a":null,"z":1.10}]}',
    );
  });

  it('is what everybody else does for JSON that holds no odd numbers', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (value) => {
        const text = JSON.stringify(value);
        if (/\\u0000/.test(text)) return;
        const expected = Object.keys(value)
          .sort()
          .map((key) => `${JSON.stringify(key)}:${JSON.stringify(value[key])}`);
        expect(sortedJson(text)).toBe(`{${expected.join(',')}}`);
      }),
    );
  });

  it('refuses what is no JSON object, no UTF-8, or pretends to be a number', () => {
    expect(exactObject(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBeNull();
    expect(exactObject('[1]')).toBeNull();
    expect(exactObject('{"a":01}')).toBeNull();
    expect(sortedJson('{"a":"\\u00001"}')).toBeNull();
  });

  it('finds texts by their path, own keys only', () => {
    expect(textAt(exactJson('{"a":{"b":[{"c":7}]}}'), 'a.b.0.c')).toBe('7');
    expect(textAt(exactJson('{"a":{}}'), 'a.constructor.name')).toBeUndefined();
  });
});

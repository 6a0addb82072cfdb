import { expect, test } from 'vitest';
import { packDraft, unpackDraft } from './order-draft';

const typed = { email: 'anna@example.com', 'get.address': 'bc1q', save: 'on' };

test('a draft is for the form of its own quote: an address of one coin is none of another', () => {
  const packed = packDraft('quo_1', typed);
  expect(unpackDraft('quo_1', packed)).toEqual(typed);
  expect(unpackDraft('quo_2', packed)).toEqual({});
});

test('nothing but fields of the form is kept, and nothing that is no draft is read', () => {
  expect(unpackDraft('quo_1', packDraft('quo_1', { ...typed, consent: 'on', quoteId: 'quo_2' }))).toEqual(
    typed,
  );
  expect(packDraft('quo_1', { 'get.address': 'x'.repeat(4_000) })).toBe('');
  const odd = Buffer.from('{"quoteId":"quo_1","email":{"a":1}}').toString('base64url');
  for (const packed of [undefined, '', 'null', 'WzFd', '%', odd])
    expect(unpackDraft('quo_1', packed)).toEqual({});
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostileText } from '@/scripts/testing/hostile-text';
import { fileHeaders } from './file-headers';
import { sanitiseFileName } from './file-name';

const receipt = { kind: 'receipt', name: 'Чек 1.pdf', contentType: 'application/pdf', sizeBytes: 5 } as const;

it('a receipt is an attachment that is neither guessed nor kept', () => {
  expect(fileHeaders(receipt)).toMatchObject({
    'Content-Disposition': `attachment; filename="___ 1.pdf"; filename*=UTF-8''%D0%A7%D0%B5%D0%BA%201.pdf`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
});

it('a logo may be kept by every cache', () => {
  expect(fileHeaders({ ...receipt, kind: 'logo' })['Cache-Control']).toContain('immutable');
});

it('no declared name breaks the headers', () => {
  fc.assert(
    fc.property(hostileText(200), (declared) => {
      const name = sanitiseFileName(declared, 'png');
      const headers = new Headers(fileHeaders({ ...receipt, name }));
      expect(headers.get('Content-Disposition')).toMatch(
        /^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.%!~-]+$/,
      );
    }),
  );
});

import { NextRequest, NextResponse } from 'next/server';
import { expect, it, vi } from 'vitest';
import proxy from '@/proxy';

// It cannot be loaded outside of the framework; what it passes on are the headers of the request it is given.
vi.mock('next-intl/middleware', () => ({
  default: () => (request: NextRequest) => NextResponse.next({ request: { headers: request.headers } }),
}));

const post = (headers: Record<string, string>) =>
  proxy(
    new NextRequest('http://inner:3000/en/sign-in', {
      method: 'POST',
      headers: { host: 'inner:3000', ...headers },
    }),
  );

/** What the framework is told of the host, which it compares with the origin. */
const told = (answer: Response) => answer.headers.get('x-middleware-request-x-forwarded-host');

it('a form of ours is heard behind a proxy that calls the server by another name', () => {
  expect(told(post({ origin: 'http://localhost:3000' }))).toBe('localhost:3000');
  expect(told(post({ origin: 'http://inner:3000' }))).toBe('inner:3000');
});

it('one of another site is not, whatever host it claims', () => {
  const answer = post({ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' });
  expect(answer.status).toBe(403);
  expect(told(answer)).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { logError } from '@/lib/log-error';

describe('what a log keeps of an error', () => {
  it('leaves out whatever else a driver has hung on it', () => {
    const error = Object.assign(new Error('refused', { cause: new Error('deeper') }), {
      code: '08006',
      client: { password: 'a secret' },
    });
    const kept = logError(error);
    expect(kept).toMatchObject({
      type: 'Error',
      message: 'refused',
      code: '08006',
      cause: { message: 'deeper' },
    });
    expect(JSON.stringify(kept)).not.toContain('a secret');
  });

  it('ends with causes that go round', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(logError(error)).length).toBeLessThan(60_000);
  });

  it('takes whatever was thrown', () => {
    expect(logError('text')).toEqual({ type: 'string', message: 'text' });
    expect(logError(undefined)).toEqual({ type: 'undefined', message: 'undefined' });
  });
});

import { describe, expect, it, vi } from 'vitest';
import { isInnerAddress, outgoing } from './outgoing';

vi.mock('@/lib/payments/systems/simulator/in-house', () => ({ callSimulator: vi.fn() }));

describe('the way out of the house', () => {
  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.31.0.1'],
    ...['192.168.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '64:ff9b:1::7f00:1'],
    ...[
      '2002:7f00:1::',
      '2001:0:7f00:1::',
      'fc00::1',
      'fd12::1',
      'fe80::1',
      'fec0::1',
      'ff02::1',
      '2001:db8::1',
    ],
    ...['', 'localhost', '127.1'],
  ])('does not lead to %s', (address) => {
    expect(isInnerAddress(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1', '2a02:6b8::1'])(
    'leads to %s',
    (address) => {
      expect(isInnerAddress(address)).toBe(false);
    },
  );

  it.each([
    ...['http://localhost/', 'http://127.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/'],
    ...[
      'http://[::1]/',
      'http://[::ffff:127.0.0.1]/',
      'http://[0:0:0:0:0:ffff:7f00:1]/',
      'http://127。0。0。1/',
    ],
    ...[
      'http://169.254.169.254/latest/meta-data',
      'http://user:pass@127.0.0.1/',
      'ftp://8.8.8.8/',
      'file:///etc/passwd',
    ],
  ])('refuses %s however it is spelled, before anything is sent', async (url) => {
    await expect(outgoing({ method: 'GET', url })).rejects.toMatchObject({
      name: 'OutgoingError',
      sent: false,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { mykassa } from '@/lib/payments/systems/mykassa';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, samplePayment } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { mykassaFixture, mykassaSample } from './fixtures';
import { readNotice } from './notice';
import { mykassaSettings } from './settings';
import { signature } from './signature';

adapterContract(mykassa, mykassaFixture);

describe('MyKassa', () => {
  const at = {
    settings: mykassaSettings.parse(mykassaSample),
    testMode: false,
    http: fakeOutgoing(undefined).http,
    now: () => sampleNow,
    officeUrl: sampleOffice,
  };

  it('signs as the vector says', () => {
    const [project = '', amount = '', secret = '', order = ''] = vector('mk-1').input.split(':');
    expect(signature({ project, amount, secret, order })).toBe(vector('mk-1').expected);
  });

  it('does not take a link’s signature for a notice’s', () => {
    const [project, amount, order] = [mykassaSample.projectId, '1500.00', '1001'];
    const SIGN = signature({ project, amount, secret: mykassaSample.secretKey, order });
    const query = new URLSearchParams({
      MERCHANT_ID: project,
      AMOUNT: amount,
      MERCHANT_ORDER_ID: order,
      SIGN,
    });
    const request = { method: 'GET', query: query.toString(), headers: {}, body: Buffer.alloc(0), ip: '' };
    expect(readNotice(at, request)).toMatchObject({ why: 'bad_signature' });
  });

  it('takes the currency of the project only', async () =>
    expect(await mykassa.payIn?.start(at, samplePayment({ asset: 'USD' }))).toMatchObject({
      outcome: 'refused',
    }));
});

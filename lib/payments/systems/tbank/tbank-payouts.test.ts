import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { At } from '@/lib/payments/contract/at';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, samplePayout } from '@/lib/payments/testing/fixture';
import { tbankDouble } from '@/scripts/doubles/systems/tbank';
import { payOut } from './payout';
import { tbankSample } from './sample';
import { type TbankSettings, tbankSettings } from './settings';
import { certificateSignature } from './signature';

const payout = samplePayout({ destination: { phone: '+79005550104', bank_id: '100000000004' } });
const asked = { ...payout, externalId: '9000001', facts: {}, sentAt: sampleNow };

function at(over: Partial<TbankSettings> = {}, http = fakeOutgoing(tbankDouble()).http): At<TbankSettings> {
  const settings = tbankSettings.parse({ ...tbankSample, ...over });
  return { settings, testMode: false, http, now: () => sampleNow, officeUrl: sampleOffice };
}

/** Answers every call with that state. */
const bank = (json: object) => async () => {
  const text = JSON.stringify({ Success: true, ErrorCode: '0', PaymentId: '9000001', ...json });
  return { status: 200, headers: {}, body: Buffer.from(text), text };
};

describe('a payout of T-Bank', () => {
  it('goes by SBP to a phone at a bank', async () => {
    const { http } = fakeOutgoing(tbankDouble());
    expect(await payOut.send(at({}, http), payout)).toEqual({ outcome: 'pending', externalId: '9000001' });
    expect(await payOut.check(at({}, http), asked)).toMatchObject({
      outcome: 'settled',
      reference: '9000001',
    });
  });

  it.each([
    [{ phone: '+79005550104', bank_id: '100000000008' }, null],
    [{ phone: '+79005550104' }, 'bank_id'],
    [{ phone: '+15005550104', bank_id: '100000000008' }, 'phone'],
    [{ card: '2200000000000004' }, 'phone'],
  ])('to %j: %s', (destination, problem) =>
    expect(payOut.problem(destination as Record<string, string>)).toBe(problem),
  );

  it('that was made and whose carrying out was not answered is known by its id, and only asked', async () => {
    const { http } = fakeOutgoing(tbankDouble(), { kind: 'timeout', from: 1 });
    expect(await payOut.send(at({}, http), payout)).toMatchObject({
      outcome: 'unknown',
      externalId: '9000001',
    });
  });

  it('in a state that does not say whether it was paid is unknown', async () => {
    const state = (Status: string, more = {}) => payOut.check(at({}, bank({ Status, ...more })), asked);
    for (const status of ['NEW', 'CHECKED', 'SOMETHING'])
      expect(await state(status), status).toMatchObject({ outcome: 'unknown' });
    expect(await state('COMPLETING')).toMatchObject({ outcome: 'pending' });
    expect(await state('REJECTED')).toMatchObject({ outcome: 'refused' });
    expect(await state('COMPLETED', { Amount: 100 })).toMatchObject({ outcome: 'unknown' });
    expect(await state('COMPLETED', { OrderId: 'pot_other' })).toMatchObject({ outcome: 'unknown' });
  });

  it('is not made without a terminal, from a DEMO one, or from a real one in a test', async () => {
    const { http, calls } = fakeOutgoing(tbankDouble());
    for (const settings of [
      { payoutTerminalKey: '' },
      { payoutPassword: '' },
      { payoutTerminalKey: '1700000000001DEMO' },
    ])
      expect((await payOut.send(at(settings, http), payout)).outcome).toBe('refused');
    expect((await payOut.send({ ...at({}, http), testMode: true }, payout)).outcome).toBe('refused');
    expect(calls()).toBe(0);
  });

  it('is signed by the certificate where there is one', async () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const payoutKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    let sent: Record<string, string> = {};
    const http: At<TbankSettings>['http'] = async (request) => {
      sent = JSON.parse(String(request.body));
      return bank({ Status: 'COMPLETED' })();
    };
    await payOut.check(at({ payoutKey, payoutSerial: '2613832945' }, http), asked);
    const hash = createHash('sha256').update('90000011700000000001E2C').digest();
    expect(sent).toMatchObject({ X509SerialNumber: '2613832945', DigestValue: hash.toString('base64') });
    expect(sent).not.toHaveProperty('Token');
    const signature = Buffer.from(sent.SignatureValue ?? '', 'base64');
    expect(verify('RSA-SHA256', hash, pair.publicKey, signature)).toBe(true);
    expect(certificateSignature({ DATA: { a: 'b' }, B: 2, A: 1 }, payoutKey).DigestValue).toBe(
      createHash('sha256').update('12').digest('base64'),
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { CallbackReading, RawRequest } from '@/lib/payments/contract/notice';
import { rawRequest } from '@/lib/payments/testing/fixture';
import {
  flipped,
  formPairs,
  isForm,
  signatureOf,
  withMore,
  withRenamed,
  withSignature,
} from '@/lib/payments/testing/mutate-notice';
import type { Trial } from '@/lib/payments/testing/trial';

/** What comes to the door is believed when it is signed for this shop, and read exactly; nothing else is. */
export function noticeRules({ system, fixture, at, expectNoSecrets }: Trial): void {
  const { callback } = system;
  const { notice } = fixture;
  if (!callback || !notice) return;
  const { signature } = notice;

  const read = async (request: RawRequest, testMode = false): Promise<CallbackReading> => {
    const reading = await callback.read(at({ testMode, double: fixture.double?.() }), request);
    expectNoSecrets(reading);
    return reading;
  };
  const valid = async () => {
    const request = await notice.signed({});
    if (!request) throw new Error('the fixture has no valid notice');
    return request;
  };
  const refused = async (request: RawRequest) => {
    const reading = await read(request);
    expect(reading.verdict).toBe('refused');
    expect(reading.answer).not.toEqual(notice.answer);
  };
  /** Where nothing is signed, nothing is believed either: at most it is a hint to ask. */
  const notBelieved = async (request: RawRequest) => {
    const reading = await read(request);
    const isHint = reading.verdict === 'accepted' && reading.event?.trust === 'hint';
    expect(reading.verdict === 'refused' || (isHint && signature === 'none')).toBe(true);
  };

  describe('notices', () => {
    test('the right one is accepted and read exactly', async () => {
      const reading = await read(await valid());
      if (reading.verdict !== 'accepted') throw new Error(`refused: ${reading.why}`);
      const { event, answer, refusal } = reading;
      expect(answer).toEqual(notice.answer);
      expect(refusal).not.toEqual(answer);
      if (event?.about !== 'payment') throw new Error('it says nothing about a payment');
      const { by, amount, asset, externalId, eventKey } = notice.event;
      expect(event.by).toEqual(by);
      expect(event.eventKey).toBe(eventKey);
      expect(event.trust).toBe(signature === 'none' || notice.asked ? 'hint' : 'signed');
      if (signature !== 'none') expect(event.answer).toMatchObject({ outcome: 'settled', amount, asset });
      if (signature !== 'none' && externalId) expect(event.answer).toMatchObject({ externalId });
    });

    test('the same one again is the same event', async () => {
      const readings = [await read(await valid()), await read(await valid())];
      const keys = readings.map((reading) => reading.verdict === 'accepted' && reading.event?.eventKey);
      expect(keys).toEqual([notice.event.eventKey, notice.event.eventKey]);
    });

    if (signature !== 'none') {
      test('without a signature it is refused', async () => {
        await refused(withSignature(await valid(), signature, null));
        await refused(withSignature(await valid(), signature, ''));
        await refused(withSignature(await valid(), signature, ' '));
      });

      test('with a changed signature it is refused', async () => {
        const request = await valid();
        const right = signatureOf(request, signature);
        const wrong = [flipped(right), right.slice(0, -4), `0${right}`];
        for (const other of [...wrong, '0', 'undefined', 'null', 'true'])
          await refused(withSignature(request, signature, other));
      });

      test('with the signature of another notice it is refused', async () => {
        const request = await valid();
        const other = await notice.signed({ amount: '1.00' });
        if (!other) throw new Error('the amount of a notice must be changeable');
        await refused(withSignature(request, signature, signatureOf(other, signature)));
        await refused(withSignature(other, signature, signatureOf(request, signature)));
      });

      test('signed with a foreign key it is refused', async () => {
        const request = await notice.signed({ foreignKey: true });
        if (request) await refused(request);
      });

      test('another shop’s is refused', async () => {
        const request = await notice.signed({ otherShop: true });
        if (request) await refused(request);
      });

      test('a trial is no live payment', async () => {
        const request = await notice.signed({ test: true });
        if (request) await refused(request);
      });
    }

    test('fields twice, as lists and under look-alike names are refused', async () => {
      const request = await valid();
      if (!isForm(request)) return;
      for (const [name, value] of formPairs(request).slice(0, 40)) {
        const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
        await notBelieved(withMore(request, `&${pair}`));
        await notBelieved(withMore(request, `&${encodeURIComponent(name)}[]=${encodeURIComponent(value)}`));
      }
      const name = notice.amountField;
      if (!name) return;
      for (const other of [`${name}[]`, `${name}[0]`, name.replace(/[aа]/i, 'а'), `${name} `])
        if (other !== name) await notBelieved(withRenamed(request, name, other));
      await notBelieved(withMore(request, `&${encodeURIComponent(name)}=1.00`));
      await notBelieved(withMore(request, '&%E0%A4%A=1'));
    });

    test('a broken one is refused and nothing is thrown', async () => {
      const { body, ...request } = await valid();
      const half = body.subarray(0, Math.floor(body.length / 2));
      const bodies = [
        half,
        Buffer.alloc(0),
        Buffer.from([0xff, 0xfe, 0x00, 0x7b]),
        Buffer.from('[]'),
        Buffer.from('null'),
      ];
      const lists = [
        Buffer.from('[[[['),
        Buffer.from(`[${body.toString()}]`),
        Buffer.from('{"a":'.repeat(5000)),
      ];
      if (request.method !== 'GET')
        for (const broken of [...bodies, ...lists]) await notBelieved({ ...request, body: broken });
      await refused(rawRequest({ method: 'GET' }));
      await refused(rawRequest({ method: 'POST', headers: { 'content-type': 'text/plain' } }));
      await refused(
        rawRequest({ method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' }),
      );
    });

    test('a form under another content type is refused', async () => {
      const request = await valid();
      if (request.method === 'GET' || !isForm(request)) return;
      for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x', '']) {
        await refused({ ...request, headers: { ...request.headers, 'content-type': type } });
      }
    });

    test('amounts in other forms are not believed', async () => {
      for (const amount of strangeAmounts(fixture.payment.amount)) {
        const request = await notice.signed({ amount });
        if (!request) continue;
        const reading = await read(request);
        if (reading.verdict === 'refused' || reading.event?.answer.outcome !== 'settled') continue;
        if (signature === 'none' || reading.event.about !== 'payment') continue;
        const { answer } = reading.event;
        const told = 'amount' in answer ? answer.amount : '';
        // A number that JSON allows may be read, but only as what it is.
        expect(told, `${amount} was read as ${told}`).toMatch(/^\d+(\.\d+)?$/);
        expect(Number(told), `${amount} was read as ${told}`).not.toBe(Number(fixture.payment.amount));
      }
    });
  });
}

/** What another parser than ours would take for the payment's amount, or for a very large one. */
function strangeAmounts(amount: string): string[] {
  const [whole = '', fraction = '00'] = amount.split('.');
  const thousands = `${whole.slice(0, -3)},${whole.slice(-3)}`;
  const fullWidth = [...whole].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
  return [
    '1e9',
    `${thousands}.${fraction}`,
    `${thousands.replace(',', ' ')}.${fraction}`,
    `${thousands.replace(',', '.')},${fraction}`,
    `${whole},${fraction}`,
    `-${amount}`,
    `0x${Number(whole).toString(16)}`,
    fullWidth,
    `${amount};1`,
    'NaN',
    'Infinity',
    '',
    '9'.repeat(400),
  ];
}

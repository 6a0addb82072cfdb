import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '@/scripts/testing/hostile-text';
import { epcCode, paymentUri, russianTransferCode } from './payment-codes';

describe('the code of a coin', () => {
  const address = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
  it('carries the amount where a wallet cannot mistake it', () => {
    expect(paymentUri({ network: 'bitcoin', address, amount: '0.015' })).toBe(
      `bitcoin:${address}?amount=0.015`,
    );
    expect(paymentUri({ network: 'litecoin', address: 'L1' })).toBe('litecoin:L1');
    expect(paymentUri({ network: 'monero', address: '4A', amount: '1' })).toBe('monero:4A?tx_amount=1');
    expect(paymentUri({ network: 'bitcoin-cash', address: 'bitcoincash:qq', amount: '2' })).toBe(
      'bitcoincash:qq?amount=2',
    );
  });
  it('is without an amount where tokens share the address', () => {
    expect(paymentUri({ network: 'ethereum', address: '0xAb', amount: '5' })).toBe('ethereum:0xAb');
    expect(paymentUri({ network: 'tron', address: 'TR7', amount: '5' })).toBe('TR7');
    expect(paymentUri({ network: 'ton', address: 'EQ', amount: '5' })).toBe('EQ');
  });
  it.each(['1e-8', '-1', '1,5', '', '1&label=x'])('refuses the amount %j', (amount) => {
    expect(() => paymentUri({ network: 'bitcoin', address, amount })).toThrow(RangeError);
  });
});

describe('the code of a Russian transfer', () => {
  const transfer = {
    payee: 'ООО «Кантор»',
    account: '40702810138250123017',
    bankName: 'ОАО "БАНК"',
    bic: '044525225',
    correspondentAccount: '30101810400000000225',
  };
  it('names the payee, the bank and the sum in kopecks', () => {
    expect(russianTransferCode({ ...transfer, sumKopecks: 123_450n, purpose: 'Заказ 1' })).toBe(
      'ST00012|Name=ООО «Кантор»|PersonalAcc=40702810138250123017|BankName=ОАО "БАНК"|BIC=044525225' +
        '|CorrespAcc=30101810400000000225|Sum=123450|Purpose=Заказ 1',
    );
    expect(russianTransferCode({ ...transfer, correspondentAccount: '' })).toContain('|CorrespAcc=0');
  });
  it('lets no value add a field of its own', () => {
    fc.assert(
      fc.property(hostileText(100), (text) => {
        const code = russianTransferCode({
          ...transfer,
          payee: `x${text}`,
          purpose: `${text}|PersonalAcc=1`,
        });
        expect(code.split('|')).toHaveLength(7);
        expect(code).not.toContain('\n');
      }),
    );
  });
  it('refuses a sum of nothing', () => {
    expect(() => russianTransferCode({ ...transfer, sumKopecks: 0n })).toThrow(RangeError);
  });
});

describe('the code of a SEPA transfer', () => {
  it('has its lines in their order', () => {
    const code = epcCode({
      payee: 'Kantor GmbH',
      iban: 'DE89 3704 0044 0532 0130 00',
      bic: 'COBADEFFXXX',
      sumCents: 1205n,
      purpose: 'Order 7',
    });
    expect(code).toBe(
      'BCD\n002\n1\nSCT\nCOBADEFFXXX\nKantor GmbH\nDE89370400440532013000\nEUR12.05\n\n\nOrder 7',
    );
  });
  it('leaves out what is not known, and lets no value add a line', () => {
    expect(epcCode({ payee: 'A\nFR1', iban: 'DE1' })).toBe('BCD\n002\n1\nSCT\n\nA FR1\nDE1');
  });
  it.each([0n, -1n, 100_000_000_000n])('refuses %s cents', (sumCents) => {
    expect(() => epcCode({ payee: 'A', iban: 'DE1', sumCents })).toThrow(RangeError);
  });
});

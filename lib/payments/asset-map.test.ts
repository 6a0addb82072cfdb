import { describe, expect, test } from 'vitest';
import { assetMapSetting, assetOfName, nameOfAsset } from '@/lib/payments/asset-map';

describe('how a system calls our assets', () => {
  const map = 'BTC=btc, USDT = usdttrc20\nETH=eth';

  test('is read both ways', () => {
    expect(nameOfAsset(map, 'USDT')).toBe('usdttrc20');
    expect(nameOfAsset(map, 'RUB')).toBeNull();
    expect(assetOfName(map, 'USDTTRC20')).toBe('USDT');
    expect(assetOfName(map, 'usdterc20')).toBeNull();
    expect(assetOfName(map, undefined)).toBeNull();
  });

  test.each([
    '',
    'BTC',
    'BTC=',
    '=btc',
    'BTC=btc,BTC=xbt',
    'BTC=usdt,USDT=USDT',
    'btc=btc',
    'BTC=a b',
    'BTC=../x',
  ])('%s is no map', (text) => expect(assetMapSetting('BTC=btc').safeParse(text).success).toBe(false));
});

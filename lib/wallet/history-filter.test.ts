import { describe, expect, it } from 'vitest';
import { historyParams, readHistoryFilter } from './history-filter';

describe('a filter of the address', () => {
  it('takes what is one of the choices', () => {
    const asked = { asset: 'RUB', kind: 'top_up', direction: 'in', from: '2026-02-28', to: '2026-11-22' };
    expect(readHistoryFilter(asked)).toEqual(asked);
  });

  it('leaves out what is not, names given twice too', () => {
    const asked = {
      asset: "RUB' OR 1=1",
      kind: 'everything',
      direction: 'sideways',
      from: '2026-02-30',
      to: ['2026-01-01', '2026-01-02'],
      subject: '../x',
    };
    expect(readHistoryFilter(asked)).toEqual({});
  });

  it('goes through an address and comes back the same', () => {
    const filter = { asset: 'USDT', direction: 'out', subject: 'ord_0123456789bcdfgh' } as const;
    expect(readHistoryFilter(Object.fromEntries(historyParams(filter, '1-2')))).toEqual(filter);
  });
});

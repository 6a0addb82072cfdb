import { beforeEach, describe, expect, it, vi } from 'vitest';
import { query } from '@/lib/db';
import { registered, staff } from '@/lib/exchange/testing/office';
import { newWalletNumber } from './new-wallet-number';
import { walletNumberOf } from './open-wallet';
import { readWalletNumber } from './wallet-number';

vi.mock('./new-wallet-number', async (original) => {
  const real = await original<typeof import('./new-wallet-number')>();
  return { newWalletNumber: vi.fn(real.newWalletNumber) };
});

beforeEach(() => vi.mocked(newWalletNumber).mockClear());

describe('the number of a wallet', () => {
  it('is made at the first look, and is one however many look at once', async () => {
    const { userId } = await registered(staff('customer'));
    const numbers = await Promise.all(Array.from({ length: 50 }, () => walletNumberOf(userId)));
    expect(new Set(numbers).size).toBe(1);
    expect(readWalletNumber(numbers[0] ?? '')).toBe(numbers[0]);
    expect(await query('SELECT number FROM wallets WHERE user_id = $1', [userId])).toHaveLength(1);
    expect(await walletNumberOf(userId)).toBe(numbers[0]);
  });

  it('that is somebody’s already is not given again', async () => {
    const taken = await walletNumberOf((await registered(staff('customer'))).userId);
    vi.mocked(newWalletNumber).mockReturnValueOnce(taken).mockReturnValueOnce(taken);
    const another = await walletNumberOf((await registered(staff('customer'))).userId);
    expect(another).not.toBe(taken);
  });

  it('is not made up where none is free', async () => {
    const taken = await walletNumberOf((await registered(staff('customer'))).userId);
    vi.mocked(newWalletNumber).mockReturnValue(taken);
    const { userId } = await registered(staff('customer'));
    await expect(walletNumberOf(userId)).rejects.toThrow('no wallet number was free');
    vi.mocked(newWalletNumber).mockReset();
  });
});

import type { Actor, Role } from '@/lib/auth/actor';
import { AppError, type AppErrorCode } from '@/lib/errors';
import { saveAsset } from '../save-asset';
import { saveMethod } from '../save-method';

/** What admins type, for tests of their commands. */

export const person = (...roles: Role[]): Actor => ({
  kind: 'user',
  userId: 'usr_0000000000000000',
  sessionId: 'ses_0000000000000000',
  email: 'admin@kantor.test',
  name: 'Admin',
  roles,
  locale: 'en',
  ip: '192.0.2.1',
});
export const admin = person('admin');

export const titles = { titleEn: 'Title', titleRu: 'Название' };
export const methodInput = (code: string, assetCode: string, more: Record<string, unknown> = {}) => ({
  code,
  assetCode,
  kind: 'bank',
  ...titles,
  fields: '[]',
  defaultType: 'operator',
  qrKind: 'none',
  sort: '1',
  enabled: 'on',
  ...more,
});
export const directionInput = (more: Record<string, unknown> = {}) => ({
  rateKind: 'market',
  spreadPercent: '1.9',
  expiryMinutes: '30',
  usualMinutes: '20',
  sort: '1',
  enabled: 'on',
  tags: [],
  ...more,
});

export async function refusal(
  work: Promise<unknown>,
): Promise<{ code: AppErrorCode; fields: Record<string, unknown> }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, fields: error.fields };
    throw error;
  }
  throw new Error('it was not refused');
}

/** Roubles and bitcoins, a bank and a coin. */
export async function makeCatalog(): Promise<void> {
  await saveAsset({
    actor: admin,
    isNew: true,
    input: { code: 'rub', kind: 'fiat', scale: '2', symbol: '₽', ...titles },
  });
  await saveAsset({
    actor: admin,
    isNew: true,
    input: { code: 'BTC', kind: 'crypto', scale: '8', symbol: '', ...titles },
  });
  await saveMethod({
    actor: admin,
    methodId: null,
    input: methodInput('BANKRUB', 'RUB', { minIn: '1 000,50', payInFeePercent: '0,5' }),
  });
  await saveMethod({ actor: admin, methodId: null, input: methodInput('COIN', 'BTC', { kind: 'crypto' }) });
}

import { paymentSystem } from '@/lib/payments/registry';
import { settingsFields } from './settings-fields';

/** What was typed into a connection's form without the secrets: all that may go back to a page. */
export function openFields(systemCode: string, input: Record<string, string>): Record<string, string> {
  const system = paymentSystem(systemCode);
  const open = new Set(
    (system ? settingsFields(system) : [])
      .filter(({ secret }) => !secret)
      .map(({ name }) => `settings.${name}`),
  );
  return Object.fromEntries(
    Object.entries(input).filter(([name]) => !name.startsWith('settings.') || open.has(name)),
  );
}

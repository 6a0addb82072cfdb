import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import { isConnectable } from '@/lib/payments/connections/connectable';
import { settingsFields } from '@/lib/payments/connections/settings-fields';
import { paymentSystems } from '@/lib/payments/registry';

const connectable = paymentSystems.filter(isConnectable).map((system) => [system.code, system] as const);

describe.each(connectable)('the settings of %s', (code, system) => {
  it.each(locales)('have titles, help and options in words (%s)', async (locale) => {
    const messages = await loadMessages(locale);
    const problems: string[] = [];
    const t = createTranslator({
      locale,
      messages,
      onError: (error) => problems.push(error.message),
      getMessageFallback: ({ key }) => key,
    });
    for (const field of settingsFields(system)) {
      const keys = ['title', 'help', ...field.options.map((option) => `options.${option}`)];
      for (const key of keys) t(`systems.${code}.settings.${field.name}.${key}` as never);
    }
    expect(problems).toEqual([]);
  });
});

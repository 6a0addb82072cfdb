import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isSecret, type Trial } from '@/lib/payments/testing/trial';

const soundsSecret = /secret|passw|passphrase|token|private|key$|key[0-9]?$/i;

/** Settings can be drawn as a form, kept, and sealed. */
export function settingRules({ system, fixture }: Trial): void {
  const fields = Object.entries(system.settings.shape);

  describe('settings', () => {
    test('the code names a folder, an address and texts', () => {
      expect(system.code).toMatch(/^[a-z][a-z0-9_]{1,30}$/);
      for (const locale of ['en', 'ru'] as const) expect(system.titles[locale].trim()).not.toBe('');
    });

    test('the sample is accepted, nothing at all is refused without an exception', () => {
      const parsed = system.settings.safeParse(fixture.settings);
      expect(parsed.error?.issues ?? []).toEqual([]);
      expect(Object.keys(parsed.data ?? {}).sort()).toEqual(fields.map(([name]) => name).sort());
      for (const nothing of [{}, { [fields[0]?.[0] ?? 'x']: null }, null, 'text'])
        expect(() => system.settings.safeParse(nothing)).not.toThrow();
    });

    test('are flat: texts, choices and switches', () => {
      const parsed = system.settings.parse(fixture.settings);
      for (const [name, value] of Object.entries(parsed))
        expect(['string', 'boolean'], `${name} is a ${typeof value}`).toContain(typeof value);
    });

    test('whatever sounds like a secret is sealed', () => {
      const open = fields
        .filter(([name, field]) => soundsSecret.test(name) && !isSecret(field))
        .map(([name]) => name)
        .filter((name) => !fixture.publicSettings?.includes(name));
      expect(open).toEqual([]);
    });

    test.each(['en', 'ru'])('each has a title and a help text (%s)', (locale) => {
      const file = `messages/${locale}/systems/${system.code}.json`;
      expect(existsSync(file), `${file} exists`).toBe(true);
      const texts = JSON.parse(readFileSync(file, 'utf8'));
      for (const [name] of fields) {
        expect(texts.settings?.[name]?.title, `${file}: settings.${name}.title`).toBeTypeOf('string');
        expect(texts.settings?.[name]?.help, `${file}: settings.${name}.help`).toBeTypeOf('string');
        for (const value of choices(system.settings.shape[name]))
          expect(texts.settings[name].options?.[value], `${file}: ${name} → ${value}`).toBeTypeOf('string');
      }
    });

    test('a group that is there can do its part', () => {
      // Without a signature nothing is believed but what the system says when asked.
      if (fixture.notice?.signature === 'none') expect(system.payIn?.check).toBeTypeOf('function');
      if (system.callback) expect(fixture.notice, 'a fixture of its notices').toBeDefined();
      if (system.payOut) expect(fixture.payout, 'a sample payout').toBeDefined();
      if (system.refund) expect(fixture.refund, 'a sample refund').toBeDefined();
    });
  });
}

/** Values of an enum, whatever is wrapped around it. */
function choices(field: unknown): string[] {
  let layer: unknown = field;
  while (typeof layer === 'object' && layer !== null) {
    if ('options' in layer && Array.isArray(layer.options)) return layer.options.map(String);
    layer =
      'def' in layer && typeof layer.def === 'object' && layer.def !== null && 'innerType' in layer.def
        ? layer.def.innerType
        : undefined;
  }
  return [];
}

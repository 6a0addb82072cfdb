import { expect, vi } from 'vitest';
import type { PaymentSystem } from '@/lib/payments/contract/system';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import type { AdapterFixture, SampleAt } from '@/lib/payments/testing/fixture';
import { sampleNow, sampleOffice } from '@/lib/payments/testing/fixture';
import type { Double } from '@/scripts/doubles/double';

/** One adapter under the contract's tests. */
export type Trial = {
  system: PaymentSystem;
  fixture: AdapterFixture;
  /** What every verb is given; calls go to that double, or nowhere. */
  at(over?: { http?: SampleAt['http']; double?: Double; testMode?: boolean }): SampleAt;
  /** Fails where a secret of the settings stands in it. */
  expectNoSecrets(what: unknown): void;
};

/** Reads the fixture; listens to what is written to the console meanwhile. */
export function makeTrial(system: PaymentSystem, fixture: AdapterFixture): Trial {
  const secrets = Object.entries(system.settings.shape)
    .filter(([, field]) => isSecret(field))
    .map(([name]) => fixture.settings[name])
    .filter((value): value is string => typeof value === 'string' && value.length >= 6);
  const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name),
  );
  return {
    system,
    fixture,
    at: ({ http, double, testMode = false } = {}) => ({
      settings: system.settings.parse(fixture.settings),
      testMode,
      http: http ?? fakeOutgoing(double).http,
      now: () => sampleNow,
      officeUrl: sampleOffice,
    }),
    expectNoSecrets: (what) => {
      const told = [what, ...consoles.flatMap((spy) => spy.mock.calls)].map(text).join('\n');
      for (const secret of secrets) expect(told.includes(secret), 'a secret was told').toBe(false);
    },
  };
}

/** Whether a setting is marked as a secret, whatever is wrapped around it. */
export function isSecret(field: unknown): boolean {
  let layer: unknown = field;
  while (typeof layer === 'object' && layer !== null) {
    if ('meta' in layer && typeof layer.meta === 'function' && layer.meta()?.secret === true) return true;
    layer =
      'def' in layer && typeof layer.def === 'object' && layer.def !== null && 'innerType' in layer.def
        ? layer.def.innerType
        : undefined;
  }
  return false;
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.message}\n${value.stack}`;
  return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '';
}

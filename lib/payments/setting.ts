import { z } from 'zod';
import { problemMessage } from '@/lib/text';

/** A setting that must be given: one line. */
export function setting() {
  return z
    .string(problemMessage('required'))
    .trim()
    .min(1, problemMessage('required'))
    .max(500, problemMessage('invalid'));
}

/** A setting that may be left empty: one line. */
export function optionalSetting() {
  return z.string().trim().max(500, problemMessage('invalid')).default('');
}

/** A secret that must be given: sealed at rest and never shown again. */
export function secretSetting() {
  return setting().meta({ secret: true });
}

/** A secret that may be left empty. */
export function optionalSecret() {
  return optionalSetting().meta({ secret: true });
}

/** A secret of several lines (keys, certificates) that may be left empty. */
export function optionalSecretLines() {
  return z
    .string()
    .trim()
    .max(20_000, problemMessage('invalid'))
    .default('')
    .meta({ secret: true, multiline: true });
}

/** A text of several lines that is no secret (public keys) and may be left empty. */
export function optionalLines() {
  return z.string().trim().max(20_000, problemMessage('invalid')).default('').meta({ multiline: true });
}

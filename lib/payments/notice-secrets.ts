import type { Connection } from '@/lib/payments/connection';
import { settingsFields } from '@/lib/payments/connections/settings-fields';
import type { RawRequest } from '@/lib/payments/contract/notice';

/** Shorter ones would be found in texts that say nothing of them. */
const shortest = 6;

/**
 * The request with the connection's own secrets covered: some systems send a password along (WebMoney does over TLS),
 * and what is kept of a notice is read by people and stands in every dump. Signatures are verified before.
 */
export function withoutSecrets(raw: RawRequest, { system, at }: Connection): RawRequest {
  const forms = settingsFields(system)
    .filter(({ secret }) => secret)
    .map(({ name }) => at.settings[name])
    .filter((value): value is string => typeof value === 'string' && value.length >= shortest)
    .flatMap(writtenForms);
  if (forms.length === 0) return raw;
  const cover = (text: string) => forms.reduce((left, form) => left.replaceAll(form, '[secret]'), text);
  const body = raw.body.toString('latin1');
  const covered = cover(body);
  return {
    ...raw,
    query: cover(raw.query),
    headers: Object.fromEntries(Object.entries(raw.headers).map(([name, value]) => [name, cover(value)])),
    body: covered === body ? raw.body : Buffer.from(covered, 'latin1'),
  };
}

/** As it stands in a form, in JSON, or as it is; as bytes, since a body need not be text. */
function writtenForms(secret: string): string[] {
  const escaped = encodeURIComponent(secret);
  const forms = [secret, escaped, escaped.replaceAll('%20', '+'), JSON.stringify(secret).slice(1, -1)];
  return [...new Set(forms)].map((form) => Buffer.from(form).toString('latin1'));
}

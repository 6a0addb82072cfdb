import { z } from 'zod';
import { auditedChange } from '@/lib/audit';
import { type Actor, hasRole, requireRole } from '@/lib/auth/actor';
import { formVersion, refuseStale } from '@/lib/catalog/form-version';
import { checkField, wholeField } from '@/lib/catalog/input-fields';
import { now } from '@/lib/clock';
import { parseInput } from '@/lib/parse-input';
import { type OfficeSettings, officeSettingsSchema } from '@/lib/settings';
import { emailText, optionalLongText, shortText } from '@/lib/text';

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'fields.time')
  .transform((text) => {
    const [hours = '0', minutes = '0'] = text.split(':');
    return Number(hours) * 60 + Number(minutes);
  });

const zone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}, 'fields.timeZone');

const settingsInput = z.object({
  officeName: shortText(60),
  timeZone: zone,
  opensAt: time,
  closesAt: time,
  workDays: z.array(z.enum(['1', '2', '3', '4', '5', '6', '7'], 'fields.choice')).min(1, 'fields.required'),
  open: checkField,
  ownOrders: checkField,
  quoteMinutes: wholeField(1, 120),
  maxOpenOrdersPerEmail: wholeField(1, 100),
  maxOpenOrdersPerAddress: wholeField(1, 1_000),
  expiryWarningMinutes: wholeField(1, 120),
  contactEmail: emailText(),
  contactTextEn: optionalLongText(4_000),
  contactTextRu: optionalLongText(4_000),
  rulesTextEn: optionalLongText(40_000),
  rulesTextRu: optionalLongText(40_000),
});

/** What the form of the settings was filled from; payouts are stopped on a page of their own. */
export function settingsVersion(settings: OfficeSettings): string {
  return formVersion(settings, ['payoutsStopped']);
}

/**
 * Changes what the office decides about itself. A form that was opened before somebody else's change is refused
 * (`form_stale`): an office closed meanwhile would open again. Admins only; what staff may with their own orders is
 * the owner's to say, from others it stays as it is.
 */
export async function saveSettings({
  actor,
  input,
}: {
  actor: Actor;
  input: Record<string, unknown>;
}): Promise<void> {
  const admin = requireRole(actor, 'admin');
  const read = parseInput(settingsInput, input);
  const { opensAt, closesAt, workDays, contactTextEn, contactTextRu, rulesTextEn, rulesTextRu, ...plain } =
    read;
  await auditedChange({ actor, action: 'settings.update' }, async (tx) => {
    const [row] = await tx.$queryRaw<{ value: unknown }[]>`
      SELECT value FROM settings WHERE key = 'office' FOR UPDATE`;
    const before = officeSettingsSchema.parse(row?.value ?? {});
    refuseStale(input.version, settingsVersion(before));
    const after = officeSettingsSchema.parse({
      // The switch of payouts among them: what was thrown there meanwhile is not thrown back here.
      ...before,
      ...plain,
      ownOrders: hasRole(admin, 'owner') ? plain.ownOrders : before.ownOrders,
      opensAtMinute: opensAt,
      closesAtMinute: closesAt,
      workDays: workDays.map(Number),
      contactText: { en: contactTextEn, ru: contactTextRu },
      rulesText: { en: rulesTextEn, ru: rulesTextRu },
    });
    const data = { value: after, updatedAt: now(), updatedBy: admin.name || admin.email };
    await tx.setting.upsert({ where: { key: 'office' }, create: { key: 'office', ...data }, update: data });
    return { subject: 'office', before, after, result: undefined };
  });
}

import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { fail } from '@/lib/errors';
import { checkLogo } from '@/lib/files/check-upload';
import { fileRow } from '@/lib/files/store-file';

/** Gives a method its picture (made a square PNG), or takes it away (`file` null). Admins only. */
export async function saveLogo({
  actor,
  methodCode,
  file,
}: {
  actor: Actor;
  methodCode: string;
  file: { bytes: Uint8Array; name: string } | null;
}): Promise<void> {
  requireRole(actor, 'admin');
  const checked = file ? await checkLogo(file.bytes, file.name) : null;
  if (checked && !checked.ok) {
    fail('invalid_input', {
      fields: { logo: { key: checked.key, params: checked.params } },
    });
  }
  await auditedChange({ actor, action: 'method.logo' }, async (tx) => {
    const method = await tx.paymentMethod.findUnique({ where: { code: methodCode } });
    if (!method) fail('not_found');
    const row = checked?.ok
      ? fileRow({ kind: 'logo', file: checked, uploadedBy: actor.kind === 'user' ? actor.userId : undefined })
      : null;
    if (row) await tx.storedFile.create({ data: row });
    const logoFileId = row?.id ?? null;
    await tx.paymentMethod.update({ where: { id: method.id }, data: { logoFileId, updatedAt: now() } });
    return {
      subject: methodCode,
      before: { logoFileId: method.logoFileId },
      after: { logoFileId },
      result: undefined,
    };
  });
}

import { createHash } from 'node:crypto';
import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { fail } from '@/lib/errors';
import { checkLogo } from '@/lib/files/check-upload';
import { newId } from '@/lib/ids';

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
      fields: { logo: { key: checked.key.replace('fields.', ''), params: checked.params } },
    });
  }
  await auditedChange({ actor, action: 'method.logo' }, async (tx) => {
    const method = await tx.paymentMethod.findUnique({ where: { code: methodCode } });
    if (!method) fail('not_found');
    const logoFileId = checked?.ok ? newId('fil') : null;
    if (checked?.ok && logoFileId) {
      await tx.storedFile.create({
        data: {
          id: logoFileId,
          kind: 'logo',
          name: checked.name,
          contentType: checked.contentType,
          sizeBytes: checked.bytes.length,
          sha256: createHash('sha256').update(checked.bytes).digest('hex'),
          bytes: new Uint8Array(checked.bytes),
          uploadedBy: actor.kind === 'user' ? actor.userId : null,
          createdAt: now(),
        },
      });
    }
    await tx.paymentMethod.update({ where: { id: method.id }, data: { logoFileId, updatedAt: now() } });
    return {
      subject: methodCode,
      before: { logoFileId: method.logoFileId },
      after: { logoFileId },
      result: undefined,
    };
  });
}

import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { prisma, query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { accountsOfMethod, createAccounts } from '@/lib/ledger/accounts';
import { methodVersion, refuseStale } from './form-version';
import { readMethodInput } from './method-input';
import { checkPayoutNeeds } from './method-payout-needs';
import { checkMethodSystems } from './method-systems';
import { readWalletMethodInput } from './wallet-method-input';

/**
 * Makes a payment method (`methodId` null) or changes it. Amounts come as decimals of its asset. The asset and the
 * monitor code are fixed once made: reserves and old orders hang on them. A connection cannot be changed while money
 * is under way by it, nor against what open directions need; an open method asks for what its payouts need. Of a wallet's method only what applies to it is read.
 * A form that was opened before somebody else's change is refused (`form_stale`). Admins only.
 * @returns the method's code, for its page.
 */
export async function saveMethod({
  actor,
  methodId,
  input,
}: {
  actor: Actor;
  methodId: string | null;
  input: Record<string, unknown>;
}): Promise<string> {
  requireRole(actor, 'admin');
  if (methodId && (await isWallet(methodId))) return saveWalletMethod({ actor, methodId, input });
  const data = await readMethod(input);
  const newMethodId = newId('mth');
  const code = await auditedChange(
    { actor, action: methodId ? 'method.update' : 'method.create' },
    async (tx) => {
      const taken = await tx.paymentMethod.findUnique({ where: { code: data.code } });
      if (taken && taken.id !== methodId)
        fail('code_taken', { params: { code: data.code }, fields: { code: { key: 'codeTaken' } } });
      if (!methodId) {
        await checkMethodSystems(tx, data.assetCode, data, null);
        await checkPayoutNeeds(tx, data);
        const after = await tx.paymentMethod.create({
          data: { ...data, id: newMethodId, createdAt: now(), updatedAt: now() },
        });
        return { subject: data.code, before: null, after, result: data.code };
      }
      await tx.$queryRaw`SELECT 1 FROM payment_methods WHERE id = ${methodId} FOR NO KEY UPDATE`;
      const before = await tx.paymentMethod.findUnique({ where: { id: methodId } });
      if (!before) fail('not_found');
      refuseStale(input.version, methodVersion(before));
      const { code: _code, assetCode: _asset, payoutsStopped, ...changes } = data;
      await checkMethodSystems(tx, before.assetCode, changes, before);
      await checkPayoutNeeds(tx, changes);
      const after = await tx.paymentMethod.update({
        where: { id: methodId },
        data: { ...changes, ...stopSwitch(input, payoutsStopped), updatedAt: now() },
      });
      return { subject: before.code, before, after, result: before.code };
    },
  );
  if (!methodId) await createAccounts({ query }, accountsOfMethod(newMethodId, data.assetCode));
  return code;
}

/**
 * Payouts may be stopped elsewhere while this form stands open: saving it must not start them again. So only a box
 * that the admin has really turned counts; the form tells how it was drawn.
 */
function stopSwitch(input: Record<string, unknown>, payoutsStopped: boolean) {
  return payoutsStopped === (input.payoutsStoppedWas === 'on') ? {} : { payoutsStopped };
}

async function isWallet(methodId: string): Promise<boolean> {
  const method = await prisma().paymentMethod.findUnique({ where: { id: methodId }, select: { kind: true } });
  return method?.kind === 'wallet';
}

async function saveWalletMethod({
  actor,
  methodId,
  input,
}: {
  actor: Actor;
  methodId: string;
  input: Record<string, unknown>;
}): Promise<string> {
  return auditedChange({ actor, action: 'method.update' }, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM payment_methods WHERE id = ${methodId} FOR NO KEY UPDATE`;
    const before = await tx.paymentMethod.findUniqueOrThrow({
      where: { id: methodId },
      include: { asset: true },
    });
    const { asset, ...row } = before;
    refuseStale(input.version, methodVersion(row));
    const changes = readWalletMethodInput(asset.scale, input);
    await checkMethodSystems(tx, row.assetCode, { ...row, defaultType: changes.defaultType }, row);
    const after = await tx.paymentMethod.update({
      where: { id: methodId },
      data: { ...changes, updatedAt: now() },
    });
    return { subject: row.code, before: row, after, result: row.code };
  });
}

async function readMethod(input: Record<string, unknown>) {
  const asset = await prisma().asset.findUnique({ where: { code: String(input.assetCode ?? '') } });
  if (!asset) fail('invalid_input', { fields: { assetCode: { key: 'choice' } } });
  return { ...readMethodInput(asset.scale, input), assetCode: asset.code };
}

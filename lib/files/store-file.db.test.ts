import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase, inTransaction } from '@/lib/db';
import { newId } from '@/lib/ids';
import { checkReceipt } from './check-upload';
import { loadFile, receiptsOfOrder } from './load-file';
import { storeFile } from './store-file';

afterAll(closeDatabase);

async function receipt() {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#f00' } });
  const file = await checkReceipt(await picture.png().toBuffer(), 'Чек.png');
  if (!file.ok) throw new Error(file.key);
  return file;
}

describe('a stored receipt', () => {
  it('comes back byte for byte to whoever may read it', async () => {
    const file = await receipt();
    const orderId = newId('ord');
    const id = await inTransaction((tx) => storeFile(tx, { kind: 'receipt', file, orderId }));
    const loaded = await loadFile(id, (facts) => facts.orderId === orderId);
    expect(loaded).toMatchObject({ name: 'Чек.png', contentType: 'image/png', uploadedBy: null, orderId });
    expect(loaded.bytes.equals(file.bytes)).toBe(true);
    expect(loaded.sizeBytes).toBe(file.bytes.length);
    expect((await receiptsOfOrder(orderId)).map((facts) => facts.id)).toEqual([id]);
  });

  it('is not there for anyone else, just as one that does not exist', async () => {
    const file = await receipt();
    const id = await inTransaction((tx) => storeFile(tx, { kind: 'receipt', file, orderId: newId('ord') }));
    await expect(loadFile(id, () => false)).rejects.toMatchObject({ code: 'not_found' });
    await expect(loadFile(id, async () => false)).rejects.toMatchObject({ code: 'not_found' });
    for (const other of [newId('fil'), "fil_' OR 1=1", '', '../etc/passwd', 'fil_\u0000']) {
      await expect(loadFile(other, () => true)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('is gone with a command that fails', async () => {
    const file = await receipt();
    const orderId = newId('ord');
    const broken = inTransaction(async (tx) => {
      await storeFile(tx, { kind: 'receipt', file, orderId });
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    expect(await receiptsOfOrder(orderId)).toEqual([]);
  });
});

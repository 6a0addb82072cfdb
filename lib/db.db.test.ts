import { expect, it } from 'vitest';
import { inTransaction, query } from './db';

it('a connection lost between two statements ends the transaction, not the process', async () => {
  const ended = inTransaction(async (tx) => {
    const { pid } = await tx.one<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await query('SELECT pg_terminate_backend($1)', [pid]);
    // The loss arrives while no statement is under way: only an event tells of it.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return tx.query('SELECT 1');
  });
  await expect(ended).rejects.toThrow();
  expect(await query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { log } from '@/lib/log';
import { loadConnection } from '@/lib/payments/connection';
import { type NoticeBody, type QuestionBody, signatureFor, signatureHeader } from './notice';
import type { Operation, SentNotice } from './operation';
import { simulatorSettings } from './settings';

export type Told = 'paid' | 'declined' | 'forged' | 'question' | 'outgo';

const timeoutMs = 10_000;

/**
 * Sends one notice to the office's callback door, over HTTP like any other system, and notes the answer at the
 * operation. Never throws: a notice that does not arrive is what polls are for.
 */
export async function tellOffice(operation: Operation, what: Told): Promise<SentNotice | null> {
  const { asked } = operation;
  const secret = await secretOf(operation);
  // The door's address came with the office's own request; nothing else is ever called.
  if (secret === null || asked.callbackUrl === '') return null;
  const body = JSON.stringify(what === 'question' ? questionOf(operation) : noticeOf(operation, what));
  const signature = signatureFor(what === 'forged' ? `${secret}?` : secret, body);
  const headers = {
    'content-type': 'application/json',
    ...(what === 'question' ? {} : { [signatureHeader]: signature }),
  };
  const heard = await fetch(asked.callbackUrl, {
    method: 'POST',
    headers,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
    .then(async (answer) => ({ status: answer.status, answer: (await answer.text()).slice(0, 200) }))
    .catch((error: unknown) => {
      log.warn({ err: error, operationId: operation.id }, 'a notice of the simulator did not arrive');
      return { status: 0, answer: 'no answer' };
    });
  const sent = { at: now().toISOString(), what, ...heard };
  await query('UPDATE simulator_operations SET notices = notices || $2::jsonb WHERE id = $1', [
    operation.id,
    JSON.stringify([sent]),
  ]);
  return sent;
}

function noticeOf(operation: Operation, what: Exclude<Told, 'question'>): NoticeBody {
  const { asked, id, shop, amount, asset, ourId } = operation;
  const about = { shop, operationId: id, test: asked.test };
  if (what === 'outgo') {
    const kind = operation.kind === 'refund' ? ('refund' as const) : ('payout' as const);
    const done = operation.state === 'done';
    return { ...about, event: done ? `${kind}.done` : `${kind}.refused`, ourId };
  }
  if (what === 'declined') return { ...about, event: 'payment.declined', paymentId: ourId };
  const { paid, fee, payer } = operation;
  return {
    ...about,
    event: 'payment.paid',
    paymentId: ourId,
    amount: paid ?? amount,
    asset,
    ...(fee === null ? {} : { fee }),
    ...(payer === null ? {} : { payer }),
  };
}

/** The agreed amount from a third person's purse: an office that wants its customer's own account says no. */
function questionOf({ ourId, amount, asset }: Operation): QuestionBody {
  const payer = { account: 'SIM-OTHER-0099', name: 'Another Person' };
  return { event: 'payment.question', paymentId: ourId, amount, asset, payer };
}

/** The secret that the office made up for its connection; null where it has none any more. */
async function secretOf({ kind, ourId }: Operation): Promise<string | null> {
  const source = {
    payment: 'SELECT connection_id AS "connectionId" FROM payments WHERE id = $1',
    payout: 'SELECT connection_id AS "connectionId" FROM payouts WHERE id = $1',
    refund: `SELECT p.connection_id AS "connectionId" FROM refunds r JOIN payments p ON p.id = r.payment_id
       WHERE r.id = $1`,
  }[kind];
  const [row] = await query<{ connectionId: string | null }>(source, [ourId]);
  const connection = row?.connectionId ? await loadConnection({ query }, row.connectionId) : null;
  const settings =
    connection?.system.code === 'simulator' ? simulatorSettings.safeParse(connection.at.settings) : null;
  return settings?.success ? settings.data.secret : null;
}

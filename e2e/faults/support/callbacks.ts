import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type DoorOffice, makeDoorOffice, startedPayment } from '@/lib/payments/testing/door';

const password2 = 'second-of-ours';

/** What a system sends of one payment, and what it wants to hear. */
export type Callback = { orderId: string; number: number; body: string; wanted: string };

/** An office paid by Robokassa, and so many orders whose payments have just been made there. */
export async function paidOrders(count: number): Promise<{ office: DoorOffice; callbacks: Callback[] }> {
  const office = await makeDoorOffice({
    systemCode: 'robokassa',
    settings: { merchantLogin: 'kantor' },
    secrets: { password1: 'first-of-ours', password2 },
  });
  const callbacks: Callback[] = [];
  const customer = async () => {
    while (callbacks.length < count) {
      const { number, subjectId } = await startedPayment(office, '6000');
      callbacks.push(callbackOf(subjectId, number));
    }
  };
  await Promise.all(Array.from({ length: 8 }, customer));
  return { office, callbacks };
}

function callbackOf(orderId: string, number: number): Callback {
  const outSum = '6000.000000';
  const signature = createHash('md5').update(`${outSum}:${number}:${password2}`).digest('hex');
  const fields = { OutSum: outSum, InvId: String(number), SignatureValue: signature.toUpperCase() };
  return { orderId, number, body: new URLSearchParams(fields).toString(), wanted: `OK${number}` };
}

/** In an order that nobody planned. */
export function shuffled<T>(things: T[]): T[] {
  return things
    .map((thing) => ({ thing, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}

export type Sent = {
  /** Answers that no system would understand. */
  wrong: string[];
  /** Times nobody answered, or only with an outage, so that it had to come again. */
  again: number;
};

/** Sends each callback as a system does: again and again until it hears what it wants. Several at a time. */
export async function sendAll(door: string, callbacks: Callback[], atOnce = 24): Promise<Sent> {
  const left = [...callbacks];
  const sent: Sent = { wrong: [], again: 0 };
  const sender = async () => {
    for (let next = left.pop(); next; next = left.pop()) await sendOne(door, next, sent);
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return sent;
}

async function sendOne(door: string, { body, wanted }: Callback, sent: Sent): Promise<void> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '185.59.216.65' };
  for (const deadline = Date.now() + 60_000; ; ) {
    const heard = await fetch(door, { method: 'POST', headers, body, signal: AbortSignal.timeout(20_000) })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => null);
    if (heard?.status === 200 && heard.text === wanted) return;
    if (heard && heard.status < 500) {
      sent.wrong.push(`${heard.status} ${heard.text}`);
      return;
    }
    if (Date.now() > deadline) throw new Error('the door is shut');
    sent.again += 1;
    await pause(50 + Math.random() * 150);
  }
}

import type { Actor, Role } from '@/lib/auth/actor';
import { seedPeople } from '@/lib/auth/seed-people';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { adjustReserve } from '@/lib/ledger/adjust-reserve';
import { mailbox } from '@/lib/notify/channels/mailbox';
import { sendLetter } from '@/lib/notify/send-letter';
import { seedCatalog, unitsOf } from './catalog';
import { seedMarket } from './market';
import { methods } from './methods';
import { countOrders, seedOrders } from './orders';
import { seedConnection } from './system-methods';
import { seedSystemOrders } from './system-orders';
import { makeTimeline } from './timeline';
import { seedWallets } from './wallets';

const renderedDays = 3;
const firstDayMinutesAgo = 61 * 1_440;

/** Fills an empty database with the demo, by the same commands that pages call. */
export async function seedDemo(): Promise<void> {
  const timeline = makeTimeline(deliverLetters);
  timeline.add(Date.now() - firstDayMinutesAgo * 60_000, async () => {
    const people = await seedPeople();
    const actorOf = (role: Role): Actor => {
      const person = people.find((candidate) => candidate.role === role);
      if (!person) throw new Error(`no ${role} among the demo's people`);
      return { kind: 'user', sessionId: 'seed', ip: '192.0.2.10', roles: ['customer', role], ...person };
    };
    const methodIds = await seedCatalog(await seedConnection(actorOf('admin')));
    for (const { code, asset, reserve } of methods) {
      await adjustReserve({
        actor: actorOf('owner'),
        methodId: methodIds.get(code) ?? '',
        amountUnits: unitsOf(reserve, asset),
        reason: 'Opening reserve',
        idempotencyKey: 'opening',
      });
    }
    seedMarket(timeline, actorOf('admin'));
    await seedOrders(timeline, actorOf('operator'));
    seedSystemOrders(timeline, actorOf('operator'));
    await seedWallets(timeline);
  });
  await timeline.live();
  await noteOldLetters();
  console.log(`Orders of the demo: ${await countOrders()}.`);
}

/**
 * The demo's letters lie in the built-in mailbox, whatever mail is set up: nobody outside must get one. Those of the
 * last days are sent one by one; older ones are noted as sent and rendered when somebody opens them.
 */
async function deliverLetters(): Promise<void> {
  if (now().getTime() < Date.now() - renderedDays * 86_400_000) return;
  const letters = await query<{ id: string }>(
    `SELECT id FROM letters WHERE state = 'queued' AND created_at > $1 ORDER BY created_at, id`,
    [new Date(Date.now() - renderedDays * 86_400_000)],
  );
  for (const { id } of letters) await sendLetter(id, mailbox);
}

async function noteOldLetters(): Promise<void> {
  await query(
    `UPDATE letters SET state = 'sent', sent_at = created_at, tries = 1, next_try_at = NULL, channel = 'mailbox'
     WHERE state = 'queued'`,
  );
}

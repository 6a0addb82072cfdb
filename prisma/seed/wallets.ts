import { seedTillStories } from './till-stories';
import type { Timeline } from './timeline';
import { actorOf, seedWalletPeople } from './wallet-people';
import { seedCashiers, seedWalletSetup } from './wallet-setup';
import { seedWalletStories } from './wallet-stories';

/** Wallets, cashiers and what was done with both: set up at once, lived through with the rest of the demo. */
export async function seedWallets(timeline: Timeline): Promise<void> {
  const admin = await actorOf('admin@kantor.test');
  await seedWalletSetup(admin);
  const people = await seedWalletPeople();
  const { userId } = await actorOf('cashier@kantor.test');
  await seedCashiers(admin, userId, people.senior.userId);
  // As they stand now: the list of cashiers has given the role.
  const [cashier, senior] = await Promise.all([actorOf('cashier@kantor.test'), actorOf(people.senior.email)]);
  seedTillStories(timeline, { ...people, senior }, cashier);
  seedWalletStories(timeline, people, await actorOf('operator@kantor.test'));
}

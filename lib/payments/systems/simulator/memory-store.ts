import { fromUnits, type Operation, type OperationStore, type PayoutOutcome, toUnits } from './operation';

/** Operations of one test or trial. */
export function memoryStore(): OperationStore & {
  operations: Map<string, Operation>;
  payouts: PayoutOutcome;
} {
  const operations = new Map<string, Operation>();
  return {
    operations,
    payouts: 'by_rule',
    async open(operation) {
      const key = `${operation.kind} ${operation.ourId}`;
      const known = operations.get(key);
      if (!known) operations.set(key, operation);
      return known ?? operation;
    },
    async find(kind, ourId) {
      return operations.get(`${kind} ${ourId}`) ?? null;
    },
    async payoutsOf() {
      return this.payouts;
    },
    async balance(shop, asset) {
      const own = [...operations.values()].filter((each) => each.shop === shop && each.asset === asset);
      const sum = own.reduce((units, { kind, state, paid, fee, amount }) => {
        if (kind === 'payment' && state === 'paid') return units + at18(paid ?? '0') - at18(fee ?? '0');
        if (kind !== 'payment' && state === 'done') return units - at18(amount);
        return units;
      }, 0n);
      return fromUnits(sum < 0n ? 0n : sum, 18);
    },
  };
}

function at18(amount: string): bigint {
  return toUnits(amount, 18);
}

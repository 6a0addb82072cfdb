import { allTypes, byDebt, type Move, operatorType, wrongReceipts } from '@/lib/exchange/move';

/** How money goes out to the customer. */
export const moneyOutMoves = {
  schedule: [
    {
      from: ['pending_processing', 'payment_claimed'],
      to: 'transfer_scheduled',
      by: ['operator'],
      types: operatorType,
      unless: wrongReceipts,
      exception: 'keep',
    },
    {
      from: ['funds_received'],
      to: 'transfer_scheduled',
      by: ['operator'],
      types: operatorType,
      exception: 'keep',
    },
  ],
  finalize: [
    {
      from: ['pending_processing', 'payment_claimed', 'transfer_scheduled', 'funds_received'],
      to: 'completed',
      by: ['operator'],
      types: allTypes,
      unless: [...wrongReceipts, 'payout_unknown'],
      exception: byDebt,
    },
  ],
  send_payout: [
    {
      from: ['funds_received', 'transfer_scheduled'],
      to: 'in_progress',
      by: ['operator'],
      types: allTypes,
      unless: [...wrongReceipts, 'payout_unknown'],
      exception: null,
    },
  ],
  payout_settled: [
    {
      from: ['in_progress', 'funds_received'],
      to: 'completed',
      by: ['system', 'operator'],
      types: allTypes,
      money: 'some',
      exception: byDebt,
    },
  ],
  payout_refused: [
    {
      from: ['in_progress', 'funds_received'],
      to: 'funds_received',
      by: ['system', 'operator'],
      types: allTypes,
      money: 'some',
      exception: 'payout_failed',
    },
  ],
  payout_unknown: [
    {
      from: ['in_progress'],
      to: 'in_progress',
      by: ['system'],
      types: allTypes,
      money: 'some',
      unless: ['payout_unknown'],
      exception: 'payout_unknown',
    },
  ],
} as const satisfies Record<string, readonly Move[]>;

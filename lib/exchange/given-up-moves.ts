import { allTypes, type Move, operatorType, systemTypes, wrongReceipts } from '@/lib/exchange/move';

/** How an exchange is given up, taken up again, or paid back. */
export const givenUpMoves = {
  cancel: [
    {
      from: ['pending_processing', 'in_progress'],
      to: 'canceled',
      by: ['customer'],
      types: allTypes,
      money: 'none',
      exception: null,
    },
    {
      from: ['pending_processing', 'payment_claimed', 'in_progress'],
      to: 'canceled',
      by: ['operator'],
      types: allTypes,
      money: 'none',
      exception: null,
    },
    {
      // Paid in part: the exception stays, so that what has come can go back.
      from: ['pending_processing', 'payment_claimed', 'in_progress'],
      to: 'canceled',
      by: ['operator'],
      types: allTypes,
      money: 'some',
      needs: ['underpaid'],
      exception: 'keep',
    },
  ],
  expire: [
    {
      from: ['pending_processing', 'in_progress'],
      to: 'canceled',
      by: ['timer'],
      types: allTypes,
      money: 'none',
      exception: null,
    },
  ],
  revive: [
    {
      from: ['canceled'],
      to: 'payment_claimed',
      by: ['operator'],
      types: operatorType,
      money: 'none',
      needs: ['paid_late'],
      exception: null,
    },
    {
      from: ['canceled'],
      to: 'funds_received',
      by: ['operator'],
      types: ['operator', 'semi_automatic'],
      money: 'some',
      needs: ['paid_late'],
      exception: null,
    },
    {
      from: ['canceled'],
      to: 'in_progress',
      by: ['operator'],
      types: ['automatic'],
      money: 'some',
      needs: ['paid_late'],
      exception: null,
    },
  ],
  start_refund: [
    {
      from: ['transfer_scheduled', 'funds_received', 'payment_claimed'],
      to: 'refunding',
      by: ['operator'],
      types: allTypes,
      unless: ['payout_unknown'],
      exception: 'keep',
    },
    {
      from: ['in_progress'],
      to: 'refunding',
      by: ['operator'],
      types: systemTypes,
      money: 'some',
      needs: wrongReceipts,
      exception: 'keep',
    },
    {
      from: ['canceled'],
      to: 'refunding',
      by: ['operator'],
      types: allTypes,
      needs: ['paid_late', 'underpaid'],
      exception: 'keep',
    },
  ],
  refund: [
    { from: ['refunding'], to: 'refunded', by: ['operator', 'system'], types: allTypes, exception: null },
  ],
} as const satisfies Record<string, readonly Move[]>;

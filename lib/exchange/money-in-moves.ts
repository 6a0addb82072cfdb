import { allTypes, type Move, operatorType, systemTypes, wrongReceipts } from '@/lib/exchange/move';
import type { OrderException } from '@/lib/exchange/status';

/** What must not be forgotten over money that comes on top. */
const moreUrgent = [
  'payout_failed',
  'payout_unknown',
  'paid_late',
  'on_hold',
] as const satisfies readonly OrderException[];

/** How money comes in, or is said to have come. */
export const moneyInMoves = {
  claim: [
    {
      from: ['pending_processing'],
      to: 'payment_claimed',
      by: ['customer'],
      types: operatorType,
      exception: 'keep',
    },
    {
      // Paid to the office's own details: the operator's tick confirms it, and the order goes on from here.
      from: ['in_progress'],
      to: 'in_progress',
      by: ['customer'],
      types: systemTypes,
      exception: 'keep',
    },
  ],
  claim_late: [
    {
      from: ['canceled'],
      to: 'canceled',
      by: ['customer', 'operator'],
      types: allTypes,
      money: 'none',
      unless: ['paid_late'],
      exception: 'paid_late',
    },
  ],
  precheck: [
    {
      from: ['in_progress'],
      to: 'in_progress',
      by: ['system'],
      types: systemTypes,
      money: 'none',
      unless: ['precheck_refused'],
      exception: 'precheck_refused',
    },
  ],
  receive: [
    {
      from: ['in_progress'],
      to: 'funds_received',
      by: ['system', 'operator'],
      types: ['semi_automatic'],
      exception: null,
    },
    {
      from: ['in_progress'],
      to: 'in_progress',
      by: ['system', 'operator'],
      types: ['automatic'],
      exception: null,
    },
    {
      from: ['pending_processing', 'payment_claimed'],
      to: 'funds_received',
      by: ['system', 'operator'],
      types: operatorType,
      exception: null,
    },
  ],
  receive_wrong: [
    {
      from: ['in_progress'],
      to: 'in_progress',
      by: ['system', 'operator'],
      types: systemTypes,
      exception: { oneOf: wrongReceipts },
    },
    {
      from: ['pending_processing', 'payment_claimed'],
      to: 'payment_claimed',
      by: ['system', 'operator'],
      types: operatorType,
      exception: { oneOf: wrongReceipts },
    },
  ],
  receive_more: [
    {
      // What is over owes it, whatever stands there, and though all that came before has gone back.
      from: ['completed'],
      to: 'completed',
      by: ['system', 'operator'],
      types: allTypes,
      exception: 'overpaid',
    },
    {
      from: ['refunded'],
      to: 'refunded',
      by: ['system', 'operator'],
      types: allTypes,
      exception: 'overpaid',
    },
    ...(['in_progress', 'funds_received', 'transfer_scheduled'] as const).map(
      (status) =>
        ({
          from: [status],
          to: status,
          by: ['system', 'operator'],
          types: allTypes,
          money: 'some',
          unless: moreUrgent,
          exception: 'overpaid',
        }) as const,
    ),
    ...(['in_progress', 'funds_received', 'transfer_scheduled', 'refunding'] as const).map(
      (status) =>
        ({
          from: [status],
          to: status,
          by: ['system', 'operator'],
          types: allTypes,
          exception: 'keep',
        }) as const,
    ),
  ],
  receive_late: [
    {
      from: ['canceled'],
      to: 'canceled',
      by: ['system', 'operator'],
      types: allTypes,
      exception: 'paid_late',
    },
  ],
  accept: [
    {
      from: ['in_progress'],
      to: 'funds_received',
      by: ['operator'],
      types: ['semi_automatic'],
      needs: wrongReceipts,
      exception: null,
    },
    {
      from: ['in_progress'],
      to: 'in_progress',
      by: ['operator'],
      types: ['automatic'],
      needs: wrongReceipts,
      exception: null,
    },
    {
      from: ['payment_claimed', 'pending_processing'],
      to: 'funds_received',
      by: ['operator'],
      types: operatorType,
      money: 'some',
      needs: wrongReceipts,
      exception: null,
    },
    // More came after it was received: the customer gets more.
    ...(['funds_received', 'transfer_scheduled'] as const).map(
      (status) =>
        ({
          from: [status],
          to: status,
          by: ['operator'],
          types: allTypes,
          needs: ['overpaid'],
          exception: null,
        }) as const,
    ),
  ],
  ask_rest: [
    {
      from: ['in_progress'],
      to: 'in_progress',
      by: ['operator'],
      types: systemTypes,
      needs: ['underpaid'],
      exception: 'keep',
    },
    {
      from: ['payment_claimed'],
      to: 'pending_processing',
      by: ['operator'],
      types: operatorType,
      needs: ['underpaid'],
      exception: 'keep',
    },
  ],
} as const satisfies Record<string, readonly Move[]>;

/**
 * Expected failures. Each has a code of this closed table; its text stands in messages/<locale>/errors.json under
 * the code. Anything else that is thrown is a defect: it is logged with an id and shown as that id only.
 */
export const appErrors = {
  invalid_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  too_many_requests: 429,
  body_too_large: 413,
  unsupported_media_type: 415,
  idempotency_mismatch: 409,
  unavailable: 503,

  sign_in_failed: 401,
  email_not_confirmed: 403,
  token_invalid: 410,
  password_wrong: 403,

  direction_closed: 409,
  direction_type_impossible: 409,
  rate_missing: 409,
  amount_too_small: 422,
  amount_too_large: 422,
  no_reserve: 409,
  quote_expired: 410,
  quote_used: 409,
  too_many_open_orders: 429,
  no_office_requisites: 409,

  order_moved: 409,
  order_held: 409,
  order_expired: 410,
  move_not_allowed: 409,
  order_not_empty: 409,

  payment_decided: 409,
  payment_unavailable: 409,
  payment_refused: 409,
  payment_unknown: 503,
  rest_asked_already: 409,
  payout_active: 409,
  payout_moved: 409,
  payout_impossible: 409,
  payout_contradicted: 409,
  refund_open: 409,
  refund_moved: 409,
  refund_too_much: 422,
  second_person: 403,
  own_order: 403,
  line_decided: 409,
  statement_decided: 409,

  ledger_unbalanced: 500,
  ledger_overdraft: 409,
  ledger_hold_gone: 409,
  ledger_account_missing: 500,
  ledger_already_reversed: 409,

  wallet_off: 409,
  wallet_sign_in: 401,
  wallet_asset_off: 409,
  wallet_use_off: 409,
  wallet_unknown: 404,
  wallet_not_enough: 409,
  wallet_day_limit: 409,
  wallet_own: 409,
  withdrawal_closed: 409,
  withdrawal_not_set_up: 409,
  withdrawal_fee_changed: 409,
  withdrawal_moved: 409,
  cashier_off: 403,
  cashier_own_wallet: 403,
  cashier_no_write_off: 403,
  cashier_asset: 403,
  shift_closed: 409,
  shift_open: 409,
  drawer_not_enough: 409,
  operation_moved: 409,
  operation_changed: 409,
  operation_rights_gone: 409,
  operation_shift_closed: 409,
  reversal_late: 409,
  too_many_waiting: 429,
  collection_decided: 409,
  top_up_moved: 409,
  top_up_way_closed: 409,
  too_many_requests_waiting: 429,

  code_taken: 409,
  in_use: 409,
  form_stale: 409,
  last_owner: 409,
} as const satisfies Record<string, number>;

export type AppErrorCode = keyof typeof appErrors;

/** A key under `fields` of messages/<locale>/errors.json and what to put into its text. */
export type FieldProblem = { key: string; params?: Record<string, string> };

export type FieldProblems = Record<string, FieldProblem>;

type Details = { params?: Record<string, string>; fields?: FieldProblems; cause?: unknown };

export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly params: Record<string, string>;
  readonly fields: FieldProblems;

  constructor(code: AppErrorCode, details: Details = {}) {
    super(code, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.params = details.params ?? {};
    this.fields = details.fields ?? {};
  }

  get httpStatus(): number {
    return appErrors[this.code];
  }
}

/** Throws an expected failure. */
export function fail(code: AppErrorCode, details?: Details): never {
  throw new AppError(code, details);
}

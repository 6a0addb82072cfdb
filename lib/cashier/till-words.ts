/** The closed lists of the till. Their texts stand in messages under the same codes. */
export const tillKinds = ['top_up', 'write_off'] as const;
export const moneyKinds = ['cash', 'card', 'transfer', 'other'] as const;
export const writeOffReasons = ['paid_out', 'mistake', 'fraud', 'agreement', 'other'] as const;
export const tillStatuses = ['awaiting_approval', 'done', 'declined', 'reversed'] as const;

/** Why a second person is asked. */
export const approvalReasons = ['over_operation', 'over_day', 'threshold', 'same_receipt'] as const;

export type TillKind = (typeof tillKinds)[number];
export type MoneyKind = (typeof moneyKinds)[number];
export type WriteOffReason = (typeof writeOffReasons)[number];
export type TillStatus = (typeof tillStatuses)[number];
export type ApprovalReason = (typeof approvalReasons)[number];

import type {
  ApprovalReason,
  MoneyKind,
  TillKind,
  TillStatus,
  WriteOffReason,
} from '@/lib/cashier/till-words';

// What pages of the till are given: plain data, amounts as plain decimals of the asset, moments as ISO 8601.

/** An asset that a cashier works with. Limits: null means any. */
export type TillAssetView = {
  asset: string;
  scale: number;
  titles: { en: string; ru: string };
  /** More than this at once waits for a second person. */
  operationLimit: string | null;
  dayLimit: string | null;
  /** What he moved today, of `dayLimit`. */
  dayUsed: string;
  /** From above this a second person is asked, whoever the cashier is. */
  topUpThreshold: string | null;
  writeOffThreshold: string | null;
  /** What one top-up at the till must be. */
  least: string | null;
  most: string | null;
  /** Per cent (`0.5`) and a fixed amount that the customer pays of a top-up. */
  feePercent: string;
  feeFixed: string;
  /** Whether it may be topped up at present; written off it may be always. */
  open: boolean;
};

/** Who stands at the till, and what he may. */
export type CashierView = {
  userId: string;
  name: string;
  mayWriteOff: boolean;
  senior: boolean;
  hasDrawer: boolean;
  assets: TillAssetView[];
  /** His open shift; whoever has a drawer works in one only. */
  shiftId: string | null;
  pictureRequired: boolean;
  ownReversalMinutes: number;
};

/** A wallet's holder as a cashier sees him. */
export type HolderView = {
  /** Ten digits, and the same in groups. */
  number: string;
  formatted: string;
  maskedName: string;
};

/** What will happen, before it does. */
export type OperationSummary = {
  kind: TillKind;
  holder: HolderView;
  asset: string;
  scale: number;
  /** Real money taken, or the wallet's money taken back. */
  amount: string;
  fee: string;
  /** What the wallet gets (top-up) or gives (write-off). */
  walletAmount: string;
  /** What the wallet can spend now and would after it. */
  availableBefore: string;
  availableAfter: string;
  moneyKind: MoneyKind;
  /** Through his own drawer. */
  drawer: boolean;
  receiptNumber: string;
  reason: WriteOffReason | null;
  comment: string;
  /** Not empty: it will wait for a second person. */
  approvalFor: ApprovalReason[];
  /** The customer's request that it serves. */
  topUpId: string | null;
};

/** One operation, as its receipt, the day's history and the approvals show it. */
export type OperationView = {
  id: string;
  /** Told on the receipt. */
  number: number;
  kind: TillKind;
  status: TillStatus;
  cashier: { id: string; name: string };
  /** Whether the reader made it. */
  own: boolean;
  shiftId: string | null;
  holder: HolderView;
  asset: string;
  scale: number;
  amount: string;
  fee: string;
  walletAmount: string;
  moneyKind: MoneyKind;
  drawer: boolean;
  receiptNumber: string;
  hasPicture: boolean;
  reason: WriteOffReason | null;
  comment: string;
  topUpId: string | null;
  topUpNumber: number | null;
  approvalFor: ApprovalReason[];
  /** Name of the second person, once he has decided. */
  approvedBy: string | null;
  approvalNote: string | null;
  /** The wallet's balance after it; null while it waits. */
  balanceAfter: string | null;
  reversedBy: string | null;
  reverseReason: string | null;
  createdAt: string;
  decidedAt: string | null;
  reversedAt: string | null;
  /** Whether the reader may take it back now, and until when where the time is short (ISO 8601). */
  mayReverse: boolean;
  reversibleUntil: string | null;
  /** Whether the reader may approve it now; whether he may decline it (his own he may take back so). */
  mayApprove: boolean;
  mayDecline: boolean;
};

/** A line of the day: an operation, or one that was taken back that day. */
export type TillLine = OperationView & { line: 'operation' | 'reversal'; at: string };

export type TillDayView = {
  /** The office's day, `2026-11-22`, with its bounds. */
  day: string;
  from: string;
  to: string;
  /** Newest first. */
  lines: TillLine[];
  /** There are more than are shown; the CSV has all. */
  more: boolean;
};

/** What the day comes to, of done operations and reversals. `kind` of a reversal: what was taken back. */
export type TillTotal = {
  asset: string;
  scale: number;
  line: 'operation' | 'reversal';
  kind: TillKind;
  moneyKind: MoneyKind;
  count: number;
  amount: string;
  fee: string;
};

export type TillTotals = {
  totals: TillTotal[];
  /** Of each asset: real money in, out, and the difference, all kinds of it together. */
  flow: { asset: string; scale: number; cameIn: string; wentOut: string; net: string }[];
  waiting: number;
};

export type DrawerBalance = {
  cashier: { id: string; name: string };
  asset: string;
  scale: number;
  balance: string;
  shiftOpen: boolean;
};

/** What is in a drawer by the ledger, and what was counted. */
export type DrawerCount = {
  asset: string;
  scale: number;
  expected: string;
  counted: string;
  /** Counted less expected. */
  difference: string;
};

export type ShiftView = {
  id: string;
  cashier: { id: string; name: string };
  openedAt: string;
  closedAt: string | null;
  openNote: string;
  closeNote: string;
  opened: DrawerCount[];
  /** Empty while it is open. */
  closed: DrawerCount[];
  /** What the drawer holds now by the ledger; empty once it is closed. */
  now: { asset: string; scale: number; balance: string }[];
  moves: DrawerMoveView[];
  /** Operations of this cashier that wait for a second person: their money is in no drawer yet. */
  waiting: number;
};

export type DrawerMoveView = {
  id: string;
  asset: string;
  scale: number;
  direction: 'bring' | 'collect';
  amount: string;
  note: string;
  at: string;
  /** `waiting`: collected, and nobody has received it yet; `returned`: it is in the drawer's books again. */
  state: 'done' | 'waiting' | 'returned';
  /** Who received it or sent it back; null: nobody yet, or nobody had to. */
  decidedBy: string | null;
  returnReason: string | null;
};

/** Cash on the way from a drawer, as the second person sees it. */
export type CollectedView = {
  id: string;
  cashier: { id: string; name: string };
  /** The reader's own: another one receives it. */
  own: boolean;
  asset: string;
  scale: number;
  amount: string;
  note: string;
  at: string;
};

/** What the second person sees: all of it. */
export type ApprovalView = OperationView & {
  holderName: string;
  holderEmail: string;
  balance: string;
  available: string;
  operationLimit: string | null;
  dayLimit: string | null;
  dayUsed: string;
  threshold: string | null;
  /** Operations with the same receipt number of the same kind of money. */
  sameReceipts: {
    id: string;
    number: number;
    cashierName: string;
    amount: string;
    asset: string;
    at: string;
    status: TillStatus;
  }[];
};

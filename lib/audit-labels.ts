/**
 * Where the words of audited fields stand: keys of `messages`, from the outside in, shown one after another. What a
 * form asks for has the form's words. A name of one kind of record stands before the general one.
 */
export function auditLabelKeys(action: string, name: string): readonly string[] | undefined {
  const kind = action.split('.')[0] ?? '';
  return labels[`${kind}.${name}`] ?? labels[name];
}

const method = 'admin.methods';
const direction = 'admin.directions';
const topup = [`${method}.topup.title`];
const withdrawal = [`${method}.withdrawal.title`];
const wallet = 'wallet-admin';

const labels: Record<string, readonly string[]> = {
  ...own(
    ...['id', 'value', 'code', 'kind', 'titles', 'texts', 'instructions', 'assetCode', 'asset', 'logoFileId'],
    ...['createdAt', 'updatedAt', 'lastUsedAt', 'methodId', 'fromMethodId', 'toMethodId', 'status', 'reason'],
    ...[
      'enabled',
      'system',
      'settings',
      'secrets',
      'outcome',
      'amount',
      'by',
      'reference',
      'change',
      'ended',
    ],
    ...[
      'transferId',
      'limits',
      'operationUnits',
      'dayUnits',
      'suspended',
      'userId',
      'amountUnits',
      'feeUnits',
    ],
    ...[
      'note',
      'counts',
      'countedUnits',
      'expectedUnits',
      'cashierId',
      'shiftId',
      'approvalFor',
      'money',
      'what',
    ],
    ...[
      'params',
      'given',
      'filter',
      'shown',
      'columns',
      'delimiter',
      'header',
      'locale',
      'rows',
      'bytes',
      'day',
    ],
    ...[
      'lines',
      'sha256',
      'incoming',
      'added',
      'fileName',
      'email',
      'giveUnits',
      'getUnits',
      'state',
      'tries',
    ],
    ...[
      'hasUrl',
      'stopped',
      'externalId',
      'facts',
      'fee',
      'hints',
      'payer',
      'letters',
      'key',
      'text',
      'fields',
    ],
  ),
  en: ['admin.languages.en'],
  ru: ['admin.languages.ru'],
  roles: ['account.staff.roles'],
  price: ['admin.rates.price'],
  moneyKind: ['till.form.kind'],
  receiptNumber: ['till.form.receipt'],

  scale: ['admin.assets.scale'],
  symbol: ['admin.assets.symbol'],

  ...at(method, 'defaultType', 'city', 'sort', 'uses', 'qrKind', 'systemFeeBearer', 'claimTitles'),
  ...at(method, 'referenceRequired', 'receiptRequired', 'uniqueAmounts', 'payerMustMatch', 'payoutsStopped'),
  'method.enabled': [`${method}.enabled`],
  'method.fields': [`${method}.fields`],
  payInConnectionId: [`${method}.payInBy`],
  payOutConnectionId: [`${method}.payOutBy`],
  payInFeeBps: [`${method}.in`, `${method}.feePercent`],
  payInFeeUnits: [`${method}.in`, `${method}.fee`],
  payOutFeeBps: [`${method}.out`, `${method}.feePercent`],
  payOutFeeUnits: [`${method}.out`, `${method}.fee`],
  minInUnits: [`${method}.in`, `${method}.min`],
  maxInUnits: [`${method}.in`, `${method}.max`],
  minOutUnits: [`${method}.out`, `${method}.min`],
  maxOutUnits: [`${method}.out`, `${method}.max`],
  toleranceBps: [`${method}.tolerancePercent`],
  toleranceUnits: [`${method}.tolerance`],
  systemFeeBps: [`${method}.systemFee`, `${method}.percent`],
  systemFeeUnits: [`${method}.systemFee`, `${method}.fixed`],
  payoutMaxUnits: [`${method}.payoutMax`],
  payoutDayUnits: [`${method}.payoutDay`],
  payoutApprovalUnits: [`${method}.payoutApproval`],
  refundApprovalUnits: [`${method}.refundApproval`],
  topUpFeeBps: [...topup, `${method}.feePercent`],
  topUpFeeUnits: [...topup, `${method}.fee`],
  topUpMinUnits: [...topup, `${method}.min`],
  topUpMaxUnits: [...topup, `${method}.max`],
  withdrawFeeBps: [...withdrawal, `${method}.feePercent`],
  withdrawFeeUnits: [...withdrawal, `${method}.fee`],
  withdrawMinUnits: [...withdrawal, `${method}.min`],
  withdrawMaxUnits: [...withdrawal, `${method}.max`],

  ...at('admin.fieldEditor', 'side', 'validator', 'pattern', 'example', 'network', 'required', 'country'),
  'method.key': ['admin.fieldEditor.key'],
  bicField: ['admin.fieldEditor.bicField'],

  ...at('admin.requisites', 'copy'),
  label: ['admin.requisites.label'],
  'requisites.enabled': ['admin.requisites.enabled'],
  'requisites.value': ['admin.requisites.value'],
  dayLimitUnits: ['admin.requisites.dayLimit'],
  monthLimitUnits: ['admin.requisites.monthLimit'],

  ...at(direction, 'type', 'rateKind', 'fixedIn', 'fixedOut', 'tags', 'expiryMinutes', 'usualMinutes'),
  'direction.enabled': [`${direction}.enabled`],
  'direction.texts': [`${direction}.texts`],
  spreadBps: [`${direction}.spreadPercent`],
  minGiveUnits: [`${direction}.minGive`],
  maxGiveUnits: [`${direction}.maxGive`],
  minGetUnits: [`${direction}.minGet`],
  maxGetUnits: [`${direction}.maxGet`],
  'direction.feeBps': [`${direction}.feePercent`],
  'direction.feeUnits': [`${direction}.fee`],
  minFeeUnits: [`${direction}.minFee`],
  giveStepUnits: [`${direction}.giveStep`],
  getStepUnits: [`${direction}.getStep`],

  ...at('admin.settings', 'officeName', 'timeZone', 'workDays', 'open', 'ownOrders', 'quoteMinutes'),
  ...at(
    'admin.settings',
    'maxOpenOrdersPerEmail',
    'maxOpenOrdersPerAddress',
    'expiryWarningMinutes',
    'contactEmail',
  ),
  opensAtMinute: ['admin.settings.hours', 'admin.settings.opensAt'],
  closesAtMinute: ['admin.settings.hours', 'admin.settings.closesAt'],
  contactText: ['audit.fields.contactText'],
  rulesText: ['audit.fields.rulesText'],

  ...at(wallet, 'on', 'maxOpenRequests'),
  'wallet.uses': [`${wallet}.uses`],
  ...at(`${wallet}.useNames`, 'exchange', 'products', 'invoices', 'transfers', 'withdrawals'),
  receiptPictureRequired: [`${wallet}.receiptPicture`],
  ownReversalMinutes: [`${wallet}.ownReversal`],
  topUpDayUnits: [`${wallet}.perDay`, `${wallet}.topUpDay`],
  spendDayUnits: [`${wallet}.perDay`, `${wallet}.spendDay`],
  transferDayUnits: [`${wallet}.perDay`, `${wallet}.transferDay`],
  withdrawDayUnits: [`${wallet}.perDay`, `${wallet}.withdrawDay`],
  transferMinUnits: [`${wallet}.perTransfer`, `${wallet}.transferMin`],
  transferMaxUnits: [`${wallet}.perTransfer`, `${wallet}.transferMax`],
  topUpApprovalUnits: [`${wallet}.secondPerson`, `${wallet}.topUpApproval`],
  writeOffApprovalUnits: [`${wallet}.secondPerson`, `${wallet}.writeOffApproval`],
  cashierFeeBps: [`${wallet}.atCashier`, `${wallet}.cashierFeePercent`],
  cashierFeeUnits: [`${wallet}.atCashier`, `${wallet}.cashierFee`],
  cashierMinUnits: [`${wallet}.atCashier`, `${wallet}.cashierMin`],
  cashierMaxUnits: [`${wallet}.atCashier`, `${wallet}.cashierMax`],

  ...at('cashiers', 'mayWriteOff', 'senior', 'hasDrawer'),
  'cashier.operationUnits': ['cashiers.perOperation'],
  'cashier.dayUnits': ['cashiers.perDay'],

  testMode: ['systems.testModeLabel'],
  'connection.label': ['systems.label'],
  'connection.enabled': ['systems.enabled'],
};

/** Fields that no form asks for: what they are called stands with the audit itself. */
function own(...names: string[]): Record<string, readonly string[]> {
  return at('audit.fields', ...names);
}

function at(place: string, ...names: string[]): Record<string, readonly string[]> {
  return Object.fromEntries(names.map((name) => [name, [`${place}.${name}`]]));
}

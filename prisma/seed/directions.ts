/** Which exchanges the demo offers: what is given, what is got, how much below the market. */
export type DirectionSeed = {
  from: string;
  to: string;
  /** Basis points off the market rate; null: a fixed rate, `in` of from for `out` of to. */
  spreadBps: number | null;
  fixed?: { in: string; out: string };
  feeBps?: number;
  minFee?: string;
  expiryMinutes: number;
  usualMinutes: number;
  /** Whole steps of the amounts, as decimals. */
  getStep?: string;
  giveStep?: string;
  tags?: string[];
  enabled?: boolean;
  /** Instead of the paying method's own. */
  type?: 'automatic' | 'semi_automatic' | 'operator';
};

const bankRub = ['SBERRUB', 'TCSBRUB', 'SBPRUB'];
const coins = ['BTC', 'ETH', 'USDTTRC20', 'LTC', 'TON'];

const buyCoins: DirectionSeed[] = bankRub.flatMap((from) =>
  coins.map((to) => ({
    from,
    to,
    spreadBps: to === 'USDTTRC20' ? 130 : 190,
    expiryMinutes: 40,
    usualMinutes: 20,
  })),
);

const sellCoins: DirectionSeed[] = ['SBERRUB', 'TCSBRUB'].flatMap((to) =>
  coins.map((from) => ({
    from,
    to,
    spreadBps: from === 'USDTTRC20' ? 110 : 160,
    expiryMinutes: 60,
    usualMinutes: 25,
    getStep: '1',
  })),
);

const others: DirectionSeed[] = [
  {
    from: 'CARDRUB',
    to: 'USDTTRC20',
    spreadBps: 260,
    expiryMinutes: 30,
    usualMinutes: 20,
    tags: ['cardverify'],
  },
  { from: 'CARDRUB', to: 'BTC', spreadBps: 310, expiryMinutes: 30, usualMinutes: 25, tags: ['cardverify'] },
  { from: 'USDTTRC20', to: 'CARDRUB', spreadBps: 150, expiryMinutes: 60, usualMinutes: 30, getStep: '1' },
  { from: 'USDTTRC20', to: 'SBPRUB', spreadBps: 115, expiryMinutes: 60, usualMinutes: 15, getStep: '1' },
  {
    from: 'WIREEUR',
    to: 'USDTTRC20',
    spreadBps: 180,
    feeBps: 20,
    minFee: '5',
    expiryMinutes: 2880,
    usualMinutes: 1440,
    tags: ['verifying'],
  },
  {
    from: 'WIREEUR',
    to: 'BTC',
    spreadBps: 210,
    feeBps: 20,
    minFee: '5',
    expiryMinutes: 2880,
    usualMinutes: 1440,
    tags: ['verifying'],
  },
  {
    from: 'USDTTRC20',
    to: 'WIREEUR',
    spreadBps: 140,
    expiryMinutes: 120,
    usualMinutes: 720,
    getStep: '1',
    tags: ['verifying'],
  },
  {
    from: 'BTC',
    to: 'WIREEUR',
    spreadBps: 170,
    expiryMinutes: 120,
    usualMinutes: 720,
    getStep: '1',
    tags: ['verifying'],
  },
  {
    from: 'CARDEUR',
    to: 'USDTTRC20',
    spreadBps: 420,
    expiryMinutes: 60,
    usualMinutes: 60,
    tags: ['cardverify', 'verifying'],
  },
  { from: 'BTC', to: 'CARDEUR', spreadBps: 350, expiryMinutes: 90, usualMinutes: 120, getStep: '1' },
  { from: 'KSPBKZT', to: 'USDTTRC20', spreadBps: 170, expiryMinutes: 1440, usualMinutes: 25 },
  { from: 'KSPBKZT', to: 'BTC', spreadBps: 220, expiryMinutes: 1440, usualMinutes: 30 },
  { from: 'USDTTRC20', to: 'KSPBKZT', spreadBps: 150, expiryMinutes: 60, usualMinutes: 25, getStep: '1' },
  { from: 'SBERRUB', to: 'KSPBKZT', spreadBps: 240, expiryMinutes: 60, usualMinutes: 30, getStep: '10' },
  { from: 'YAMRUB', to: 'USDTTRC20', spreadBps: 380, expiryMinutes: 30, usualMinutes: 20 },
  {
    from: 'YAMRUB',
    to: 'SBERRUB',
    spreadBps: null,
    fixed: { in: '1', out: '0.96' },
    expiryMinutes: 30,
    usualMinutes: 30,
    getStep: '1',
  },
  {
    from: 'SBERRUB',
    to: 'YAMRUB',
    spreadBps: null,
    fixed: { in: '1.02', out: '1' },
    expiryMinutes: 30,
    usualMinutes: 20,
  },
  { from: 'USDTTRC20', to: 'WMZ', spreadBps: 200, expiryMinutes: 60, usualMinutes: 20 },
  { from: 'WMZ', to: 'USDTTRC20', spreadBps: 320, expiryMinutes: 30, usualMinutes: 30 },
  { from: 'ADVCUSD', to: 'USDTTRC20', spreadBps: 130, expiryMinutes: 30, usualMinutes: 15 },
  { from: 'USDTTRC20', to: 'ADVCUSD', spreadBps: 90, expiryMinutes: 60, usualMinutes: 15 },
  { from: 'ADVCUSD', to: 'SBERRUB', spreadBps: 210, expiryMinutes: 30, usualMinutes: 25, getStep: '1' },
  { from: 'BTC', to: 'USDTTRC20', spreadBps: 60, expiryMinutes: 60, usualMinutes: 20 },
  { from: 'USDTTRC20', to: 'BTC', spreadBps: 70, expiryMinutes: 60, usualMinutes: 25 },
  { from: 'ETH', to: 'BTC', spreadBps: 90, expiryMinutes: 60, usualMinutes: 25 },
  {
    from: 'CASHRUB',
    to: 'USDTTRC20',
    spreadBps: 50,
    expiryMinutes: 1440,
    usualMinutes: 180,
    giveStep: '1000',
    tags: ['verifying'],
  },
  {
    from: 'USDTTRC20',
    to: 'CASHRUB',
    spreadBps: 40,
    expiryMinutes: 1440,
    usualMinutes: 180,
    getStep: '1000',
    tags: ['verifying'],
  },
  {
    from: 'USDTTRC20',
    to: 'CASHUSD',
    spreadBps: 60,
    expiryMinutes: 1440,
    usualMinutes: 240,
    getStep: '100',
    tags: ['verifying'],
  },
  {
    from: 'CASHUSD',
    to: 'BTC',
    spreadBps: 80,
    expiryMinutes: 1440,
    usualMinutes: 240,
    giveStep: '100',
    tags: ['verifying'],
  },
  {
    from: 'WMZ',
    to: 'SBERRUB',
    spreadBps: 400,
    expiryMinutes: 30,
    usualMinutes: 30,
    getStep: '1',
    enabled: false,
  },
];

/** 55 directions, one of them closed. */
export const directions: DirectionSeed[] = [...buyCoins, ...sellCoins, ...others];

import type { LucideIcon } from 'lucide-react';
import {
  ArrowLeftRight,
  Banknote,
  BellRing,
  BookOpen,
  ChartLine,
  Coins,
  CreditCard,
  FileSpreadsheet,
  FileText,
  HandCoins,
  Inbox,
  KeyRound,
  Mail,
  Plug,
  Plus,
  Send,
  Settings,
  Shield,
  Undo2,
  User,
  UsersRound,
  Vault,
  Wallet,
} from 'lucide-react';
import { type Actor, hasRole, type Role } from '@/lib/auth/actor';

/** One link of a shell; `label` is a key of `shell.sections`. */
export type Section = {
  href: string;
  label: string;
  icon: LucideIcon;
  exact?: boolean;
  /** Already in the reader's language, where the office names the thing itself. */
  title?: string;
  /** Stands above the first of them; a key of `shell.sectionGroups`. */
  group?: string;
};

/** A part of the house with a shell of its own; `label` is a key of `shell.areas`. */
export type Area = { href: string; label: 'cabinet' | 'desk' | 'cashier' | 'admin' };

const areaRoles: { area: Area; roles: Role[] }[] = [
  { area: { href: '/desk', label: 'desk' }, roles: ['operator', 'support', 'accountant', 'admin'] },
  { area: { href: '/cashier', label: 'cashier' }, roles: ['cashier', 'admin'] },
  { area: { href: '/admin', label: 'admin' }, roles: ['admin', 'operator', 'support', 'accountant'] },
];

/** The roles that open a part of the house. For showing only: every page asks again by itself. */
export function rolesOf(label: 'desk' | 'cashier' | 'admin'): Role[] {
  return areaRoles.find(({ area }) => area.label === label)?.roles ?? [];
}

/** The parts of the house that this person may enter. */
export function areasOf(actor: Actor): Area[] {
  if (actor.kind !== 'user') return [];
  const staff = areaRoles
    .filter(({ roles }) => hasRole(actor, ...roles))
    .map(({ area }) => area)
    // An admin may look into the till, but only who works there has it in his menu.
    .filter(({ label }) => label !== 'cashier' || actor.roles.includes('cashier'));
  const [firstOfAdmin] = adminSectionsOf(actor);
  return [
    { href: '/cabinet', label: 'cabinet' },
    // Whoever may not see the overview enters by the first page that is his.
    ...staff.map((area) =>
      area.label === 'admin' && firstOfAdmin ? { ...area, href: firstOfAdmin.href } : area,
    ),
  ];
}

/** The cabinet's pages; those about the wallet where the office keeps wallets, under the name that it gives them. */
export function cabinetSections(wallet: { title: string } | null): Section[] {
  const finance: Section[] = wallet
    ? [
        { href: '/cabinet/wallet', label: 'wallet', icon: Wallet, title: wallet.title, group: 'finance' },
        { href: '/cabinet/top-up', label: 'topUp', icon: Plus, group: 'finance' },
      ]
    : [];
  return [
    { href: '/cabinet', label: 'overview', icon: Inbox, exact: true },
    { href: '/cabinet/orders', label: 'orders', icon: ArrowLeftRight },
    ...finance,
    { href: '/cabinet/requisites', label: 'requisites', icon: CreditCard, group: 'account' },
    { href: '/cabinet/profile', label: 'profile', icon: User, group: 'account' },
    { href: '/cabinet/security', label: 'security', icon: KeyRound, group: 'account' },
  ];
}

/** The desk's pages, each for everybody who may enter the desk; what they may do there is asked by each. */
export const deskSections: Section[] = [
  { href: '/desk', label: 'deskOrders', icon: Inbox, exact: true },
  { href: '/desk/direct', label: 'direct', icon: HandCoins },
  { href: '/desk/statements', label: 'statements', icon: FileSpreadsheet },
  { href: '/desk/payouts', label: 'payouts', icon: Send },
  { href: '/desk/refunds', label: 'refunds', icon: Undo2 },
];

/** In the order in which an office is set up. */
const adminSections: (Section & { roles?: Role[] })[] = [
  { href: '/admin', label: 'overview', icon: Inbox, exact: true },
  { href: '/admin/assets', label: 'assets', icon: Coins },
  { href: '/admin/methods', label: 'methods', icon: CreditCard },
  { href: '/admin/systems', label: 'systems', icon: Plug },
  { href: '/admin/directions', label: 'directions', icon: ArrowLeftRight },
  { href: '/admin/rates', label: 'rates', icon: ChartLine },
  { href: '/admin/reserves', label: 'reserves', icon: Vault },
  { href: '/admin/wallet', label: 'virtualAccount', icon: Wallet },
  { href: '/admin/cashiers', label: 'cashiers', icon: Banknote },
  {
    href: '/admin/notices',
    label: 'notices',
    icon: BellRing,
    roles: ['admin', 'operator', 'support', 'accountant'],
  },
  { href: '/admin/letters', label: 'letters', icon: Mail, roles: ['admin', 'support'] },
  { href: '/admin/ledger', label: 'ledger', icon: BookOpen, roles: ['admin', 'accountant'] },
  { href: '/admin/staff', label: 'staff', icon: UsersRound },
  { href: '/admin/audit', label: 'audit', icon: Shield, roles: ['admin', 'accountant'] },
  { href: '/admin/settings', label: 'settings', icon: Settings },
];

/** The sections of the admin area that this person's roles open. */
export function adminSectionsOf(actor: Actor): Section[] {
  return adminSections
    .filter(({ roles = ['admin'] }) => hasRole(actor, ...roles))
    .map(({ roles: _roles, ...section }) => section);
}

export const siteSections = [
  { href: '/', label: 'exchange', icon: ArrowLeftRight, exact: true },
  { href: '/tariffs', label: 'tariffs', icon: ChartLine },
  { href: '/rules', label: 'rules', icon: FileText },
] satisfies Section[];

import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { currentTheme, officeWords } from '@/app/_theme/shell-props';
import { StaffShell } from '@/components/shell/staff-shell';
import { TillNav } from '@/components/shell/till-nav';
import { waitingApprovalCount } from '@/lib/cashier/waiting-approvals';
import { waitingRequestCount } from '@/lib/wallet/top-up/waiting-requests';
import { tillVisitor } from './till-visitor';

/** The till's head and pages; each page asks for its rights by itself. */
export default async function CashierLayout({ children }: { children: ReactNode }) {
  const [{ actor, cashier, mayApprove }, theme, office] = await Promise.all([
    tillVisitor(),
    currentTheme(),
    officeWords(),
  ]);
  const [t, requests, approvals] = await Promise.all([
    getTranslations('till.nav'),
    cashier ? waitingRequestCount(actor) : 0,
    mayApprove ? waitingApprovalCount(actor) : 0,
  ]);
  const rights = { works: cashier !== null, mayWriteOff: cashier?.mayWriteOff === true, mayApprove };
  return (
    <StaffShell
      actor={actor}
      theme={theme}
      officeName={office.officeName}
      nav={
        (cashier || mayApprove) && (
          <TillNav label={t('label')} rights={rights} counts={{ requests, approvals }} />
        )
      }
    >
      {children}
    </StaffShell>
  );
}

import { CircleOff, Coins, Landmark } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { CashierView, TillAssetView } from '@/lib/cashier/till-types';
import { walletSettings } from '@/lib/wallet/wallet-settings';

const icons = { walletsOff: CircleOff, noAssets: Coins, needShift: Landmark };

type Why = keyof typeof icons;

/** Why no operation can be made just now, or null. The commands say so too; here nobody types in vain. */
export async function tillClosed(cashier: CashierView, assets: TillAssetView[]): Promise<Why | null> {
  if (!(await walletSettings()).on) return 'walletsOff';
  if (assets.length === 0) return 'noAssets';
  return cashier.hasDrawer && !cashier.shiftId ? 'needShift' : null;
}

/** In place of the form: what is missing, and the step that helps. */
export async function TillClosed({ why }: { why: Why }) {
  const t = await getTranslations(`till.${why}`);
  return (
    <Card>
      <EmptyState
        icon={icons[why]}
        title={t('title')}
        action={
          why === 'needShift' && (
            <ButtonLink href="/cashier/shift" variant="primary" size="lg" autoFocus>
              {(await getTranslations('till.needShift'))('action')}
            </ButtonLink>
          )
        }
      >
        {t('text')}
      </EmptyState>
    </Card>
  );
}

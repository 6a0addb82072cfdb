import { useTranslations } from 'next-intl';
import { type Ability, abilities } from '@/lib/payments/connections/abilities';
import type { SystemView } from '@/lib/payments/connections/queries';

/** What a system can do, in words. */
export function SystemAbilities({ can }: { can: Record<Ability, boolean> }) {
  const t = useTranslations('systems.abilities');
  return abilities
    .filter((ability) => can[ability])
    .map((ability) => t(ability))
    .join(', ');
}

const shownAssets = 6;

/** The assets a system moves; the first few of many. */
export function SystemAssets({ assets }: Pick<SystemView, 'assets'>) {
  const t = useTranslations('systems');
  if (assets === 'any') return t('anyAsset');
  const list = assets.slice(0, shownAssets).join(', ');
  const count = assets.length - shownAssets;
  return count > 0 ? t('moreAssets', { list, count }) : list;
}

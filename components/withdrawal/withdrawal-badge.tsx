import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { WithdrawalStage } from '@/lib/wallet/withdrawal/withdrawal-queries';

const tones: Record<WithdrawalStage, BadgeTone> = {
  approval: 'warning',
  queued: 'info',
  hand: 'info',
  sending: 'info',
  checking: 'warning',
  paid: 'success',
  canceled: 'neutral',
};

/** Where a withdrawal stands, in a word on its colour. */
export function WithdrawalBadge({ stage }: { stage: WithdrawalStage }) {
  const t = useTranslations('withdrawal.stages');
  return <Badge tone={tones[stage]}>{t(`${stage}.title`)}</Badge>;
}

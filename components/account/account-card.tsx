import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

type AccountCardProps = { title: ReactNode; intro?: ReactNode; footer?: ReactNode; children: ReactNode };

/** The narrow column of sign-in and its sisters: one thing to do, and where else to go. */
export function AccountCard({ title, intro, footer, children }: AccountCardProps) {
  return (
    <div className="mx-auto grid w-full max-w-md gap-4 py-4 sm:py-8">
      <h1>{title}</h1>
      {intro && <p className="text-muted">{intro}</p>}
      <Card>
        <div className="grid gap-4">{children}</div>
      </Card>
      {footer && <p className="text-sm text-muted">{footer}</p>}
    </div>
  );
}

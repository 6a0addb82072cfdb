'use client';

import { useState } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import type { ConnectionTest as TestResult } from '@/lib/payments/connections/test-connection';

type ConnectionTestProps = {
  action: (previous: ActionResult<TestResult> | null, form: FormData) => Promise<ActionResult<TestResult>>;
  connectionId: string;
  words: Record<TestResult['outcome'] | 'run' | 'balance', string>;
};

const tones = {
  settled: 'success',
  refused: 'danger',
  unknown: 'warning',
  nothing_to_ask: 'info',
  unusable: 'danger',
} as const satisfies Record<TestResult['outcome'], string>;

/** Asks the system whether the kept settings work, and says its answer in words. */
export function ConnectionTest({ action, connectionId, words }: ConnectionTestProps) {
  const [test, setTest] = useState<TestResult | null>(null);
  return (
    <div className="grid gap-3">
      <ActionForm action={action} onSuccess={setTest}>
        <input type="hidden" name="connectionId" value={connectionId} />
        <div>
          <SubmitButton variant="secondary">{words.run}</SubmitButton>
        </div>
      </ActionForm>
      <div role="status">{test && <Outcome test={test} words={words} />}</div>
    </div>
  );
}

function Outcome({ test, words }: { test: TestResult; words: ConnectionTestProps['words'] }) {
  return (
    <Alert tone={tones[test.outcome]}>
      {words[test.outcome]}
      {'reason' in test && <span className="mt-1 block break-words">{test.reason}</span>}
      {'balance' in test && test.balance && (
        <span className="mt-1 block">
          {words.balance} <Amount value={test.balance.amount} code={test.balance.asset} />
        </span>
      )}
    </Alert>
  );
}

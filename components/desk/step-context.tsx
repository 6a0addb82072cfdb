'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { OfferAction } from './revive-offer';
import { type AskedStep, type StepActions, StepDialog } from './step-dialog';
import type { StepSubject } from './step-subject';

type Desk = {
  /** Who looks at the desk. */
  userId: string;
  mayAct: boolean;
  /** Asks the step's question; nothing happens before it is answered. */
  ask: (step: AskedStep, subject: StepSubject) => void;
};

const DeskContext = createContext<Desk>({ userId: '', mayAct: false, ask: () => {} });

/** `const { ask } = useDesk()`: what rows and the order's panel share. */
export function useDesk(): Desk {
  return useContext(DeskContext);
}

type DeskProviderProps = {
  userId: string;
  mayAct: boolean;
  timeZone: string;
  actions: StepActions;
  offer: OfferAction;
  children: ReactNode;
};

/** Stands around list and order: one question at a time, wherever it was asked from. */
export function DeskProvider({ userId, mayAct, timeZone, actions, offer, children }: DeskProviderProps) {
  const [asked, setAsked] = useState<{ step: AskedStep; subject: StepSubject } | null>(null);
  const desk = useMemo<Desk>(
    () => ({ userId, mayAct, ask: (step, subject) => setAsked({ step, subject }) }),
    [userId, mayAct],
  );
  return (
    <DeskContext value={desk}>
      {children}
      <StepDialog
        asked={asked}
        actions={actions}
        offer={offer}
        timeZone={timeZone}
        onClose={() => setAsked(null)}
      />
    </DeskContext>
  );
}

'use client';

import { createContext, useContext } from 'react';
import type { FieldProblem } from '@/lib/errors';

/** What a form tells its fields after an answer: what was typed and what is wrong with it. */
export type FormState = {
  values: Record<string, string>;
  problems: Record<string, FieldProblem>;
};

export const FormContext = createContext<FormState>({ values: {}, problems: {} });

/** What a field tells its control. */
export type FieldState = {
  id: string;
  name: string;
  required: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  /** What was typed before the form came back with an error. */
  typed: string | undefined;
};

export const FieldContext = createContext<FieldState | null>(null);

/** The field around this control. A control without a `Field` is a mistake of the page and says so. */
export function useField(): FieldState {
  const field = useContext(FieldContext);
  if (!field) throw new Error('A control stands outside of a Field');
  return field;
}

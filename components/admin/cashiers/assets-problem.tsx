'use client';

import { useContext } from 'react';
import { FieldError } from '@/components/ui/field-error';
import { FormContext } from '@/components/ui/form-context';

/** Why the chosen assets were refused as a whole: none was ticked. */
export function AssetsProblem() {
  const problem = useContext(FormContext).problems.assets;
  return problem ? <FieldError id="assets-error" problem={problem} /> : null;
}

'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formOf, formValues, runAction } from '@/lib/action';
import { fail } from '@/lib/errors';
import {
  confirmLine,
  confirmSureLines,
  ignoreLine,
  rematch,
  type SureResult,
} from '@/lib/payments/statements/decide-line';
import { type ImportedStatement, importStatement } from '@/lib/payments/statements/import-statement';
import { columnMeanings } from '@/lib/payments/statements/mapping';
import { previewStatement, type StatementPreview } from '@/lib/payments/statements/preview-statement';
import { takeOutStatement } from '@/lib/payments/statements/statement-files';

type Previous<T> = ActionResult<T> | null;

/** What the chosen file looks like; nothing is kept. */
export async function previewAction(form: FormData): Promise<ActionResult<StatementPreview>> {
  const actor = await currentActor();
  return runAction(async () => {
    const { bytes } = await fileOf(form);
    return previewStatement({ actor, methodId: String(formOf(form).get('methodId') ?? ''), bytes });
  });
}

/** Takes the file with the columns as they were told. */
export async function importAction(
  _previous: Previous<ImportedStatement>,
  form: FormData,
): Promise<ActionResult<ImportedStatement>> {
  const values = formValues(form);
  const actor = await currentActor();
  const methodId = values.methodId ?? '';
  return drawAnew(
    await runAction(async () => {
      const file = await fileOf(form);
      const told = values.headerRow === undefined ? null : mappingOf(values);
      const mapping = told ?? (await previewStatement({ actor, methodId, bytes: file.bytes })).mapping;
      if (!mapping) return fail('invalid_input', { fields: { file: { key: 'fileNoLines' } } });
      return importStatement({ actor, methodId, file, mapping });
    }, values),
  );
}

export async function confirmLineAction(
  _previous: Previous<null>,
  form: FormData,
): Promise<ActionResult<null>> {
  const { lineId = '', paymentId = '' } = formValues(form);
  const actor = await currentActor();
  return drawAnew(await runAction(() => nothing(confirmLine({ actor, lineId, paymentId }))));
}

export async function confirmSureAction(
  _previous: Previous<SureResult[]>,
  form: FormData,
): Promise<ActionResult<SureResult[]>> {
  const { methodId = '' } = formValues(form);
  const actor = await currentActor();
  return drawAnew(await runAction(() => confirmSureLines({ actor, methodId })));
}

export async function ignoreLineAction(
  _previous: Previous<null>,
  form: FormData,
): Promise<ActionResult<null>> {
  const { lineId = '' } = formValues(form);
  const actor = await currentActor();
  return drawAnew(await runAction(() => nothing(ignoreLine({ actor, lineId }))));
}

export async function rematchAction(_previous: Previous<null>, form: FormData): Promise<ActionResult<null>> {
  const { methodId = '' } = formValues(form);
  const actor = await currentActor();
  return drawAnew(await runAction(() => nothing(rematch({ actor, methodId }))));
}

export async function takeOutAction(_previous: Previous<null>, form: FormData): Promise<ActionResult<null>> {
  const { statementId = '' } = formValues(form);
  const actor = await currentActor();
  return drawAnew(await runAction(() => nothing(takeOutStatement({ actor, statementId }))));
}

async function fileOf(form: FormData): Promise<{ bytes: Buffer; name: string }> {
  const file = formOf(form).get('file');
  if (!(file instanceof File) || file.name === '')
    return fail('invalid_input', { fields: { file: { key: 'required' } } });
  return { bytes: Buffer.from(await file.arrayBuffer()), name: file.name };
}

/** Empty choices are columns that the file does not have. */
function mappingOf(values: Record<string, string>): unknown {
  const columns = Object.fromEntries(
    columnMeanings.map((meaning) => [meaning, values[`columns.${meaning}`] || undefined]),
  );
  return { headerRow: values.headerRow, dateOrder: values.dateOrder, columns };
}

async function nothing(work: Promise<void>): Promise<null> {
  await work;
  return null;
}

function drawAnew<T>(result: ActionResult<T>): ActionResult<T> {
  if (result.ok) revalidatePath('/[locale]/desk/statements', 'page');
  return result;
}

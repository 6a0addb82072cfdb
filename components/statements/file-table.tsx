'use client';

import { useTranslations } from 'next-intl';
import { ColumnTable } from '@/components/ui/column-table';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Time } from '@/components/ui/time';
import type { StatementFile } from '@/lib/payments/statements/statement-files';
import type { LineAction } from './line-steps';

type FileTableProps = { files: StatementFile[]; mayAct: boolean; takeOut: LineAction };

/** Which files were read, and the way back of one that was read wrongly. */
export function FileTable({ files, mayAct, takeOut }: FileTableProps) {
  const t = useTranslations('statements.files');
  return (
    <ColumnTable
      caption={t('title')}
      rows={files}
      columns={[
        { title: t('file'), cell: ({ fileName }) => <span className="wrap-anywhere">{fileName}</span> },
        {
          title: t('read'),
          cell: ({ createdAt, uploadedBy }) => (
            <span>
              <Time value={createdAt} show="exact" />
              <span className="block text-xs text-muted">{uploadedBy}</span>
            </span>
          ),
        },
        {
          title: t('lines'),
          numeric: true,
          cell: ({ lines, decided }) => t('linesText', { lines, decided }),
        },
        {
          title: t('steps'),
          steps: true,
          cell: ({ id, fileName, decided }) =>
            decided > 0 ? (
              <span className="text-xs text-muted">{t('decided')}</span>
            ) : (
              mayAct && (
                <ConfirmDialog
                  trigger={t('takeOut')}
                  triggerLook={{ size: 'sm', variant: 'ghost' }}
                  title={t('takeOutTitle', { file: fileName })}
                  description={t('takeOutText')}
                  confirm={t('takeOut')}
                  danger
                  action={takeOut}
                  announced={t('takenOut')}
                >
                  <input type="hidden" name="statementId" value={id} />
                </ConfirmDialog>
              )
            ),
        },
      ]}
    />
  );
}

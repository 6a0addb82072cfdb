import type { ReactNode } from 'react';
import { Table, Td, Th } from './table';

/** A column of a table: its head, which also names its cells on a phone, and what it says of a row. */
export type Column<Row> = {
  title: string;
  numeric?: boolean;
  /** Buttons: the head is only heard, and a cell without any takes no room on a phone. */
  steps?: boolean;
  cell: (row: Row) => ReactNode;
};

type ColumnTableProps<Row> = { caption: ReactNode; rows: Row[]; columns: Column<Row>[] };

/** A table told by its columns, each once. */
export function ColumnTable<Row extends { id: string }>({ caption, rows, columns }: ColumnTableProps<Row>) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          {columns.map(({ title, numeric, steps }) => (
            <Th key={title} numeric={numeric}>
              {steps ? <span className="sr-only">{title}</span> : title}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map(({ title, numeric, steps, cell }) => (
              <Td
                key={title}
                numeric={numeric}
                label={steps ? undefined : title}
                className={steps ? 'max-md:empty:hidden!' : undefined}
              >
                {cell(row)}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

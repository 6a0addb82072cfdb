import type { ReactNode } from 'react';
import { Table, Td, Th } from './table';

/** A column of a table: its head, which also names its cells on a phone, and what it says of a row. */
export type Column<Row> = {
  title: string;
  numeric?: boolean;
  /** Buttons: the head is only heard. */
  steps?: boolean;
  /** Of its cells. */
  className?: string;
  cell: (row: Row) => ReactNode;
};

type ColumnTableProps<Row> = {
  caption: ReactNode;
  showCaption?: boolean;
  rows: Row[];
  columns: Column<Row>[];
};

type Keyed<Row> = { rowKey: (row: Row) => string };

/** A table told by its columns, each once. Rows are known by their `id` unless told otherwise. */
export function ColumnTable<Row extends { id: string }>(
  props: ColumnTableProps<Row> & Partial<Keyed<Row>>,
): ReactNode;
export function ColumnTable<Row>(props: ColumnTableProps<Row> & Keyed<Row>): ReactNode;
export function ColumnTable<Row extends { id?: string }>({
  caption,
  showCaption,
  rows,
  columns,
  rowKey = ({ id = '' }) => id,
}: ColumnTableProps<Row> & Partial<Keyed<Row>>) {
  return (
    <Table caption={caption} showCaption={showCaption}>
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
          <tr key={rowKey(row)}>
            {columns.map(({ title, numeric, steps, className, cell }) => (
              <Td key={title} numeric={numeric} label={steps ? undefined : title} className={className}>
                {cell(row)}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

import Papa from 'papaparse';
import { fail } from '@/lib/errors';

/** A statement's cells as texts, every row as long as the file has it. */
export type StatementTable = { rows: string[][]; delimiter: string };

export const maxStatementBytes = 10 * 1024 * 1024;
export const maxStatementRows = 50_000;

/**
 * Bytes of a bank's CSV as a table: UTF-8 (with or without its mark), UTF-16 with its mark, or else Windows-1251; any
 * of the usual delimiters, quoted or not. Throws `invalid_input` (field `file`) for what is no table of text.
 */
export function decodeStatement(bytes: Buffer): StatementTable {
  if (bytes.length === 0) refuse('fileEmpty');
  if (bytes.length > maxStatementBytes) refuse('fileTooLarge', { max: '10' });
  const text = decodeText(bytes);
  if (text.includes('\0')) refuse('fileNoTable');
  const parsed = Papa.parse<string[]>(text, {
    delimiter: '',
    delimitersToGuess: [';', ',', '\t', '|'],
    skipEmptyLines: 'greedy',
    preview: maxStatementRows + 1,
  });
  const rows = parsed.data.map((row) => row.map((cell) => cell.trim()));
  if (rows.length > maxStatementRows) refuse('fileTooManyRows', { rows: String(maxStatementRows) });
  if (rows.length < 2 || rows.every((row) => row.length < 2)) refuse('fileNoTable');
  return { rows, delimiter: parsed.meta.delimiter };
}

function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

function refuse(key: string, params?: Record<string, string>): never {
  return fail('invalid_input', { fields: { file: { key, ...(params && { params }) } } });
}

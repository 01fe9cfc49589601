import { shortCell } from './short-names';
import { formatColumn } from './numbers';
import { at } from '../checks/at';

/** A small table for a reader; shown as HTML in a notebook and as text elsewhere. */
export interface Table {
  readonly title?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** A line under the table, for totals or a remark. */
  readonly note?: string;
}

export interface TableTexts {
  /** The cells as the reader sees them, row by row. */
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers stand flush right. */
  readonly isNumeric: readonly boolean[];
}

/** What stands in a table's cells, and which columns hold numbers. */
export function tableTexts({ columns, rows }: Table): TableTexts {
  const cells = columns.map((_, column) => rows.map((row) => row[column] ?? ''));
  const texts = cells.map((column) => formatColumn(column).map(shortCell));
  return {
    rows: rows.map((_, row) => texts.map((column) => column[row] ?? '')),
    isNumeric: texts.map((column) => column.every(looksNumeric) && column.some(hasDigit)),
  };
}

/** A table for a place that shows only text. */
export function tableText(table: Table): string {
  const { rows, isNumeric } = tableTexts(table);
  const lines = [table.columns, ...rows];
  const widths = table.columns.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  const format = (line: readonly string[]) => {
    const padded = line.map((text, column) => {
      const width = at(widths, column);
      return isNumeric[column] ? text.padStart(width) : text.padEnd(width);
    });
    return padded.join('  ').trimEnd();
  };
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const body = [format(table.columns), rule, ...rows.map(format)];
  return [table.title, ...body, table.note].filter((line) => line !== undefined).join('\n');
}

/** A number, perhaps with a sign, a unit or a range; or a gap in a column of numbers. */
function looksNumeric(text: string): boolean {
  return /^([-+−±]?[\d.,]+(e[-+]\d+)?( ?(%|s|ms|min|KB|MB))?|[…–-]?|missing|NaN)$/.test(text);
}

function hasDigit(text: string): boolean {
  return /\d/.test(text);
}

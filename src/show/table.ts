/** A small table for a reader; shown as HTML in a notebook and as text elsewhere. */
export interface Table {
  readonly title?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** A line under the table, for totals or a remark. */
  readonly note?: string;
}

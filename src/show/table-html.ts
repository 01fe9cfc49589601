import { escapeHtml } from './escape-html';
import { type Table, tableTexts } from '../results/table';

// Only attributes that JupyterLab keeps in a notebook it does not trust, and no colours:
// those are the viewer's, so that the table can be read in a light and in a dark theme.

const RIGHT = ' style="text-align: right"';
const LEFT = ' style="text-align: left"';

/** A table as HTML: a caption, headings with their scope, numbers flush right. */
export function tableHtml(table: Table): string {
  const { rows, isNumeric } = tableTexts(table);
  const align = (column: number) => (isNumeric[column] ? RIGHT : LEFT);
  const headings = table.columns
    .map((name, column) => `<th scope="col"${align(column)}>${escapeHtml(name)}</th>`)
    .join('');
  const lines = rows.map((row) => {
    const cells = row.map((text, column) => `<td${align(column)}>${escapeHtml(text)}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    '<table>',
    ...(table.title === undefined ? [] : [`<caption>${escapeHtml(table.title)}</caption>`]),
    `<thead><tr>${headings}</tr></thead>`,
    `<tbody>${lines.join('\n')}</tbody>`,
    '</table>',
    ...(table.note === undefined ? [] : [`<p>${escapeHtml(table.note)}</p>`]),
  ].join('\n');
}

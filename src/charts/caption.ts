import type { Chart } from './chart';

/**
 * What is to be seen in a chart, without its title, which stands above it already: its description,
 * or a caption of its own where that lists for the ear what the eye sees.
 */
export function captionOf(chart: Chart): string {
  const { description } = chart;
  const { caption } = (chart['usermeta'] ?? {}) as { caption?: string };
  if (caption !== undefined) return caption;
  const title = titleOf(chart['title']);
  const follows = description.slice(title.length);
  if (title === '' || !description.startsWith(title) || !/^[:.,] /.test(follows))
    return description;
  const reading = follows.slice(2);
  return reading.charAt(0).toUpperCase() + reading.slice(1);
}

function titleOf(title: unknown): string {
  if (typeof title === 'string') return title;
  if (Array.isArray(title)) return title.join(' ');
  return title !== null && typeof title === 'object' && 'text' in title ? titleOf(title.text) : '';
}

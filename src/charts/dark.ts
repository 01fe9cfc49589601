// A chart for a dark page: every colour keeps its hue and what is light becomes dark, so that what
// stood out still does. Colours are measured in OKLab, where equal steps of lightness look equal.

/** How light the ground of a dark page is, which takes the place of white paper. */
const GROUND = 0.2;

/** Colours that tell things apart stay at least this light; on the dark they would drown. */
const LEAST = 0.58;
const COLOURFUL = 0.09;

type Colour = readonly [lightness: number, a: number, b: number];

/** Whether a chart's colours are themselves what is shown; it keeps its white ground. */
export function showsColours(chart: object): boolean {
  return (chart as { usermeta?: { ground?: string } }).usermeta?.ground === 'white';
}

/** The chart with colours for a dark page, and with the page itself as its ground. */
export function darkChart<C extends object>(chart: C): C {
  if (showsColours(chart)) return chart;
  return { ...(darkened(chart, false) as C), background: 'transparent' };
}

/** On a scale of numbers light and dark mean less and more: there the order counts, not the hue. */
function darkened(value: unknown, isOrdered: boolean): unknown {
  if (typeof value === 'string') return darkColour(value, isOrdered);
  if (Array.isArray(value)) return value.map((item) => darkened(item, isOrdered));
  if (typeof value !== 'object' || value === null) return value;
  const ordered = isOrdered || isNumeric((value as { domain?: unknown }).domain);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, darkened(item, ordered)]),
  );
}

function isNumeric(domain: unknown): boolean {
  return Array.isArray(domain) && typeof domain[0] === 'number';
}

const NAMED: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' };

/** A colour as it is on a dark page; what is no colour stays. */
export function darkColour(text: string, isOrdered = false): string {
  const hex = NAMED[text] ?? text;
  if (!/^#([\da-f]{3}|[\da-f]{6})$/i.test(hex)) return text;
  const [lightness, a, b] = labOf(hex);
  const turned = GROUND + (1 - lightness) * (1 - 0.05 * GROUND);
  const isColourful = Math.hypot(a, b) > COLOURFUL;
  const least = isColourful && !isOrdered ? LEAST : 0;
  return hexOf([Math.min(0.96, Math.max(least, turned)), a, b]);
}

function labOf(hex: string): Colour {
  const full = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function hexOf([lightness, a, b]: Colour): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = linear.map((share) => {
    const shown = share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055;
    return Math.round(255 * Math.min(1, Math.max(0, shown || 0)));
  });
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

import type * as Vega from 'vega';
import type * as VegaLite from 'vega-lite';
import { loadPackage } from '../platform';
import { textWidth } from './font';

// vega takes a tenth of a second to load, so it is loaded with the first chart, not with nnlab.
// Here also stand the few parts of vega 5.33 that its type declarations leave out.

interface TextItem {
  readonly text?: unknown;
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

interface SvgRenderer {
  initialize(place: null, width: number, height: number, origin: [number, number]): this;
  background(colour: string): this;
  render(root: SceneMark): this;
  svg(): string;
}

/** All items of one mark; a group's items hold marks again. */
export interface SceneMark {
  readonly marktype: string;
  readonly items: readonly SceneItem[];
}

export interface SceneItem {
  readonly items?: readonly SceneMark[];
  readonly url?: string;
  /** The picture behind `url`, once it is there. */
  image?: { complete: true; src: string; url: string; width: number; height: number };
}

/** A view after `run`. */
export interface DrawnView {
  readonly _viewWidth: number;
  readonly _viewHeight: number;
  padding(): { left: number; right: number; top: number; bottom: number };
  origin(): [number, number];
  background(): string;
  loader(): unknown;
  scenegraph(): { readonly root: SceneMark };
}

interface Untyped {
  readonly textMetrics: { width: (item: TextItem, text?: unknown) => number };
  readonly SVGStringRenderer: new (loader: unknown) => SvgRenderer;
}

/** vega, measuring text by the pinned font. */
export function loadVega(): typeof Vega & Untyped {
  const vega = loadPackage('vega') as typeof Vega & Untyped;
  vega.textMetrics.width = widthOfItem;
  return vega;
}

export function loadVegaLite(): typeof VegaLite {
  return loadPackage('vega-lite') as typeof VegaLite;
}

function widthOfItem(item: TextItem, text: unknown = item.text): number {
  const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600;
  return textWidth(String(text ?? ''), item.fontSize ?? 11, bold);
}

/** A drawing as pixels: four bytes each, red, green, blue and how much they cover. */
export interface Pixels {
  readonly rgba: Uint8Array;
  readonly columns: number;
  /** The size on the page. */
  readonly width: number;
  readonly height: number;
}

/** How a drawing becomes pixels. */
export interface Drawing {
  /** Pixels for each point of the page. */
  readonly zoom: number;
  readonly fontFamily: string;
  readonly fontFiles: readonly string[];
}

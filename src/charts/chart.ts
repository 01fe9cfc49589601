/**
 * A Vega-Lite 5 specification whose `description` is its alt text. Deliberately loose:
 * vega-lite's own types would cost every notebook three seconds of type checking;
 * the tests hold each chart against vega-lite's JSON schema instead.
 */
export interface Chart {
  readonly $schema: string;
  readonly description: string;
  readonly [property: string]: unknown;
}

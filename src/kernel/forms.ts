import { type Bundle, inNotebook } from './kernel';

/** Says how a value looks in a notebook, or null if the kernel may show it in its own way. */
export type Forms = (value: unknown) => Bundle | null;

// scripts/kernel/result.cjs asks here; a plain tslab asks nobody.
const FORMS = Symbol.for('nnlab.forms');

/** Tells the kernel how the value of a cell's last line is shown. */
export function offerForms(forms: Forms): void {
  if (inNotebook()) Object.assign(globalThis, { [FORMS]: forms });
}

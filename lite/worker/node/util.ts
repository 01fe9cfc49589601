export { format, inspect } from 'node-inspect-extracted';

export const types = {
  isPromise: (value: unknown): boolean => value instanceof Promise,
  // No browser tells; what a cell of a lesson keeps is none.
  isProxy: (): boolean => false,
  isModuleNamespaceObject: (value: unknown): boolean =>
    Object.prototype.toString.call(value) === '[object Module]',
};

// The parts of tslab that the kernel takes as they are.
declare module 'tslab/dist/converter' {
  export function createConverter(options: object): object;
  export function isCompleteCode(code: string): { completed: boolean; indent?: string };
}
declare module 'tslab/dist/executor' {
  export function createExecutor(root: string, converters: object, console: object): object;
}
declare module 'tslab/dist/inspect' {
  export function printQuickInfo(info: object): string;
}
declare module 'tslab-typescript' {
  import ts from '@tslab/typescript-for-tslab';
  export = ts;
}

import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';

/** What a cell imports, by the name of the module. */
let modules: Readonly<Record<string, unknown>> = {};

export function putModules(given: Readonly<Record<string, unknown>>): void {
  modules = given;
}

export function createRequire(): (name: string) => unknown {
  return (name) => {
    const found = modules[name];
    if (found === undefined) throw new Error(`Cannot find module '${name}'`);
    return found;
  };
}

/** As Node's: lines and columns count from 0. */
export class SourceMap {
  private readonly map: TraceMap;

  constructor(json: ConstructorParameters<typeof TraceMap>[0]) {
    this.map = new TraceMap(json);
  }

  findEntry(line: number, column: number): object {
    const found = originalPositionFor(this.map, { line: line + 1, column });
    if (found.line === null) return {};
    return { originalLine: found.line - 1, originalColumn: found.column };
  }
}

// tslab takes the module as a whole.
export default { createRequire };

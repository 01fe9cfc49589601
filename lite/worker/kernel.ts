// The kernel: tslab's converter and executor, mended as on Node, told by messages instead of sockets.
import './node/process';
import * as converter from 'tslab/dist/converter';
import * as executor from 'tslab/dist/executor';
import { printQuickInfo } from 'tslab/dist/inspect';
import ts from '@tslab/typescript-for-tslab';
import { hearOutcomes, runCell } from '../../scripts/kernel/cells.cjs';
import { mendConverter } from '../../scripts/kernel/converter.cjs';
import { historyReply } from '../../scripts/kernel/history.cjs';
import { completeness } from '../../scripts/kernel/replies.cjs';
import { mendInspect } from '../../scripts/kernel/signature.cjs';
import { mendStop } from '../../scripts/kernel/stop.cjs';
import type { Executor, Handler, Request, Say, Tslab } from '../../scripts/kernel/tslab-inside';
import type { Asked } from './messages';

/** What tslab's executor offers beyond running cells. */
interface Helping extends Executor {
  complete(code: string, position: number): Completion;
  inspect(code: string, position: number): object | undefined;
}

interface Completion {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
}

const tslab = { ts, converter: { ...converter }, executor: { ...executor }, jupyter: {} };
const mended = tslab as unknown as Tslab;
mendConverter(mended);
mendInspect(mended);
hearOutcomes(mended);
mendStop(mended);

/** One kernel: it keeps what cells declare, and answers what JupyterLab asks. */
export class Kernel {
  private readonly node = mended.converter.createConverter({});
  private readonly executor = mended.executor.createExecutor(
    '/',
    { node: this.node },
    console,
  ) as Helping;
  private readonly handler = {
    execCount: 0,
    executor: this.executor,
    createWriteToIopub: (name: string, write: (name: string, text: string) => void) => {
      return (text: string) => {
        write(name, text);
        return true;
      };
    },
  } as unknown as Handler;

  execute(request: Request, say: Say): Promise<object> {
    return runCell(mended, this.handler, request, say);
  }

  complete({ code, cursor_pos = 0 }: Asked): object {
    const { start, end, candidates } = this.executor.complete(code, cursor_pos);
    return {
      status: 'ok',
      matches: candidates,
      cursor_start: start,
      cursor_end: end,
      metadata: {},
    };
  }

  inspect({ code, cursor_pos = 0 }: Asked): object {
    const info = this.executor.inspect(code, cursor_pos);
    const data = info ? { 'text/plain': printQuickInfo(info) } : {};
    return { status: 'ok', found: info !== undefined, data, metadata: {} };
  }

  isComplete({ code }: Asked): object {
    const { completed, indent } = converter.isCompleteCode(code);
    const reply = completed ? { status: 'complete' } : { status: 'incomplete', indent };
    return completeness(mended.ts, code, reply);
  }

  history(request: Asked): object {
    return historyReply(request);
  }

  interrupt(): void {
    this.executor.interrupt();
  }
}

import { PageConfig } from '@jupyterlab/coreutils';
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IKernelClient, IKernelSpecs } from '@jupyterlite/services';
import { afresh } from './afresh';
import { LearnersFiles } from './files';
import { TypeScriptKernel } from './kernel';
import { distrustUploads } from './uploads';

/** Registers the kernel under the name that all notebooks ask for. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: 'nnlab-lite-kernel:kernel',
  autoStart: true,
  requires: [IKernelSpecs, IKernelClient],
  activate: (app: JupyterFrontEnd, specs: IKernelSpecs, client: IKernelClient) => {
    const site = new URL('nnlab/', new URL(PageConfig.getBaseUrl(), location.href)).href;
    const files = new LearnersFiles(app.serviceManager.contents);
    distrustUploads(app.serviceManager.contents);
    const kernels = new Map<string, TypeScriptKernel>();
    specs.register({
      spec: {
        name: 'tslab',
        display_name: 'TypeScript',
        language: 'typescript',
        argv: [],
        resources: {},
      },
      create: async (options) => {
        const kernel = new TypeScriptKernel(options, site, files);
        kernels.set(kernel.id, kernel);
        kernel.disposed.connect(() => void kernels.delete(kernel.id));
        return kernel;
      },
    });
    stopReaches(client, kernels);
  },
};

/** JupyterLite's ■ only drops the cells that wait; here the one that runs hears of it, too. */
function stopReaches(client: IKernelClient, kernels: Map<string, TypeScriptKernel>): void {
  const { interrupt } = client;
  client.interrupt = async (id) => {
    kernels.get(id)?.interrupt();
    await interrupt.call(client, id);
  };
}

export default [plugin, afresh];

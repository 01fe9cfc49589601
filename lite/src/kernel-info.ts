import type { KernelMessage } from '@jupyterlab/services';

/** What the kernel says of itself; versions are those of tslab and its TypeScript. */
export const KERNEL_INFO: KernelMessage.IInfoReplyMsg['content'] = {
  status: 'ok',
  implementation: 'tslab',
  implementation_version: '1.0.22',
  protocol_version: '5.3',
  banner: 'TypeScript in the browser',
  help_links: [],
  language_info: {
    name: 'typescript',
    version: '5.0.4',
    mimetype: 'text/typescript',
    file_extension: '.ts',
    codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
  },
};

// "Start this lesson afresh": the site's own copy of a notebook in place of what the learner has made of it.
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Dialog, ICommandPalette, showDialog } from '@jupyterlab/apputils';
import { PageConfig, PathExt, URLExt } from '@jupyterlab/coreutils';
import { DocumentWidget } from '@jupyterlab/docregistry';

/** lite/jupyter-lite.json puts it into the toolbar of notebooks. */
const COMMAND = 'nnlab:start-afresh';

export const afresh: JupyterFrontEndPlugin<void> = {
  id: 'nnlab-lite-kernel:afresh',
  autoStart: true,
  requires: [ICommandPalette],
  activate: (app: JupyterFrontEnd, palette: ICommandPalette) => {
    app.commands.addCommand(COMMAND, {
      label: 'Start This Lesson Afresh…',
      caption: 'Put the site’s own copy of this lesson in place of yours',
      isEnabled: () => notebookInFront(app) !== undefined,
      execute: async () => {
        const notebook = notebookInFront(app);
        if (notebook) await startAfresh(notebook, app);
      },
    });
    // Its button in the toolbar would not know that a notebook has come to the front.
    app.shell.currentChanged?.connect(() => app.commands.notifyCommandChanged(COMMAND));
    palette.addItem({ command: COMMAND, category: 'Notebook Operations' });
  },
};

function notebookInFront({ shell }: JupyterFrontEnd): DocumentWidget | undefined {
  const widget = shell.currentWidget;
  if (!(widget instanceof DocumentWidget)) return undefined;
  return widget.context.path.endsWith('.ipynb') ? widget : undefined;
}

async function startAfresh({ context }: DocumentWidget, app: JupyterFrontEnd): Promise<void> {
  const { path } = context;
  const name = PathExt.basename(path);
  if (!(await isOfTheSite(path))) return tellThatItIsOnesOwn(name);
  if (!(await isMeant(name))) return;
  // What is saved already does not save itself in between.
  if (context.model.dirty) await context.save();
  // What is deleted is the learner's copy; below it lies the site's.
  await app.serviceManager.contents.delete(path);
  await context.revert();
  await context.sessionContext.restartKernel();
}

async function isOfTheSite(path: string): Promise<boolean> {
  const file = URLExt.join(PageConfig.getBaseUrl(), 'files', URLExt.encodeParts(path));
  return (await fetch(file)).ok;
}

async function tellThatItIsOnesOwn(name: string): Promise<void> {
  await showDialog({
    title: 'The site has no copy of this notebook',
    body: `${name} is your own. To throw away what has changed since you last saved it, choose File > Reload Notebook from Disk.`,
    buttons: [Dialog.okButton()],
  });
}

async function isMeant(name: string): Promise<boolean> {
  const { button } = await showDialog({
    title: 'Start this lesson afresh?',
    body: `${name} becomes what it was at first: what you have written in it, its outputs and its variables go. Your other notebooks and your saved models stay.`,
    buttons: [Dialog.cancelButton(), Dialog.warnButton({ label: 'Start afresh' })],
    defaultButton: 0,
  });
  return button.accept;
}

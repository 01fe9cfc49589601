import { chownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { classEnvironment } from '../../scripts/setup/class.mjs';
import { root } from '../../scripts/setup/project.mjs';
import { NOBODY, canBeNobody, runAs } from '../users/learner';

const ASSIGNMENT = '15-digit-assignment';

/** nbgrader asks whether it may write to a folder, and is told no where one above it is closed. */
const reaches = (folder: string) =>
  canBeNobody && runAs(NOBODY, ['test', '-x', folder]).status === 0;

/** Where a learner of a hub fetches and hands in: another user than the teacher, where the tests may become one. */
export class Desk {
  private readonly isNobodys: boolean;
  /** The name on the hub, which need not be the one on the system. */
  readonly name = 'trial1';

  constructor(
    private readonly folder: string,
    private readonly exchange: string,
  ) {
    mkdirSync(folder, { recursive: true });
    this.isNobodys = reaches(path.dirname(folder));
    if (this.isNobodys) chownSync(folder, NOBODY.id, NOBODY.id);
  }

  /** What the buttons of the assignment list call. */
  does(command: 'fetch_assignment' | 'submit' | 'fetch_feedback'): void {
    const nbgrader = [path.join(classEnvironment, 'bin', 'nbgrader'), command, ASSIGNMENT];
    const { status, stderr } = runAs(this.isNobodys ? NOBODY : undefined, nbgrader, {
      cwd: this.folder,
      env: {
        ...process.env,
        HOME: this.folder,
        JUPYTER_DATA_DIR: path.join(this.folder, '.jupyter-data'),
        JUPYTER_CONFIG_PATH: path.join(root, 'classroom', 'learner'),
        PYTHONPATH: path.join(root, 'classroom'),
        NNLAB_EXCHANGE: this.exchange,
        JUPYTERHUB_USER: this.name,
      },
    });
    if (status !== 0) throw new Error(stderr);
  }

  file(...name: string[]): string {
    return path.join(this.folder, ASSIGNMENT, ...name);
  }

  /** The page that came back. */
  feedback(): string {
    const [when = ''] = readdirSync(this.file('feedback'));
    return readFileSync(this.file('feedback', when, `${ASSIGNMENT}.html`), 'utf8');
  }
}

import { join, namesIn, runWhileGrowing, withTemporaryFolder } from '../../platform';
import type { Timeouts } from './timeouts';

/**
 * Fetches a Debian package with apt-get and unpacks it in a folder of its own, which needs no
 * rights on the machine. `use` gets that folder; afterwards it is cleared away.
 */
export async function withDebianPackage(
  name: string,
  limits: Timeouts,
  use: (folder: string) => void,
): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const words = ['-o', 'Acquire::Retries=0', 'download', name];
    await runWhileGrowing('apt-get', words, folder, limits);
    const archive = namesIn(folder).find((file) => file.endsWith('.deb'));
    if (archive === undefined) throw new Error('apt-get leaves no package');
    await runWhileGrowing('dpkg-deb', ['-x', archive, 'unpacked'], folder, limits);
    use(join(folder, 'unpacked'));
  });
}

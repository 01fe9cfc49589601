import { fileExists } from './files';
import { join, projectFolder, resolve } from './places';

// Learners have files of their own here, so the folder to write into is the project's.

export function workFolder(): string {
  return projectFolder;
}

export function inWork(...parts: readonly string[]): string {
  return join(projectFolder, ...parts);
}

export function findWritten(...parts: readonly string[]): string | undefined {
  const path = inWork(...parts);
  return fileExists(path) ? path : undefined;
}

export function shownPath(path: string): string {
  return resolve(path).slice(1);
}

/** Folders come with the files in them. */
export function makeFolder(_folder: string): void {}

export function checkWritable(_folder: string): void {}

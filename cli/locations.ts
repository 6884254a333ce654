/** Where the program's own files lie, and what a path in a setting means. */

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of package.json, from source as from dist/. */
export const packageRoot = findPackageRoot(dirname(fileURLToPath(import.meta.url)))

export const webFolder = join(packageRoot, 'dist', 'web')

export function programVersion(): string {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version
}

/** A relative path is looked for in the working directory, then among the program's own files. */
export function locate(path: string): string {
  const here = resolve(path)
  const own = join(packageRoot, path)
  return !existsSync(here) && existsSync(own) ? own : here
}

function findPackageRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findPackageRoot(dirname(folder))
}

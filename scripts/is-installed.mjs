/** Compares what npm has installed with the lock file, package by package; times of files say nothing. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** True when node_modules/ holds the versions of package-lock.json, whoever installed them. */
export function isInstalled(root) {
  const locked = loadPackages(join(root, 'package-lock.json'))
  const installed = loadPackages(join(root, 'node_modules', '.package-lock.json'))
  return locked !== null && installed !== null && isSame(locked, installed)
}

/** Null for a lock file that is missing or unreadable. npm writes the one in node_modules/ last. */
function loadPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/** Optional packages may be absent: those of other platforms always are. */
function isSame(locked, installed) {
  const { '': _root, ...wanted } = locked
  const isComplete = Object.entries(wanted).every(
    ([path, { optional, devOptional }]) => installed[path] || optional || devOptional,
  )
  return (
    isComplete &&
    Object.entries(installed).every(([path, { version, integrity }]) => {
      const entry = wanted[path]
      return entry?.version === version && (entry.integrity ?? integrity) === (integrity ?? entry.integrity)
    })
  )
}

/** Lets one process build at a time. A lock left by a process that is gone, or a very old one, is taken over. */

import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/** Far longer than a build takes. Numbers of processes repeat in containers, hence the age counts too. */
const MAX_AGE_MS = 180_000
const RETRY_MS = 100

/** Waits until no other process builds in this folder, then does the work. */
export async function withBuildLock(folder, work) {
  const path = join(folder, '.build-lock')
  while (!tryTake(path)) {
    if (isAbandoned(path)) rmSync(path, { force: true })
    else await sleep(RETRY_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function tryTake(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isAbandoned(path) {
  try {
    if (Date.now() - statSync(path).mtimeMs > MAX_AGE_MS) return true
    const pid = Number(readFileSync(path, 'utf8'))
    // Empty for a moment: its owner is just writing its number.
    return pid > 0 && !isRunning(pid)
  } catch {
    return false // Given back meanwhile.
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

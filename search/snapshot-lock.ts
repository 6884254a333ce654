/** Keeps two ingests out of one data folder. A lock left by a process that is gone is taken over. */

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { AppError } from './app-error.ts'
import { paths } from './snapshot-layout.ts'

/** Returns the function that gives the lock back. Throws `index_locked` naming the process that holds it. */
export function takeLock(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const path = paths.lock(dataDir)
  const content = JSON.stringify({ pid: process.pid, startedAt: startTime(process.pid) })
  if (!tryCreate(path, content)) {
    const holder = readHolder(path)
    if (holder && isRunning(holder)) throw locked(dataDir, holder.pid)
    rmSync(path, { force: true })
    if (!tryCreate(path, content)) throw locked(dataDir, readHolder(path)?.pid)
  }
  return () => rmSync(path, { force: true })
}

/** Whether a process is writing into the folder. */
export function isIngestRunning(dataDir: string): boolean {
  const holder = readHolder(paths.lock(dataDir))
  return holder !== null && isRunning(holder)
}

interface Holder {
  pid: number
  startedAt: string | null
}

function tryCreate(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readHolder(path: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8'))
    return Number.isInteger(holder?.pid) ? holder : null
  } catch {
    return null
  }
}

function isRunning({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  // The number may meanwhile belong to another process, in containers even to this one.
  return startTime(pid) === startedAt
}

/** Start of a process in clock ticks since boot (field 22 of /proc/PID/stat), null where there is no /proc. */
function startTime(pid: number): string | null {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return null
  const stat = readFileSync(path, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

function locked(dataDir: string, pid: number | undefined): AppError {
  const message = `Der Datenordner „${dataDir}“ wird gerade von einem anderen Einlesen beschrieben (Prozess ${pid ?? 'unbekannt'}). Warten Sie, bis es fertig ist, oder nennen Sie mit --data einen anderen Ordner.`
  return new AppError('index_locked', message, { details: { pid } })
}

/** Jobs for a small set of equal worker threads: a queue, cancelling, and replacement of a thread that died. */

import { setMaxListeners } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { AppError } from './app-error.ts'

export interface WorkerPoolOptions<Ready> {
  /** Starts a thread. It posts `{ready}` first, then `{id, result}` or `{id, error}` for each job posted as `{id, …}`. */
  start: () => Worker
  /** Most threads at once; further ones start when jobs wait. */
  size: number
  /** Turns a thread's failure to start into the error that callers see. */
  toStartError: (cause: unknown) => AppError
  onReady?: (ready: Ready) => void
}

export interface WorkerPool<Ready> {
  /** Settles when the first thread is ready. */
  readonly ready: Promise<Ready>
  run<Result>(job: object, signal?: AbortSignal): Promise<Result>
  /** Rejects all jobs at once, then waits until the threads have ended. */
  close(): Promise<void>
}

/** Far longer than the longest text takes. */
const STOP_TIMEOUT_MS = 5000

interface Job {
  payload: object
  resolve: (result: never) => void
  reject: (error: unknown) => void
}

interface Member {
  worker: Worker
  isReady: boolean
  job: Job | null
}

/** Jobs start in the order of their call. A running job cannot be stopped: its caller is freed, its result dropped. */
export function createWorkerPool<Ready>(options: WorkerPoolOptions<Ready>): WorkerPool<Ready> {
  const members = new Set<Member>()
  const queue: Job[] = []
  let nextId = 1
  let closed: AppError | null = null
  let settleReady: { resolve: (ready: Ready) => void; reject: (error: unknown) => void }
  const ready = new Promise<Ready>((resolve, reject) => {
    settleReady = { resolve, reject }
  })
  ready.catch(() => {})

  function addMember(): void {
    const member: Member = { worker: options.start(), isReady: false, job: null }
    members.add(member)
    member.worker.on('message', (message) => receive(member, message))
    member.worker.on('error', (error) => remove(member, error))
    member.worker.on('exit', (code) => remove(member, new Error(`exit code ${code}`)))
  }

  function receive(member: Member, message: { ready?: Ready; result?: never; error?: string }): void {
    if (message.ready !== undefined) {
      member.isReady = true
      settleReady.resolve(message.ready)
    } else {
      const job = member.job
      member.job = null
      if (message.error === undefined) job?.resolve(message.result as never)
      else job?.reject(crashed(message.error))
    }
    dispatch()
  }

  function remove(member: Member, cause: unknown): void {
    if (!members.delete(member)) return
    member.job?.reject(crashed(cause))
    // A thread that cannot even start would fail again: stop, unless others are still at work.
    if (member.isReady) dispatch()
    else if (members.size === 0) shut(options.toStartError(cause))
  }

  function dispatch(): void {
    if (closed) return
    for (const member of members) {
      if (!member.isReady || member.job) continue
      const job = queue.shift()
      if (!job) break
      member.job = job
      member.worker.ref()
      member.worker.postMessage({ ...job.payload, id: nextId++ })
    }
    for (const member of members) if (member.isReady && !member.job) member.worker.unref()
    const starting = [...members].some((member) => !member.isReady)
    if (queue.length > 0 && !starting && members.size < options.size) addMember()
  }

  function shut(error: AppError): void {
    closed ??= error
    settleReady.reject(closed)
    for (const job of queue.splice(0)) job.reject(closed)
  }

  addMember()
  return {
    ready,
    run(payload, signal) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(closed)
        if (signal?.aborted) return reject(aborted())
        const job: Job = { payload, resolve: finish(resolve), reject: finish(reject) }
        const cancel = () => {
          const at = queue.indexOf(job)
          if (at >= 0) queue.splice(at, 1)
          job.reject(aborted())
        }
        function finish<T>(settle: (value: T) => void) {
          return (value: T) => {
            signal?.removeEventListener('abort', cancel)
            settle(value)
          }
        }
        if (signal) {
          setMaxListeners(0, signal) // one per job that waits; a question has dozens, and none outlives its job
          signal.addEventListener('abort', cancel, { once: true })
        }
        queue.push(job)
        dispatch()
      })
    },
    async close() {
      shut(new AppError('aborted', 'Das Embedding-Modell ist bereits geschlossen.'))
      const leaving = [...members]
      members.clear()
      for (const member of leaving) member.job?.reject(closed)
      await Promise.all(leaving.map(stop))
    },
  }
}

/** A thread ended within native code can take the whole process along, so it first finishes what it is doing. */
async function stop({ worker, job, isReady }: Member): Promise<void> {
  if (job || !isReady) {
    await new Promise((resolve) => {
      for (const event of ['message', 'error', 'exit']) worker.once(event, resolve)
      setTimeout(resolve, STOP_TIMEOUT_MS).unref()
    })
  }
  await worker.terminate()
}

function aborted(): AppError {
  return new AppError('aborted', 'Die Anfrage wurde abgebrochen.')
}

function crashed(cause: unknown): AppError {
  const message =
    'Die Berechnung der Vektoren ist abgestürzt. Wiederholen Sie den Vorgang; hält der Fehler an, prüfen Sie Arbeitsspeicher und Modell mit „npx fundstelle doctor“.'
  return new AppError('internal', message, { cause })
}

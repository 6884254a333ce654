/** The index that answers right now, and what is being done about it. Swapped without a restart, closed when unused. */

import type { Answering } from '../answer/answer.ts'
import { AppError } from '../search/app-error.ts'
import type { Retriever } from '../search/retriever.ts'
import type { Snapshot } from '../search/snapshot.ts'
import { texts } from './texts.de.ts'
import type { Progress, Ready } from './wire.ts'

export interface ServedIndex {
  snapshot: Snapshot
  retriever: Retriever
  answering: Answering
}

/** Holds the index open until `release`, even when another one takes its place meanwhile. */
export interface Lease extends ServedIndex {
  release(): void
}

export interface LiveIndex {
  /** Throws AppError `index_not_ready` with the current message while there is none. */
  acquire(): Lease
  readiness(): Ready
  /** Serves this index from now on; the one before is closed after its last request. */
  replace(index: ServedIndex): void
  /** Says what is being done; an index that serves goes on serving. */
  report(state: 'starting' | 'indexing' | 'failed', message: string, progress?: Progress): void
  close(): Promise<void>
}

/** Holds the index open for one piece of work. Throws as `acquire` does. */
export async function withIndex<Result>(
  live: LiveIndex,
  work: (index: ServedIndex) => Result | Promise<Result>,
): Promise<Result> {
  const index = live.acquire()
  try {
    return await work(index)
  } finally {
    index.release()
  }
}

interface Holder {
  index: ServedIndex
  users: number
  retired: boolean
}

export function createLiveIndex(version: string): LiveIndex {
  let current: Holder | null = null
  let state: Ready['state'] = 'starting'
  let message: string = texts.starting
  let progress: Progress | null = null

  function retire(holder: Holder | null): Promise<void> | undefined {
    if (!holder) return
    holder.retired = true
    return holder.users === 0 ? holder.index.snapshot.close() : undefined
  }

  return {
    acquire() {
      const holder = current
      if (!holder) throw new AppError('index_not_ready', message)
      holder.users++
      let released = false
      const release = () => {
        if (released) return
        released = true
        holder.users--
        if (holder.retired) void retire(holder)
      }
      return { ...holder.index, release }
    },
    readiness: () => ({
      state: current && state === 'starting' ? 'ready' : state,
      ready: current !== null,
      message,
      progress,
      index: current ? toIndexFacts(current.index.snapshot) : null,
      version,
    }),
    replace(index) {
      const before = current
      current = { index, users: 0, retired: false }
      state = 'ready'
      message = texts.ready
      progress = null
      void retire(before)
    },
    report(nextState, nextMessage, nextProgress) {
      state = nextState
      message = nextMessage
      progress = nextProgress ?? null
    },
    async close() {
      await retire(current)
      current = null
    },
  }
}

function toIndexFacts({ manifest }: Snapshot): NonNullable<Ready['index']> {
  const { snapshotId, createdAt, model, counts, embeddedPassages = counts.passages } = manifest
  return { snapshotId, createdAt, model: model.name, ...counts, embeddedPassages }
}

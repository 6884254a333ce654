/** Follows the server's readiness: polls while something is going on, rests when it is ready. */

import type { Ready } from '../../server/wire.ts'
import type { Client } from './client.ts'

const pollMs = 1500

export interface ReadyWatch {
  /** Asks now, for example after a failed request, and polls on if the server is not ready. */
  check(): Promise<void>
  stop(): void
}

/** `onChange` gets every state; 'gone' when the server gives no usable answer. */
export function watchReady(client: Client, onChange: (ready: Ready | 'gone') => void): ReadyWatch {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  const check = async () => {
    clearTimeout(timer)
    const ready = await client.loadReady().catch(() => 'gone' as const)
    if (stopped) return
    onChange(ready)
    if (ready === 'gone' || ready.state !== 'ready') timer = setTimeout(check, pollMs)
  }
  return {
    check,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

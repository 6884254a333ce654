/** The key that one server asks for: known to this tab only, never in an address. Asks the reader through `prompt`. */

export interface AccessKey {
  /** What to send now; null = nothing. */
  readonly current: string | null
  /**
   * After a refusal of `used`: settles with true when there is another key to try, false when the reader has none.
   * Requests refused at the same time share one prompt.
   */
  renew(used: string | null): Promise<boolean>
}

export interface AccessKeyOptions {
  /** Settles with what the reader entered, null when nothing. `isRefused`: the key entered before is not known. */
  prompt: (isRefused: boolean) => Promise<string | null>
  /** Keeps the key while the tab is open, also over a reload; without it the key is lost with the page. */
  storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
}

const storageKey = 'fundstelle-access-key'

export function createAccessKey({ prompt, storage = null }: AccessKeyOptions): AccessKey {
  let current = storage?.getItem(storageKey) ?? null
  let asking: Promise<boolean> | null = null

  async function ask(isRefused: boolean): Promise<boolean> {
    current = await prompt(isRefused)
    if (current === null) storage?.removeItem(storageKey)
    else storage?.setItem(storageKey, current)
    return current !== null
  }

  return {
    get current() {
      return current
    },
    renew(used) {
      if (asking) return asking
      if (current !== used) return Promise.resolve(current !== null)
      asking = ask(used !== null).finally(() => {
        asking = null
      })
      return asking
    },
  }
}

/** For a server that needs no key, or where nobody can be asked. */
export const noAccessKey: AccessKey = { current: null, renew: async () => false }

/**
 * The tab's storage on our own pages. On a foreign page it would lay the key open to whatever runs there later; and
 * policy may forbid it altogether.
 */
export function tabStorage(endpoint: string): Storage | null {
  if (endpoint !== '' && new URL(endpoint, location.href).origin !== location.origin) return null
  try {
    return sessionStorage
  } catch {
    return null
  }
}

/** What can stand in an HTTP header; anything else was not copied as a whole. */
export function isPossibleKey(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text)
}

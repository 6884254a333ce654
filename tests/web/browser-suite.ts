/** `describe` and `it` for tests that need a browser: skipped, with a word, where none can be started. */

import { describe as anyDescribe, it as anyIt } from 'vitest'
import { hasBrowser } from './browser.ts'

if (!hasBrowser())
  console.warn(
    'Browser tests skipped: no Chromium found (set CHROMIUM_PATH), and the bundled one is for Linux x64.',
  )

export const describe = hasBrowser() ? anyDescribe : (anyDescribe.skip as typeof anyDescribe)
export const it = hasBrowser() ? anyIt : (anyIt.skip as typeof anyIt)

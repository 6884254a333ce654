/** The stack of a name; only its own libraries are loaded. */

import type { Stack, StackName } from './stack.ts'

const LOAD: Record<StackName, () => Promise<Stack>> = {
  fundstelle: async () => (await import('./fundstelle-stack.ts')).fundstelleStack,
  langchain: async () => (await import('./langchain-stack.ts')).langchainStack,
  minisearch: async () => (await import('./minisearch-stack.ts')).minisearchStack,
}

export function loadStack(name: StackName): Promise<Stack> {
  return LOAD[name]()
}

/** Null where the stack runs here, else a German sentence that says what is missing. */
export async function whyStackIsMissing(name: StackName): Promise<string | null> {
  try {
    if (name !== 'fundstelle') await import('@langchain/textsplitters')
    if (name === 'langchain') {
      await import('@langchain/community/vectorstores/hnswlib')
      await import('hnswlib-node')
    }
    if (name === 'minisearch') await import('minisearch')
    return null
  } catch (error) {
    const isNative = /hnswlib/.test(String(error))
    const remedy = isNative ? '`npm run build:native`' : '`npm ci` ohne `--omit=dev`'
    return `${isNative ? 'hnswlib-node ist nicht gebaut' : 'Ein Entwicklungspaket fehlt'}; ${remedy} holt es nach.`
  }
}

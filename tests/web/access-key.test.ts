import { describe, expect, it } from 'vitest'
import { createAccessKey, isPossibleKey } from '../../web/api/access-key.ts'

function memory(stored?: string) {
  const values = new Map(stored === undefined ? [] : [['fundstelle-access-key', stored]])
  return {
    values,
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  }
}

describe('the access key', () => {
  it('is asked for once, however many requests were refused at the same time', async () => {
    let prompts = 0
    const key = createAccessKey({
      prompt: async (isRefused) => {
        prompts++
        expect(isRefused).toBe(false)
        return 'neu'
      },
    })
    expect(await Promise.all([key.renew(null), key.renew(null)])).toEqual([true, true])
    expect(await key.renew(null)).toBe(true) // Refused before the key was there.
    expect([prompts, key.current]).toEqual([1, 'neu'])
  })

  it('that is refused is asked for again, and forgotten when none is entered', async () => {
    const storage = memory('alt')
    const seen: boolean[] = []
    const answers = ['falsch', null]
    const key = createAccessKey({
      storage,
      prompt: async (isRefused) => {
        seen.push(isRefused)
        return answers.shift() ?? null
      },
    })
    expect(key.current).toBe('alt')
    expect(await key.renew('alt')).toBe(true)
    expect([...storage.values.values()]).toEqual(['falsch'])
    expect(await key.renew('falsch')).toBe(false)
    expect([seen, key.current, storage.values.size]).toEqual([[true, true], null, 0])
  })

  it.each([
    ['geheim-123_~', true],
    ['', false],
    ['zwei teile', false],
    ['schlüssel', false],
  ])('%j can be one: %s', (text, expected) => expect(isPossibleKey(text)).toBe(expected))
})

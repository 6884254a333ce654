import { describe, expect, it } from 'vitest'
import { decodeNumberedStrings, encodeNumberedStrings } from '../../search/numbered-strings.ts'

describe('numbered strings', () => {
  const strings = ['gesetze/vwgo.md#70', 'ä', '', 'zebra', 'Ärger', '𝄞-Schlüssel', 'gesetze/vwgo.md#7']
  const table = decodeNumberedStrings(encodeNumberedStrings(strings))

  it('gives each string back by its number', () => {
    expect(strings.map((_, row) => table.at(row))).toEqual(strings)
  })

  it('finds the number of each string and none of others', () => {
    expect(strings.map((string) => table.find(string))).toEqual(strings.map((_, row) => row))
    for (const other of ['gesetze', 'zebra2', 'A', '\uffff']) expect(table.find(other)).toBeUndefined()
  })

  it('works without strings', () => {
    const empty = decodeNumberedStrings(encodeNumberedStrings([]))
    expect(empty.size).toBe(0)
    expect(empty.find('a')).toBeUndefined()
  })
})

/** Bytes of an HTML file into a string, by byte order mark, declared charset or detection. */

import { decodeText } from './decode-text.ts'

const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/iu

export function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const charset = CHARSET.exec(head)?.[1]?.toLowerCase()
  if (!charset || charset.startsWith('utf')) return decodeText(bytes)
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return decodeText(bytes)
  }
}

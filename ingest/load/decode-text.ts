/** Bytes of a text file into a string: UTF-8, UTF-16 by byte order mark, otherwise Windows-1252. */

/** Line ends become `\n`, the byte order mark goes. */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes)
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
}

function decode(bytes: Uint8Array): string {
  const utf16 = utf16Encoding(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function utf16Encoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** True where a decoded text is rather a binary file: NUL bytes or many control characters. */
export function isBinary(bytes: Uint8Array): boolean {
  if (utf16Encoding(bytes)) return false
  const head = bytes.subarray(0, 8192)
  const odd = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)
  return odd.includes(0) || odd.length > head.length * 0.05
}

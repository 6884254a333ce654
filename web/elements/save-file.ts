/** Hands a file that was fetched to the browser's downloads. */

/** Saved rather than shown: a document's own HTML must not run on our origin, as it would from a blob address. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

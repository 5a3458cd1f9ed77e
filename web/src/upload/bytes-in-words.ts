const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** `8_400_000` → "8.4 MB". */
export function bytesInWords(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** step
  return `${step > 0 && amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${units[step] ?? ''}`
}

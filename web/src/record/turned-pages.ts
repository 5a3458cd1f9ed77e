import { useSyncExternalStore } from 'react'

/** Degrees clockwise by which a person turned the picture of a page. */
export type Turn = 0 | 90 | 180 | 270

const listeners = new Set<() => void>()
const prefix = 'openimr.turned.'

/** How the page was turned in this session, and the way to turn it a quarter further. */
export function useTurn(sha256: string, page: number): readonly [Turn, () => void] {
  const key = `${prefix}${sha256}.${page}`
  const turn = useSyncExternalStore(subscribe, () => turnIn(sessionStorage.getItem(key)))
  return [
    turn,
    () => {
      const next = turnIn(String((turn + 90) % 360))
      if (next === 0) sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, String(next))
      for (const listener of listeners) listener()
    },
  ]
}

function turnIn(kept: string | null): Turn {
  const degrees = Number(kept)
  return degrees === 90 || degrees === 180 || degrees === 270 ? degrees : 0
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
